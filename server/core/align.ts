/**
 * Prose <-> source. A text node's decoded value is walked along its source; what is equal becomes
 * a verbatim run, what was decoded or left out an atomic one. Where that fails the node is one
 * atomic run: coarser, never wrong.
 */

import { decodeString } from 'micromark-util-decode-string';
import type { Block, ProseSpan, Run, SourceSpan } from './model.ts';

/** The source of a stretch of prose, widened to whole atomic runs. */
export function toSource(block: Block, span: ProseSpan): SourceSpan {
  const first = runAtProse(block.runs, span.start);
  const last = span.end > span.start ? runAtProse(block.runs, span.end - 1) : first;
  if (!first || !last) return { start: block.start, end: block.start };
  const into = first.verbatim ? span.start - first.prose : 0;
  const start = block.start + first.source + Math.min(into, first.sourceLength);
  if (span.end <= span.start && (first.verbatim || span.start === first.prose))
    return { start, end: start };
  const length = last.verbatim ? span.end - last.prose : last.sourceLength;
  return { start, end: block.start + last.source + Math.min(length, last.sourceLength) };
}

/** The prose offset of a source offset; nothing where there is markup or another block. */
export function toProse(block: Block, offset: number): number | undefined {
  const at = offset - block.start;
  let low = 0;
  let high = block.runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.runs[middle]?.source ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = block.runs[low];
  if (!run || at < run.source || at > run.source + run.sourceLength) return undefined;
  if (at === run.source + run.sourceLength) return run.prose + run.proseLength;
  return run.verbatim ? run.prose + at - run.source : run.prose;
}

/** Whether an edit of this stretch is safe: prose and source are the same text there. */
export function isVerbatim(block: Block, span: ProseSpan): boolean {
  if (span.start < 0 || span.end < span.start || span.end > block.text.length) return false;
  const first = runIndex(block.runs, span.start);
  let next: number | undefined;
  for (let i = first; i < block.runs.length; i++) {
    const run = block.runs[i];
    if (!run || (i > first && run.prose >= span.end)) break;
    if (!run.verbatim || (next !== undefined && run.source !== next)) return false;
    next = run.source + run.sourceLength;
  }
  return next !== undefined;
}

/** The block whose prose stands at a source offset: the innermost, so alt text before its paragraph. */
export function blockAt(blocks: readonly Block[], offset: number): number | undefined {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block && block.start <= offset && toProse(block, offset) !== undefined) return i;
  }
  return undefined;
}

function runAtProse(runs: readonly Run[], offset: number): Run | undefined {
  return runs[runIndex(runs, offset)];
}

/** The run that holds a prose offset; the last one for the end of the text. */
function runIndex(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.prose ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of prose and where it stands in the parsed text. */
export interface Piece {
  readonly prose: string;
  readonly start: number;
  readonly end: number;
  readonly verbatim: boolean;
}

const reference = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[\da-zA-Z]{1,31});/y;
const NEWLINE = 10;
const RETURN = 13;

/** The pieces of `text` from `start` to `end` that give `value`. */
export function align(value: string, text: string, start: number, end: number): Piece[] {
  if (end - start === value.length && !value.includes('\r') && text.startsWith(value, start))
    return [{ prose: value, start, end, verbatim: true }];
  return (
    walk(value, text, start, end) ?? [
      { prose: value.replace(/\r\n?/g, '\n'), start, end, verbatim: false },
    ]
  );
}

function walk(value: string, text: string, start: number, end: number): Piece[] | undefined {
  const pieces: Piece[] = [];
  let equalFrom = start;
  let i = start;
  let j = 0;
  const put = (prose: string, from: number, to: number) => {
    if (equalFrom < from)
      pieces.push({
        prose: text.slice(equalFrom, from),
        start: equalFrom,
        end: from,
        verbatim: true,
      });
    pieces.push({ prose, start: from, end: to, verbatim: text.slice(from, to) === prose });
    i = to;
    equalFrom = to;
  };
  while (j < value.length) {
    const code = value.charCodeAt(j);
    if (code === NEWLINE || code === RETURN) {
      j += code === RETURN && value.charCodeAt(j + 1) === NEWLINE ? 2 : 1;
      const to = afterBreak(value, j, text, i, end);
      if (to === undefined) return undefined;
      put('\n', i, to);
      continue;
    }
    const decoded = decodedAt(text, i, end);
    if (decoded && value.startsWith(decoded.prose, j)) {
      j += decoded.prose.length;
      put(decoded.prose, i, decoded.end);
    } else if (i < end && text.charCodeAt(i) === code) {
      i++;
      j++;
    } else return undefined;
  }
  if (i !== end) return undefined;
  if (equalFrom < i)
    pieces.push({ prose: text.slice(equalFrom, i), start: equalFrom, end: i, verbatim: true });
  return pieces;
}

/** A character reference or an escape, and what it stands for. */
function decodedAt(
  text: string,
  at: number,
  end: number,
): { prose: string; end: number } | undefined {
  const char = text[at];
  if (char === '\\') {
    const next = at + 1 < end ? (text[at + 1] ?? '') : '';
    return /^[!-/:-@[-`{-~]$/.test(next) ? { prose: next, end: at + 2 } : undefined;
  }
  if (char !== '&') return undefined;
  reference.lastIndex = at;
  const found = reference.exec(text)?.[0];
  if (found === undefined || at + found.length > end) return undefined;
  const prose = decodeString(found);
  return prose === found ? undefined : { prose, end: at + found.length };
}

/**
 * Where the content goes on after a soft break at `at`: behind the spaces before the line ending,
 * the line ending, and the `> ` and indentation of the next line, none of which the value has.
 */
function afterBreak(
  value: string,
  next: number,
  text: string,
  at: number,
  end: number,
): number | undefined {
  let i = at;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  if (i >= end) return undefined;
  if (text.charCodeAt(i) === RETURN) i += text.charCodeAt(i + 1) === NEWLINE ? 2 : 1;
  else if (text.charCodeAt(i) === NEWLINE) i++;
  else return undefined;
  let after = i;
  while (after < end && isPrefix(text.charCodeAt(after))) after++;
  // A line of content may begin with `>` itself, behind four spaces: that much belongs to the value.
  let own = next;
  while (own < value.length && isPrefix(value.charCodeAt(own))) own++;
  const length = own - next;
  if (length > 0 && after - length >= i && text.startsWith(value.slice(next, own), after - length))
    return after - length;
  return after;
}

const isBlank = (code: number) => code === 32 || code === 9;
const isPrefix = (code: number) => code === 32 || code === 9 || code === 62;
