/** What of an earlier version of a draft still holds, block by block. */

import type { Reading } from './claims.ts';
import type { Block } from './model.ts';
import { rowOf } from './surroundings.ts';

/** Another version of the draft. */
export interface Version<T> {
  readonly draft: { readonly blocks: readonly Block[] };
  readonly readings: readonly Reading[];
  readonly resolved: readonly T[];
}

/**
 * What became of the readings that are as they were, at the head and at the tail of the draft, and
 * whether all that surrounds them is as it was, too.
 */
export function counterparts<T>(
  blocks: readonly Block[],
  readings: readonly Reading[],
  { draft, readings: before, resolved }: Version<T>,
) {
  const shift = readings.length - before.length;
  const most = Math.min(readings.length, before.length);
  let head = 0;
  while (head < most && readings[head] === before[head]) head++;
  let tail = readings.length;
  while (tail - shift > head && tail > head && readings[tail - 1] === before[tail - 1 - shift])
    tail--;
  const isKept = (index: number | undefined): boolean =>
    index === undefined || index < head || (shift === 0 && index >= tail);
  return (index: number): { before: T | undefined; isAround: boolean } => {
    if (index >= head && index < tail) return { before: undefined, isAround: false };
    const old = index < head ? index : index - shift;
    const place = blocks[index]?.place;
    const isAround =
      place !== undefined &&
      place === draft.blocks[old]?.place &&
      place.section.every(isKept) &&
      isKept(place.leadIn) &&
      isKept(place.cell?.columnHeader) &&
      (!place.cell || rowOf(place).every(isKept)) &&
      (place.quoted === 0 || isKept(index + 1));
    return { before: resolved[old], isAround };
  };
}
