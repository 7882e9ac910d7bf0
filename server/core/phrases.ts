/** Phrases that claim by themselves: "no side effects", "a lasting solution". */

import { actorOf } from './actors.ts';
import type { Excuse, Form, Unweighed } from './claims.ts';
import { attributionOf, excuseAt, inScareQuotes } from './excuses.ts';
import type { Match } from './patterns.ts';
import { isDenied, isOpenSubject } from './reporting.ts';
import { classesOf, span, type Context } from './sentence-context.ts';
import type { Word } from './words.ts';

/** The frame of one match of a claim pattern. */
export function phraseFrame(match: Match, context: Context): Unweighed {
  const { words, question } = context;
  const hedged = hedgedPhrase(match, context);
  const excuse = question
    ? 'asked'
    : (negatedPhrase(match, words) ??
      (inScareQuotes(words, match.first) ? 'distanced' : undefined) ??
      (isDenied(match.first, context) || isOpenSubject(match.first, match.name, context)
        ? 'unproven'
        : undefined) ??
      excuseAt(match.first, match.first, context));
  const within = context.predicates.findLast(
    (one) => one.start <= match.first && one.end + 1 >= match.first,
  );
  const subject = within?.subject;
  const form: Form = 'phrase';
  return {
    sentence: context.index,
    span: span(words, wholeWord(match.first, words), match.last),
    head: span(words, match.first, match.first + 1),
    ...(subject ? { subject: span(words, subject.first, subject.last) } : {}),
    lemma: words[match.first]?.norm ?? '',
    verb: verbOf(match.name),
    form,
    passive: false,
    modality: hedged === undefined ? (within?.modal === 'can' ? 'can' : 'asserted') : 'hedged',
    ...(hedged === undefined ? {} : { rung: hedged }),
    actor: subject ? actorOf(words.slice(subject.first, subject.last)) : 'none',
    target: classesOf(words.slice(match.first, match.last + 3)),
    degree: classesOf(words.slice(Math.max(0, match.first - 1), match.last + 1), (word) =>
      word.tag === 'num' ? 'number' : undefined,
    ),
    attribution: attributionOf(match.first, context),
    ...clauseOf(match, context),
    ...(excuse ? { excuse } : {}),
    weight: 0,
  };
}

const verbs = new Map<string, ReadonlySet<string>>();

/** What a phrase does is its name: one set for all phrases that bear it. */
function verbOf(name: string): ReadonlySet<string> {
  const known = verbs.get(name) ?? new Set([name]);
  verbs.set(name, known);
  return known;
}

/** "Less pain, more life": a sentence in which nothing else was found may claim as a whole. */
export function verblessFrame(context: Context): Unweighed | undefined {
  const { words } = context;
  const first = words.findIndex(isSaid);
  const last = words.findLastIndex(isSaid) + 1;
  if (first < 0) return undefined;
  return phraseFrame({ name: 'verbless', first, last, claim: true }, context);
}

const isSaid = ({ tag }: Word): boolean => tag !== 'mark';

/** The clause that a phrase stands in, or is the subject of: its subject, its verb and its words. */
function clauseOf(
  { first, last }: Match,
  { words, predicates }: Context,
): Pick<Unweighed, 'host' | 'named' | 'clause'> {
  const host =
    predicates.findLast(
      ({ start, verb, end }) => start <= first && end + 1 >= first && verb < last,
    ) ??
    predicates.find(({ subject }) => subject && subject.first <= first && first < subject.last) ??
    predicates.find(({ verb }) => verb >= last);
  const apart = words.slice(last, host?.start).some(({ norm }) => /^[;:.!?—–]$/.test(norm));
  if (!host || (apart && host.start >= last))
    return { host: NO_VERB, named: new Set(), clause: classesOf(words.slice(first, last)) };
  const verb = words[host.verb];
  const { first: from, last: to } = host.subject ?? { first: host.start, last: host.start };
  return {
    host:
      verb && verb.tag !== 'aux' && verb.senses.length === 0 ? UNKNOWN : (verb?.classes ?? NO_VERB),
    named: classesOf(words.slice(from, to)),
    clause: classesOf(words.slice(Math.min(from, first), Math.max(host.end, last))),
  };
}

const NO_VERB: ReadonlySet<string> = new Set(['no-verb']);
const UNKNOWN: ReadonlySet<string> = new Set(['unknown']);

/** A range begins at a word: with the host of "n't", after any other clitic. */
function wholeWord(first: number, words: readonly Word[]): number {
  const word = words[first];
  if (!word || word.spaced || first === 0) return first;
  if (word.tag === 'not') return first - 1;
  return word.tag === 'aux' || word.tag === 'modal' ? first + 1 : first;
}

function hedgedPhrase(match: Match, { words, cues, predicates }: Context): number | undefined {
  const host = predicates.findLast((one) => one.start <= match.first && one.end + 4 >= match.first);
  if (host?.modal === 'may') return 4;
  if (
    cues.some(
      (cue) =>
        cue.name === 'hedge-governor' && cue.last <= match.first + 1 && cue.last >= match.first - 6,
    )
  )
    return 3;
  for (let i = match.first; i >= 0 && i >= match.first - 4; i--)
    if (
      words[i]?.classes.has('hedge-adverb') ||
      words[i]?.norm === 'potential' ||
      words[i]?.norm === 'possible'
    )
      return 3;
  return undefined;
}

function negatedPhrase(match: Match, words: readonly Word[]): Excuse | undefined {
  for (let i = match.first - 1; i >= 0 && i >= match.first - 5; i--) {
    const word = words[i];
    if (
      !word ||
      (word.tag === 'mark' && word.norm !== '“' && word.norm !== '‘' && word.norm !== '"') ||
      word.tag === 'rel'
    )
      return undefined;
    if (word.tag === 'not' || word.norm === 'no' || word.norm === 'without' || word.norm === 'nor')
      return 'negated';
    if (word.tag === 'verb' && i < match.first - 2) return undefined;
  }
  return undefined;
}
