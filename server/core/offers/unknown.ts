/** Saying what is not known: "It is not known whether the cells rebuild cartilage". */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { splice } from './changes.ts';
import { hostsOf, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { baseOf, groupOf, isPresent, thirdPerson } from './verbs.ts';

export function* unknown(passage: Passage): Iterable<Rewrite> {
  const { kind } = passage.state.block;
  yield* asWhether(passage);
  if (kind === 'heading' || kind === 'title' || kind === 'alt') return;
  for (const host of hostsOf(passage)) {
    yield* ofBenefit(passage, host);
    yield* ofClause(passage, host);
  }
}

/** "X repairs the disc" -> "X has not been shown to repair the disc". */
export function* denied(passage: Passage): Iterable<Rewrite> {
  const { words, text, state } = passage;
  for (const host of hostsOf(passage)) {
    const group = groupOf(host, words, state.analysis.library.lexicon.forms);
    const first = words[host.start];
    const main = words[host.verb];
    if (!group || !first || !main || !host.subject || host.passive) continue;
    if (host.form !== 'finite' || main.tag !== 'verb' || !group.plain) continue;
    const many = isPlural(passage, host);
    const by = `${[many ? 'have' : 'has', ...group.kept].join(' ')} not been shown to ${baseOf(main)}`;
    if (!isPresent(main.form)) continue;
    const put = !first.spaced && /^['’]/.test(text.slice(first.start)) ? ` ${by}` : by;
    yield {
      text: splice(text, first.start, main.end, put),
      kind: 'weaken',
      title: `Say what is not known: ${quoted(by)}`,
    };
  }
}

/** Whether the subject of a clause takes a plural verb. */
function isPlural({ words }: Passage, { subject, verb, start }: Predicate): boolean {
  const main = words[verb];
  if (main?.form === 's') return false;
  const first = words[start];
  if (first && /^(?:is|was|has|does|'s)$/.test(first.norm)) return false;
  if (first && /^(?:are|were|have|do|'re)$/.test(first.norm)) return true;
  if (!subject) return false;
  const phrase = words.slice(subject.first, subject.last);
  if (phrase.some(({ tag, classes }) => tag === 'conj' && classes.has('and'))) return true;
  const head = phrase.findLast(({ tag }) => tag === 'noun' || tag === 'pron');
  if (head && /^(?:they|we|you|these|those|i)$/.test(head.norm)) return true;
  return head?.form === 's' || (main?.form === 'base' && first === main);
}

/** "how the cells rebuild cartilage" -> "whether the cells rebuild cartilage". */
function* asWhether({ words, first, text, predicates }: Passage): Iterable<Rewrite> {
  for (let i = first - 1; i >= 0 && i > first - 12; i--) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && word.norm !== ',')) return;
    if (word.norm !== 'how' && word.norm !== 'why') continue;
    const clause = predicates.some(
      ({ subject }) => subject && subject.first > i && subject.first < first,
    );
    if (!clause) return;
    const by =
      text.charAt(word.start) === 'H' || text.charAt(word.start) === 'W' ? 'Whether' : 'whether';
    yield {
      text: splice(text, word.start, word.end, by),
      kind: 'weaken',
      title: `Say what is not known: ${quoted(`${by} ${text.slice(word.end, word.end + 60)}`)}`,
    };
    return;
  }
}

/** "This is especially beneficial in …" -> "It is not known whether this helps in …". */
function* ofBenefit(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const { words, text } = passage;
  const be = words[host.verb];
  if (be?.tag !== 'aux' || be.lemma !== 'be' || !host.subject || host.negated) return;
  let at = host.verb + 1;
  while (words[at]?.tag === 'adv') at++;
  const good = words[at];
  if (!good || !/^(?:effective|beneficial|helpful|useful|valuable)$/.test(good.norm)) return;
  const verb = good.norm === 'effective' ? 'work' : 'help';
  const by = isPlural(passage, host) ? verb : thirdPerson(verb);
  const first = words[host.start];
  if (!first) return;
  yield* prefixed(passage, host, splice(text, first.start, good.end, first.spaced ? by : ` ${by}`));
}

function* ofClause(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const main = mainClause(passage, host);
  if (main && !main.negated) yield* prefixed(passage, main, passage.text);
}

/** The finite clause with a subject that the host stands in or hangs on. */
function mainClause({ predicates }: Passage, host: Predicate): Predicate | undefined {
  for (let one: Predicate | undefined = host; one;) {
    if (one.form === 'finite' && one.subject && one.joined === undefined) return one;
    const up: number | undefined = one.joined ?? one.hangsOn;
    one = up === undefined ? undefined : predicates[up];
  }
  return undefined;
}

const PREFIX = 'it is not known whether ';

/** Puts the clause, which `text` may have changed from its verb on, under "It is not known whether". */
function* prefixed(passage: Passage, clause: Predicate, text: string): Iterable<Rewrite> {
  const { words, sentence } = passage;
  const at = clause.subject ? subjectStart(words, clause.subject.first) : 0;
  const first = words[at];
  if (!first) return;
  const before = words[at - 1];
  const opens = before === undefined || first.start === sentence.sentence.start;
  if (!opens && !FREE.test(before.norm)) return;
  const initial = text.charAt(first.start);
  const start = opens && isCommon(first, text) ? initial.toLowerCase() : initial;
  const put = opens ? `I${PREFIX.slice(1)}` : PREFIX;
  const after = splice(text, first.start, first.start + 1, put + start);
  const words_ = after.slice(first.start, first.start + 90);
  yield {
    text: after,
    kind: 'weaken',
    title: `Say what is not known: ${quoted(words_.split(/[.;]/)[0] ?? words_)}`,
  };
}

/** A clause may be put under a new one after these. */
const FREE = /^(?:,|;|:|and|but|–|—|\))$/;

function subjectStart(words: readonly Word[], first: number): number {
  let at = first;
  while (at > 0 && ['det', 'adj', 'num'].includes(words[at - 1]?.tag ?? '')) at--;
  return at;
}

/** A word that is small inside a sentence: no name, no abbreviation, no "I". */
function isCommon(word: Word, text: string): boolean {
  const written = text.slice(word.start, word.start + 2);
  return word.norm !== 'i' && word.senses.length > 0 && /^[A-Z](?![A-Z0-9])/.test(written);
}
