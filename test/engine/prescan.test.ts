import assert from 'node:assert/strict';
import { readDraft } from '../../server/core/markdown.ts';
import type { Notice } from '../../server/core/model.ts';

/** Generous on purpose: it guards against a hang, it does not measure. */
const HANG = 5000;

const KB = 1024;
const fill = (unit: string, size = 300 * KB) => unit.repeat(Math.ceil(size / unit.length));

const line = /longer than 64 KB and was left unread; break it up/;
const leaf = /^This paragraph .* and was left unread; split it/;
const deep = /more than 100 levels deep and was left unread; flatten it/;
const much = /than are read at once\. It was left unread from here on; split it/;
const matter = /^This front matter .* and was left unread; shorten it/;

const lengths = (n: number, char: string) =>
  Array.from({ length: n }, (_, i) => char.repeat(i + 1)).join(' ');
const steps = (n: number) => Array.from({ length: n }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');

const choking: readonly (readonly [string, string, RegExp])[] = [
  ['a line of 5 MB', fill('stem cells ', 5 * KB * KB), line],
  ['a paragraph of many lines', fill('stem cells may help\n'), leaf],
  ['300 KB of [', fill('['), line],
  ['300 KB of [a](', fill('[a]('), line],
  ['300 KB of [^a]', fill('[^a]'), line],
  ['300 KB of ![', fill('!['), line],
  ['300 KB of ](', fill(']('), line],
  ['300 KB of > ', fill('> '), line],
  ['300 KB of - ', fill('- '), line],
  ['300 KB of 1. ', fill('1. '), line],
  ['300 KB of *a ', fill('*a '), line],
  ['300 KB of a_ ', fill('a_ '), line],
  ['300 KB of <', fill('<'), line],
  ['300 KB of <!--', fill('a <!-- '), line],
  ['300 KB of backticks', fill('`'), line],
  ['lines of [', fill('[\n'), much],
  ['lines of [a](', fill('[a](\n', 30 * KB), leaf],
  ['lines of [^a]', fill('[^a] [^a]\n', 30 * KB), leaf],
  ['brackets in brackets', `${'['.repeat(500)}a${']'.repeat(500)}`, leaf],
  ['images in images', `${'!['.repeat(400)}a${'](b)'.repeat(400)}`, leaf],
  ['emphasis that opens', fill('*a **b\n', 30 * KB), leaf],
  ['emphasis that closes', fill('a* b_\n', 30 * KB), leaf],
  ['emphasis in long runs', `${'*'.repeat(9000)}a${'*'.repeat(9000)}`, leaf],
  ['strikethrough', fill('~a a~\n', 30 * KB), leaf],
  ['runs of backticks of all lengths', lengths(300, '`'), leaf],
  ['runs of dollars of all lengths', lengths(300, '$'), leaf],
  ['comments that stay open', fill('a <!-- ', 60 * KB), leaf],
  ['declarations that stay open', fill('a <?b\n', 30 * KB), leaf],
  ['quotes 150 deep', fill(`${'> '.repeat(150)}a\n`), deep],
  ['lists 150 deep on a line', fill(`${'- '.repeat(150)}a\n`), deep],
  ['lists deeper on each line', steps(500), deep],
  ['footnotes in footnotes', fill('[^a]: ', 30 * KB), deep],
  ['lists 100 deep on many lines', fill(`${'- '.repeat(100)}a\n`), much],
  ['one-letter items', fill('- a\n'), much],
  ['items with an item each', fill('* - a\n'), much],
  ['lazy lines in a quote', `> ${fill('a\n')}`, much],
  ['lazy lines in turn with quoted ones', fill('> a\nb\n'), much],
  ['underlined headings', fill('a\n===\n'), much],
  ['table rows', `|a|b|\n|-|-|\n${fill('|a|b|\n')}`, much],
  ['footnotes', fill('[^a]: b\n'), much],
  ['lone carriage returns', fill('a\r'), much],
  ['front matter of 20 KB', `---\n${fill('title: a\n', 20 * KB)}---\n`, matter],
  ['nested front matter', `---\n${fill('[', 9 * KB)}\n---\n`, matter],
  ['front matter of keys in keys', `---\n${fill('? ', 9 * KB)}\n---\n`, matter],
];

const covers = ({ span }: Notice, at: number) => span.start <= at && at < span.end;

describe('The pre-scan leaves unread, with a notice that covers it,', function () {
  this.timeout(4 * HANG);

  for (const [name, source, message] of choking)
    it(name, () => {
      const started = Date.now();
      const { notices } = readDraft(source, 'markdown');
      assert.ok(Date.now() - started < HANG, 'it took seconds');
      assert.match(notices.map((notice) => notice.message).join('\n'), message);
      assert.ok(notices.some((notice) => covers(notice, source.length - 2)));
    });

  it('the same in MDX', () => {
    for (const unit of [
      '<a ',
      '<A b="',
      '{',
      '{/*',
      '<b c={',
      "<a b='\n",
      '{a}\n',
      'import a from "b"\n',
    ]) {
      const started = Date.now();
      readDraft(fill(unit), 'mdx');
      readDraft(fill(`${unit}\n\n`, 3 * KB), 'mdx');
      assert.ok(Date.now() - started < HANG, unit);
    }
  });

  it('a file with NUL characters, whole', () => {
    const source = '# A\n\nit \0 cures';
    const { blocks, notices } = readDraft(source, 'markdown');
    assert.deepEqual(blocks, []);
    assert.deepEqual(notices[0]?.span, { start: 0, end: source.length });
    assert.match(notices[0].message, /not text .* save it as UTF-8/);
  });
});

describe('Around what is left unread', function () {
  this.timeout(4 * HANG);

  const around = (part: string) => {
    const source = `\uFEFFBefore it.\n\n${part}\n\nIt **cures** x.`;
    const { blocks, notices } = readDraft(source, 'markdown');
    const last = blocks.at(-1);
    assert.ok(last);
    assert.equal(last.start, source.lastIndexOf('It **'));
    assert.equal(notices.length, 1);
    const { start, end } = notices[0]?.span ?? { start: 0, end: 0 };
    assert.ok(source.slice(start, end).length > part.length / 2);
    return blocks.map(({ text }) => text);
  };

  it('the rest is read, at its exact offsets', () => {
    assert.deepEqual(around(fill('[')), ['Before it.', 'It cures x.']);
    assert.deepEqual(around(fill('> ')), ['Before it.', 'It cures x.']);
    assert.deepEqual(around(fill('a* b_\n', 20 * KB)), ['Before it.', 'It cures x.']);
    assert.deepEqual(around(`- ${fill('[a](', 20 * KB)}\n- b`), ['Before it.', 'b', 'It cures x.']);
    assert.deepEqual(around(`> a\n>\n> ${fill('a* ', 20 * KB)}`), [
      'Before it.',
      'a',
      'It cures x.',
    ]);
  });

  it('headings, items and cells are left unread one by one', () => {
    const bad = fill('a* ', 9 * KB);
    const { blocks, notices } = readDraft(`# ${bad}\n\n|a|\n|-|\n|${bad}|\n|b|`, 'markdown');
    assert.deepEqual(
      blocks.map(({ text }) => text),
      ['a', 'b'],
    );
    assert.equal(notices.length, 2);
  });
});

const harmless: readonly (readonly [string, string])[] = [
  ['a list of 600 links without a blank line', fill('- [a](b) and [c](d)\n', 12 * KB)],
  ['a table of 400 links', `|a|b|\n|-|-|\n${fill('|[a](b)|[c](d)|\n', 6 * KB)}`],
  [
    '200 KB in the style of notes, without a blank line',
    fill('1. Cells may help here.\n2. More.\nSo:\n', 100 * KB),
  ],
  ['code with brackets and marks', `\`\`\`\n${fill('a[b[c[*d_e', 30 * KB)}\n\`\`\`\n`],
  ['lines to fill in', fill('Name: ____________________ Date: __________\n', 4 * KB)],
  ['an embedded image of 2 MB', `a ![b](data:image/png;base64,${fill('QUJD', 2 * KB * KB)}) c`],
  ['an embedded image by reference', `![b][i]\n\n[i]: <data:image/png;base64,${fill('QUJD')}>`],
  ['300 KB of blank lines', `a${fill('\n')}b`],
  ['blank lines to the end', `- a${fill('\n')}`],
  ['a hundred levels', `${'> '.repeat(100)}a`],
];

describe('The pre-scan lets pass', function () {
  this.timeout(4 * HANG);

  for (const [name, source] of harmless)
    it(name, () => {
      const { blocks, notices } = readDraft(source, 'markdown');
      assert.deepEqual(notices, []);
      const last = source.trimEnd().length;
      assert.ok(name.startsWith('code') || blocks.some(({ start }) => start <= last));
    });

  it('the text around an embedded image, at its exact offset', () => {
    const source = `a ![b](data:image/png;base64,${fill('QUJD')} "it") cures`;
    const [block] = readDraft(source, 'markdown').blocks;
    const run = block?.runs.at(-1);
    assert.equal(block?.text, 'a \uFFFC cures');
    assert.equal(block.start + (run?.source ?? 0), source.indexOf(' cures'));
  });

  it('text behind many blank lines, at its exact offset', () => {
    const source = `a${fill('\n')}b`;
    assert.equal(readDraft(source, 'markdown').blocks[1]?.start, source.length - 1);
  });
});
