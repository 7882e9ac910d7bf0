import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { folderWith, hedgerow, removeFolders } from './support.ts';

const example = 'docs/examples/stem-cell-therapy-for-chronic-pain.md';

/** The words alone: no markup, no list numbers, no punctuation that stands by itself. */
function words(text: string): readonly string[] {
  return text
    .replace(/[#*]/g, '')
    .split(/\s+/)
    .map((word) => word.replace(/:$/, ''))
    .filter(Boolean);
}

function demo(text: string): string {
  const cwd = folderWith({ 'a.md': text });
  const { code, out } = hedgerow(['check', '--format', 'demo', '--fail-on', 'never', '.'], { cwd });
  assert.equal(code, 0);
  return out;
}

describe('the demonstration', () => {
  afterEach(removeFolders);

  it('reads a draft whose words are those of the first draft', () => {
    const [title = '', ...rest] = readFileSync(example, 'utf8').split('\n');
    const seed = words(readFileSync('test/cli/fixtures/seed.txt', 'utf8'));
    assert.deepEqual(words(rest.join('\n')), seed);
    assert.ok(title.startsWith('# ') && seed.join(' ').includes(words(title).join(' ')));
  });

  it('exits with 0 on that draft, and ends with a sum', () => {
    const { code, out } = hedgerow(['check', '--format', 'demo', '--fail-on', 'never', example]);
    assert.equal(code, 0);
    assert.match(out, /(^|\n)(\d+ findings? in 1 file: .+|Nothing to flag in 1 file\.)\n$/);
  });

  const rows: readonly [name: string, text: string][] = [
    ['marks the words under their line', 'Stem cell therapy cures osteoarthritis.\n'],
    [
      'cuts a long line to a window',
      `${'word '.repeat(500)}. Stem cell therapy cures arthritis. ${'word '.repeat(500)}`,
    ],
    [
      'aligns the marks after wide characters',
      '日本 🎉 é: Stem cell therapy cures osteoarthritis.\n',
    ],
    ['aligns the marks after tabs', '-\tStem cell therapy\tcures osteoarthritis.\n'],
    ['finds the line among CRLF ones', 'One.\r\n\r\nStem cell therapy cures osteoarthritis.\r\n'],
  ];
  for (const [name, text] of rows)
    it(name, () => {
      const out = demo(text);
      const [, source = '', carets = ''] = /\n *\d+ \| (.*)\n +\| ( *\^+)\n/.exec(out) ?? [];
      const marked = columnsOf(source, carets.indexOf('^'), carets.length);
      assert.match(marked, /cures/);
      assert.ok(text.replaceAll('\t', ' ').includes(marked));
      assert.ok(source.length <= 120);
    });

  it('tells the rule, the reason, the first offer and what it gives', () => {
    const out = demo('Stem cell therapy cures osteoarthritis.\n');
    assert.match(out, /^a\.md:1:\d+$/m);
    assert.match(out, /^ +rule {2}cure-claim \((error|warning)\)$/m);
    assert.match(out, /^ +reason {2}\S/m);
    assert.match(out, /^ +offer {2}\S.*\n {10}Stem cell (?!.*cures).*osteoarthritis/m);
  });
});

/** The part of a line from one column to another; East Asian and emoji characters take two. */
function columnsOf(line: string, from: number, to: number): string {
  let column = 0;
  let part = '';
  for (const character of line) {
    if (column >= from && column < to) part += character;
    column += /[\u3000-\u9FFF]|\p{Extended_Pictographic}/u.test(character) ? 2 : 1;
  }
  return part;
}
