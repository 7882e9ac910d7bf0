/** Verb groups: what stands in them, and how they read under a hedge or a denial. */

import type { Predicate } from '../clauses.ts';
import { plural, type VerbForm } from '../inflect.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Word } from '../words.ts';
import { splice } from './changes.ts';
import type { Passage } from './passage.ts';

/** The base form of a verb, with its particle: "switches off" -> "switch off". */
export function baseOf(word: Word, text?: string): string {
  const written = text?.slice(word.start, word.end) ?? '';
  if (written.includes('-') && word.tag === 'verb') return word.lemma.replaceAll(' ', '-');
  if (word.tag === 'aux') return word.lemma === 'be' || /^'/.test(word.lemma) ? 'be' : word.lemma;
  if (word.senses.length > 0) return word.lemma;
  return word.form === 's' || /[^s]s$/.test(word.norm) ? baseForm(word.norm) : word.norm;
}

/** The base form of a third person that the lexicon does not know. */
export function baseForm(third: string): string {
  return third
    .replace(/ies$/, 'y')
    .replace(/([sxz]|[cs]h)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

/** The past participle of a verb: "grew" -> "grown". Regular verbs keep their past. */
export function participleOf(word: Word, { participle }: Lexicon): string {
  if (word.form === 'participle') return word.norm;
  return participle(word.lemma) ?? word.norm;
}

/** The third person of a base form with its particle: "switch off" -> "switches off". */
export function thirdPerson(base: string): string {
  const [verb = '', ...rest] = base.split(' ');
  const special: Readonly<Record<string, string>> = {
    be: 'is',
    have: 'has',
    do: 'does',
    go: 'goes',
  };
  return [special[verb] ?? plural(verb), ...rest].join(' ');
}

/** A verb group taken apart, ready for a modal. */
export interface Group {
  /** Index of its first word that a modal replaces or stands before. */
  readonly first: number;
  /** Adverbs that stay: "also", "then". */
  readonly kept: readonly string[];
  /** What follows a modal: "repair", "have restored", "be restored". */
  readonly tail: string;
  /** Whether `tail` is a bare verb, before which "help" can stand. */
  readonly plain: boolean;
  /** Whether the group had "help" already. */
  readonly helped: boolean;
}

const DROPPED = ['booster', 'intensifier', 'completely', 'fast', 'forever', 'only'];

/** Nothing where the group is negated, an infinitive or an -ing form: no modal can stand there. */
export function groupOf(
  predicate: Predicate,
  words: readonly Word[],
  lexicon: Lexicon,
  text: string,
): Group | undefined {
  const { start, verb } = predicate;
  const main = words[verb];
  const group = words.slice(start, verb);
  if (!main || predicate.negated || group.some(({ tag }) => tag === 'to' || tag === 'not'))
    return undefined;
  const helped = group.some(({ lemma, tag }) => tag === 'verb' && lemma === 'help');
  const kept = group
    .filter((word) => word.tag === 'adv' && !DROPPED.some((name) => word.classes.has(name)))
    .map((word) => word.norm);
  const found = tailOf(main, group, lexicon, text);
  if (found === undefined) return undefined;
  return { first: start, kept, helped, ...found };
}

function tailOf(
  main: Word,
  group: readonly Word[],
  lexicon: Lexicon,
  text: string,
): Pick<Group, 'tail' | 'plain'> | undefined {
  const auxiliaries = group.filter(({ tag }) => tag === 'aux');
  const past = auxiliaries.some(({ norm }) =>
    /^(?:was|were|had|did|been|has|have|'ve)$/.test(norm),
  );
  const be = auxiliaries.some(({ lemma }) => lemma === 'be');
  if (main.tag === 'aux') {
    if (/^(?:was|were|had)$/.test(main.norm)) return { tail: 'have been', plain: false };
    return { tail: past ? 'have been' : baseOf(main), plain: false };
  }
  if (be && main.form === 'participle')
    return { tail: `${past ? 'have been' : 'be'} ${main.norm}`, plain: false };
  if (main.form === 'ing')
    return be ? { tail: `${past ? 'have been' : 'be'} ${main.norm}`, plain: false } : undefined;
  const did = auxiliaries.some(({ norm }) => norm === 'did');
  if (did || past || main.form === 'past')
    return { tail: `have ${participleOf(main, lexicon)}`, plain: false };
  return { tail: baseOf(main, text), plain: true };
}

export function isPresent(form: VerbForm): boolean {
  return form === 's' || form === 'base';
}

/** Whether the subject of a clause takes a plural verb; nothing where the words do not tell. */
export function isPlural(
  words: readonly Word[],
  { subject, verb, start }: Predicate,
): boolean | undefined {
  const main = words[verb];
  const first = words[start];
  if (main?.tag === 'verb' && main.form === 's') return false;
  if (first && /^(?:is|was|has|does|'s)$/.test(first.norm)) return false;
  if (first && /^(?:are|were|have|do|'re|'ve)$/.test(first.norm)) return true;
  if (main?.form === 'base' && first === main) return true;
  if (!subject) return undefined;
  const phrase = words.slice(subject.first, subject.last);
  if (phrase.some(({ tag, classes }) => tag === 'conj' && classes.has('and'))) return true;
  const head = phrase.findLast(({ tag }) => tag === 'noun' || tag === 'pron');
  if (!head) return undefined;
  if (head.tag === 'pron') return /^(?:they|we|you|these|those|i)$/.test(head.norm);
  return head.form === 's';
}

/**
 * Verbs that go on after the changed one read as it does: "may repair tissue and restore function".
 * `text` is the block with the first verb changed, `from` where that ended in the old text.
 */
export function followers(
  { words, predicates, text: old }: Passage,
  host: Predicate,
  text: string,
  from: number,
  conjunction?: 'or',
): string {
  const index = predicates.indexOf(host);
  let after = text;
  let moved = text.length - old.length;
  const put = (word: Word, by: string): void => {
    after = splice(after, word.start + moved, word.end + moved, by);
    moved += by.length - (word.end - word.start);
  };
  for (const [at, one] of predicates.entries()) {
    const main = words[one.verb];
    if (at <= index || !main || main.start < from || !chainsTo(predicates, at, index)) continue;
    if (one.subject || one.modal || one.joined === undefined || main.tag !== 'verb') continue;
    if (!isPresent(main.form) || words.slice(one.start, one.verb).some(({ tag }) => tag !== 'adv'))
      continue;
    const left = words[one.start - 1];
    if (conjunction && left?.norm === 'and') put(left, conjunction);
    if (main.form === 's') put(main, baseOf(main));
  }
  return after;
}

function chainsTo(predicates: readonly Predicate[], from: number, to: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = predicates[at]?.joined)
    if (at === to) return true;
  return false;
}

const THIRD = /\band (\p{Ll}{3,}s)( (?:the|your|its|an?|their|our|his|her|my) )/gu;

/** "… and evens your tone" -> "or even": verbs that the lexicon does not know, by the article behind them. */
export const thirds = (text: string): string =>
  text.replace(THIRD, (_, verb: string, next: string) => `or ${baseForm(verb)}${next}`);
