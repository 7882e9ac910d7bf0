/**
 * A draft read piece by piece, so that nothing waits for a long one. A piece is an edit like any other:
 * to what was read comes a little more of the text, and what comes of the last piece is what comes of
 * reading the draft whole, since that holds of every edit.
 */

import { analyze, type Analysis } from './analyze.ts';
import { changeBetween } from './changes.ts';
import type { Options } from './model.ts';
import type { Library } from './packs.ts';

/** A draft of which the head and the tail were read. */
export interface Part {
  /** The whole text. */
  readonly source: string;
  /** Of head and tail, one behind the other. */
  readonly analysis: Analysis;
  /** How many units of `source` were read, at its head and at its tail; both are all once it is whole. */
  readonly head: number;
  readonly tail: number;
  /** How many units the next piece has. */
  readonly piece: number;
}

/** UTF-16 units: some 1,500 words, which take a few milliseconds. */
export const PIECE = 10_000;

export const isWhole = ({ source, head }: Part): boolean => head === source.length;

/** Reads a piece more of a draft, after what was read of this version of it or an earlier one. */
export function readOn(
  source: string,
  library: Library,
  options: Options = {},
  before?: Part,
  piece = before?.piece ?? PIECE,
): Part {
  const isSame = before?.analysis.library === library;
  const { head, tail } = isSame
    ? carriedOver(before, source, piece)
    : { head: 0, tail: notesIn(source) };
  const end = isAll(source, head, tail) ? source.length : pieceEnd(source, head + piece);
  const whole = end + tail >= source.length;
  const text = whole ? source : source.slice(0, end) + source.slice(source.length - tail);
  const analysis = analyze(text, library, options, before?.analysis);
  const read = whole ? { head: source.length, tail: source.length } : { head: end, tail };
  return { source, analysis, ...read, piece: nextSize(piece, end - head, analysis, before) };
}

const isAll = (source: string, head: number, tail: number): boolean => head + tail >= source.length;

/** What of the head and the tail that were read is left in another version. */
function carriedOver(
  { source: old, head, tail }: Part,
  source: string,
  piece: number,
): Pick<Part, 'head' | 'tail'> {
  const change = changeBetween(old, source);
  if (!change) return { head, tail };
  const { start, oldEnd, newEnd } = change;
  const shift = newEnd - oldEnd;
  const small = newEnd - start <= piece;
  return {
    head: small && oldEnd <= head ? head + shift : Math.min(head, start),
    tail: small && start >= old.length - tail ? tail + shift : Math.min(tail, old.length - oldEnd),
  };
}

const NOTE = /^\[[^\]\r\n]+\]:/;

/**
 * Units of the notes and link targets that close a draft. They are read with the first piece: as the
 * last one, they would have all that speaks of them read again.
 */
function notesIn(source: string): number {
  let start = source.length;
  for (let end = start; end > 0;) {
    const from = source.lastIndexOf('\n', end - 2) + 1;
    const line = source.slice(from, end);
    if (NOTE.test(line)) start = from;
    else if (line.trim() !== '' && !/^[ \t]/.test(line)) break;
    end = from;
  }
  return source.length - start;
}

// A blank line, or an item that no indentation puts into another: nothing before it is open there.
const CLEAN = /(?:\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r|\n)|(?=(?:[-*+]|\d{1,9}[.)])[ \t]))/g;

/** Where a part is likely to begin cleanly; where that is not so, more is read again, nothing wrongly. */
function pieceEnd(source: string, from: number): number {
  CLEAN.lastIndex = from;
  const found = CLEAN.exec(source);
  return found ? CLEAN.lastIndex : source.length;
}

/**
 * In a text without clean places, one long list item, say, each piece reads again what was before it:
 * pieces that double then keep the whole in proportion to the text.
 */
function nextSize(piece: number, added: number, { draft }: Analysis, before?: Part): number {
  const old = before?.analysis.draft.blocks ?? [];
  const first = draft.blocks.findIndex((block, at) => block !== old[at]);
  const again = before && first >= 0 ? before.head - (draft.blocks[first]?.start ?? 0) : 0;
  return again > Math.max(piece, added) ? piece * 2 : piece;
}
