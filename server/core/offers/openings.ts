/** Where a clause begins, with what stands in front of it, and whether its first word is small inside a sentence. */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { NOMINAL, OPENS_PHRASE } from './joints.ts';
import type { Passage } from './passage.ts';

/** Where a clause begins, and from which word on a reason in front of it goes. */
export interface Opening {
  readonly at: number;
  readonly reason?: number;
  /** Words without a comma stand in front that want one: "Even so the cells help". */
  readonly joins?: true;
}

const REASON = /^(?:because|because of|since|as|owing to|owing|thanks to|thanks|due to|due|given)$/;

/**
 * Where the clause begins: at its subject, or at what it has in front, which belongs under the
 * "whether" as well. Nothing where it cannot be taken out of what stands before.
 */
export function clauseStart(
  { words, predicates }: Passage,
  { subject }: Predicate,
): Opening | undefined {
  const opening = words[0];
  if (!subject) return opening && OPENS_PHRASE.test(opening.norm) ? { at: 0 } : undefined;
  // "Even so the cells help": the reader may take what joins for a part of the subject.
  const joining = words.findIndex(({ tag }) => tag !== 'adv');
  const said = words.slice(0, joining).map(({ norm }) => norm);
  if (subject.first < joining && joining < subject.last && ASIDE.test(said.join(' ')))
    return { at: joining, joins: true };
  let at = subject.first;
  while (at > 0 && ['det', 'adj', 'num'].includes(words[at - 1]?.tag ?? '')) at--;
  if (at === 1 && opening?.tag === 'verb' && opening.form === 'ing') at = 0;
  let border = at - 1;
  while (
    border >= 0 &&
    words[border]?.tag === 'mark' &&
    /^["“”'*_]$/.test(words[border]?.norm ?? '')
  )
    border--;
  const before = words[border];
  if (!before) return { at };
  if (before.norm === ',') return behindComma(words, predicates, at, border);
  if (/^(?:;|:|–|—|\))$/.test(before.norm) || joins(before)) return { at };
  const spoken = ASIDE.test(
    words
      .slice(0, at)
      .map(({ norm }) => norm)
      .join(' '),
  );
  // "Even so the cells help", "Otherwise it suits them": what only joins stays outside.
  if (spoken || (border === 0 && before.tag === 'adv')) return { at, joins: true };
  // "In early tears it heals": what is in front goes under the "whether" without a comma too.
  const phrase = words.slice(1, at).every(({ tag }) => NOMINAL.has(tag) || tag === 'prep');
  const fits =
    opening &&
    (OPENS_PHRASE.test(opening.norm) || OPENS_ASIDE.test(opening.norm)) &&
    (phrase || at <= 4);
  return fits ? { at: 0 } : undefined;
}

/** What stands before the comma in front of a clause goes with it, stays outside, or is a reason. */
function behindComma(
  words: readonly Word[],
  predicates: readonly Predicate[],
  at: number,
  border: number,
): Opening | undefined {
  let front = border - 1;
  while (front >= 0 && !/^[;:–—]$/.test(words[front]?.norm ?? '') && !joins(words[front])) front--;
  const opening = words[front + 1];
  if (opening && REASON.test(opening.norm)) {
    // Who "they" are may stand in the reason alone.
    const named = words.slice(front + 1, border).some(({ tag }) => tag === 'noun');
    const subject = words[at]?.norm ?? '';
    return named && /^(?:it|they)$/.test(subject) ? undefined : { at, reason: front + 1 };
  }
  const sole = words.slice(front + 1, border).every(({ tag }) => tag === 'adv' || tag === 'conj');
  const when = opening !== undefined && OPENS_ASIDE.test(opening.norm.split(' ')[0] ?? '');
  if (!opening || (sole && !when) || OUTSIDE.test(opening.norm) || joins(words[front]))
    return { at };
  if (opening.norm === 'if') return undefined;
  const inFront = words.slice(front + 1, border);
  if (ASIDE.test(inFront.map(({ norm }) => norm).join(' '))) return { at };
  // A clause of its own in front, with nothing that subordinates it, is no adjunct.
  const clause = predicates.some(
    ({ subject, verb }) => subject !== undefined && verb > front && verb < border,
  );
  if (clause && !/^(?:when|once|after|before)$/.test(opening.norm)) return undefined;
  return { at: opening.tag === 'adv' && !opening.norm.startsWith('once') ? at : front + 1 };
}

const joins = (word: Word | undefined): boolean =>
  word?.tag === 'conj' && (word.classes.has('and') || word.classes.has('but'));

const ASIDE =
  /^(?:that said|even so|all the same|to be fair|to be sure|put simply|in other words|in a word|as a rule|overall|taken together|still|as ever|as always|better still|best of all|what is more|so far|in our view|in my view|in fact|in short|by contrast|by comparison|on the other hand|of course|after all|for example|for instance|in addition|as a result|beyond that|apart from that)$/;

/** Adverbs and clauses that stay outside: "Overall, …", "While cortisone eases pain, …". */
const OUTSIDE = /^(?:while|whereas|although|though)$/;

/** "Once in the joint they settle": what is in front wants its comma within the sentence. */
export const OPENS_ASIDE = /^(?:once|when|after|before)$/;
const NUMBER =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|many|most|several|dozens|hundreds|thousands|millions)$/;

const SMALL = /^[A-Z][a-z]+(?:al|ed|ic|ing|ous|ive|ent|ly|ary|ar|able|row|day)$/;

const CLOSED =
  /^(?:our|the|an?|this|these|that|those|it|they|your|my|his|her|its|their|in|with|once|when|after|for|at|on)$/;

/** A word that is small inside a sentence: no name, no abbreviation, no "I". */
export function isCommon(word: Word, text: string, { state }: Passage): boolean {
  const written = text.slice(word.start, word.end);
  if (CLOSED.test(word.norm)) return true;
  const next = text.slice(word.end, word.end + 3);
  if (/^\s\p{Lu}\p{Ll}/u.test(next) || word.norm === 'i' || !/^[A-Z](?![A-Z0-9])/.test(written))
    return false;
  const [whole = written] = written.split(/\s/);
  if (isName(whole.replace(/['’]s$/, ''), state)) return false;
  return (
    word.senses.length > 0 || word.tag === 'num' || NUMBER.test(word.norm) || SMALL.test(written)
  );
}

/** A name that a term of the glossary begins with: "Wharton's jelly". */
function isName(written: string, { analysis }: Passage['state']): boolean {
  const small = written.charAt(0).toLowerCase() + written.slice(1);
  let name = false;
  for (const { forms } of analysis.library.terms.values())
    for (const form of forms) {
      if (form.startsWith(small)) return false;
      name ||= form.startsWith(written);
    }
  return name;
}
