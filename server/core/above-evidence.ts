/** Claims with a hedge that still says more than the evidence carries: "may" where nothing is known. */

import type { Whole } from './document.ts';
import type { Evidence } from './model.ts';
import { weakestRow } from './offers/evidence.ts';
import type { Claim } from './resolve.ts';
import type { Mention } from './terms.ts';

interface Known {
  readonly context: string;
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
    const block = draft.blocks[index];
    if (!block || !claims.some(isHedged)) return [];
    const above = block.place.section.map((at) => draft.blocks[at]?.text ?? '');
    const context = [draft.blocks[0]?.text ?? '', ...above].join('\n');
    const before = known.get(claims);
    if (before?.context === context) return before.above;
    const found = claims.filter(isHedged).flatMap((claim) => {
      const { sentence } = claim;
      const asked = { library, blocks: draft.blocks, block, sentence, claims: [claim], mentioned };
      const row = weakestRow(asked);
      const beyond = row !== undefined && row.rung < (claim.frame.rung ?? 0);
      return beyond ? [[claim, row] as const] : [];
    });
    known.set(claims, { context, above: found });
    return found;
  });
}

const isHedged = ({ modality, excuse, actor }: Claim): boolean =>
  modality === 'hedged' && excuse === undefined && actor === 'regenerative';
