/** Claims with a hedge that still says more than the evidence carries: "may" where nothing is known. */

import type { Whole } from './document.ts';
import type { Evidence } from './model.ts';
import { weakestRow } from './offers/evidence.ts';
import type { Claim } from './resolve.ts';
import type { Mention } from './terms.ts';

interface Known {
  readonly hedged: readonly Claim[];
  /** The first block of the draft and the headings above, and what was found under them. */
  readonly context: readonly (string | undefined)[];
  readonly above: readonly (readonly [claim: Claim, row: Evidence])[];
}

/** By the claims of a block, whose list stays the same while nothing about the block changes. */
const known = new WeakMap<readonly Claim[], Known>();

/** Hedged claims, each with the row of evidence that it goes beyond. */
export function hedgedAbove(whole: Whole): readonly (readonly [claim: Claim, row: Evidence])[] {
  const { draft, resolved, library } = whole;
  if (library.evidence.length === 0) return [];
  const mentioned = new Map<string, readonly Mention[]>();
  return resolved.flatMap(({ claims, index }) => {
    const { hedged, ...before } = knownOf(claims);
    const block = draft.blocks[index];
    if (!block || hedged.length === 0) return [];
    const context = [0, ...block.place.section].map((at) => draft.blocks[at]?.text);
    if (
      context.length === before.context.length &&
      context.every((one, at) => one === before.context[at])
    )
      return before.above;
    const above = hedged.flatMap((claim) => {
      const { sentence } = claim;
      const asked = { library, blocks: draft.blocks, block, sentence, claims: [claim], mentioned };
      const row = weakestRow(asked);
      const beyond = row !== undefined && row.rung < (claim.frame.rung ?? 0);
      return beyond ? [[claim, row] as const] : [];
    });
    known.set(claims, { hedged, context, above });
    return above;
  });
}

const NONE: Known = { hedged: [], context: [], above: [] };

function knownOf(claims: readonly Claim[]): Known {
  if (claims.length === 0) return NONE;
  let here = known.get(claims);
  if (!here) known.set(claims, (here = { ...NONE, hedged: claims.filter(isHedged) }));
  return here;
}

const isHedged = ({ modality, excuse, actor }: Claim): boolean =>
  modality === 'hedged' && excuse === undefined && actor === 'regenerative';
