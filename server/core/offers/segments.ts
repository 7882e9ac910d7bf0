/** Parts of a sentence that can go without it falling apart, smallest first. Word indexes. */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { isMain, listGoesOn, NOMINAL, startsClause, tied } from './joints.ts';
import { bodyEnd, hostsOf, type Passage } from './passage.ts';

/** `[first, last)` of the words. */
export interface Part {
  readonly first: number;
  readonly last: number;
}

/** What hangs on the sentence and holds the finding: participles, relatives, comparisons, clauses. */
export function* partsAround(passage: Passage): Iterable<Part> {
  const seen = new Set<string>();
  for (const part of [
    ...comparisons(passage),
    ...hanging(passage),
    ...fronted(passage),
    ...subordinate(passage),
    ...coordinated(passage, false),
  ]) {
    const key = `${part.first} ${part.last}`;
    if (seen.has(key) || part.last <= part.first) continue;
    seen.add(key);
    yield part;
  }
}

/** Whole clauses with a subject of their own that hold the finding. */
export function clausesAround(passage: Passage): readonly Part[] {
  return [...coordinated(passage, true)].filter(({ first, last }) => last > first);
}

/** After the last word of the phrase that holds the word at `from`. */
export function phraseEnd({ words, predicates }: Passage, from: number): number {
  const end = bodyEnd(words);
  let depth = 0;
  for (let i = from; i < end; i++) {
    const word = words[i];
    if (!word) break;
    if (word.norm === '(') depth++;
    else if (word.norm === ')') {
      if (depth === 0) return i;
      depth--;
    }
    if (depth > 0 || i === from) continue;
    if (/^[;:]$/.test(word.norm) && word.tag === 'mark') return i;
    if (/^[–—]$/.test(word.norm) && startsClause(words, predicates, i + 1)) return i;
    // "quicker, more natural healing": adjectives in a row.
    const row = words[i - 1]?.tag === 'adj' && /^(?:adj|adv)$/.test(words[i + 1]?.tag ?? '');
    // "instead of unloading the heart, as tablets do": the comparison goes with what it compares.
    const likewise =
      words[i + 1]?.norm === 'as' && /^(?:do|does|did)$/.test(words[i + 3]?.norm ?? '');
    if (word.norm === ',' && (row || likewise)) continue;
    if (word.norm === ',' && !listGoesOn(words, i + 1)) return i;
    const joins = word.classes.has('and') || word.classes.has('but');
    if (word.tag === 'conj' && joins && startsClause(words, predicates, i + 1)) return i;
  }
  return end;
}

// --- Comparisons ---------------------------------------------------------------------------------

const COMPARING =
  /^(?:compared (?:to|with)|compared|versus|vs|rather than|instead of|unlike|than|as opposed to|in contrast to|in contrast with)$/;

function* comparisons(passage: Passage): Iterable<Part> {
  const { words, first, last } = passage;
  for (let i = Math.max(0, first - 4); i < Math.min(words.length, last + 6); i++) {
    const word = words[i];
    if (!word || !COMPARING.test(word.norm)) continue;
    if (i === 0 || words[i - 1]?.norm === ',') {
      const end = phraseEnd(passage, i);
      yield { first: i, last: i === 0 && words[end]?.norm === ',' ? end + 1 : end };
    }
    const from = word.norm === 'than' ? than(words, i) : i;
    yield { first: tied(words, from), last: phraseEnd(passage, i) };
  }
}

/** "far faster than", "more quickly than": the comparative goes with what it compares to. */
function than(words: readonly Word[], at: number): number {
  const left = words[at - 1];
  if (!left) return at;
  let from = at;
  if (/^(?:more|less)$/.test(words[at - 2]?.norm ?? '')) from = at - 2;
  else if (left.classes.has('comparative')) from = at - 1;
  while (from < at && words[from - 1]?.tag === 'adv') from--;
  return from;
}

// --- What hangs on a clause ----------------------------------------------------------------------

const HANGING: ReadonlySet<string> = new Set([
  'participle',
  'by-phrase',
  'gerund',
  'relative',
  'reduced',
  'infinitive',
]);

function* hanging(passage: Passage): Iterable<Part> {
  const { words, predicates } = passage;
  for (const host of hostsOf(passage)) {
    // From the innermost that hangs to what that one hangs on.
    // "letting you put the pills away" hangs on the sentence by its first verb.
    const lets = predicates.find(
      ({ verb, form }) => HANGING.has(form) && verb + 1 === host.subject?.first,
    );
    for (let one: Predicate | undefined = lets ?? host; one; one = above(one, predicates)) {
      if (!HANGING.has(one.form)) break;
      yield* partsOf(passage, one, words);
    }
  }
}

