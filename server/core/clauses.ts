/** Words -> predicates: verb groups with their form, their subject and their object. */

import { objectOf, subjectOf } from './arguments.ts';
import type { Form } from './claims.ts';
import type { Word } from './words.ts';

/** A verb with what belongs to it. Indexes are into the words of the sentence. */
export interface Predicate {
  /** The main verb. */
  readonly verb: number;
  /** First word of the verb group: auxiliaries, adverbs, "help", "to". */
  readonly start: number;
  /** After the last word of the object. */
  readonly end: number;
  /** After the last word of the noun phrase that is acted on; the rest of the object is an adjunct. */
  readonly objectEnd: number;
  readonly subject?: { readonly first: number; readonly last: number };
  readonly form: Form;
  readonly passive: boolean;
  readonly negated: boolean;
  /** The modal or other first auxiliary, if any. */
  readonly modal?: 'may' | 'can' | 'will' | 'would';
  /** The predicate, by index, whose subject and modality this one shares or hangs on. */
  readonly joined?: number;
  readonly hangsOn?: number;
}

export function predicatesOf(words: readonly Word[]): Predicate[] {
  const predicates: Predicate[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word || !isPredicate(words, i)) continue;
    predicates.push(predicateAt(words, i, predicates));
  }
  return predicates;
}

/** Main verbs, and "be" where no main verb follows in its group. */
function isPredicate(words: readonly Word[], i: number): boolean {
  const word = words[i];
  // "helps restore" and "helping to restore" are one group: its last verb carries the frame.
  if (word?.tag === 'verb') return !(word.lemma === 'help' && helped(words, i) !== undefined);
  if (word?.tag !== 'aux') return false;
  for (let j = i + 1; j < i + 4; j++) {
    const next = words[j];
    if (!next || !IN_GROUP.has(next.tag) || next.tag === 'to') return next?.tag !== 'verb';
    if (next.tag === 'aux') return false;
  }
  return true;
}

/** The verb that "help" at `i` governs directly, over "to". */
function helped(words: readonly Word[], i: number): number | undefined {
  const next = words[i + 1]?.tag === 'to' ? i + 2 : i + 1;
  const verb = words[next];
  return verb?.tag === 'verb' && verb.form === 'base' ? next : undefined;
}

const IN_GROUP: ReadonlySet<string> = new Set(['aux', 'modal', 'not', 'adv', 'to']);

function predicateAt(
  words: readonly Word[],
  verb: number,
  before: readonly Predicate[],
): Predicate {
  const start = groupStart(words, verb);
  const group = words.slice(start, verb + 1);
  const main = words[verb];
  // "helping to rebuild" is a participle: the first verb of the group bears its form.
  const bearer = group.find((word) => word.tag === 'verb') ?? main;
  const left = words[start - 1];
  const aux = group.some((word) => word.tag === 'aux' && word !== main);
  const modal = group.find((word) => word.tag === 'modal');
  const passive =
    main?.form === 'participle' && group.some((word) => word.tag === 'aux' && word.lemma === 'be');
  const { end, objectEnd } = objectOf(words, verb);
  const finite =
    aux ||
    modal !== undefined ||
    main?.tag === 'aux' ||
    bearer?.form === 's' ||
    bearer?.form === 'past' ||
    bearer?.form === 'base';
  const form = formOf(
    words,
    start,
    bearer ? group.slice(0, group.indexOf(bearer) + 1) : group,
    left,
    finite,
  );
  const subject = form === 'finite' || form === 'relative' ? subjectOf(words, start) : undefined;
  const link = subject ? {} : linkOf(words, start, form, before);
  const which = modalOf(modal);
  return {
    verb,
    start,
    end,
    objectEnd,
    form:
      form === 'finite' && !subject && link.joined === undefined
        ? imperativeOr(words, start, bearer)
        : form,
    passive,
    negated: isNegated(group),
    ...(subject ? { subject } : {}),
    ...(which ? { modal: which } : {}),
    ...link,
  };
}

