/** Rows of the tables that say how a verb or a phrase is read, and what holds of all findings. */

import assert from 'node:assert/strict';
import { toSource } from '../../server/core/align.ts';
import { analyze, type Analysis } from '../../server/core/index.ts';
import type { Claim } from '../../server/core/resolve.ts';
import { library } from './library.ts';

/** The words between ‹ and ›, as they stand in the text without these marks. */
interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function unmark(marked: string): Marked {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  assert.ok(start >= 0 && end > start, `mark the verb in ‹›: ${marked}`);
  return { text: marked.replace('‹', '').replace('›', ''), start, end };
}

/** The claim whose verb, or whose phrase, is the marked words. */
export function claimAt(marked: string): Claim {
  const { text, start, end } = unmark(marked);
  const analysis = analyze(text, library());
  const found = analysis.claims.find((claim) => {
    const at = sourceOf(analysis, claim);
    return claim.frame.form === 'phrase'
      ? at.start === start && at.end === end
      : at.verbEnd === end && at.start <= start;
  });
  assert.ok(found, `nothing is read there, only ${readings(analysis)}`);
  return found;
}

function sourceOf(analysis: Analysis, { block, frame }: Claim) {
  const place = analysis.draft.blocks[block];
  assert.ok(place);
  return { ...toSource(place, frame.span), verbEnd: toSource(place, frame.head).end };
}

function readings(analysis: Analysis): string {
  return analysis.claims.map((claim) => `“${claim.frame.lemma}” (${described(claim)})`).join(', ');
}

/** Actor, modality with its rung, form and excuse, as the tables write them. */
export function described({ frame, actor, modality, excuse }: Claim): string {
  const rung = frame.rung !== undefined && modality === frame.modality ? ` ${frame.rung}` : '';
  const form = `${frame.form}${frame.passive ? ' passive' : ''}`;
  return [actor, `${modality}${rung}`, form, ...(excuse ? [excuse] : [])].join(' | ');
}

/** A row is `text with a ‹verb› | verb class | actor | modality rung | form | excuse`. */
export function testRows(rows: readonly string[]): void {
  for (const row of rows) {
    const [text = '', verb = '', ...expected] = row.split('|').map((part) => part.trim());
    const reading = expected.join(' | ');
    it(`reads “${text.replaceAll('\n', ' ⏎ ')}” as ${verb}: ${reading}`, () => {
      const claim = claimAt(text);
      assert.ok(claim.frame.verb.has(verb), `read as ${[...claim.frame.verb].join(', ')}`);
      assert.equal(described(claim), reading);
    });
  }
}

/** Findings stand in order, mark their own text, and those on claims do not overlap. */
export function findingsHold({ draft, findings }: Analysis): void {
  let start = 0;
  let end = 0;
  for (const { span, text, rule, prose, block } of findings) {
    assert.ok(span.start >= start, `“${text}” stands after what follows it`);
    assert.ok(span.start < span.end && span.end <= draft.source.length);
    assert.equal(text, draft.source.slice(span.start, span.end));
    const place = draft.blocks[block];
    assert.ok(place && prose.start >= 0 && prose.end <= place.text.length);
    start = span.start;
    // That balance is missing is said of the draft; where all of it is marked, it lies on a claim.
    if (rule === 'missing-balance') continue;
    assert.ok(start >= end, `“${text}” overlaps with the finding before`);
    end = span.end;
  }
}
