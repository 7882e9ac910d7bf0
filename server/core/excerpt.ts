/** The text handed to the parser: the source without what was cut out, and the way back. */

import type { SourceSpan } from './model.ts';

/** A part of the source that the parser does not see. */
export interface Gap {
  /** Where it was, in the excerpt. */
  readonly at: number;
  /** How much was taken out up to here, this part included. */
  readonly removed: number;
}

export interface Excerpt {
  readonly text: string;
  readonly gaps: readonly Gap[];
}

/** Leaves the given parts out. They are in order and do not overlap. */
export function excerptOf(source: string, without: readonly SourceSpan[]): Excerpt {
  if (without.length === 0) return { text: source, gaps: [] };
  const kept: string[] = [];
  const gaps: Gap[] = [];
  let from = 0;
  let removed = 0;
  for (const { start, end } of without) {
    kept.push(source.slice(from, start));
    gaps.push({ at: start - removed, removed: removed + end - start });
    removed += end - start;
    from = end;
  }
  kept.push(source.slice(from));
  return { text: kept.join(''), gaps };
}

/** Excerpt offset -> source offset of what stands behind it. */
export function startInSource({ gaps }: Excerpt, offset: number): number {
  return offset + removedBefore(gaps, offset + 1);
}

/** Excerpt offset -> source offset of the end of what stands before it. */
export function endInSource({ gaps }: Excerpt, offset: number): number {
  return offset + removedBefore(gaps, offset);
}

/** How much was cut out at places below `offset`. */
function removedBefore(gaps: readonly Gap[], offset: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return gaps[low - 1]?.removed ?? 0;
}

/**
 * What a covered part stands for: an object in the sentence (one U+FFFC), nothing at all, or a blank
 * stretch of its line.
 */
export type Standing = 'object' | 'nothing' | 'blank';

export interface Cover {
  readonly start: number;
  readonly end: number;
  readonly as: Standing;
}

/** Stands for an object: a symbol, so that emphasis beside it opens and closes as beside a tag. */
export const OBJECT = '\uFFFC';

/** Stands for nothing: a symbol too, never seen outside of covered text. */
export const NOTHING = '\uFFFD';

/** The same text with parts covered, length kept. The covers are in order and do not overlap. */
export function cover(text: string, covers: readonly Cover[]): string {
  if (covers.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, as } of covers) {
    const filling = as === 'object' ? OBJECT : as === 'nothing' ? NOTHING : ' ';
    parts.push(text.slice(from, start));
    if (as === 'blank') parts.push(text.slice(start, end).replace(/[^\r\n]/g, filling));
    else parts.push(filling.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
