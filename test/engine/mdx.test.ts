import assert from 'node:assert/strict';
import { readDraft } from '../../server/core/markdown.ts';

const read = (source: string) =>
  readDraft(source, 'mdx').blocks.map(({ text }) => text.replaceAll('\uFFFC', '□'));

/** The prose of each block; `□` for an object. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ['imports and exports away', 'import A from "a"\nexport const b = 1\n\nc', 'c'],
  ['imports of several lines away', 'import {\n  a,\n} from "b"\n\nc', 'c'],
  ['sentences that begin with import', 'import of cells is banned', 'import of cells is banned'],
  ['what stands between tags on lines of their own', '<Note kind="a">\nb\n</Note>', 'b'],
  ['what is indented between them', '<A>\n  <B>\n    - c\n      **d**\n  </B>\n</A>', 'c\nd'],
  ['tags in a sentence as objects', 'it <B x={1 > 0}>cures</B> x', 'it □cures□ x'],
  ['tags over several lines', '<A\n  b="c"\n  {...d}\n  e\n/>\n\nf', 'f'],
  ['fragments', '<>\na\n</>', 'a'],
  ['markdown in tags', '# <A>b</A> *c*', '□b□ c'],
  ['expressions in a sentence as objects', 'in {years + 1} years', 'in □ years'],
  [
    'expressions on lines of their own away',
    'a\n\n{b.map(c => (\n\n  <D>{c}</D>\n))}\n\ne',
    'a',
    'e',
  ],
  ['comments away', 'a {/* b } */} c', 'a □ c'],
  ['braces in code as code', 'a `{b` and `c}` d', 'a □ and □ d'],
  ['fenced code away', '```jsx\n<A>{b}\n```\n\nc', 'c'],
  ['escaped braces', 'a \\{b} c', 'a {b} c'],
  ['style sheets away', '<style>{`a { b }`} .c { d }</style>\n\ne', 'e'],
  ['front matter', '---\ntitle: "{a} b"\n---\n\n{c} d', '{a} b', '□ d'],
  ['html comments away', '<!-- a -->\n\nb', 'b'],
  ['cells with tags', '|a|\n|-|\n|<B/> c|', 'a', '□ c'],
  // Half-typed, each of them an error to a parser of MDX.
  ['a comparison', 'p <0.05 and q < 1', 'p <0.05 and q < 1'],
  ['a brace that opens', 'a { b\n\nc {d} e', 'a { b', 'c □ e'],
  ['a brace that closes', 'a } b {c}', 'a } b □'],
  ['braces over paragraphs', 'a { b\n\nc } d', 'a { b', 'c } d'],
  ['a tag that opens', 'a <B c\n\nd', 'a <B c', 'd'],
  ['an attribute without its end', 'a <B c="d e', 'a <B c="d e'],
  ['an attribute without its value', 'a <B c=> d', 'a <B c=> d'],
  ['a comment without its end', 'a {/* b\n\nc', 'a {/* b', 'c'],
  ['a tag without a name yet', 'a < b </ c', 'a < b </ c'],
];

describe('MDX reads', () => {
  for (const [name, source, ...expected] of cases)
    it(name, () => {
      assert.deepEqual(read(source), expected);
    });

  it('words at their exact offsets', () => {
    const source =
      '\uFEFFimport a from "b"\r\n\r\n<A>\r\n  It **cures** {x} <b>pain</b>.\r\n</A>\r\n';
    const [block] = readDraft(source, 'mdx').blocks;
    assert.ok(block);
    for (const run of block.runs.filter(({ verbatim }) => verbatim)) {
      const from: number = block.start + run.source;
      const text = block.text.slice(run.prose, run.prose + run.proseLength);
      assert.equal(source.slice(from, from + run.sourceLength), text);
    }
    assert.equal(block.text, 'It cures \uFFFC \uFFFCpain\uFFFC.');
  });

  it('comments with their ranges', () => {
    const source = 'a {/* b */} c\n\n{/*\nd\n*/}\n\n`{/* e */}`\n\n<!-- f -->';
    const { comments } = readDraft(source, 'mdx');
    assert.deepEqual(
      comments.map(({ span, text }) => [source.slice(span.start, span.end), text]),
      [
        ['{/* b */}', 'b'],
        ['{/*\nd\n*/}', 'd'],
        ['<!-- f -->', 'f'],
      ],
    );
  });

  it('braces and tags as text where the file is markdown', () => {
    const { blocks, comments } = readDraft('a {b} {/* c */} d', 'markdown');
    assert.equal(blocks[0]?.text, 'a {b} {/* c */} d');
    assert.deepEqual(comments, []);
  });
});
