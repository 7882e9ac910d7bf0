/**
 * What a finding marks. A rule rests on a verb with its object, or on a phrase ("for good"); whoever
 * mends the claim wants the whole of it under the line: "switches the disease off for good",
 * "rebuilds the lining that age wears away". The subject is no part of it, unless it says what changes or how many.
 */

import type { Actor } from './claims.ts';
import { predicatesOf, type Predicate } from './clauses.ts';
import type { ProseSpan } from './model.ts';
import type { Claim } from './resolve.ts';
import type { Word } from './words.ts';

/** What is claimed, and the words that its rule rests on. */
interface Based extends ProseSpan {
  readonly claim: Claim;
}

/** For each of the verdicts of a block, in order, what to mark; none reaches into the next one's basis. */
export function marksOf(all: readonly Based[]): readonly ProseSpan[] {
  let words: readonly Word[] = [];
  let predicates: readonly Predicate[] = [];
  let reached = 0;
  return all.map((one, at) => {
    const { frame, sentence } = one.claim;
    if (sentence.words !== words) {
      reached = 0;
      words = sentence.words;
      predicates = predicatesOf(words);
    }
    const first = words.findIndex(({ end }) => end > one.start);
    if (first < 0) return { start: one.start, end: one.end };
    const last = indexFrom(words, one.end);
    const room = roomBetween(all[at - 1], all[at + 1], words, predicates);
    const clause: Clause = { words, predicates, first, last, ...room };
    const [from, to] =
      frame.form === 'phrase' ? aroundPhrase(clause) : aroundVerb(clause, frame.actor);
    // What stands between two bases is marked once.
    const free = words[indexFrom(words, reached)]?.start ?? one.start;
    const start = Math.min(one.start, Math.max(free, words[from]?.start ?? one.start));
    reached = Math.max(words[to - 1]?.end ?? one.end, one.end);
    return { start, end: reached };
  });
}

/** The basis, `[first, last)`, in its sentence, and the words that a mark may reach: `[least, most)`. */
interface Clause {
  readonly words: readonly Word[];
  readonly predicates: readonly Predicate[];
  readonly first: number;
  readonly last: number;
  readonly least: number;
  readonly most: number;
}

type Range = readonly [first: number, last: number];

/** The first word from an offset on. */
function indexFrom(words: readonly Word[], offset: number): number {
  const at = words.findIndex(({ start }) => start >= offset);
  return at < 0 ? words.length : at;
}

/** What another verdict rests on is left to it, with its subject. */
function roomBetween(
  before: ProseSpan | undefined,
  after: ProseSpan | undefined,
  words: readonly Word[],
  predicates: readonly Predicate[],
): Pick<Clause, 'least' | 'most'> {
  const least = before ? indexFrom(words, before.end) : 0;
  const next = after ? indexFrom(words, after.start) : words.length;
  const subject = predicates.find(({ start, verb }) => start <= next && verb >= next)?.subject;
  return { least, most: subject && subject.last <= next ? subject.first : next };
}

// In words, beyond the basis. A line under half a paragraph points at nothing.
const BEFORE = 8;
const AFTER_VERB = 8;
const AFTER_PHRASE = 5;

function aroundVerb(clause: Clause, actor: Actor): Range {
  const { predicates, first, last, least } = clause;
  const to = endOf(clause, AFTER_VERB, true);
  const host = predicates.find(({ verb }) => verb >= first && verb < last);
  if (!host) return [first, to];
  const head = headOf(clause, host);
  const from = Math.min(first, head.start);
  const { subject } = head;
  const near = subject && subject.last <= from && from - subject.first <= BEFORE;
  if (!near || subject.first < least || head.form === 'relative') return [from, to];
  const changes = last - from <= 2 && !ACTS.has(actor);
  return [changes || isCounted(clause, subject) ? subject.first : from, to];
}

/** The first of the verbs that are coordinated, if it says as much as those that follow. */
function headOf({ predicates, first, least }: Clause, host: Predicate): Predicate {
  let head = host;
  while (head.joined !== undefined && !head.subject) {
    const up = predicates[head.joined];
    if (!up || up.negated || up.modal === 'may') break;
    if (up.start < least || first - up.start > BEFORE) break;
    head = up;
  }
  return head;
}

/** What changes is part of the claim, as an object would be: "cartilage grows back". Who acts is not. */
const ACTS: ReadonlySet<Actor> = new Set([
  'regenerative',
  'open',
  'provider',
  'patient',
  'other-treatment',
]);

