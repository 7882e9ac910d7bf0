import assert from 'node:assert/strict';
import { isVerbatim, toSource } from '../../server/core/align.ts';
import { readDraft } from '../../server/core/markdown.ts';

const fenced = (text: string) => `---\n${text}\n---\n\nText.`;
const matter = (source: string) =>
  readDraft(source, 'markdown').blocks.filter(({ kind }) => kind === 'front-matter');

/** Front matter, and `key: prose` of each block. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ['plain values', 'title: Cells cure', 'title: Cells cure'],
  ['keys in any case', 'Title: A', 'title: A'],
  [
    'all keys of prose',
    'subtitle: a\nsummary: b\nexcerpt: c\ndescription: d',
    'subtitle: a',
    'summary: b',
    'excerpt: c',
    'description: d',
  ],
  ['no other keys', 'author: Cures\ndate: 2024-01-01\nslug: a'],
  ['only text', 'title: true\ndescription: 12\nsummary:'],
  ['values in double quotes', 'title: "A \\"b\\" \\u00e9\\x21"', 'title: A "b" é!'],
  ['values in single quotes', "title: 'It''s'", "title: It's"],
  ['plain values of several lines', 'title: a\n  b', 'title: a b'],
  ['folded values', 'title: >-\n  a\n  b\n\n  c', 'title: a b\nc'],
  ['literal values', 'title: |\n  a\n  b', 'title: a\nb'],
  ['lists of tags', 'tags:\n  - a b\n  - "c"', 'tags: a b', 'tags: c'],
  ['lists of tags on one line', "tags: [a b, 'c']", 'tags: a b', 'tags: c'],
  ['tags in one value', 'keywords: a, b', 'keywords: a, b'],
  ['no comments', 'title: a # cures', 'title: a'],
  ['what can be read of broken YAML', 'title: a\n: : [', 'title: a'],
  ['nothing of what is no map', '- title: a'],
];

describe('Front matter gives', () => {
  for (const [name, text, ...expected] of cases)
    it(name, () => {
      for (const newline of ['\n', '\r\n', '\r'])
        assert.deepEqual(
          matter(fenced(text).replaceAll('\n', newline)).map((b) => `${b.place.key}: ${b.text}`),
          expected,
        );
    });

  it('TOML of one line', () => {
    const source = '+++\ntitle = "A \\"b\\"" # c\ntags = ["d"]\nsummary = \'e\'\n+++\n';
    assert.deepEqual(
      matter(source).map(({ text }) => text),
      ['A "b"', 'e'],
    );
  });

  it('itself, without its fences', () => {
    const source = '\uFEFF---\r\ntitle: a\r\nhedgerow: off\r\n---\r\n\r\nb';
    const { frontMatter } = readDraft(source, 'markdown');
    assert.equal(frontMatter?.text, 'title: a\r\nhedgerow: off\r\n');
    assert.equal(source.slice(frontMatter.span.start, frontMatter.span.end), frontMatter.text);
  });

  it('nothing of itself where there is none', () => {
    assert.equal('frontMatter' in readDraft('a\n\n---\ntitle: b\n---', 'markdown'), false);
    assert.equal('frontMatter' in readDraft('+++\ntitle = "b"\n+++', 'markdown'), false);
  });
});

/** A value, a phrase of its prose, the source it comes from, and whether an edit is safe. */
const positions: readonly (readonly [string, string, string, boolean])[] = [
  ['title: it cures x', 'cures', 'cures', true],
  ['title: "a \\" cures"', 'cures', 'cures', true],
  ['title: "a \\" b"', '"', '\\"', false],
  ["title: 'it''s cures'", 'cures', 'cures', true],
  ["title: 'it''s'", "it's", "it''s", false],
  ['title: >\n  a\n  cures', 'cures', 'cures', true],
  ['title: >\n  a\n  cures', 'a cures', 'a\n  cures', false],
  ['title: |-\n    a\n    cures', 'cures', 'cures', true],
  ['title: a\n  cures', 'cures', 'cures', true],
  ['tags: [a, b cures]', 'cures', 'cures', true],
  ['title: "a \\\n  cures"', 'a cures', 'a \\\n  cures', false],
];

describe('In front matter', () => {
  for (const [text, phrase, expected, verbatim] of positions)
    it(`${JSON.stringify(phrase)} stands at its place in ${JSON.stringify(text)}`, () => {
      const source = fenced(text);
      const block = matter(source).find((one) => one.text.includes(phrase));
      assert.ok(block);
      const start = block.text.indexOf(phrase);
      const span = { start, end: start + phrase.length };
      const { start: from, end: to } = toSource(block, span);
      assert.ok(source.slice(from, to).includes(expected));
      assert.equal(isVerbatim(block, span), verbatim);
      if (verbatim) assert.equal(source.slice(from, to), expected);
    });
});