function above(one: Predicate, predicates: readonly Predicate[]): Predicate | undefined {
  const index = one.joined ?? one.hangsOn;
  return index === undefined ? undefined : predicates[index];
}

/** What these take is no adjunct: "get the kidneys working", "put your cells to work", "able to cure". */
const COMPLEMENTED =
  /^(?:get|keep|set|leave|put|make|have|help|allow|enable|cause|prompt|encourage|want|need|start|stop|begin|continue|teach|tell|let|find|feel|see|instruct|trigger|signal|direct|coax|urge|stimulate|order|command|program|induce|force|persuade|ask|spur)$/;

const READY = /^(?:able|likely|ready|bound|poised|willing|unable|keen|happy|sure|certain|set)$/;

/** A gerund after any other preposition belongs to its verb or noun: "focuses on repairing". */
const FREE_GERUND =
  /^(?:by|through|via|while|when|without|thanks to|by means of|by way of|after|before|thus|thereby)$/;

function* partsOf(passage: Passage, one: Predicate, words: readonly Word[]): Iterable<Part> {
  const { predicates } = passage;
  let from = one.start;
  const left = words[from - 1];
  if (one.joined !== undefined && left?.tag === 'conj') {
    yield { first: tied(words, from - 1), last: phraseEnd(passage, one.verb) };
    return;
  }
  const governor = above(one, predicates);
  const takes = governor && COMPLEMENTED.test(words[governor.verb]?.lemma ?? '');
  if (one.form !== 'relative' && left?.norm !== ',' && left?.tag !== 'prep' && takes) return;
  if (words[one.start]?.norm === 'to' && READY.test(left?.norm ?? '')) return;
  const governed = left?.tag === 'prep' || left?.tag === 'conj';
  if (governed && one.form !== 'relative' && !FREE_GERUND.test(left.norm)) return;
  if (left?.tag === 'rel' || governed) from--;
  if (left?.tag === 'rel' && words[from - 1]?.tag === 'prep') from--;
  const last = phraseEnd(passage, one.verb);
  if (from === 0) {
    if (words[last]?.norm === ',') yield { first: 0, last: last + 1 };
    return;
  }
  const start = tied(words, from);
  // Set off by a comma on both sides, both go.
  const both = words[start]?.norm === ',' && words[last]?.norm === ',';
  const adjunct = words[last + 1]?.tag === 'prep';
  if (both && (adjunct || continuesMain(passage, last))) yield { first: start, last: last + 1 };
  yield { first: start, last };
}

/** After the comma at `at` the main clause goes on with its verb. */
function continuesMain({ words }: Passage, at: number): boolean {
  const next = words[at + 1];
  return (
    (next?.tag === 'verb' && next.form !== 'ing' && next.form !== 'participle') ||
    next?.tag === 'aux' ||
    next?.tag === 'modal'
  );
}

// --- Clauses -------------------------------------------------------------------------------------

/** "Whatever your age, we can help"; "Two points are beyond dispute: …"; "Keep your hip: …". */
function* fronted({ words, last, predicates, sentence }: Passage): Iterable<Part> {
  const main = predicates.find((one) => isMain(words, one))?.verb ?? words.length;
  for (let i = last; i < words.length; i++) {
    const word = words[i];
    if (!word || word.norm === ';') return;
    const clause = startsClause(words, predicates, i + 1);
    if (word.norm === ':' && (sentence.fragment || clause)) yield { first: 0, last: i + 1 };
    if (main < i) continue;
    if (word.norm === ':' || (word.norm !== ',' && !/^[–—|-]$/.test(word.norm))) continue;
    if (refersBack(words, i + 1)) continue;
    const joined = /^(?:and|but)$/.test(words[i + 1]?.norm ?? '') ? i + 2 : i + 1;
    const calls =
      i < last + 4 &&
      predicates.some(
        ({ start, verb, form }) => form === 'imperative' && start === joined && verb === joined,
      );
    if (word.norm === ',' ? calls || startsClause(words, predicates, joined) : sentence.fragment)
      yield { first: 0, last: joined };
  }
}

