/** Where the parts of a sentence meet, and whether it holds once one of them is gone. */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import type { Passage } from './passage.ts';

export const NOMINAL: ReadonlySet<string> = new Set(['noun', 'adj', 'det', 'num', 'pron', 'adv']);
const VERBAL: ReadonlySet<string> = new Set(['verb', 'aux', 'modal', 'rel']);

/** "cartilage, bone and tendon": the comma belongs to a list of things. */
export function listGoesOn(words: readonly Word[], from: number, begun = false): boolean {
  const first = words[from];
  if (!first || !(NOMINAL.has(first.tag) || first.tag === 'conj')) return false;
  let and = first.tag === 'conj';
  if (and && !begun && !NOMINAL.has(words[from + 1]?.tag ?? '')) return false;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    if (VERBAL.has(word.tag)) return and && begun;
    if (word.tag === 'prep' && word.norm !== 'of') return and && i > from + 1;
    if (word.tag === 'conj') {
      if (!word.classes.has('and')) return false;
      and = true;
    }
    if (word.norm === ',') return and || listGoesOn(words, i + 1, true);
    if (word.tag === 'mark' && /[.;:!?–—]/.test(word.norm)) return and;
  }
  return and;
}

/** Whether a clause with a subject of its own begins here. */
export function startsClause(predicates: readonly Predicate[], at: number): boolean {
  return predicates.some(
    ({ subject, form }) =>
      subject !== undefined && form === 'finite' && subject.first >= at && subject.first <= at + 2,
  );
}

/** Leftwards over the comma, the dash or the adverb that ties a part to what stands before. */
export function tied(words: readonly Word[], first: number): number {
  let from = first;
  while (words[from - 1]?.tag === 'adv' && words[from - 2]?.tag === 'mark') from--;
  if (/^[,–—]$/.test(words[from - 1]?.norm ?? '')) from--;
  return from;
}

/** Whether the words `[first, last)` can go: no verb loses its subject or object, no pair its half. */
export function mayGo({ words, predicates }: Passage, first: number, last: number): boolean {
  const inside = (at: number): boolean => at >= first && at < last;
  for (const { subject, verb, start, form } of predicates) {
    if (form !== 'finite' || !subject) continue;
    const near = !predicates.some((one) => one.verb >= subject.last && one.verb < start);
    if (near && inside(verb) !== inside(subject.last - 1)) return false;
  }
  let opening = first;
  while (words[opening]?.tag === 'mark') opening++;
  const begins = words[opening];
  const before = words[first - 1];
  const after = words[last];
  const adjunct = begins && (ADJUNCT.has(begins.tag) || opening > first) && !isOnly(begins);
  if (before && !adjunct && OPEN.has(before.tag)) return false;
  let copula = first - 1;
  while (words[copula]?.tag === 'adv') copula--;
  const closes = after === undefined || after.tag === 'mark' || after.tag === 'conj';
  if (words[copula]?.tag === 'aux' && closes && opening === first) return false;
  if (
    before?.tag === 'pron' &&
    /thing$|^(?:one|that|those)$/.test(before.norm) &&
    begins?.tag !== 'mark'
  )
    return false;
  const clause = predicates.some(({ verb, subject }) => inside(verb) && subject !== undefined);
  if (after?.tag === 'conj' && begins?.tag !== 'conj' && opening === first && !clause && first > 0)
    return false;
  return balanced(words.slice(first, last));
}

const ADJUNCT: ReadonlySet<string> = new Set(['prep', 'adv', 'conj', 'rel']);
const OPEN: ReadonlySet<string> = new Set(['verb', 'aux', 'modal', 'to', 'prep']);
const isOnly = (word: Word): boolean => word.classes.has('only');

function balanced(words: readonly Word[]): boolean {
  const count = (mark: string): number => words.filter(({ norm }) => norm === mark).length;
  return (
    count('(') === count(')') &&
    count('“') === count('”') &&
    count('"') % 2 === 0 &&
    count('[') === count(']')
  );
}

/** A clause that can stand alone: not under "because", "when", "that" or a relative. */
export function hasMainClause(words: readonly Word[], predicates: readonly Predicate[]): boolean {
  return predicates.some((one) => isMain(words, one));
}

export function isMain(words: readonly Word[], { form, subject, joined }: Predicate): boolean {
  if (form === 'imperative') return true;
  if (form !== 'finite' || !subject || joined !== undefined) return false;
  for (let i = subject.first - 1; i >= 0; i--) {
    const word = words[i];
    if (!word || /^[,;:–—]$/.test(word.norm)) return true;
    if (word.tag === 'rel') return false;
    if (word.tag === 'conj') return word.classes.has('and') || word.classes.has('but');
    if (word.tag === 'verb') return false;
  }
  return true;
}
