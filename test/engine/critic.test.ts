import assert from 'node:assert/strict';
import { isVerbatim, toSource } from '../../server/core/align.ts';
import { readDraft } from '../../server/core/markdown.ts';

const read = (source: string) =>
  readDraft(source, 'markdown').blocks.map(({ text }) => text.replaceAll('\uFFFC', '□'));

/** The prose as if all changes were accepted; `□` for an object. */
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ['counts what is added', 'it {++may ++}help', 'it may help'],
  ['does not count what is deleted', 'it {--always --}helps', 'it helps'],
  ['counts the new side of a change', 'it {~~cures~>may ease~~} pain', 'it may ease pain'],
  ['counts what is marked', 'it {==cures==} pain', 'it cures pain'],
  ['takes a comment for an object', 'it cures{>>really?<<} pain', 'it cures□ pain'],
  ['reads markup in changes', 'it {++**may**++} help', 'it may help'],
  [
    'reads changes of several lines',
    '> it {++may\n> help++} x\n> {--a\n> b--} y',
    'it may\nhelp x\n y',
  ],
  ['leaves a paragraph out that is deleted', 'a\n\n{--b c--}\n\nd', 'a', 'd'],
  ['leaves code alone', 'a `{--b--}` c', 'a □ c'],
  ['leaves alone what is not closed', 'a {++b and {--c', 'a {++b and {--c'],
  ['does not go on into the next paragraph', 'a {++b\n\nc++} d', 'a {++b', 'c++} d'],
  ['leaves a change without an arrow alone', 'a {~~b~~} c', 'a {b} c'],
  ['leaves front matter alone', '---\ntitle: a {++b++}\n---\n\n{++c++}', 'a {++b++}', 'c'],
  ['reads a comment on what is marked', '{==a==}{>>b<<} c', 'a□ c'],
  ['does not mind changes that overlap', '{++a {--b++} c--} d', 'a  d'],
];

describe('A tracked change', () => {
  for (const [name, source, ...expected] of cases)
    it(name, () => {
      assert.deepEqual(read(source), expected);
    });

  it('keeps offsets exact, and does not let an edit cut through it', () => {
    const source = 'it {~~cures~>may ease~~} pain';
    const [block] = readDraft(source, 'markdown').blocks;
    assert.ok(block);
    const span = { start: 3, end: 11 };
    assert.deepEqual(toSource(block, span), { start: 13, end: 21 });
    assert.equal(isVerbatim(block, span), true);
    assert.equal(isVerbatim(block, { start: 0, end: 6 }), false);
  });
});
