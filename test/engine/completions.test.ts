import assert from 'node:assert/strict';
import { analyze, completionsAt, type Completion, type Language } from '../../server/core/index.ts';
import { library } from './library.ts';

const CARET = '‸';

function completions(marked: string, language: Language = 'markdown'): readonly Completion[] {
  const source = marked.replace(CARET, '');
  return completionsAt(analyze(source, library(), { language }), marked.indexOf(CARET));
}

/** The draft with the first completion of a kind taken. */
function completed(marked: string, kind: Completion['kind'], language: Language = 'markdown') {
  const source = marked.replace(CARET, '');
  const first = completions(marked, language).find((one) => one.kind === kind);
  return first && source.slice(0, first.span.start) + first.text + source.slice(first.span.end);
}

describe('completion', () => {
  // prettier-ignore
  const cases: readonly [name: string, marked: string, kind: Completion['kind'], expected: string | undefined, language?: Language][] = [
    ['goes on with the name of a term', 'She has osteoa‸', 'term', 'She has osteoarthritis'],
    ['goes on with several words', 'She has knee osteo‸', 'term', 'She has knee osteoarthritis'],
    ['keeps the capital at the start', 'Osteoa‸', 'term', 'Osteoarthritis'],
    ['knows abbreviations', 'She had KOO‸', 'term', 'She had KOOS'],
    ['offers no term after a space', 'She has ‸', 'term', undefined],
    ['goes on with a hedged phrase', 'It m‸', 'phrase', 'It might help'],
    ['offers hedged phrases on an empty line', '‸', 'phrase', 'it is not known whether'],
    ['offers nothing in code', 'Type `osteo‸`.', 'term', undefined],
    ['completes the word of a suppression', '<!-- hedgerow-disable-n‸', 'instruction', '<!-- hedgerow-disable-next-line'],
    ['adds the space that is missing', '<!--‸', 'instruction', '<!-- hedgerow-disable-next-line'],
    ['completes a rule, with a reason and the end', '<!-- hedgerow-disable cure‸', 'rule', '<!-- hedgerow-disable cure-claim -- reason -->'],
    ['leaves an end that is there', '<!-- hedgerow-disable cure‸ -->', 'rule', '<!-- hedgerow-disable cure-claim -->'],
    ['puts the rule of the next line first', '<!-- hedgerow-disable-next-line ‸ -->\nStem cells cure arthritis.', 'rule', '<!-- hedgerow-disable-next-line cure-claim -->\nStem cells cure arthritis.'],
    ['completes comments of MDX', '{/* hedgerow-disable cure‸', 'rule', '{/* hedgerow-disable cure-claim -- reason */}', 'mdx'],
    ['offers no rule for the reason', '<!-- hedgerow-disable cure-claim -- c‸', 'rule', undefined],
    ['offers no rule in other comments', '<!-- a note on c‸', 'rule', undefined],
    ['offers no term in a comment', '<!-- a note on tend‸', 'term', undefined],
  ];
  for (const [name, marked, kind, expected, language] of cases)
    it(name, () => {
      assert.equal(completed(marked, kind, language), expected);
    });

  it('puts phrases first that the evidence on the section carries', () => {
    const [first, ...others] = completions('Stem cell injections in a herniated disc: ‸').filter(
      ({ kind }) => kind === 'phrase',
    );
    assert.equal(first?.text, 'it is not known whether');
    assert.ok(others.some(({ detail }) => detail.endsWith('more than the evidence carries')));
  });

  it('never throws, wherever it is asked for', () => {
    const draft = '# A\n\n<!-- hedgerow-\n\n| a | b |\n| - | - |\n| `x` | stem |\n';
    const analysis = analyze(draft, library());
    for (let at = -1; at <= draft.length + 1; at++)
      assert.ok(Array.isArray(completionsAt(analysis, at)));
  });
});
