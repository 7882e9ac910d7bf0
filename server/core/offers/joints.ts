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
    if (word.norm === '&') and = true;
    if (word.norm === ',') return and || listGoesOn(words, i + 1, true);
    if (word.tag === 'mark' && /[.;:!?–—]/.test(word.norm)) return and;
  }
  return and;
}

/** Whether a clause with a subject of its own begins here. */
export function startsClause(
  words: readonly Word[],
  predicates: readonly Predicate[],
  at: number,
): boolean {
  const opening = words[at];
  if (!opening || opening.tag === 'verb' || opening.tag === 'aux') return false;
  const aside = words[at + 1]?.norm === ',' ? 3 : 2;
  return predicates.some(
    ({ subject, form }) =>
      subject !== undefined &&
      form === 'finite' &&
      subject.first >= at &&
      subject.first <= at + aside,
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
export function mayGo(passage: Passage, first: number, last: number): boolean {
  const { words, text } = passage;
  const from = words[first];
  const to = words[last - 1];
  if (!from || !to || isHyphenated(text, from.start, to.end)) return false;
  let opening = first;
  while (words[opening]?.tag === 'mark') opening++;
  return (
    keepsSubjects(passage, first, last) &&
    keepsObject(words, first, last, opening) &&
    keepsPairs(passage, first, last, opening) &&
    keepsMain(words, first, last) &&
    balanced(words.slice(first, last))
  );
}

const isHyphenated = (text: string, start: number, end: number): boolean =>
  /\w[-‑]$/.test(text.slice(0, start)) || /^[-‑]\w/.test(text.slice(end));

function keepsSubjects({ predicates }: Passage, first: number, last: number): boolean {
  const inside = (at: number): boolean => at >= first && at < last;
  return predicates.every(({ subject, verb, start, form }) => {
    if (form !== 'finite' || !subject) return true;
    const far = predicates.some((one) => one.verb >= subject.last && one.verb < start);
    return far || inside(verb) === inside(subject.last - 1);
  });
}

/** What stands before the cut must not wait for it: a verb its object, an article its noun. */
function keepsObject(
  words: readonly Word[],
  first: number,
  last: number,
  opening: number,
): boolean {
  const before = words[first - 1];
  const begins = words[opening];
  const after = words[last];
  const ends = words[last - 1];
  if (!begins) return true;
  if (after && ends && /^(?:prep|det|to)$/.test(ends.tag) && ends.norm !== 'up') return false;
  if (after?.norm === 'of' && begins.tag !== 'adv') return false;
  if (after?.norm === ',' && words[last + 1]?.tag === 'not') return false;
  if (!before) return true;
  // "can delay or obviate the need": the first verb needs the object of the second.
  if (begins.tag === 'conj' && opening === first && isBare(words, first - 1)) return false;
  // "a choice for any injury seen on the pitch": what follows belongs to what would go.
  if (begins.tag === 'prep' && after?.tag === 'verb' && after.form !== 's' && opening === first)
    return false;
  const amount =
    /^(?:over|about|around|up to)$/.test(begins.norm) && words[opening + 1]?.tag === 'num';
  const adjunct =
    (ADJUNCT.has(begins.tag) || opening > first) && !begins.classes.has('only') && !amount;
  if (opening === first && before.tag === 'conj' && after?.tag === 'noun') return false;
  const attributes = before.tag === 'adj' && words[first - 2]?.tag === 'det';
  if (attributes && !adjunct && !NOMINAL.has(after?.tag ?? 'mark')) return false;
  if (!adjunct && OPEN.has(before.tag)) return false;
  if (before.tag === 'det' && !NOMINAL.has(after?.tag ?? 'mark')) return false;
  if (begins.tag !== 'mark' && opening === first && HOLDS.test(before.norm)) return false;
  let copula = first - 1;
  while (words[copula]?.tag === 'adv') copula--;
  const closes = after === undefined || after.tag === 'mark' || after.tag === 'conj';
  return !(words[copula]?.tag === 'aux' && closes && opening === first);
}

const isBare = (words: readonly Word[], at: number): boolean =>
  words[at]?.tag === 'verb' &&
  words[at].form === 'base' &&
  /^(?:modal|to|aux)$/.test(words[at - 1]?.tag ?? '');

const HOLDS =
  /thing$|^(?:way|lasts?|ability|power|chance|means|attempt|one|that|those|what|whatever|who|which|whose)$/;

function keepsPairs(
  { words, predicates }: Passage,
  first: number,
  last: number,
  opening: number,
): boolean {
  const begins = words[opening];
  const before = words[first - 1];
  const after = words[last];
  const clause = predicates.some(
    ({ verb, subject }) => verb >= first && verb < last && subject !== undefined,
  );
  if (after?.tag === 'conj' && begins?.tag !== 'conj' && opening === first && !clause && first > 0)
    return false;
  // "a safe and effective treatment": the second adjective does not take the noun with it.
  const adjectives = before?.tag === 'adj' && words[opening + 1]?.tag === 'adj';
  return !(begins?.tag === 'conj' && adjectives && after?.tag !== 'noun');
}

/** "For those it suits, it …": what is in front does not stand alone. */
function keepsMain(words: readonly Word[], first: number, last: number): boolean {
  const opening = words[0];
  const rest = words.slice(last).some(({ tag }) => tag !== 'mark');
  if (rest || !opening || (opening.tag !== 'prep' && !SUBORDINATE.test(opening.norm))) return true;
  return words.findIndex(({ norm }) => norm === ',') < first;
}

const ADJUNCT: ReadonlySet<string> = new Set(['prep', 'adv', 'conj', 'rel']);
const OPEN: ReadonlySet<string> = new Set(['verb', 'aux', 'modal', 'to', 'prep']);

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

/** What opens a clause that does not stand alone, whatever part of speech the lexicon gives it. */
export const SUBORDINATE =
  /^(?:while|whilst|whereas|because|since|as|although|though|when|whenever|if|once|unless|until|after|before|that|how|why|where|whether|so|so that|and so|who|which|whose|even if|even though)$/;

export function isMain(
  words: readonly Word[],
  { form, subject, joined, start }: Predicate,
): boolean {
  if (form === 'imperative') return true;
  if (form !== 'finite' || !subject || joined !== undefined) return false;
  if (words.slice(subject.first, start).some(({ norm }) => /^(?:how|why|what)$/.test(norm)))
    return false;
  for (let i = subject.first; i >= 0; i--) {
    const word = words[i];
    if (!word || /^[,;:–—]$/.test(word.norm)) return true;
    const inside = i === subject.first && !/^(?:how|why|while|because|since)$/.test(word.norm);
    if (inside) continue;
    // "Once in the joint they settle": a phrase, and no clause.
    if (i === 0 && /^(?:once|after|before)$/.test(word.norm) && words[1]?.tag === 'prep')
      return true;
    if (word.tag === 'rel' || SUBORDINATE.test(word.norm)) return false;
    if (word.tag === 'conj') return word.classes.has('and') || word.classes.has('but');
    // "In early tears it heals": behind a preposition the reader may take a noun for a verb.
    // "Adding BMAC strengthens the graft": the subject is what is done.
    if (i === 0 && word.tag === 'verb' && word.form === 'ing') return true;
    if (word.tag === 'verb' && !(i <= 3 && OPENS_PHRASE.test(words[0]?.norm ?? ''))) return false;
  }
  return true;
}

export const OPENS_PHRASE =
  /^(?:in|at|on|for|with|after|before|during|within|among|over|under|through|throughout|inside|upon|where|there|tomorrow)$/;

/** Whether every "because", "though" and "since" still has a verb behind it. */
export function hasVerbs(words: readonly Word[]): boolean {
  for (const [at, word] of words.entries()) {
    if (!/^(?:while|whilst|whereas|because|although|though|since|so that)$/.test(word.norm))
      continue;
    const next = words.findIndex(({ norm }, i) => i > at && /^[;.]$/.test(norm));
    const clause = words.slice(at + 1, next < 0 ? words.length : next);
    if (!clause.some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'modal')) return false;
  }
  // "…, but a knee": what was set against the first clause has lost its verb.
  const but = words.findLastIndex(({ norm }, i) => norm === 'but' && words[i - 1]?.norm === ',');
  if (but > 0 && words[but + 1]?.tag === 'det')
    return words.slice(but).some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'modal');
  return true;
}
