/**
 * Parsing again after an edit: only what it may have changed, to the same parts as parsing all.
 *
 * CommonMark finds blocks line by line, and carries nothing over a blank line that closes all that
 * was open, nor, but for the sort of the list, into the next item of a list. A part that begins
 * cleanly so can be parsed by itself. Parsing restarts at the last such part that begins before the
 * edited line, and stops where a part begins on a line that began one before. Inline markup never
 * leaves its block, but asks which labels are defined: they are told to the parser.
 */

import type { Change } from './changes.ts';
import {
  lineBefore,
  lineStart,
  nextLine,
  parseAll,
  parseStretch,
  wordsOfLabel,
  type Parsed,
  type Part,
} from './parts.ts';
import { frontMatterEnd } from './syntax.ts';

/** The parts of `text`, which is the text of `before` with one change. */
export function parseAgain(before: Parsed, text: string, change: Change): Parsed {
  const { mdx } = before;
  const hasMark = text.startsWith(MARK) || before.text.startsWith(MARK);
  const stretch = hasMark ? undefined : reparsed(before, text, widened(before.text, change));
  if (!stretch) return parseAll(text, mdx);
  const { from, to, fresh, kept } = stretch;
  const parts = [...before.parts.slice(0, from), ...fresh, ...kept];
  const changed = changedLabels(before.parts, from, to, fresh);
  return { text, mdx, parts: changed.size === 0 ? parts : relabelled(parts, text, mdx, changed) };
}

/** A byte order mark, which the parser drops at the head of what it is given. */
const MARK = '\uFEFF';
const LF = 10;
const CR = 13;

/** An edit beside a line ending may join or split it. */
function widened(old: string, { start, oldEnd, newEnd }: Change): Change {
  const before = start > 0 && old.charCodeAt(start - 1) === CR ? 1 : 0;
  const after = old.charCodeAt(oldEnd) === LF ? 1 : 0;
  return { start: start - before, oldEnd: oldEnd + after, newEnd: newEnd + after };
}

interface Stretch {
  /** The parts of the old text that were parsed again: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly fresh: readonly Part[];
  /** Those from `to` on, where they now stand. */
  readonly kept: readonly Part[];
}

function reparsed(
  { text: old, parts, mdx }: Parsed,
  text: string,
  change: Change,
): Stretch | undefined {
  const { start, oldEnd, newEnd } = change;
  const shift = newEnd - oldEnd;
  const matter = frontMatterEnd(text);
  const moved = matter !== frontMatterEnd(old) || (matter > 0 && start <= matter + 1);
  const from = moved ? 0 : restartAt(old, parts, start);
  const after = Math.max(nextLine(old, oldEnd), matter - shift + 1);
  const begin = from === 0 ? 0 : (parts[from]?.start ?? 0);
  for (let to = from + 1, step = 1; ; to += step, step *= 2) {
    while (to < parts.length && !canResync(old, parts, to, after)) to++;
    const next = parts[to];
    const end = next ? nextLine(text, next.start + shift) : text.length;
    const labels = labelsOutside(parts, from, to);
    const fresh = parseFrom(parts[from], text, mdx, { start: begin, end }, labels);
    if (!fresh) return undefined;
    if (!next) return { from, to: parts.length, fresh, kept: [] };
    const last = fresh.pop();
    if (!goesOn(next, last, shift, text)) continue;
    const before = fresh.at(-1);
    if (before && isIndentedCode(before, text)) continue;
    const kept = parts.slice(to).map((part) => shifted(part, shift));
    const [first] = kept;
    if (first && last?.list) kept[0] = { ...first, list: last.list };
    return { from, to, fresh, kept };
  }
}

/** Whether a part that began before begins here in the same way. */
function goesOn(was: Part, now: Part | undefined, shift: number, text: string): boolean {
  if (now?.start !== was.start + shift || !now.list !== !was.list) return false;
  // Where a list breaks off a paragraph, no further list may begin on the line but with a 1.
  return was.list?.first !== false || now.list?.first === false || followsBlank(text, now.start);
}

