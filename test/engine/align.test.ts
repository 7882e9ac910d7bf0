import assert from 'node:assert/strict';
import { align, blockAt, isVerbatim, toProse, toSource } from '../../server/core/align.ts';
import { readDraft } from '../../server/core/markdown.ts';
import type { Block } from '../../server/core/model.ts';

const blocksOf = (source: string) => readDraft(source, 'markdown').blocks;

/** The block whose prose has a phrase, and where in it. */
function find(
  source: string,
  phrase: string,
): { block: Block; span: { start: number; end: number } } {
  const block = blocksOf(source).find(({ text }) => text.includes(phrase));
  assert.ok(block, `no block says ${JSON.stringify(phrase)}`);
  const start = block.text.indexOf(phrase);
  return { block, span: { start, end: start + phrase.length } };
}

/** A source, a phrase of its prose, the source text it comes from, and whether an edit is safe. */
const cases: readonly (readonly [string, string, string, string, boolean])[] = [
  ['a word', 'it cures x', 'cures', 'cures', true],
  ['a word after a byte order mark', '\uFEFFit cures x', 'cures', 'cures', true],
  ['a word after a reference', 'R&amp;D cures x', 'cures', 'cures', true],
  ['a reference, whole', 'R&amp;D cures', 'R&D', 'R&amp;D', false],
  ['a word after an escape', '100\\% cures', 'cures', 'cures', true],
  ['an escape, whole', '100\\% sure', '100% sure', '100\\% sure', false],
  ['a word in emphasis', 'it **cures** x', 'cures', 'cures', true],
  ['a phrase over markup', 'it **cures** x', 'it cures', 'it **cures', false],
  ['a phrase over a soft break', 'it\ncures', 'it\ncures', 'it\ncures', true],
  ['a phrase over a break in Windows', 'it\r\ncures', 'it\ncures', 'it\r\ncures', false],
  ['a phrase over a break in a quote', '> it\n> cures', 'it\ncures', 'it\n> cures', false],
  ['a word after a break in a quote', '> it\n> cures', 'cures', 'cures', true],
  ['a word on a lazy line', '> it\ncures', 'cures', 'cures', true],
  ['a word in a nested item', '- a\n  1. b\n     cures', 'cures', 'cures', true],
  ['a word behind trailing spaces', 'it \t\ncures', 'cures', 'cures', true],
  ['a mark of quotation that is text', 'it\n    > cures', '> cures', '> cures', true],
  ['a word in alt text', '![it &lt; *cures*](x)', 'cures', 'cures', true],
  ['a word in a title', '[a](b "it\n&amp; cures")', 'cures', 'cures', true],
  ['a word in a title in brackets', '[a](b (it \\( cures))', 'cures', 'cures', true],
  ['a word in a cell', '|a|\n|-|\n|it \\| cures|', 'cures', 'cures', true],
  ['a word after an address', 'a@b.example cures', 'cures', 'cures', true],
  ['a word after an address with escapes', 'a\\_b@c.example &amp; cures', 'cures', 'cures', true],
  ['an address, whole', 'at a\\_b@c.example now', 'at \uFFFC', 'at a\\_b@c.example', false],
  ['a word after an emoji', '😀 cures', 'cures', 'cures', true],
  ['a no-break space as it stands', 'it\u00a0cures', 'it\u00a0cures', 'it\u00a0cures', true],
  ['a no-break space by name', 'it&nbsp;cures', 'it\u00a0cures', 'it&nbsp;cures', false],
  [
    'a reference to two characters',
    '&NotEqualTilde; cures',
    '\u2242\u0338',
    '&NotEqualTilde;',
    false,
  ],
  ['half a reference, whole', '&#x1F600; cures', '\uDE00', '&#x1F600;', false],
  ['a word in a task item', '- [x] it cures', 'cures', 'cures', true],
];

describe('Prose leads back to the source:', () => {
  for (const [name, source, phrase, expected, verbatim] of cases)
    it(name, () => {
      const { block, span } = find(source, phrase);
      const { start, end } = toSource(block, span);
      assert.equal(source.slice(start, end), expected);
      assert.equal(isVerbatim(block, span), verbatim);
    });

  it('an empty range to one point', () => {
    const { block, span } = find('a **b** c', 'b');
    assert.deepEqual(toSource(block, { start: span.start, end: span.start }), { start: 4, end: 4 });
  });

  it('the end of the text to the end of its source', () => {
    const { block } = find('a &amp;', 'a &');
    assert.deepEqual(toSource(block, { start: 0, end: 3 }), { start: 0, end: 7 });
  });
});

describe('The source leads to the prose', () => {
  const { block } = find('> it &amp; **cures**\n> x', 'it');
  const points: readonly (readonly [string, number, number | undefined])[] = [
    ['in a word', 3, 1],
    ['in a reference, to its beginning', 7, 3],
    ['after a reference', 10, 4],
    ['in markup, nowhere', 12, undefined],
    ['in emphasis', 15, 7],
    ['at the end of a word before markup', 18, 10],
    ['in a line break, to its beginning', 21, 10],
    ['at the end of the text', 24, 12],
    ['before the block, nowhere', 0, undefined],
    ['behind the block, nowhere', 25, undefined],
  ];
  for (const [name, offset, expected] of points)
    it(name, () => {
      assert.equal(toProse(block, offset), expected);
    });

  it('and to the innermost block', () => {
    const source = 'a ![cures](x "it") b';
    const blocks = blocksOf(source);
    assert.deepEqual(
      ['a ', 'cures', 'it', ' b', '(x'].map((part) => blockAt(blocks, source.indexOf(part))),
      [0, 1, 2, 0, 0],
    );
  });

  it('and to no block where there is none', () => {
    assert.equal(blockAt(blocksOf('# a\n\n```\nb\n```'), 8), undefined);
  });
});

describe('Aligning', () => {
  it('gives up on a value that the source does not hold, as one atomic piece', () => {
    assert.deepEqual(align('abc', 'xabd', 1, 4), [
      { prose: 'abc', start: 1, end: 4, verbatim: false },
    ]);
  });

  it('gives up where source is left over', () => {
    assert.deepEqual(align('ab', 'abc', 0, 3), [
      { prose: 'ab', start: 0, end: 3, verbatim: false },
    ]);
  });

  it('never says that a carriage return is the same', () => {
    assert.deepEqual(
      align('a\rb', 'a\rb', 0, 3).map(({ prose, verbatim }) => [prose, verbatim]),
      [
        ['a', true],
        ['\n', false],
        ['b', true],
      ],
    );
  });

  it('does not call an edit safe outside of the text', () => {
    const { block } = find('abc', 'abc');
    assert.equal(isVerbatim(block, { start: 1, end: 4 }), false);
    assert.equal(isVerbatim(block, { start: 2, end: 1 }), false);
  });
});
