import assert from 'node:assert/strict';
import { readDraft } from '../../server/core/markdown.ts';
import type { Block, Place } from '../../server/core/model.ts';

const read = (source: string) => readDraft(source, 'markdown').blocks;
const lines = (source: string) => read(source).map(({ kind, text }) => `${kind}: ${text}`);

/** Each line of the second column is one block: kind and prose, `□` for an object. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ['nothing in an empty text', ''],
  ['nothing in white space', ' \n\t\n'],
  ['a paragraph', 'Cells may help.', 'paragraph: Cells may help.'],
  ['two paragraphs', 'One.\n\nTwo.', 'paragraph: One.', 'paragraph: Two.'],
  ['soft breaks as line feeds', 'a\nb\r\nc\rd', 'paragraph: a\nb\nc\nd'],
  ['hard breaks as line feeds', 'a  \nb\\\nc', 'paragraph: a\nb\nc'],
  ['headings of both styles', '# One #\n\nTwo\n===', 'heading: One', 'heading: Two'],
  ['emphasis without its marks', '**a** _b_ ~~c~~ ***d***', 'paragraph: a b c d'],
  ['references and escapes decoded', 'a &amp; b\\* &#233; &copy;', 'paragraph: a & b* é ©'],
  ['unknown references as they stand', 'R&D; &foo; &', 'paragraph: R&D; &foo; &'],
  ['inline code as an object', 'take `5 mg` now', 'paragraph: take □ now'],
  ['inline math of two dollars as an object', 'so $$x$$ is', 'paragraph: so □ is'],
  ['prices as prose', '$900 … $20,000', 'paragraph: $900 … $20,000'],
  ['times of day as prose', 'at 10:30am', 'paragraph: at 10:30am'],
  ['footnote references as objects', 'a[^1].\n\n[^1]: b', 'paragraph: a□.', 'footnote: b'],
  ['tags as objects, text between them as prose', 'it <b>cures</b> x', 'paragraph: it □cures□ x'],
  ['inline comments as objects', 'a <!-- b --> c', 'paragraph: a □ c'],
  ['link text, not the target', '[cells](https://x.example/cures)', 'paragraph: cells'],
  ['link titles after their block', '[a](b "c &amp; d") e', 'paragraph: a e', 'title: c & d'],
  ['text of references', '[a][r] [r]\n\n[r]: /u', 'paragraph: a r'],
  ['titles of definitions', '[r]\n\n[r]: /u "Cures"', 'paragraph: r', 'title: Cures'],
  ['alt text and titles of images', 'a ![b *c*](d "e")', 'paragraph: a □', 'alt: b c', 'title: e'],
  ['alt text where there is no other text', '![b](d)', 'alt: b'],
  ['alt text in alt text', '![a ![b](c) d](e)', 'alt: a □ d', 'alt: b'],
  ['autolinks as objects', 'see <https://x.example>', 'paragraph: see □'],
  ['bare addresses as objects', 'see https://x.example/a_b(c), ok', 'paragraph: see □), ok'],
  ['addresses without a scheme as objects', 'at www.x.example.', 'paragraph: at □.'],
  ['mail addresses as objects', 'to info\\_desk@x.example!', 'paragraph: to □!'],
  ['what only looks like an address as prose', 'a@b and x.y', 'paragraph: a@b and x.y'],
  ['items, tight and loose', '- a\n- b\n\n  c', 'item: a', 'item: b', 'item: c'],
  ['task items without their box', '- [x] a\n- [ ] b', 'item: a', 'item: b'],
  ['quotes without their marks', '> a\n> b\nc', 'paragraph: a\nb\nc'],
  ['cells by row', '|a|b|\n|-|-|\n|c|d\\|e|', 'cell: a', 'cell: b', 'cell: c', 'cell: d|e'],
  ['footnotes of several paragraphs', '[^1]: a\n\n    b', 'footnote: a', 'footnote: b'],
  ['no fenced code', '```\ncures\n```\na', 'paragraph: a'],
  ['no indented code', '    cures\n\na', 'paragraph: a'],
  ['no block math', '$$\ncures\n$$\na', 'paragraph: a'],
  ['no raw html', '<div>\ncures\n</div>\n\na', 'paragraph: a'],
  ['no comments', '<!--\ncures\n\n-->\na', 'paragraph: a'],
  ['nothing that has neither letters nor figures', '…\n\n# -\n\n`a`'],
  ['notes without their frame', ':::note\na\n:::', 'paragraph: a'],
  ['titles of notes', ':::tip Good *news*\na\n:::', 'paragraph: Good news\na'],
  ['callouts without their mark', '> [!WARNING]\n> a', 'paragraph: a'],
  ['tables in quotes and items', '- > |a|\n  > |-|\n  > |b|', 'cell: a', 'cell: b'],
  ['emoji and other astral characters', '😀 *𝒙* 修復', 'paragraph: 😀 𝒙 修復'],
  ['a byte order mark as nothing', '\uFEFF# A', 'heading: A'],
];

describe('Reading markdown gives', () => {
  for (const [name, source, ...expected] of cases)
    it(name, () => {
      assert.deepEqual(
        lines(source).map((line) => line.replaceAll('\uFFFC', '□')),
        expected,
      );
    });

  it('plain text as markdown', () => {
    assert.deepEqual(
      readDraft('A *b*\n\n1. c', 'plaintext').blocks,
      readDraft('A *b*\n\n1. c', 'markdown').blocks,
    );
  });

  it('list items that swallow the lines after them, as CommonMark does', () => {
    assert.deepEqual(lines('How:\n1. A: b.\n2. C: d.\nConclusion :\nStem cells.'), [
      'paragraph: How:',
      'item: A: b.',
      'item: C: d.\nConclusion :\nStem cells.',
    ]);
  });
});

const placeOf = (source: string, text: string): Place | undefined =>
  read(source).find((block) => block.text === text)?.place;

const sections = '# A\n\na\n\n## B\n\nb\n\n# C\n\nc\n\n> ## D\n>\n> d\n\ne';
const list = 'Lead:\n\n1. one\n   - in\n\n     more\n\n   after\n2. two';
const table = '|h|i|\n|-|-|\n|r|c|\n||e|';

const places: readonly (readonly [string, string, string, Partial<Place>])[] = [
  ['the heading above', sections, 'a', { section: [0] }],
  ['all headings above, outermost first', sections, 'b', { section: [0, 2] }],
  ['only headings still open', sections, 'c', { section: [4] }],
  ['of a heading, the ones it stands under', sections, 'B', { section: [0], level: 2 }],
  ['headings in a quote for the quote', sections, 'd', { section: [4, 6], quoted: 1 }],
  ['and not for what follows it', sections, 'e', { section: [4], quoted: 0 }],
  ['what introduces a list', list, 'one', { leadIn: 0, list: { depth: 1, ordered: true } }],
  [
    'the item that a list is nested in',
    list,
    'in',
    { leadIn: 1, list: { depth: 2, ordered: false } },
  ],
  ['the same for all blocks of an item', list, 'more', { leadIn: 1 }],
  ['the outer list again after the inner', list, 'after', { leadIn: 0 }],
  ['a heading that introduces a list', '# A\n\n- b', 'b', { leadIn: 0 }],
  ['the lead-in past a comment', 'A:\n\n<!-- x -->\n\n- b', 'b', { leadIn: 0 }],
  [
    'row, column and header of a cell',
    table,
    'c',
    { cell: { row: 1, column: 1, columnHeader: 1, rowHeader: 2 } },
  ],
  ['no header where it is empty', table, 'e', { cell: { row: 2, column: 1, columnHeader: 1 } }],
  ['what holds an image', 'a ![b](c)', 'b', { within: 0 }],
  ['how deep quotes are', '> > a', 'a', { quoted: 2 }],
  ['the key of a front matter value', '---\nTitle: a\n---', 'a', { key: 'title' }],
];

describe('The place of a block tells', () => {
  for (const [name, source, text, expected] of places)
    it(name, () => {
      assert.deepEqual({ ...placeOf(source, text), ...expected }, placeOf(source, text));
    });

  it('no lead-in where something stands between', () => {
    assert.equal(placeOf('A:\n\n***\n\n- b', 'b')?.leadIn, undefined);
  });
});

const marks = (block: Block | undefined) =>
  block?.marks.map(({ kind, start, end }) => `${kind} ${block.text.slice(start, end)}`);

describe('Marks', () => {
  it('cover emphasis and links in prose coordinates, outermost first', () => {
    const [block] = read('a **b *c*** [d](e) ~~f~~');
    assert.deepEqual(marks(block), ['strong b c', 'emphasis c', 'link d', 'delete f']);
  });

  it('cover each object', () => {
    const [block] = read(
      'Objects: `a` ![b](c) [^1] <b> <https://d.example> https://e.example\n\n[^1]: f',
    );
    assert.deepEqual(
      block?.marks.map(({ kind }) => kind),
      ['code', 'image', 'citation', 'html', 'link', 'link'],
    );
  });
});

describe('Comments', () => {
  it('are collected with their ranges, from blocks and from lines', () => {
    const source =
      '\uFEFF<!-- one\ntwo -->\n\na <!--b--> c\n\n> <!-- q -->\n\n```\n<!-- no -->\n```\n<!-- open';
    const { comments } = readDraft(source, 'markdown');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['one\ntwo', 'b', 'q'],
    );
    for (const { span, text } of comments)
      assert.ok(source.slice(span.start, span.end).replace(/^<!--\s*|\s*-->$/g, '') === text);
  });
});
