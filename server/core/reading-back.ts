/** How the claim under a finding was read, in words: who, does what, to what, how surely. */

import type { Analysis } from './analyze.ts';
import type { Actor, Modality } from './claims.ts';
import type { Finding } from './model.ts';
import { evidenceFor } from './offers/evidence.ts';
import { passageOf, reread } from './offers/passage.ts';
import type { Claim } from './resolve.ts';

export interface ClaimReading {
  /** In the draft's words, or in brackets as it was understood. */
  readonly who: string;
  readonly does: string;
  /** Empty where nothing follows. */
  readonly what: string;
  readonly surely: string;
  /** A purpose, which states no result. */
  readonly isAim: boolean;
  /** Where that stands on the hedging ladder, 0 to 9. */
  readonly rung: number;
  /** The highest rung that the evidence on this carries, where a row answers to the claim. */
  readonly carried?: number;
}

/** `undefined` for a finding that no one claim gave, as those of the whole draft. */
export function readingAt(analysis: Analysis, finding: Finding): ClaimReading | undefined {
  const { block, basis } = finding;
  const text = analysis.draft.blocks[block]?.text ?? '';
  const claim = claimUnder(analysis, finding);
  if (!claim) return undefined;
  const { head, span } = claim.frame;
  const whole = claim.frame.form === 'phrase';
  const state = reread(analysis, block);
  const passage = state && passageOf(state, finding.rule, basis);
  const row = passage && evidenceFor(passage);
  return {
    who: whoOf(claim, text),
    does: flat(whole ? text.slice(span.start, span.end) : text.slice(span.start, head.end)),
    what: whole ? '' : flat(text.slice(head.end, span.end)),
    surely: SURELY[claim.modality],
    isAim: claim.modality === 'aimed',
    rung: rungOf(claim),
    ...(row && { carried: row.rung }),
  };
}

/** The claim that a finding marks, of several the first; `undefined` where the draft as a whole gave it. */
export function claimUnder({ claims }: Analysis, { block, basis }: Finding): Claim | undefined {
  const inside = claims.filter(
    ({ block: at, frame: { span } }) =>
      at === block && span.start >= basis.start && span.end <= basis.end,
  );
  const reachesEnd = inside.some(({ frame: { span } }) => span.end === basis.end);
  return inside
    .filter(({ frame: { span } }) => reachesEnd && span.start === basis.start)
    .sort((one, other) => other.frame.span.end - one.frame.span.end)[0];
}

function whoOf({ frame, actor }: Claim, text: string): string {
  const named = frame.subject ? flat(text.slice(frame.subject.start, frame.subject.end)) : '';
  const understood = WHO[actor];
  if (named === '') return understood === '' ? '' : `(${understood})`;
  return actor === frame.actor || understood === '' ? named : `${named} (${understood})`;
}

/** Who is meant where the clause does not say, or says "it". */
const WHO: Readonly<Record<Actor, string>> = {
  regenerative: 'the therapy',
  open: 'what was named before',
  provider: 'the clinic',
  patient: 'the patient',
  body: 'the body',
  'other-treatment': 'another treatment',
  disease: 'the disease',
  anatomy: 'a part of the body',
  study: 'a study',
  expert: 'experts',
  outcome: 'the outcome',
  regulator: 'a regulator',
  nobody: '',
  unknown: '',
  none: '',
};

const SURELY: Readonly<Record<Modality, string>> = {
  asserted: 'as a fact',
  boosted: 'as a certainty',
  will: 'as what will happen',
  can: 'as an ability',
  would: 'as what would happen',
  aimed: 'as an aim',
  hedged: 'under a hedge',
};

/** Where a claim without a hedge of its own stands (the merged ladder of hedging cues). */
const RUNG: Readonly<Record<Modality, number>> = {
  asserted: 8,
  boosted: 9,
  will: 9,
  can: 7,
  would: 8,
  aimed: 2,
  hedged: 4,
};

function rungOf({ frame, modality }: Claim): number {
  return frame.modality === modality ? (frame.rung ?? RUNG[modality]) : RUNG[modality];
}

function flat(text: string): string {
  return text.replace(/[\s\uFFFC]+/g, ' ').trim();
}
