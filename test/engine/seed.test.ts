import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze, type Analysis, type Finding, type Language } from '../../server/core/index.ts';
import { library } from './library.ts';

/* What is asked of the first real draft: as it came, in plain text, and turned into markdown. */

const drafts: readonly [file: string, language: Language][] = [
  ['docs/examples/stem-cell-therapy-for-chronic-pain.md', 'markdown'],
  ['test/cli/fixtures/seed.txt', 'plaintext'],
  ['test/cli/fixtures/seed.txt', 'markdown'],
];

const WORTH: Readonly<Record<Finding['severity'], number>> = {
  hint: 0,
  information: 1,
  warning: 2,
  error: 3,
};

// prettier-ignore
const flagged: readonly string[] = [
  'is especially beneficial',
  'aiding in faster recovery compared to conventional treatments',
  'offering a more long-term solution compared to traditional pain management methods',
];

// prettier-ignore
const quiet: readonly string[] = [
  'stem cells may help alleviate pain',
  'they have the potential to differentiate into new cartilage cells',
  'This could result in a reduction of pain and inflammation while improving function in the affected area',
  'Stem cells might help repair damaged nerve tissue or promote the regeneration of nerve cells.',
  'which may reduce the need for frequent medical interventions',
  'potentially improving the overall health and function of the affected area',
  'is being explored as a potential treatment for chronic pain',
  'stem cells may help restore cartilage or nerve cells',
  'particularly in conditions such as osteoarthritis and degenerative disc disease',
  // How cartilage wears down, and what pain comes from.
  'In conditions like osteoarthritis, the cartilage that cushions joints begins to wear down, leading to friction, inflammation, and pain.',
  'Chronic pain, often caused by conditions such as osteoarthritis, degenerative disc disease, tendinitis, or other musculoskeletal disorders, typically results from the deterioration of cartilage, joints, or nerve tissues.',
  'nerve compression or damage causes chronic pain, such as in degenerative disc disease or herniated discs',
  'a common source of pain in conditions like arthritis and other inflammatory disorders',
];

// prettier-ignore
const informationAtMost: readonly string[] = [
  'stem cells can stimulate the regeneration of damaged soft tissues',
  'This can reduce chronic inflammation',
  'Stem cells are capable of regenerating and differentiating into various types of cells',
  'which can reduce pain and enhance mobility',
  'This regenerative ability makes them an exciting option',
];

for (const [file, language] of drafts)
  describe(`the first real draft, ${file} as ${language}`, () => {
    const source = readFileSync(file, 'utf8');
    const analysis = analyze(source, library(), { language });

    for (const words of flagged)
      it(`warns of “${words}”`, () => {
        const found = touching(analysis, words);
        assert.deepEqual(
          found.map(({ severity }) => severity),
          ['warning'],
        );
        assert.ok(found[0]?.text.includes(words) || words.includes(found[0]?.text ?? '?'));
      });

    for (const words of quiet)
      it(`says nothing of “${words}”`, () => {
        assert.deepEqual(
          touching(analysis, words)
            .filter(({ severity }) => severity !== 'hint')
            .map(({ text }) => text),
          [],
        );
      });

    for (const words of informationAtMost)
      it(`says no more than information of “${words}”`, () => {
        for (const { severity, text } of touching(analysis, words))
          assert.ok(WORTH[severity] <= WORTH.information, `${severity}: ${text}`);
      });

    it('finds no error: nothing here is guaranteed, cured or absolutely safe', () => {
      assert.deepEqual(
        analysis.findings.filter(({ severity }) => severity === 'error'),
        [],
      );
    });

    it('gives with each finding the text that it marks', () => {
      assert.ok(analysis.findings.length >= flagged.length);
      for (const { span, text, block, prose } of analysis.findings) {
        assert.equal(text, source.slice(span.start, span.end));
        assert.equal(text, analysis.draft.blocks[block]?.text.slice(prose.start, prose.end));
      }
    });

    it('leaves nothing unread', () => {
      assert.deepEqual(analysis.draft.notices, []);
    });
  });

/** Findings on the words; that balance is missing is said of the draft, wherever it is marked. */
function touching({ draft, findings }: Analysis, words: string): readonly Finding[] {
  const start = draft.source.indexOf(words);
  assert.ok(start >= 0, 'the draft does not have these words');
  const end = start + words.length;
  return findings.filter(
    ({ rule, span }) => rule !== 'missing-balance' && span.start < end && start < span.end,
  );
}

describe('the markdown example', () => {
  it('has the words of the first real draft, in their order', () => {
    const words = (text: string): readonly string[] =>
      text.replaceAll('’', "'").match(/[a-z][a-z'-]*/gi) ?? [];
    const example = words(
      readFileSync('docs/examples/stem-cell-therapy-for-chronic-pain.md', 'utf8'),
    );
    const original = words(readFileSync('test/cli/fixtures/seed.txt', 'utf8'));
    // The example has a title of its own.
    assert.deepEqual(example.slice(example.length - original.length), original);
  });
});
