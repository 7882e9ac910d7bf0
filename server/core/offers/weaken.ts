/** A hedge on the verb: "repairs" -> "may help repair", "will heal" -> "may help heal". */

import type { Predicate } from '../clauses.ts';
import type { Word } from '../words.ts';
import { capital, splice } from './changes.ts';
import { hedgesFor, type Hedge } from './hedges.ts';
import { hostsOf, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { softer } from './softer.ts';
import { baseOf, groupOf, type Group } from './verbs.ts';

export function* weakened(passage: Passage, weak: boolean): Iterable<Rewrite> {
  for (const host of hostsOf(passage)) {
    yield* onAbility(passage, host, weak);
    yield* onShown(passage, host, weak);
    yield* onGroup(passage, host, weak);
  }
}

function* onGroup(passage: Passage, host: Predicate, weak: boolean): Iterable<Rewrite> {
  const { words, text, state } = passage;
  const group = groupOf(host, words, state.analysis.library.lexicon.forms);
  const first = words[host.start];
  const main = words[host.verb];
  if (!group || !first || !main) return;
  if (host.form === 'imperative' && main.form === 'base') return;
  if (host.form !== 'finite' && host.form !== 'relative' && host.form !== 'imperative') return;
  const verb = softer(passage, host);
  const help = group.plain && (group.helped || (verb?.help ?? takesHelp(main)));
  for (const hedge of hedgesFor(state.analysis, { help, weak, paragraph: text })) {
    const words_ = hedgedWords(group, hedge, verb?.words ?? group.tail);
    const put = main.tag === 'aux' ? afterCopula(passage, host) : host.verb;
    const rest = words[put] ?? main;
    const end = verb?.end ?? rest.end;
    let after = splice(text, first.start, end, placed(first, text, words_));
    after = followers(passage, host, after, end);
    yield {
      text: after,
      kind: 'weaken',
      title: `Hedge: ${quoted(words_)}${hedge.line === undefined ? '' : ` (as in line ${hedge.line})`}`,
    };
  }
}

function hedgedWords(group: Group, hedge: Hedge, tail: string): string {
  const help = hedge.help && group.plain && tail !== 'help' && !tail.startsWith('help ');
  return [hedge.modal, ...group.kept, ...(help ? ['help'] : []), tail].join(' ');
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

/** Verbs that go on after the hedged one read as it does: "may repair tissue and restore function". */
function followers(passage: Passage, host: Predicate, text: string, from: number): string {
  const { words, predicates } = passage;
  const shift = text.length - passage.text.length;
  let after = text;
  let moved = shift;
  const index = predicates.indexOf(host);
  for (const [at, one] of predicates.entries()) {
    if (at <= index || one.joined === undefined || one.subject || one.modal) continue;
    if (!chainsTo(predicates, at, index)) continue;
    const main = words[one.verb];
    if (!main || main.start < from || main.tag !== 'verb' || main.form !== 's') continue;
    if (words.slice(one.start, one.verb).some(({ tag }) => tag !== 'adv')) continue;
    const base = baseOf(main);
    after = splice(after, main.start + moved, main.end + moved, base);
    moved += base.length - (main.end - main.start);
  }
  return after;
}

function chainsTo(predicates: readonly Predicate[], from: number, to: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = predicates[at]?.joined)
    if (at === to) return true;
  return false;
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
  if (!verb || !first || !main) return;
  const kept = words
    .slice(start?.start ?? cue.first, cue.last)
    .filter(({ norm, tag }) => tag === 'adv' && norm === 'also')
    .map(({ norm }) => norm);
  for (const { modal, line } of hedgesFor(state.analysis, { help: false, weak, paragraph: text })) {
    const by = [modal, ...kept, baseOf(main)].join(' ');
    yield {
      text: splice(text, first.start, main.end, placed(first, text, by)),
      kind: 'weaken',
      title: `Hedge: ${quoted(by)}${line === undefined ? '' : ` (as in line ${line})`}`,
    };
  }
}

/** "has been shown to cure", "is proven to ease" -> "might …". */
function* onShown(passage: Passage, host: Predicate, weak: boolean): Iterable<Rewrite> {
  const { words, predicates, text, state } = passage;
  const next = predicates[predicates.indexOf(host) + 1];
  const to = next && words[next.start];
  const main = next && words[next.verb];
  const first = words[host.start];
  if (!host.passive || !next || !to || !main || !first) return;
  if (to.norm !== 'to' || next.start > host.verb + 1 || !SHOWN.test(words[host.verb]?.lemma ?? ''))
    return;
  for (const { modal, line } of hedgesFor(state.analysis, { help: false, weak, paragraph: text })) {
    const by = `${modal} ${baseOf(main)}`;
    yield {
      text: splice(text, first.start, main.end, placed(first, text, by)),
      kind: 'weaken',
      title: `Hedge: ${quoted(by)}${line === undefined ? '' : ` (as in line ${line})`}`,
    };
  }
}

const SHOWN = /^(?:show|prove|find|demonstrate|know|establish|document|confirm|see|report)$/;
