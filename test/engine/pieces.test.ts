import assert from 'node:assert/strict';
import { analyze, isWhole, readOn, type Part } from '../../server/core/index.ts';
import { draft, prose, random } from '../bench/corpora.ts';
import { adversarialEdit, applied, manuscript, tangle } from './edits.generator.ts';
import { library } from './library.ts';

/** Reads a text to its end, edited before each piece; small pieces make many seams. */
function readToEnd(
  source: string,
  piece: number,
  before?: Part,
  edit: (source: string) => string = (same) => same,
): { readonly part: Part; readonly pieces: number } {
  let text = source;
  let part = readOn(text, library(), {}, before, piece);
  let pieces = 1;
  for (; !isWhole(part) && pieces < 1000; pieces++) {
    text = edit(text);
    part = readOn(text, library(), {}, part);
  }
  return { part, pieces };
}

function isAsReadWhole({ analysis }: Part, source: string): void {
  const whole = analyze(source, library());
  assert.equal(analysis.draft.source, source);
  assert.deepEqual(analysis.findings, whole.findings);
  assert.deepEqual(analysis.draft.blocks, whole.draft.blocks);
}

describe('reading a draft in pieces', () => {
  it('finds what reading it whole does, whatever is cut apart', () => {
    const g = random(17);
    for (let round = 0; round < 40; round++) {
      const source = round % 2 === 0 ? manuscript(g) : tangle(g);
      isAsReadWhole(readToEnd(source, 50 + g.below(400)).part, source);
    }
  });

  it('finds what reading it whole does where it is edited meanwhile', () => {
    const g = random(19);
    for (let round = 0; round < 20; round++) {
      let source = manuscript(g);
      const edit = (text: string): string =>
        (source = g.below(2) === 0 ? text : applied(text, adversarialEdit(text, g)));
      isAsReadWhole(readToEnd(source, 50 + g.below(400), undefined, edit).part, source);
    }
  });

  it('reads in pieces what is pasted into a draft that was read', () => {
    const g = random(23);
    const before = readToEnd(manuscript(g), 1e6).part;
    const at = before.source.indexOf('\n\n') + 2;
    const source = before.source.slice(0, at) + draft(3, 3000) + before.source.slice(at);
    const { part, pieces } = readToEnd(source, 2000, before);
    assert.ok(pieces > 5, String(pieces));
    isAsReadWhole(part, source);
  });

  it('reads an edit at once', () => {
    const { part } = readToEnd(draft(5, 5000), 2000);
    const source = part.source.replace('Stem', 'My stem');
    assert.ok(isWhole(readOn(source, library(), {}, part)));
  });

  const TEXTS: readonly (readonly [name: string, text: string, most: number])[] = [
    ['a draft with notes at its end', draft(7, 10_000), 15],
    ['a draft typed without blank lines', prose(7, 10_000), 15],
    ['one list item', `- ${draft(7, 10_000).replaceAll('\n', '\n  ')}`, 10],
    ['one line', 'Stem cells may ease pain. '.repeat(2000), 1],
  ];
  for (const [name, text, most] of TEXTS)
    it(`takes at most ${most} pieces for ${name}`, () => {
      const { pieces } = readToEnd(text, 10_000);
      assert.ok(pieces <= most, String(pieces));
    });
});