/** "does not only relieve pain" does relieve it. */
function isNegated(group: readonly Word[]): boolean {
  return group.some((word, i) => word.tag === 'not' && !group[i + 1]?.classes.has('only'));
}

function groupStart(words: readonly Word[], verb: number): number {
  let start = verb;
  for (let i = verb - 1; i >= 0; i--) {
    const word = words[i];
    if (!word) break;
    const helps =
      word.tag === 'verb' &&
      word.lemma === 'help' &&
      words[start]?.tag !== 'mark' &&
      helped(words, i) === verb;
    if (!helps && !IN_GROUP.has(word.tag)) break;
    start = i;
  }
  // A leading adverb ("Then", "Once inside") belongs to the clause, not to the verb.
  while (start < verb && words[start]?.tag === 'adv' && words[start - 1] === undefined) start++;
  return start;
}

function modalOf(word: Word | undefined): Predicate['modal'] {
  if (!word) return undefined;
  if (word.classes.has('modal-may')) return 'may';
  if (word.classes.has('modal-can')) return 'can';
  return word.classes.has('modal-will') ? 'will' : 'would';
}

function formOf(
  words: readonly Word[],
  start: number,
  group: readonly Word[],
  left: Word | undefined,
  finite: boolean,
): Form {
  const first = group[0];
  const main = group.at(-1);
  if (
    group.some((word) => word.tag === 'to') &&
    !group.some(
      (word) =>
        word.tag === 'modal' || (word.tag === 'aux' && word.norm !== 'be' && word.norm !== 'have'),
    )
  )
    return 'infinitive';
  if (finite) {
    if (left?.tag === 'rel') return 'relative';
    return 'finite';
  }
  if (main?.form === 'ing') {
    if (left?.tag === 'prep') return left.classes.has('by') ? 'by-phrase' : 'infinitive';
    if (left?.tag === 'conj') {
      if (left.norm === 'while' || left.norm === 'whilst') return 'participle';
      return joinedIng(words, start);
    }
    if (!left || first?.tag === 'mark') return 'gerund';
    return 'participle';
  }
  return 'reduced';
}

/** "…, easing pain and restoring movement", "rests on replacing or renewing": the form of the first. */
function joinedIng(words: readonly Word[], start: number): Form {
  let first = -1;
  for (let i = start - 2; i >= 0; i--) {
    const word = words[i];
    if (word?.tag !== 'verb') continue;
    if (word.form !== 'ing') break;
    first = i;
  }
  if (first < 0) return 'gerund';
  const left = words[first - 1];
  return left?.tag === 'prep' && !left.classes.has('by') ? 'infinitive' : 'participle';
}

function imperativeOr(words: readonly Word[], start: number, main: Word | undefined): Form {
  return (main?.form === 'base' || main?.form === 's') &&
    (start === 0 || words[start - 1]?.tag === 'mark' || words[start - 1]?.tag === 'conj')
    ? 'imperative'
    : 'finite';
}

/** Where a predicate without a subject of its own takes it from. */
function linkOf(
  words: readonly Word[],
  start: number,
  form: Form,
  before: readonly Predicate[],
): { joined?: number; hangsOn?: number } {
  const index = before.length - 1;
  const previous = before[index];
  if (!previous) return {};
  const left = words[start - 1];
  // "could ease pain while improving function" coordinates, though "while" opens no clause.
  if (left?.norm === 'while' || left?.norm === 'whilst') return { joined: index };
  const coordinated = left?.tag === 'conj' || (left?.norm === ',' && followsList(words, start));
  if (coordinated && (form === 'finite' || form === 'relative' || form === 'imperative'))
    return { joined: index };
  if (coordinated && form === previous.form) return { joined: index };
  return {
    hangsOn: previous.hangsOn !== undefined && form === previous.form ? previous.hangsOn : index,
  };
}

/** "repair, rebuild and restore": a comma stands for "and" where one follows. */
function followsList(words: readonly Word[], start: number): boolean {
  for (let i = start; i < start + 12; i++) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && word.norm !== ',')) return false;
    if (word.tag === 'conj' && word.classes.has('and')) return true;
  }
  return false;
}
