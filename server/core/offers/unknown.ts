/** Saying what is not known: "It is not known whether the cells rebuild cartilage". */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { capital, splice } from './changes.ts';
import { bearsDoubt, isElsewhere, saysOneThing } from './bearing.ts';
import { isFigure } from './promises.ts';
import { known } from './known.ts';
import { clauseStart, isCommon, OPENS_ASIDE } from './openings.ts';
import { isMain, startsClause } from './joints.ts';
import { hostsOf, type Passage } from './passage.ts';
import type { Rewrite } from './rewrite.ts';
import { baseOf, followers, groupOf, isPlural, isPresent, thirdPerson, thirds } from './verbs.ts';

/** "how the cells rebuild cartilage" -> "whether the cells rebuild cartilage". */
export function* asWhether(passage: Passage): Iterable<Rewrite> {
  const { words, first, text, predicates, topic, state } = passage;
  if (topic === 'praise' || state.block.kind === 'heading') return;
  for (let i = first - 1; i >= 0 && i > first - 12; i--) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && word.norm !== ',')) return;
    if (word.norm !== 'how' && word.norm !== 'why') continue;
    // "How PRP wakes up tired ovaries.": a headline, with or without its full stop.
    if (i === 0 && state.block.kind === 'paragraph') return;
    // "This is how it works", "we have seen how it works".
    if (!isOpen(words[i - 1])) return;
    const clause = predicates.some(
      ({ subject }) => subject && subject.last > i + 1 && subject.first < first,
    );
    if (!clause) return;
    const by = /[HW]/.test(text.charAt(word.start)) ? 'Whether' : 'whether';
    const host = predicates.find(({ verb }) => verb > i);
    if (!host || host.verb < first - 1 || (host.subject?.first ?? 0) > i + 4) return;
    yield known(
      passage,
      splice(text, word.start, word.end, by),
      `${by} ${text.slice(word.end + 1)}`,
    );
    return;
  }
}

/** What may be answered with a "whether": "learn how", "a page that explains why". */
const isOpen = (word: Word | undefined): boolean =>
  word === undefined ||
  word.tag === 'mark' ||
  word.tag === 'conj' ||
  /^(?:learn|discover|find out|explain|explore|ask|read|see|understand|know|show|on|about|of)$/.test(
    word.lemma,
  );

export function* unknown(passage: Passage): Iterable<Rewrite> {
  if (!isProse(passage)) return;
  for (const host of hostsOf(passage)) {
    yield* ofBenefit(passage, host);
    yield* unconfirmed(passage, host);
    yield* ofClause(passage, host);
  }
}

/** Headings, titles and alt text have no room for it; front matter has where it writes sentences. */
function isProse({ state, sentence, words }: Passage): boolean {
  const { kind } = state.block;
  if (kind === 'heading' || kind === 'title' || kind === 'alt' || sentence.fragment) return false;
  // A line without a full stop is a headline, whatever it is marked up as.
  if ((kind === 'paragraph' || kind === 'cell') && words.at(-1)?.tag !== 'mark') return false;
  return kind !== 'front-matter' || words.at(-1)?.norm === '.';
}

