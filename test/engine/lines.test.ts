import assert from 'node:assert/strict';
import { Lines } from '../../server/core/lines.ts';

const text = 'ab\ncd\r\nef\rgh😀i\n';

const points: readonly (readonly [string, number, number, number])[] = [
  ['the first character', 0, 0, 0],
  ['the end of a line', 2, 0, 2],
  ['the start of a line', 3, 1, 0],
  ['between carriage return and line feed', 6, 1, 3],
  ['behind both', 7, 2, 0],
  ['behind a lone carriage return', 10, 3, 0],
  ['behind an astral character, which counts two', 14, 3, 4],
  ['the line after the last line ending', 16, 4, 0],
  ['an offset behind the text, clamped', 99, 4, 0],
  ['an offset before the text, clamped', -1, 0, 0],
];

describe('Lines find', () => {
  for (const [name, offset, line, column] of points)
    it(name, () => {
      assert.deepEqual(new Lines(text).at(offset), { line, column });
    });

  it('where each line begins, and the end for lines that are not there', () => {
    const lines = new Lines(text);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((line) => lines.startOf(line)),
      [0, 3, 7, 10, 16, 16],
    );
    assert.equal(lines.count, 5);
  });

  it('one line in an empty text', () => {
    assert.equal(new Lines('').count, 1);
    assert.deepEqual(new Lines('').at(0), { line: 0, column: 0 });
  });
});
