/**
 * CriticMarkup, the tracked changes of plain text: `{++new++}` and `{==marked==}` count as prose,
 * `{--old--}` does not, of `{~~old~>new~~}` the new side does, `{>>a comment<<}` is an object.
 */

import type { Cover } from './excerpt.ts';
import { blankLine, bodyStart, codeRegions, nextMatch, within } from './regions.ts';

/** A tracked change or comment, as offsets of the text that it stands in. */
export interface CriticMark {
  readonly kind: 'comment' | 'insertion' | 'deletion' | 'highlight' | 'substitution';
  readonly start: number;
  readonly end: number;
  /** The words between the delimiters; of a substitution the old ones. */
  readonly inner: { readonly start: number; readonly end: number };
  /** The new words of a substitution. */
  readonly by?: { readonly start: number; readonly end: number };
}

type Sign = '>>' | '++' | '--' | '==' | '~~';

const KINDS: Readonly<Record<Sign, CriticMark['kind']>> = {
  '>>': 'comment',
  '++': 'insertion',
  '--': 'deletion',
  '==': 'highlight',
  '~~': 'substitution',
};
const CLOSERS: Readonly<Record<Sign, RegExp>> = {
  '>>': /<<\}/,
  '++': /\+\+\}/,
  '--': /--\}/,
  '==': /==\}/,
  '~~': /~~\}/,
};
const OPENERS = /\{(>>|\+\+|--|==|~~)/g;

/** All marks outside code and front matter, in order. One may stand within another. */
export function criticMarks(text: string): readonly CriticMark[] {
  if (text.search(OPENERS) < 0) return [];
  const from = bodyStart(text);
  const inCode = within(codeRegions(text, from));
  const nextBlank = nextMatch(text, blankLine);
  const nextArrow = nextMatch(text, /~>/);
  const nextCloser = new Map<string, (offset: number) => { start: number; end: number }>(
    Object.entries(CLOSERS).map(([sign, pattern]) => [sign, nextMatch(text, pattern)]),
  );
  const marks: CriticMark[] = [];
  let done = from;
  for (const { 0: opener, 1: sign = '', index: start } of text.matchAll(OPENERS)) {
    if (start < done || inCode(start) || !isSign(sign)) continue;
    const opened = start + opener.length;
    const closer = nextCloser.get(sign)?.(opened);
    if (!closer || closer.start >= nextBlank(start).start) continue;
    const kind = KINDS[sign];
    const base = { kind, start, end: closer.end };
    if (kind !== 'substitution') {
      marks.push({ ...base, inner: { start: opened, end: closer.start } });
      done = kind === 'comment' || kind === 'deletion' ? closer.end : opened;
      continue;
    }
    const arrow = nextArrow(opened);
    if (arrow.end > closer.start) continue;
    const inner = { start: opened, end: arrow.start };
    marks.push({ ...base, inner, by: { start: arrow.end, end: closer.start } });
    done = arrow.end;
  }
  return marks;
}

const isSign = (sign: string): sign is Sign => sign in KINDS;

/** What to cover so that the text reads as if the changes were accepted. */
export function coverCritic(text: string): readonly Cover[] {
  return apart(
    criticMarks(text).flatMap(({ kind, start, end, inner, by }): readonly Cover[] => {
      if (kind === 'comment') return [{ start, end, as: 'object' }];
      if (kind === 'deletion') return [{ start, end, as: 'nothing' }];
      const kept = by ?? inner;
      return [
        { start, end: kept.start, as: 'nothing' },
        { start: kept.end, end, as: 'nothing' },
      ];
    }),
  );
}

/** In order, without those that overlap one before. */
function apart(covers: readonly Cover[]): readonly Cover[] {
  const out: Cover[] = [];
  for (const one of covers.toSorted((a, b) => a.start - b.start))
    if (one.start >= (out.at(-1)?.end ?? 0)) out.push(one);
  return out;
}
