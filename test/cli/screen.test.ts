import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpt, wrap } from '../../server/cli/excerpt.ts';
import { fromTop } from '../../server/cli/ignore.ts';
import { printable, styleFor } from '../../server/cli/output.ts';

describe('what is shown on a screen', () => {
  const units: readonly [name: string, text: string, shown: string][] = [
    ['an escape sequence', '\u001B[31mred', '␛[31mred'],
    ['a line break in a file name', 'a\nb', 'a␊b'],
    ['a tab', 'a\tb', 'a b'],
    ['a C1 control', '\u009B31m', '\uFFFD31m'],
    ['delete', '\u007F', '␡'],
    ['an override of direction', 'a\u202Eb', 'a\uFFFDb'],
    ['letters, marks and emoji', 'é 日本 🎉 “β”', 'é 日本 🎉 “β”'],
  ];
  for (const [name, text, shown] of units)
    it(`tames, unit by unit, ${name}`, () => {
      assert.equal(printable(text), shown);
      assert.equal(shown.length, text.length);
    });

  it('has colours only if asked', () => {
    assert.equal(styleFor(true)('error', 'x'), '\u001B[31mx\u001B[0m');
    assert.equal(styleFor(false)('error', 'x'), 'x');
  });

  it('is a window in which the marked text can be seen, at most as long as asked', () => {
    const word = fc.oneof(fc.constantFrom('a', 'knee', '🎉', 'cartilage', ''), fc.string());
    const line = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(line, fc.nat(), fc.nat({ max: 40 }), fc.integer({ min: 40, max: 80 }), check),
    );
    function check(text: string, at: number, length: number, width: number): void {
      const start = at % (text.length + 1);
      const end = Math.min(text.length, start + length);
      const cut = excerpt(text, start, end, width);
      assert.equal(cut.text.slice(cut.start, cut.end), text.slice(start, end));
      assert.ok(cut.text.length <= width + 2);
      assert.ok(text.includes(cut.text.replace(/^…|…$/g, '')) || text.length <= width);
    }
  });

  it('never cuts a window through a character', () => {
    for (let start = 0; start < 200; start += 2) {
      const { text } = excerpt('🎉'.repeat(100), start, start + 2, 41);
      assert.match(text, /^…?(🎉)+…?$/u);
    }
  });

  it('shows where a marked text begins that is longer than the window', () => {
    const cut = excerpt(`so ${'long '.repeat(100)}`, 3, 400, 40);
    assert.match(cut.text, /^…?long .*…$/);
    assert.ok(cut.end <= cut.text.length);
  });

  it('wraps between words, and leaves a long word whole', () => {
    assert.deepEqual(wrap('one two three immunomodulation a b', 9), [
      'one two',
      'three',
      'immunomodulation',
      'a b',
    ]);
  });
});

describe('an ignore pattern as seen from the top of the tree', () => {
  const rows: readonly [line: string, folder: string, pattern: string][] = [
    ['a.md', '', 'a.md'],
    ['a.md', 'sub', 'sub/**/a.md'],
    ['/a.md', 'sub', 'sub/a.md'],
    ['x/a.md', 'sub', 'sub/x/a.md'],
    ['x/', 'sub', 'sub/**/x/'],
    ['!a.md', 'sub', '!sub/**/a.md'],
    ['# a', 'sub', ''],
    ['\\#a', 'sub', 'sub/**/\\#a'],
    ['a\\ ', 'sub', 'sub/**/a\\ '],
    ['a.md  ', 'sub', 'sub/**/a.md'],
    ['/', 'sub', ''],
    ['!', 'sub', ''],
    ['', 'sub', ''],
  ];
  for (const [line, folder, pattern] of rows)
    it(`is “${pattern}” for “${line}” in “${folder}”`, () =>
      assert.equal(fromTop(line, folder), pattern));
});
