/** Bare URLs and e-mail addresses: they stand in the prose, but they are not prose. */

import type { Piece } from './align.ts';
import { OBJECT } from './excerpt.ts';

/**
 * Linear: the lookbehinds let a match start only where a word starts, and every class stops at the
 * first character outside of it.
 */
const address =
  /(?<![\w.+-])(?:(?:https?|ftp):\/\/|www\.)[^\s<>\uFFFC\uFFFD]*[^\s<>\uFFFC\uFFFD.,;:!?'"’”)\]}*_~|]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*\w/gi;

/** Puts one object in the place of every address. */
export function withoutAddresses(pieces: readonly Piece[]): readonly Piece[] {
  const prose =
    pieces.length === 1 ? (pieces[0]?.prose ?? '') : pieces.map((p) => p.prose).join('');
  if (!prose.includes('://') && !prose.includes('@') && !/www\./i.test(prose)) return pieces;
  const found = Array.from(prose.matchAll(address), (m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  return found.length === 0 ? pieces : carve(pieces, found);
}

function carve(
  pieces: readonly Piece[],
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  let k = 0;
  let open: { start: number; end: number } | undefined;
  for (const piece of pieces) {
    const pieceEnd = at + piece.prose.length;
    let done = at;
    for (let span = spans[k]; span && span.start < pieceEnd; span = spans[k]) {
      if (!open) {
        if (span.start > done) out.push(part(piece, done - at, span.start - at));
        open = { start: part(piece, span.start - at, piece.prose.length).start, end: 0 };
      }
      done = Math.min(span.end, pieceEnd);
      open.end = part(piece, 0, done - at).end;
      if (span.end > pieceEnd) break;
      out.push({ prose: OBJECT, ...open, verbatim: false });
      open = undefined;
      k++;
    }
    if (done < pieceEnd) out.push(part(piece, done - at, piece.prose.length));
    else if (piece.prose === '') out.push(piece);
    at = pieceEnd;
  }
  return out;
}

/** A part of a piece; of an atomic one always the whole source. */
function part(piece: Piece, from: number, to: number): Piece {
  const prose = piece.prose.slice(from, to);
  return piece.verbatim
    ? { prose, start: piece.start + from, end: piece.start + to, verbatim: true }
    : { prose, start: piece.start, end: piece.end, verbatim: false };
}