/** "X repairs the disc" -> "X has not been shown to repair the disc". */
export function* denied(passage: Passage): Iterable<Rewrite> {
  const { words, text, state, claims } = passage;
  const { kind } = state.block;
  if (kind === 'heading' || kind === 'title' || kind === 'alt') return;
  if (kind === 'front-matter' && words.at(-1)?.norm !== '.') return;
  for (const host of hostsOf(passage)) {
    const group = groupOf(host, words, state.analysis.library.lexicon, text);
    const first = words[host.start];
    const main = words[host.verb];
    if (!group || !first || !main || host.passive || !group.plain || main.tag !== 'verb') continue;
    if (!isPresent(main.form) || host.modal === 'may' || host.modal === 'would') continue;
    // "Stem cell therapy, on the other hand, offers …": the subject stands before the aside.
    const aside = words[host.start - 1]?.norm === ',';
    if (host.start === 0 && /^\p{Ll}/u.test(text.slice(first.start))) continue;
    if (aside && !host.subject) continue;
    if (host.form === 'imperative' || (sentenceless(passage, host) && main.form === 's')) {
      const bare = `${host.start === 0 ? 'Not' : 'not'} shown to ${baseOf(main, text)}`;
      if (main.form === 's')
        yield {
          ...known(
            passage,
            followers(passage, host, splice(text, first.start, main.end, bare), main.end),
            bare,
          ),
          sound: true,
        };
      continue;
    }
    // "…, and headaches lift": what is said beside it would stand.
    const beside = words.findIndex(({ norm }, i) => i > host.verb && norm === 'and');
    const other = words[beside + 1]?.norm ?? '';
    if (beside > 0 && startsClause(words, passage.predicates, beside + 1) && !BACK.test(other))
      continue;
    if (words[host.start - 1]?.norm === ',' && (host.subject?.last ?? 0) < host.start - 1) continue;
    if (!isMain(words, host) || !claims.some(({ actor }) => actor === 'regenerative')) continue;
    const many = isPlural(words, host);
    if (many === undefined || !bearsDoubt(passage, host)) continue;
    const by = `${[many ? 'have' : 'has', ...group.kept].join(' ')} not been shown to ${baseOf(main, text)}`;
    const put = !first.spaced && /^['’]/.test(text.slice(first.start)) ? ` ${by}` : by;
    const after = splice(text, first.start, main.end, put);
    const own = followers(passage, host, after, main.end, 'or');
    const until = own.length - text.length + passage.sentence.sentence.end;
    const clause = thirds(own.slice(first.start, until));
    const further = own.slice(0, first.start) + clause + own.slice(until);
    yield known(passage, further.replace('to offer the potential for ', 'to offer '), by);
  }
}

/** What takes up the first clause, and is put in doubt with it or goes. */
const BACK = /^(?:it|they|that|this)/;

/** "Rebuilds cartilage": an item or cell whose verb has its subject elsewhere. */
function sentenceless({ sentence }: Passage, { subject, start }: Predicate): boolean {
  return subject === undefined && (start === 0 || sentence.fragment);
}

const GOOD = /(?:^| )(?:effective|beneficial|helpful|useful|valuable|worthwhile|advantageous)$/;

/** "This is especially beneficial in …" -> "It is not known whether this helps in …". */
function* ofBenefit(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const { words, text } = passage;
  const be = words[host.verb];
  if (be?.tag !== 'aux' || be.lemma !== 'be' || !host.subject || host.negated) return;
  let at = host.verb + 1;
  while (words[at]?.tag === 'adv') at++;
  const good = words[at];
  const first = words[host.start];
  const next = words[at + 1];
  if (!good || !first || !GOOD.test(good.norm)) return;
  const verb = good.norm.endsWith('effective') ? 'work' : 'help';
  const by = isPlural(words, host) ? verb : thirdPerson(verb);
  const direct = verb === 'help' && next && /^(?:for|to)$/.test(next.norm);
  const after = splice(
    text,
    first.start,
    direct ? next.end : good.end,
    first.spaced ? by : ` ${by}`,
  );
  yield* prefixed(passage, host, after);
}

const CONFIRMS = /^(?:show|prove|confirm|mean|demonstrate|guarantee|establish|ensure)$/;

/** "This confirms that the therapy is effective" -> "This does not confirm that …". */
export function* unconfirmed(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const { words, predicates, text } = passage;
  const before = predicates.findLast(
    ({ verb, form }) =>
      verb < host.start && form === 'finite' && CONFIRMS.test(words[verb]?.lemma ?? ''),
  );
  const main = before && words[before.verb];
  if (!before || !main || before.negated || words[before.verb + 1]?.norm !== 'that') return;
  if (before.start !== before.verb || !isPresent(main.form)) return;
  // What all of research proves nobody can deny on the author's behalf.
  const { first, last } = before.subject ?? { first: 0, last: 0 };
  if (words.slice(first, last).some(({ classes }) => classes.has('study-word'))) return;
  const by = `${main.form === 's' ? 'does' : 'do'} not ${baseOf(main)}`;
  yield known(passage, splice(text, main.start, main.end, by), `${by} that`);
}

function* ofClause(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const main = mainClause(passage, host);
  if (main && (follows(passage, main, host) || isElsewhere(passage, main, host))) return;
  const { words, claims } = passage;
  const benefit = passage.topic !== undefined && NEGATIVE.has(passage.topic);
  if (!benefit && main && words.slice(main.start, main.verb).some(({ tag }) => tag === 'not'))
    return;
  // That a clinic treats something is a fact; what came of it is not.
  const treats = claims.some(({ frame, actor }) => actor === 'provider' && frame.verb.has('treat'));
  if (treats || isFigure(passage)) return;
  if (!main || (main.negated && !benefit) || main.modal === 'may' || passage.topic === 'proof')
    return;
  const subject = main.subject && passage.words[main.subject.first];
  if (subject && /^(?:no|nothing|nobody|there|none)$/.test(subject.norm)) return;
  if (isOwnCount(passage, main) || isTold(passage, main)) return;
  if (subject?.norm === 'we') {
    if (main === host) yield* notShownThat(passage, main);
  } else yield* prefixed(passage, main, plainly(passage, main));
}

/** "It may act on the tissue, so the pain fades": the doubt belongs to what was claimed, not before it. */
function follows({ predicates, words }: Passage, main: Predicate, host: Predicate): boolean {
  return (
    main.modal === 'may' &&
    predicates.indexOf(main) < predicates.indexOf(host) &&
    words.slice(main.verb, host.verb).some(({ norm }) => norm === ',')
  );
}

const COUNTED = /^(?:most|many|some|all|thousands|hundreds|dozens|\d.*|nine|eight|seven)$/;
const THOSE = /^(?:patients?|clients?|candidates?|those|guests?|readers?|members?|gentlemen)$/;

const OURS = /^(?:our|my)$/;

/** "Many of our patients come off their pills": whoever counted them knows it, or does not. */
function isOwnCount({ words }: Passage, { subject, negated, start }: Predicate): boolean {
  // "Many of our patients": what counts them stands before the noun.
  const phrase = subject ? words.slice(Math.max(0, subject.first - 3), start) : [];
  const has = (sign: RegExp): boolean => phrase.some(({ norm }) => sign.test(norm));
  // "the pain hasn't come back": it has or it has not.
  if (negated && /^(?:has|have|had)$/.test(words[start]?.norm ?? '')) return true;
  return has(THOSE) && (has(COUNTED) || has(OURS));
}

/** "Patients tell us that …": that they do is no question. */
function isTold({ words }: Passage, { verb }: Predicate): boolean {
  return /^(?:tell|say|report|describe|ask|write|talk|feel that|think|believe|mean)$/.test(
    words[verb]?.lemma ?? '',
  );
}

/** "We repair your joint" -> "It has not been shown that we can repair your joint". */
function* notShownThat(passage: Passage, main: Predicate): Iterable<Rewrite> {
  const { words, text } = passage;
  const verb = words[main.verb];
  const first = words[main.start];
  const subject = main.subject && words[main.subject.first];
  if (!verb || !first || !subject || main.passive || main.negated) return;
  if (verb.tag !== 'verb' || !isPresent(verb.form) || words[main.verb - 1] !== subject) return;
  if (passage.suspected || !DOES.some((name) => verb.classes.has(name))) return;
  const opens = words[0] === subject;
  const by = `${opens ? 'It' : 'it'} has not been shown that we can ${baseOf(verb)}`;
  yield known(passage, splice(text, subject.start, verb.end, by), by);
}

const DOES = ['cure', 'reverse', 'repair', 'relieve', 'improve', 'treat'];

/** Rules whose claims say that something bad will not be. */
const NEGATIVE: ReadonlySet<string> = new Set(['avoidance', 'advice', 'duration']);

/** The clause without what boosted it: "is especially worthwhile", "do help", "therefore heal". */
function plainly(passage: Passage, clause: Predicate): string {
  const { words, text } = passage;
  const { verb, start } = clause;
  const main = words[verb];
  const next = words[verb + 1];
  const after = words[verb + 2];
  let plain = text;
  const boosts = next?.tag === 'adv' && next.classes.has('intensifier') && after?.tag === 'adj';
  if (boosts) plain = splice(plain, next.start, after.start, '');
  const emphatic = words
    .slice(start, verb)
    .find(({ lemma, tag }) => tag === 'aux' && lemma === 'do');
  if (emphatic && main && !clause.negated && main.form === 'base')
    return splice(
      plain,
      emphatic.start,
      main.end,
      emphatic.norm === 'does' ? thirdPerson(baseOf(main)) : baseOf(main),
    );
  for (let at = verb - 1; at >= start; at--) {
    const word = words[at];
    const following = words[at + 1];
    if (word?.tag !== 'adv' || !following) continue;
    if (word.classes.has('booster') || BOOSTS.test(word.norm))
      plain = splice(plain, word.start, following.start, '');
  }
  return plain;
}

const BOOSTS = /^(?:therefore|thus|hence|really|truly|actually|naturally|consequently|clearly)$/;

/** The finite clause with a subject that the host stands in or hangs on. */
function mainClause({ predicates, words }: Passage, host: Predicate): Predicate | undefined {
  for (let one: Predicate | undefined = host; one;) {
    if (isMain(words, one)) return one;
    const up: number | undefined = one.joined ?? one.hangsOn;
    one = up === undefined ? undefined : predicates[up];
  }
  // "When they reach a tendon, they rebuild it".
  if (OPENS_ASIDE.test(words[0]?.norm ?? '')) {
    const next = predicates.find((one) => one.verb > host.verb && isMain(words, one));
    if (next) return next;
  }
  // "helps patients avoid surgery": not out of what somebody shows or says.
  return predicates.findLast(
    (one) =>
      one.verb < host.verb &&
      isMain(words, one) &&
      !words.slice(one.verb, host.verb).some(({ norm }) => norm === 'that'),
  );
}

/** Puts the clause, which `text` may have changed from its verb on, under "It is not known whether". */
function* prefixed(passage: Passage, clause: Predicate, text: string): Iterable<Rewrite> {
  if (!bearsDoubt(passage, clause)) return;
  const { words, text: old } = passage;
  const found = clauseStart(passage, clause);
  const at = found?.at;
  const first = at === undefined ? undefined : words[at];
  if (!first || at === undefined || /^(?:how|why|what|where|who)$/.test(first.norm)) return;
  const next = words[at + 1];
  if (first.norm === 'that' && (next?.tag === 'pron' || next?.tag === 'det')) return;
  const reason = found?.reason === undefined ? undefined : words[found.reason];
  const opens =
    reason !== undefined
      ? found?.reason === 0
      : at === 0 || words.slice(0, at).every(({ tag }) => tag === 'mark');
  const initial = text.charAt(first.start);
  // What stands before its subject is no name: "Otherwise it suits every hip".
  const isOpening = clause.subject !== undefined && at < clause.subject.first;
  // An item that goes on from its lead: "the therapy produced gains;".
  if (opens && at === 0 && /^\p{Ll}/u.test(initial)) return;
  const small = opens && at === 0 && (isOpening || isCommon(first, old, passage));
  const fronted =
    clause.subject &&
    first.tag !== 'adv' &&
    at < clause.subject.first &&
    (hasComma(words, at, clause.subject.first) || OPENS_ASIDE.test(first.norm));
  if (!saysOneThing(passage, clause, at)) return;
  const prefix = `it is not known whether${fronted ? ',' : ''} `;
  const put = (opens ? capital(prefix) : prefix) + (small ? initial.toLowerCase() : initial);
  let after = splice(text, first.start, first.start + 1, put);
  if (found?.joins) after = splice(after, first.start - 1, first.start, ', ');
  if (reason) after = splice(after, reason.start, first.start, '');
  yield known(
    passage,
    withComma(passage, after, clause, at),
    after.slice((reason ?? first).start).slice(0, 90),
  );
}

function withComma(
  { words, text: old }: Passage,
  text: string,
  clause: Predicate,
  at: number,
): string {
  const first = words[at];
  const behind = clause.subject?.first ?? 0;
  const subject = words[behind];
  if (!first || !subject || !OPENS_ASIDE.test(first.norm)) return text;
  if (at >= behind || hasComma(words, at, behind)) return text;
  const place = subject.start - 1 - old.length;
  const from = text.length + place;
  return text.charAt(from) === ' ' ? splice(text, from, from, ',') : text;
}

const hasComma = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ norm }) => norm === ',');
