/** Saying what is not known: "It is not known whether the cells rebuild cartilage". */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { capital, splice } from './changes.ts';
import { isFigure } from './promises.ts';
import { isMain, NOMINAL, OPENS_PHRASE } from './joints.ts';
import { hostsOf, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { baseOf, followers, groupOf, isPlural, isPresent, thirdPerson } from './verbs.ts';

/** "how the cells rebuild cartilage" -> "whether the cells rebuild cartilage". */
export function* asWhether({ words, first, text, predicates, rule }: Passage): Iterable<Rewrite> {
  if (rule === 'hype-words') return;
  for (let i = first - 1; i >= 0 && i > first - 12; i--) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && word.norm !== ',')) return;
    if (word.norm !== 'how' && word.norm !== 'why') continue;
    const clause = predicates.some(
      ({ subject }) => subject && subject.last > i + 1 && subject.first < first,
    );
    if (!clause) return;
    const by = /[HW]/.test(text.charAt(word.start)) ? 'Whether' : 'whether';
    const host = predicates.find(({ verb }) => verb > i);
    if (!host || host.verb < first - 1 || (host.subject?.first ?? 0) > i + 4) return;
    yield known(splice(text, word.start, word.end, by), `${by} ${text.slice(word.end + 1)}`);
    return;
  }
}

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
  return kind !== 'front-matter' || words.at(-1)?.norm === '.';
}

