/**
 * Ahead of the parser, which is not linear: what it would choke on is cut out and left unread, with
 * a notice that covers it and says what to do.
 */

import { endInSource, excerptOf, startInSource, type Excerpt } from './excerpt.ts';
import { leavesToSkip } from './leaves.ts';
import type { Notice, SourceSpan } from './model.ts';
import { survey, type Cut } from './survey.ts';

export interface Screened {
  readonly excerpt: Excerpt;
  readonly notices: readonly Notice[];
}

/** What of the source may be parsed, and what was left out and why. */
export function prescan(source: string, mdx: boolean): Screened {
  if (source.includes('\0')) return screened(source, [{ ...all(source), message: binary }]);
  const silent = [...byteOrderMark(source), ...embedded(source)];
  const first = excerptOf(source, silent);
  const { cuts, dense } = survey(first.text);
  const without = [...silent, ...inSource(first, cuts)];
  if (!dense) return screened(source, without);
  const second = screened(source, without).excerpt;
  return screened(source, [...without, ...inSource(second, leavesToSkip(second.text, mdx))]);
}

const binary =
  'This is not text (it holds NUL characters) and was left unread; save it as UTF-8 text to have it checked.';

const all = (source: string): SourceSpan => ({ start: 0, end: source.length });

const byteOrderMark = (source: string): readonly Cut[] =>
  source.startsWith('\uFEFF') ? [{ start: 0, end: 1 }] : [];

/** The insides of embedded images, which may be megabytes on one line: nothing to read. */
function embedded(source: string): readonly Cut[] {
  if (!source.includes(';base64,')) return [];
  const insides = source.matchAll(/(?<=;base64,)[\w+/=-]{256,}/g);
  return Array.from(insides, (m) => ({ start: m.index, end: m.index + m[0].length }));
}

const inSource = (excerpt: Excerpt, cuts: readonly Cut[]): readonly Cut[] =>
  cuts.map((cut) => ({
    ...cut,
    start: startInSource(excerpt, cut.start),
    end: endInSource(excerpt, cut.end),
  }));

/** Takes the cuts out, those that touch as one, and gives notice of those that have a message. */
function screened(source: string, cuts: readonly Cut[]): Screened {
  const ordered = cuts.toSorted((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ordered) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  const notices = ordered.flatMap(({ message, start, end }) =>
    message === undefined ? [] : [{ span: { start, end }, message }],
  );
  return { excerpt: excerptOf(source, joined), notices };
}