/** "When they reach a tendon, they rebuild its collagen": what "it" is would be gone. */
function refersBack(words: readonly Word[], from: number): boolean {
  const thing = words.slice(0, from).some(({ tag }) => tag === 'det');
  const opens = /^(?:it|they)$/.test(words[from]?.norm ?? '') && words[1]?.tag !== 'pron';
  if (thing && opens) return true;
  return thing && words.slice(from + 1).some(({ norm }) => norm === 'it' || norm === 'its');
}

const SUBORDINATORS =
  /^(?:because|since|so|so that|while|whereas|where|as|which|who|whose|meaning|meaning that|without|with|and so|given that|thanks to|though|although)$/;

/** These govern all that follows them. */
const WHOLE = /^(?:because|since|while|whereas|although|though|so|and so)$/;

/** ", so you can rest assured that it works", ", because a repaired disc stays repaired". */
function* subordinate(passage: Passage): Iterable<Part> {
  const { words, first, last, predicates } = passage;
  let commas = 0;
  for (let i = Math.min(first, words.length - 1); i > 0; i--) {
    const word = words[i];
    if (!word) continue;
    if (word.norm === ';') return;
    if (word.norm === ',') commas++;
    const appositive =
      word.norm === ',' &&
      commas === 1 &&
      NOMINAL.has(words[i + 1]?.tag ?? '') &&
      !startsClause(words, predicates, i + 1);
    if (!appositive && !SUBORDINATORS.test(word.norm)) continue;
    const clause = startsClause(words, predicates, i + 1);
    if (/^(?:as|so)$/.test(word.norm) && !clause && words[i + 1]?.norm !== 'that') continue;
    const begins = word.norm === 'which' && words[i - 1]?.tag === 'prep' ? i - 1 : i;
    if (WHOLE.test(word.norm)) yield { first: tied(words, begins), last: bodyEnd(words) };
    const end = Math.max(phraseEnd(passage, Math.max(last - 1, i + 1)), last);
    const rest = words[end]?.norm === ',' && NOMINAL.has(words[end + 1]?.tag ?? '');
    if (WHOLE.test(word.norm) && rest && !startsClause(words, predicates, end + 1)) continue;
    const start = appositive ? i : tied(words, begins);
    if (words[start]?.norm === ',' && words[end]?.norm === ',' && continuesMain(passage, end))
      yield { first: start, last: end + 1 };
    yield { first: start, last: end };
  }
}

/**
 * "and restores function", or where `clauses` are wanted ", and it benefits every grade of disease".
 */
function* coordinated(passage: Passage, clauses: boolean): Iterable<Part> {
  const { words, first, last, predicates } = passage;
  for (let i = Math.min(first, words.length - 1); i > 0; i--) {
    const word = words[i];
    if (!word) continue;
    const joins = word.tag === 'conj' && (word.classes.has('and') || word.classes.has('but'));
    if (
      !joins &&
      !(/^[;:–—]$/.test(word.norm) && (word.spaced || word.norm === ';' || word.norm === ':'))
    )
      continue;
    const clause = startsClause(words, predicates, i + 1);
    if (clause === clauses && !leavesClaim(passage, i))
      yield { first: tied(words, i), last: phraseEnd(passage, Math.max(last - 1, i)) };
    if (clause && clauses) yield { first: tied(words, i), last: bodyEnd(words) };
    if (!joins) return;
  }
  if (!clauses) return;
  // The first of two: "A heals, and B helps" -> "B helps".
  for (let i = last; i < words.length; i++) {
    const word = words[i];
    if (!word || /^[.;:]$/.test(word.norm)) return;
    const pronoun =
      /^(?:it|they|this|that)$/.test(words[i + 1]?.norm ?? '') && words[0]?.tag !== 'pron';
    if (word.norm === 'and' && !pronoun && startsClause(words, predicates, i + 1))
      yield { first: 0, last: i + 1 };
  }
}

const EFFECTS = [
  'cure',
  'reverse',
  'repair',
  'become',
  'relieve',
  'improve',
  'deliver',
  'work',
  'seek',
];

/** "The cells replace the dead ones and start making collagen": what is left claims as much. */
function leavesClaim({ words, predicates, first, claims }: Passage, at: number): boolean {
  const host = predicates.find(({ verb, end }) => end > first && verb >= at);
  const head = host?.joined === undefined ? undefined : predicates[host.joined];
  const verb = head && words[head.verb];
  if (!head || !verb || head.verb > at || head.modal === 'may' || head.negated) return false;
  const provided = claims.some(({ actor }) => actor === 'provider');
  return !provided && EFFECTS.some((name) => verb.classes.has(name));
}