const shifted = (part: Part, shift: number): Part =>
  shift === 0 ? part : { ...part, origin: part.origin + shift, start: part.start + shift };

/** The last part that begins cleanly before the line of `offset`. */
function restartAt(text: string, parts: readonly Part[], offset: number): number {
  const line = lineStart(text, offset);
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) < line) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && !isClean(text, parts, low)) low--;
  return low;
}

/** Whether a part that begins behind the edited lines begins cleanly, whatever comes to stand before it. */
function canResync(text: string, parts: readonly Part[], at: number, after: number): boolean {
  const part = parts[at];
  if (!part || !isClean(text, parts, at)) return false;
  return (part.list?.first === false ? part.start : lineBefore(text, part.start)) >= after;
}

/** Whether nothing but the sort of a list is carried into a part. */
function isClean(text: string, parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  const before = parts[at - 1];
  if (!part || !before) return true;
  if (part.start <= before.start || text.startsWith(MARK, part.start)) return false;
  if (part.list?.first === false) return true;
  // The parser keeps indented code open over blank lines.
  return (
    followsBlank(text, part.start) && !isIndentedCode(before, text) && !isIndentedCode(part, text)
  );
}

const followsBlank = (text: string, start: number): boolean =>
  text.slice(Math.max(0, lineBefore(text, start)), start).trim() === '';

function isIndentedCode({ node, origin }: Part, text: string): boolean {
  if (node.type !== 'code') return false;
  const first = text[origin + (node.position?.start.offset ?? 0)];
  return first !== '`' && first !== '~';
}

/** Parses a stretch in the place of parts that began with `head`; nothing where that went wrong. */
function parseFrom(
  head: Part | undefined,
  text: string,
  mdx: boolean,
  stretch: { readonly start: number; readonly end: number },
  labels: ReadonlySet<string>,
): Part[] | undefined {
  const fresh = parseStretch(text, mdx, stretch, labels);
  if (head?.list?.first !== false || stretch.start === 0) return fresh;
  const [first, ...others] = fresh;
  if (!first?.list) return undefined;
  return [{ ...first, list: { ...first.list, first: false } }, ...others];
}

// --- Labels --------------------------------------------------------------------------------------

function labelsOutside(parts: readonly Part[], from: number, to: number): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let at = 0; at < parts.length; at++) {
    const own = at >= from && at < to ? undefined : parts[at]?.labels;
    if (own && own.length > 0) for (const label of own) labels.add(label);
  }
  return labels;
}

/** What was defined before and is not now, or the other way about. */
function changedLabels(
  parts: readonly Part[],
  from: number,
  to: number,
  fresh: readonly Part[],
): ReadonlySet<string> {
  const before = new Set(parts.slice(from, to).flatMap(({ labels }) => labels));
  const now = new Set(fresh.flatMap(({ labels }) => labels));
  const differing = [...before, ...now].filter((label) => !(before.has(label) && now.has(label)));
  if (differing.length === 0) return new Set();
  const outside = labelsOutside(parts, from, to);
  return new Set(differing.filter((label) => !outside.has(label)));
}

/** The parts, those parsed again that speak of a label that came or went. */
function relabelled(
  parts: readonly Part[],
  text: string,
  mdx: boolean,
  changed: ReadonlySet<string>,
): readonly Part[] {
  const labels = labelsOutside(parts, 0, 0);
  const wanted = [...changed].map(wordsOfLabel);
  const speaksOf = (source: string): boolean => {
    if (!source.includes('[')) return false;
    const capitals = source.toLowerCase().toUpperCase();
    return wanted.some((words) => words.every((word) => capitals.includes(word)));
  };
  const out: Part[] = [];
  for (let at = 0; at < parts.length;) {
    let next = at + 1;
    while (next < parts.length && !isClean(text, parts, next)) next++;
    const start = at === 0 ? 0 : (parts[at]?.start ?? 0);
    const end = parts[next]?.start ?? text.length;
    const again = speaksOf(text.slice(start, end))
      ? parseFrom(parts[at], text, mdx, { start, end }, labels)
      : undefined;
    out.push(...(again ?? parts.slice(at, next)));
    at = next;
  }
  return out;
}
