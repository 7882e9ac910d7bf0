/**
 * CriticMarkup, the tracked changes of plain text: `{++new++}` and `{==marked==}` count as prose,
 * `{--old--}` does not, of `{~~old~>new~~}` the new side does, `{>>a comment<<}` is an object.
 */

import type { Cover } from './excerpt.ts';
import { blankLine, bodyStart, codeRegions, nextMatch, within } from './regions.ts';

type Kind = '>>' | '++' | '--' | '==' | '~~';

const closers: Readonly<Record<Kind, RegExp>> = {
  '>>': /<<\}/,
  '++': /\+\+\}/,
  '--': /--\}/,
  '==': /==\}/,
  '~~': /~~\}/,
};
const openers = /\{(>>|\+\+|--|==|~~)/g;

/** What to cover so that the text reads as if the changes were accepted. */
export function coverCritic(text: string): readonly Cover[] {
  if (text.search(openers) < 0) return [];
  const from = bodyStart(text);
  const inCode = within(codeRegions(text, from));
  const nextBlank = nextMatch(text, blankLine);
  const nextArrow = nextMatch(text, /~>/);
  const nextCloser = new Map<string, (offset: number) => { start: number; end: number }>(
    Object.entries(closers).map(([kind, pattern]) => [kind, nextMatch(text, pattern)]),
  );
  const covers: Cover[] = [];
  let done = from;
  for (const { 0: opener, 1: kind = '', index: start } of text.matchAll(openers)) {
    if (start < done || inCode(start)) continue;
    const inner = start + opener.length;
    const closer = nextCloser.get(kind)?.(inner);
    if (!closer || closer.start >= nextBlank(start).start) continue;
    if (kind === '>>' || kind === '--') {
      covers.push({ start, end: closer.end, as: kind === '>>' ? 'object' : 'nothing' });
      done = closer.end;
      continue;
    }
    const arrow = kind === '~~' ? nextArrow(inner).end : inner;
    if (arrow > closer.start) continue;
    covers.push({ start, end: arrow, as: 'nothing' }, { ...closer, as: 'nothing' });
    done = arrow;
  }
  return apart(covers);
}

/** In order, without those that overlap one before. */
function apart(covers: readonly Cover[]): readonly Cover[] {
  const out: Cover[] = [];
  for (const one of covers.toSorted((a, b) => a.start - b.start))
    if (one.start >= (out.at(-1)?.end ?? 0)) out.push(one);
  return out;
}
