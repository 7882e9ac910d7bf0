/** A hedge on the verb: "repairs" -> "may help repair", "will heal" -> "may help heal". */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { bearsHedge } from './bearing.ts';
import { capital, splice } from './changes.ts';
import { hedgesFor, modalFor, type Hedge } from './hedges.ts';
import { hostsOf, leftIn, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { softer } from './softer.ts';
import { baseOf, followers, groupOf, isPlural, type Group } from './verbs.ts';

export function* weakened(passage: Passage, weak: boolean): Iterable<Rewrite> {
  yield* onShown(passage, weak);
  for (const host of hostsOf(passage)) {
    yield* onAbility(passage, host, weak);
    const heads = headsOf(passage, host);
    if (!bearsHedge(passage, host)) continue;
    for (const head of heads) yield* onGroup(passage, head, weak);
    if (!isLate(passage, host)) yield* onGroup(passage, host, weak);
  }
  yield* onFragment(passage);
}

/**
 * The verbs whose hedge reaches the host too: the one with the modal ("can delay or obviate"), and
 * the first of several that all claim ("modulate the immune system and reduce inflammation").
 */
function headsOf(passage: Passage, host: Predicate): readonly Predicate[] {
  const { predicates, words, state, sentence } = passage;
  const heads: Predicate[] = [];
  for (let up = host.joined; up !== undefined;) {
    const one = predicates[up];
    const verb = one && words[one.verb];
    if (!one || !verb || host.subject || host.modal) break;
    const claimed = leftIn(passage, state).some(
      ({ start, end }) => start <= verb.start && end >= verb.end,
    );
    const bare = one.subject === undefined && sentence.fragment;
    const first = one.joined === undefined && isLate(passage, host) && one.form === 'finite';
    if (one.modal || claimed || first || (one.joined === undefined && bare)) heads.unshift(one);
    up = one.joined;
  }
  return heads;
}

/** The third of several verbs: a hedge on it alone would leave the others bare. */
function isLate({ predicates, words }: Passage, host: Predicate): boolean {
  const before = host.joined === undefined ? undefined : predicates[host.joined];
  if (!before || host.subject) return false;
  const listed = words[host.start - 1]?.norm === ',' || words[host.start - 2]?.norm === ',';
  return before.joined !== undefined || listed;
}

function* onGroup(passage: Passage, host: Predicate, weak: boolean): Iterable<Rewrite> {
  const { words, text, state, claims } = passage;
  const group = groupOf(host, words, state.analysis.library.lexicon, text);
  const first = words[host.start];
  const main = words[host.verb];
  if (!group || !first || !main || host.modal === 'may') return;
  if (host.form === 'imperative' && main.form === 'base') return;
  if (main.tag === 'aux' && main.lemma !== 'be') return;
  // "letting you put the pills away": the verb stands bare behind another.
  const bare = main.form === 'base' && !host.modal;
  const ruler = host.subject && words[host.subject.first - 1];
  if (bare && ruler?.tag === 'verb' && LETS.test(ruler.lemma)) return;
  // What the writer has done is no claim.
  const own = host.subject && words[host.subject.first]?.norm === 'i';
  if (own && group.tail.startsWith('have ')) return;
  if (host.form !== 'finite' && host.form !== 'relative' && host.form !== 'imperative') return;
  // What was done is a fact: "we treated 131 shoulders". What is said to have come of it is not.
  const next = words[host.verb + 1];
  const told = group.tail.startsWith('have ');
  // "a graft made from the cord": without an object this need be no past tense at all.
  if (
    main.form === 'past' &&
    host.verb === host.start &&
    (!next || next.tag === 'prep' || next.tag === 'mark')
  )
    return;
  const done = told && main.classes.has('treat');
  if (done || (main.classes.has('treat') && claims.some(({ actor }) => actor === 'provider')))
    return;
  const verb = softer(passage, host);
  if (!verb && isCure(main)) return;
  const after = words[host.verb + 1];
  const object = after !== undefined && ['noun', 'adj', 'det', 'num', 'pron'].includes(after.tag);
  const help = group.plain && (group.helped || (verb?.help ?? (object && takesHelp(main))));
  const stem = main.tag === 'aux' ? afterCopula(passage, host) : host.verb;
  const end = verb?.end ?? words[stem]?.end ?? main.end;
  const might = host.modal === 'can';
  for (const hedge of hedgesFor(state.analysis, { help, weak, might, paragraph: text })) {
    const by = hedgedWords(group, hedge, verb?.words ?? group.tail, isPlural(words, host));
    if (by === undefined) continue;
    const put = withoutSpeed(passage, splice(text, first.start, end, placed(first, text, by)));
    yield hedging(ofSome(passage, host, followers(passage, host, put, end)), by, hedge.line);
  }
}

/** "may come back within days": a hedge is no measure of speed, which goes. */
function withoutSpeed({ text, sentence: { sentence } }: Passage, put: string): string {
  const end = sentence.end + put.length - text.length;
  return splice(put, sentence.start, end, put.slice(sentence.start, end).replace(SPEED, ''));
}

const SPEED =
  / within (?:just |only )?(?:a (?:few|matter of) |(?:\p{L}+|\d+) )?(?:hours?|days?|weeks?|fortnight)(?=[.,;!?]*$)/u;

/** "may cure" is a claim of a cure still. */
const isCure = ({ classes, tag }: Word): boolean =>
  tag === 'verb' && (classes.has('cure') || classes.has('reverse'));

const LETS = /^(?:let|make|help|have|see|watch|hear|get)$/;

/** A figure that no hedge covers: "may return two weeks sooner". */
const SOONER =
  /(?<=\b(?:may|might|could)\b[^.;!?]*)\b(?:\d+|an?|one|two|three|four|five|six|several|many) (?:days?|weeks?|months?) (sooner|earlier)\b/;

function hedging(text: string, by: string, line: number | undefined): Rewrite {
  const where = line === undefined ? '' : ` (as in line ${line})`;
  return {
    text: text.replace(SOONER, '$1'),
    kind: 'weaken',
    title: `Hedge: ${quoted(by)}${where}`,
  };
}

const POSSIBLE: ReadonlySet<string> = new Set(['effect', 'mechanism', 'cure']);

/** "Less burning and tingling", an item or a cell -> "Possibly less burning and tingling". */
function* onFragment({ text, words, sentence, state, first, topic }: Passage): Iterable<Rewrite> {
  const { kind } = state.block;
  const opening = words[0];
  const second = words[1];
  if (!sentence.fragment || (kind !== 'item' && kind !== 'cell') || !opening || first > 2) return;
  if (opening.tag === 'verb' || opening.norm === 'no' || second?.norm === ':') return;
  if (words.at(-1)?.norm === ':' || topic === undefined || !POSSIBLE.has(topic)) return;
  const written = text.slice(opening.start, opening.start + 2);
  const capitals = /^[A-Z](?![A-Z0-9])/.test(written);
  if (/^[A-Z][A-Z0-9]/.test(written)) return;
  const by = capitals ? 'Possibly ' : 'possibly ';
  const initial = text.charAt(opening.start).toLowerCase();
  const put = splice(text, opening.start, opening.start + 1, by + initial);
  const end = sentence.sentence.end + put.length - text.length;
  const own = put.slice(sentence.sentence.start, end);
  yield hedging(
    splice(put, sentence.sentence.start, end, own.replace(/,\s+(?:as|so|because)\s[^,.;]*$/, '')),
    `${by}${opening.norm}`,
    undefined,
  );
}

const ALL =
  /^(?:most|nearly all|almost all|virtually all|all)(?:\s+of)?(?:\s+(?:our|the|my))?\s+(?=\p{L})/iu;

/** "Most patients may feel relief" still says of how many: "Some patients may …". */
function ofSome({ words }: Passage, { subject }: Predicate, text: string): string {
  const start = subject && words[subject.first]?.start;
  if (start === undefined) return text;
  const match = ALL.exec(text.slice(start));
  if (!match) return text;
  const some = /^\p{Lu}/u.test(match[0]) ? 'Some ' : 'some ';
  return splice(text, start, start + match[0].length, some);
}

function hedgedWords(
  group: Group,
  hedge: Hedge,
  tail: string,
  many: boolean | undefined,
): string | undefined {
  const help = hedge.help && group.plain && tail !== 'help' && !tail.startsWith('help ');
  const modal = modalFor(hedge, many);
  // "has the potential to have been eased".
  if (modal === undefined || (hedge.modal === 'has the potential to' && !group.plain))
    return undefined;
  return [modal, ...group.kept, ...(help ? ['help'] : []), tail].join(' ');
}

/** "It’s" has no space before its verb; a bullet's verb has a capital. */
export function placed(first: Word, text: string, words: string): string {
  if (!first.spaced && /^['’]/.test(text.slice(first.start))) return ` ${words}`;
  const initial = text.charAt(first.start);
  return initial === initial.toLowerCase() ? words : capital(words);
}

/** Verbs before which "help" reads well; "benefit", "work" and "provide" do without. */
function takesHelp({ classes, lemma }: Word): boolean {
  if (/^(?:result in|lead to|cause|produce|boast)$/.test(lemma)) return false;
  return ['repair', 'relieve', 'improve', 'reverse', 'mask', 'treat'].some((name) =>
    classes.has(name),
  );
}

/** "is especially effective" -> "may be effective": adverbs of degree after the copula go. */
function afterCopula({ words }: Passage, { verb }: Predicate): number {
  let at = verb;
  for (let next = words[at + 1]; next?.tag === 'adv'; next = words[at + 1]) {
    if (!next.classes.has('intensifier') && !next.classes.has('booster')) break;
    at++;
  }
  return at;
}

/** "is able to restore", "has the power to soothe", "is capable of rebuilding" -> "might …". */
function* onAbility(passage: Passage, host: Predicate, weak: boolean): Iterable<Rewrite> {
  const { sentence, words, predicates, text, state } = passage;
  const cue = sentence.cues.find(
    ({ name, first, last }) =>
      name === 'ability' && words[first]?.tag !== 'det' && first <= host.verb && last >= host.start,
  );
  if (!cue) return;
  const verb = predicates.find((one) => one.verb >= cue.last && one.verb <= cue.last + 1);
  const start = predicates.find((one) => one.start <= cue.first && one.end >= cue.first);
  const first = words[start?.start ?? cue.first];
  const main = verb && words[verb.verb];
  if (!verb || !first || !main || isCure(main)) return;
  const kept = words
    .slice(start?.start ?? cue.first, cue.last)
    .filter(({ norm, tag }) => tag === 'adv' && norm === 'also')
    .map(({ norm }) => norm);
  const many = start && isPlural(words, start);
  for (const hedge of hedgesFor(state.analysis, { help: false, weak, paragraph: text })) {
    const modal = modalFor(hedge, many);
    if (modal === undefined) continue;
    const by = [modal, ...kept, baseOf(main)].join(' ');
    yield hedging(splice(text, first.start, main.end, placed(first, text, by)), by, hedge.line);
  }
}

const SHOWN =
  /^(?:(?:clinically|scientifically|medically) )?(?:shown|proven|proved|found|demonstrated|known|documented|confirmed|seen|reported)$/;

/** "has been shown to cure", "is clinically proven to ease", "has proved to be" -> "might …". */
export function* onShown(passage: Passage, weak: boolean): Iterable<Rewrite> {
  const { words, text, state, first, last } = passage;
  for (let i = Math.max(0, first - 3); i < Math.min(words.length, last + 2); i++) {
    const verb = words[i + 2];
    if (!SHOWN.test(words[i]?.norm ?? '') || words[i + 1]?.norm !== 'to' || !verb) continue;
    if (isCure(verb) || (verb.tag !== 'verb' && verb.norm !== 'be')) continue;
    let start = i;
    while (words[start - 1]?.tag === 'aux' || words[start - 1]?.tag === 'adv') start--;
    const opening = words[start];
    if (!opening || opening.tag !== 'aux') return;
    const help = takesHelp(verb);
    const many = /^(?:have|are|were)$/.test(opening.norm);
    for (const hedge of hedgesFor(state.analysis, { help, weak, paragraph: text })) {
      const by = `${modalFor(hedge, many) ?? 'might'} ${hedge.help ? 'help ' : ''}${baseOf(verb)}`;
      yield hedging(
        splice(text, opening.start, verb.end, placed(opening, text, by)),
        by,
        hedge.line,
      );
    }
    return;
  }
}