/** "X repairs the disc" -> "X has not been shown to repair the disc". */
export function* denied(passage: Passage): Iterable<Rewrite> {
  const { words, text, state, claims } = passage;
  const { kind } = state.block;
  if (kind === 'heading' || kind === 'title' || kind === 'alt') return;
  if (kind === 'front-matter' && words.at(-1)?.norm !== '.') return;
  for (const host of hostsOf(passage)) {
    const group = groupOf(host, words, state.analysis.library.lexicon.forms, text);
    const first = words[host.start];
    const main = words[host.verb];
    if (!group || !first || !main || host.passive || !group.plain || main.tag !== 'verb') continue;
    if (!isPresent(main.form) || host.modal === 'may' || host.modal === 'would') continue;
    if (host.form === 'imperative' || (sentenceless(passage, host) && main.form === 's')) {
      const bare = `Not shown to ${baseOf(main, text)}`;
      if (main.form === 's')
        yield {
          ...known(
            followers(passage, host, splice(text, first.start, main.end, bare), main.end),
            bare,
          ),
          sound: true,
        };
      continue;
    }
    if (!isMain(words, host) || !claims.some(({ actor }) => actor === 'regenerative')) continue;
    const many = isPlural(words, host);
    if (many === undefined) continue;
    const by = `${[many ? 'have' : 'has', ...group.kept].join(' ')} not been shown to ${baseOf(main, text)}`;
    const put = !first.spaced && /^['’]/.test(text.slice(first.start)) ? ` ${by}` : by;
    const after = splice(text, first.start, main.end, put);
    yield known(followers(passage, host, after, main.end, 'or'), by);
  }
}

/** "Rebuilds cartilage": an item or cell whose verb has its subject elsewhere. */
function sentenceless({ sentence }: Passage, { subject, start }: Predicate): boolean {
  return subject === undefined && (start === 0 || sentence.fragment);
}

/** What was said to follow from the claim goes with it. */
const SO = /,\s+so (?:that )?(?:you|patients|they|people|we|it|your)\b[^.;!?]*(?=[.;!?]|$)/;

function known(text: string, words: string): Rewrite {
  return {
    text: text.replace(SO, ''),
    kind: 'weaken',
    title: `Say what is not known: ${quoted(words.split(/[.;]/)[0] ?? words)}`,
  };
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
  const by = `${main.form === 's' ? 'does' : 'do'} not ${baseOf(main)}`;
  yield known(splice(text, main.start, main.end, by), `${by} that`);
}

function* ofClause(passage: Passage, host: Predicate): Iterable<Rewrite> {
  const main = mainClause(passage, host);
  const { words, claims } = passage;
  const benefit = NEGATIVE.has(passage.rule);
  if (!benefit && main && words.slice(main.start, main.verb).some(({ tag }) => tag === 'not'))
    return;
  // That a clinic treats something is a fact; what came of it is not.
  const treats = claims.some(({ frame, actor }) => actor === 'provider' && frame.verb.has('treat'));
  if (treats || isFigure(passage)) return;
  if (!main || (main.negated && !benefit) || main.modal === 'may' || passage.rule === 'proof-claim')
    return;
  const subject = main.subject && passage.words[main.subject.first];
  if (subject && /^(?:no|nothing|nobody|there|none)$/.test(subject.norm)) return;
  yield* prefixed(passage, main, plainly(passage, main));
}

/** Rules whose claims say that something bad will not be. */
const NEGATIVE: ReadonlySet<string> = new Set([
  'avoids-surgery',
  'discourages-treatment',
  'permanence-durability',
]);

/** The clause without the adverbs that boosted it: "is especially worthwhile" -> "is worthwhile". */
function plainly({ words, text }: Passage, { verb }: Predicate): string {
  const next = words[verb + 1];
  const after = words[verb + 2];
  const boosts = next?.tag === 'adv' && next.classes.has('intensifier') && after?.tag === 'adj';
  return boosts ? splice(text, next.start, after.start, '') : text;
}

/** The finite clause with a subject that the host stands in or hangs on. */
function mainClause({ predicates, words }: Passage, host: Predicate): Predicate | undefined {
  for (let one: Predicate | undefined = host; one;) {
    if (isMain(words, one)) return one;
    const up: number | undefined = one.joined ?? one.hangsOn;
    one = up === undefined ? undefined : predicates[up];
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
  const { words } = passage;
  const at = clauseStart(passage, clause);
  const first = at === undefined ? undefined : words[at];
  if (!first || at === undefined || /^(?:how|why|what|where|who)$/.test(first.norm)) return;
  const next = words[at + 1];
  if (first.norm === 'that' && (next?.tag === 'pron' || next?.tag === 'det')) return;
  const opens = at === 0 || words.slice(0, at).every(({ tag }) => tag === 'mark');
  const initial = text.charAt(first.start);
  const start = opens && isCommon(first, text) ? initial.toLowerCase() : initial;
  const fronted =
    clause.subject &&
    first.tag !== 'adv' &&
    at < clause.subject.first &&
    hasComma(words, at, clause.subject.first);
  const prefix = `it is not known whether${fronted ? ',' : ''} `;
  const put = (opens ? capital(prefix) : prefix) + start;
  const after = splice(text, first.start, first.start + 1, put);
  yield known(after, after.slice(first.start, first.start + 90));
}

const hasComma = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).some(({ norm }) => norm === ',');

const ASIDE =
  /^(?:that said|even so|all the same|in fact|in short|by contrast|by comparison|on the other hand|of course|after all|for example|for instance|in addition|as a result|beyond that|apart from that)$/;

/** Adverbs and clauses that stay outside: "Overall, …", "While cortisone eases pain, …". */
const OUTSIDE = /^(?:while|whereas|although|though)$/;

/**
 * Where the clause begins: at its subject, or at what it has in front, which belongs under the
 * "whether" as well. Nothing where it cannot be taken out of what stands before.
 */
function clauseStart({ words, predicates }: Passage, { subject }: Predicate): number | undefined {
  const opening = words[0];
  if (!subject) return opening && OPENS_PHRASE.test(opening.norm) ? 0 : undefined;
  let at = subject.first;
  while (at > 0 && ['det', 'adj', 'num'].includes(words[at - 1]?.tag ?? '')) at--;
  let border = at - 1;
  while (
    border >= 0 &&
    words[border]?.tag === 'mark' &&
    /^["“”'*_]$/.test(words[border]?.norm ?? '')
  )
    border--;
  const before = words[border];
  if (!before) return at;
  if (before.norm === ',') {
    let front = border - 1;
    while (front >= 0 && !/^[;:–—]$/.test(words[front]?.norm ?? '') && !joins(words[front]))
      front--;
    const opening = words[front + 1];
    const sole = words.slice(front + 1, border).every(({ tag }) => tag === 'adv' || tag === 'conj');
    if (!opening || sole || OUTSIDE.test(opening.norm) || joins(words[front])) return at;
    if (/^(?:because|since|as|if)$/.test(opening.norm)) return undefined;
    const inFront = words.slice(front + 1, border);
    if (ASIDE.test(inFront.map(({ norm }) => norm).join(' '))) return at;
    // A clause of its own in front, with nothing that subordinates it, is no adjunct.
    const clause = predicates.some(
      ({ subject, verb }) => subject !== undefined && verb > front && verb < border,
    );
    if (clause && !/^(?:when|once|after|before)$/.test(opening.norm)) return undefined;
    return opening.tag === 'adv' && !opening.norm.startsWith('once') ? at : front + 1;
  }
  if (/^(?:;|:|–|—|\))$/.test(before.norm) || joins(before)) return at;
  // "In early tears it heals": what is in front goes under the "whether" without a comma too.
  const phrase = words.slice(1, at).every(({ tag }) => NOMINAL.has(tag) || tag === 'prep');
  return opening && OPENS_PHRASE.test(opening.norm) && (phrase || at <= 4) ? 0 : undefined;
}

const joins = (word: Word | undefined): boolean =>
  word?.tag === 'conj' && (word.classes.has('and') || word.classes.has('but'));

const NUMBER =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|many|most|several|dozens|hundreds|thousands|millions)$/;

/** A word that is small inside a sentence: no name, no abbreviation, no "I". */
function isCommon(word: Word, text: string): boolean {
  const written = text.slice(word.start, word.start + 2);
  const next = text.slice(word.end, word.end + 3);
  if (/^\s\p{Lu}\p{Ll}/u.test(next)) return false;
  return (
    word.norm !== 'i' &&
    (word.senses.length > 0 || word.tag === 'num' || NUMBER.test(word.norm)) &&
    /^[A-Z](?![A-Z0-9])/.test(written)
  );
}