/** "84% of them slept better", "every hip has come right": how many is the claim. */
function isCounted({ words }: Clause, { first, last }: { first: number; last: number }): boolean {
  return words
    .slice(first, last)
    .some(({ tag, classes }) => tag === 'num' || COUNTS.some((name) => classes.has(name)));
}

const COUNTS = ['quantifier-all', 'everybody', 'nobody'];

function aroundPhrase(clause: Clause): Range {
  const { words, predicates, first, least } = clause;
  const opening = words[first]?.tag ?? 'mark';
  const host = predicates.findLast(({ verb }) => verb <= first);
  const near = host && host.start < first && first - host.start <= BEFORE && host.start >= least;
  // "stops hair loss for good": an adjunct says how; what is claimed is said by its verb.
  if ((opening === 'prep' || opening === 'adv') && near && !isApart(words, host.verb, first))
    return [headOf(clause, host).start, endOf(clause, AFTER_PHRASE, true)];
  let from = first;
  while (from > least && qualifies(words[from - 1], opening)) from--;
  const verbal = predicates.some(({ verb }) => verb >= first && verb < clause.last);
  return [from, endOf(clause, AFTER_PHRASE, verbal)];
}

/** "entirely harmless", "the very latest joint breakthrough". */
function qualifies(word: Word | undefined, opening: Word['tag']): boolean {
  if (word?.tag === 'noun' || word?.tag === 'num') return opening === 'noun';
  if (word?.tag === 'adv') return opening !== 'det' && opening !== 'mark';
  return word?.tag === 'adj' && (opening === 'noun' || opening === 'adj');
}

const isApart = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ norm }) => /^[,;:.!?—–]$/.test(norm));

// Marks within a phrase.
const WITHIN = '"“”‘’\'*_™®%';
// No phrase ends with one of these.
const OPENS: ReadonlySet<string> = new Set(['prep', 'det', 'to', 'rel', 'conj', 'mark']);

const ASSERTS: ReadonlySet<string> = new Set(['aux', 'modal', 'not']);

/** To where the clause ends. A verb belongs to it after a verb or a relative. */
function endOf(clause: Clause, reach: number, verbal: boolean): number {
  const { words, last } = clause;
  const limit = Math.min(clause.most, last + reach);
  let to = last;
  let open = verbal;
  for (; to < limit; to++) {
    const word = words[to];
    if (!word || (word.norm === 'where' && to > last)) break;
    const { tag, norm } = word;
    if (tag === 'mark' && WITHIN.includes(norm)) continue;
    const joins = norm === ',' || (tag === 'conj' && norm !== 'that');
    if (joins ? !goesOn(clause, to + 1) : tag === 'mark') break;
    if (tag === 'rel' || norm === 'that') open = true;
    if (!open && (ASSERTS.has(tag) || (tag === 'verb' && word.form !== 'ing'))) break;
  }
  while (to > last && OPENS.has(words[to - 1]?.tag ?? 'mark')) to--;
  return to;
}

/** Whether the words after a comma or conjunction belong to the claim before it. */
function goesOn({ words, predicates }: Clause, at: number): boolean {
  const comma = words[at - 1]?.norm === ',';
  const next = predicates.find(({ start }) => start === at);
  const opening = words[at];
  // The hedged half of a sentence is in order.
  if (next?.modal === 'may' || opening?.classes.has('hedge-adverb')) return false;
  if (next) {
    const hangs = next.form === 'participle' || (!comma && next.form === 'infinitive');
    return hangs || next.joined !== undefined;
  }
  const adds = opening && (ADDS.test(opening.norm) || opening.classes.has('without'));
  return (comma && adds === true) || isListed(words, at, comma);
}

const ADDS = /^(?:with|whatever|no matter)$/;

/** How far to look for the "and" of a list. */
const LIST = 6;

/** "worn, frayed and torn", "its safety and its value": no verb of its own follows. */
function isListed(words: readonly Word[], at: number, comma: boolean): boolean {
  for (const word of words.slice(at, at + LIST)) {
    const { tag, norm, form, classes } = word;
    if (tag === 'mark' && norm !== ',') break;
    if (tag === 'conj' && comma) return classes.has('and');
    if (tag === 'aux' || tag === 'modal' || tag === 'rel') return false;
    if (tag === 'verb' && (form === 's' || form === 'base')) return false;
  }
  return !comma;
}
