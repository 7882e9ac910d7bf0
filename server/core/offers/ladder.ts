/** Which way to put it comes first: a hedge for symptoms, a cut for what no trial has shown. */

import { evidenceFor } from './evidence.ts';
import { cutClauses, cutFirst, cutParts, cutSentence, cutWords } from './cuts.ts';
import type { Verdict } from '../judge.ts';
import { hostsOf, leftIn, type Passage } from './passage.ts';
import type { Claim } from '../resolve.ts';
import { bearsHedge } from './bearing.ts';
import { everyProcedure, presupposed } from './presupposed.ts';
import { asQuestion, headings } from './headings.ts';
import { imperatives } from './imperatives.ts';
import { isFigure } from './promises.ts';
import { isMain } from './joints.ts';
import { restated } from './restate.ts';
import type { Rewrite } from './rewrite.ts';
import { asWhether, denied, unconfirmed, unknown } from './unknown.ts';
import { isPresent } from './verbs.ts';
import { onShown, weakened } from './weaken.ts';

/** Rungs, best first; of the ways on one rung the first that clears the sentence is taken. */
export function ladder(passage: Passage): readonly (readonly Rewrite[])[] {
  const row = evidenceFor(passage);
  // Where trials found nothing, or nothing is known, a hedge on the benefit says too much.
  const alt = passage.state.block.kind === 'alt';
  const hosts = hostsOf(passage);
  const hedged = hosts.length === 0 || hosts.some((host) => bearsHedge(passage, host));
  const symptom = hedged && isSymptom(passage) && (row === undefined || row.rung >= 3) && !alt;
  const words = [...cutWords(passage)];
  const parts = [...cutParts(passage)];
  const clauses = [...cutClauses(passage)];
  const confirms = hosts.flatMap((host) => [...unconfirmed(passage, host)]);
  const shown = [...onShown(passage, false)];
  const fixed = [
    ...presupposed(passage),
    ...cutFirst(passage),
    ...imperatives(passage),
    ...asWhether(passage),
    ...confirms,
    ...(passage.topic === 'proof' && (row === undefined || row.rung >= 3) ? shown : []),
    ...restated(passage),
  ];
  const rival = passage.topic === 'comparison';
  const cuts = isPhrase(passage) && !rival ? [...words, ...parts] : [...parts, ...words];
  if (passage.topic === 'hedging') return [[...restated(passage)], []];
  if (passage.topic === 'approval')
    return [[...fixed, ...cuts, ...clauses], [...cutSentence(passage)]];
  if (symptom) {
    const hedges = isFigure(passage) ? [] : [...weakened(passage, row?.rung === 3)];
    const first =
      (hangs(passage) && !isRestrictive(passage)) || isAssured(passage)
        ? [...cuts, ...hedges]
        : [...hedges, ...cuts];
    return [
      [...fixed, ...first],
      [...unknown(passage), ...clauses],
      [...headings(passage)],
      [...asQuestion(passage)],
      [...cutSentence(passage)],
    ];
  }
  if (passage.topic === 'safety')
    return [
      [...everyProcedure(passage)],
      isAssured(passage) ? [...cuts, ...fixed] : [...fixed, ...cuts],
      clauses,
      [...cutSentence(passage)],
    ];
  const headline = isHeadline(passage);
  const not =
    passage.topic === 'praise'
      ? []
      : strategyOf(passage) === 'deny' || row?.direction === 'no difference'
        ? [...denied(passage), ...unknown(passage)]
        : [...unknown(passage), ...denied(passage)];
  const lead = passage.topic === 'proof' && passage.words.at(-1)?.norm === ':';
  if (lead) return [[...fixed, ...cutSentence(passage), ...cuts], not, clauses];
  const hedges = [
    ...headings(passage),
    ...(strategyOf(passage) !== 'hedge' || isFigure(passage) || !hedged
      ? []
      : weakened(passage, !headline)),
  ];
  if (isPhrase(passage) && passage.topic === 'duration' && assertsEffect(passage))
    return [[...fixed, ...not], [...clauses, ...cuts], hedges, [...cutSentence(passage)]];
  return [
    [...fixed, ...cuts],
    [...not, ...clauses],
    hedges,
    [...(passage.topic === 'praise' || passage.topic === 'advice' ? [] : asQuestion(passage))],
    [...cutSentence(passage)],
  ];
}

/** Headlines have no room to say what is not known. */
export function isHeadline({ state, words }: Passage): boolean {
  const { kind } = state.block;
  return (
    kind === 'heading' ||
    kind === 'title' ||
    (kind === 'front-matter' && words.at(-1)?.norm !== '.')
  );
}

/** How the rule's file says that it is reworded. */
const strategyOf = ({ rule, state }: Passage) => state.analysis.library.rules.get(rule)?.reword;

const STRUCTURE = ['tissue', 'damage', 'damaged', 'process', 'fresh', 'cause', 'disease', 'body'];
const MENDS = ['repair', 'become', 'seek', 'reverse', 'cure'];

/** A claim on a symptom or a function, as opposed to structure, cure, cause or comparison. */
function isSymptom(passage: Passage): boolean {
  const { claims } = passage;
  const object = objectOf(passage);
  if (claims.length === 0 || strategyOf(passage) !== 'hedge' || CAUSES.test(object)) return false;
  if (claims.some(({ frame }) => frame.verb.has('effective'))) return false;
  // "calm inflammation, rebuild cartilage and end pain": one hedge would cover the cure too.
  if (
    leftIn(passage, passage.state).some(
      (one) => (one.rule.topic === 'cure' || rebuilds(one)) && sharesVerb(passage, one),
    )
  )
    return false;
  // Where several are marked as one, a hedge has to be right for each of them.
  return outermost(claims).every(({ frame }) => eases(frame, object));
}

function outermost(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (one) =>
      !claims.some(
        (other) =>
          other !== one &&
          other.frame.span.start <= one.frame.span.start &&
          other.frame.span.end >= one.frame.span.end &&
          width(other) > width(one),
      ),
  );
}

const width = ({ frame }: Claim): number => frame.span.end - frame.span.start;

function eases({ target, verb }: Claim['frame'], object: string): boolean {
  if (verb.has('seek') || verb.has('unknown')) return false;
  const mended = !MOVES.test(object) || target.has('tissue') || target.has('damage');
  if (MENDS.some((name) => verb.has(name)) && !target.has('symptom') && mended) return false;
  if (['symptom', 'function'].some((name) => target.has(name))) return true;
  // "healing of the damaged tissue" is no symptom.
  if (target.has('benefit-noun')) return !target.has('tissue') && !target.has('damaged');
  return !STRUCTURE.some((name) => target.has(name)) && !verb.has('work');
}

/** "deals with the reason your hip hurts": no hedge on the verb takes back that there is one. */
const CAUSES =
  /\b(?:reasons?|causes?|sources?|roots?|origins?|underlying|repair|renewal|regeneration|itself)\b/;

/** What "restore" may have for an object and still speak of a symptom. */
const MOVES = /\b(?:function|movement|mobility|motion|strength|balance|flexibility|stability)\b/;

function objectOf({ words, first, last, claims }: Passage): string {
  const passive = claims[0]?.frame.passive === true;
  return words
    .slice(passive ? 0 : first, last)
    .map(({ norm }) => norm)
    .join(' ');
}

/** A claim that tissue is made anew. */
const rebuilds = ({ claim: { frame } }: Verdict): boolean =>
  MENDS.some((name) => frame.verb.has(name)) && frame.target.has('tissue');

/** Whether the other claim's verb is coordinated with the host's. */
function sharesVerb({ words, predicates }: Passage, other: Verdict): boolean {
  return predicates.some(
    ({ verb, joined, subject }) =>
      joined !== undefined &&
      subject === undefined &&
      (words[verb]?.start ?? -1) >= other.start &&
      (words[verb]?.end ?? 0) <= other.end,
  );
}

/** Participles, by-phrases and relatives go where the sentence stands without them. */
export function hangs(passage: Passage): boolean {
  const host = hostsOf(passage)[0];
  return host !== undefined && host.form !== 'finite' && host.form !== 'imperative';
}

/** "a treatment that improves pain": the relative says which, and cannot simply go, but in alt text. */
export function isRestrictive(passage: Passage): boolean {
  if (passage.state.block.kind === 'alt') return false;
  const host = hostsOf(passage)[0];
  if (host?.form !== 'relative') return false;
  const before = passage.words.slice(0, host.start).findLast(({ tag }) => tag !== 'rel');
  return before?.norm !== ',';
}

/** "so you can be sure that it works": the assurance goes, a hedge in it would not make sense. */
function isAssured({ words, first }: Passage): boolean {
  return words
    .slice(Math.max(0, first - 6), first)
    .some(({ norm }) =>
      /^(?:sure|certain|assured?|assurance|proof|confident|know|shows?|confirms?|proves?|means)$/.test(
        norm,
      ),
    );
}

/** "It switches the disease off for good": without the last words it claims an effect still. */
function assertsEffect({ words, predicates }: Passage): boolean {
  return predicates.some((one) => {
    const verb = words[one.verb];
    const bare = one.modal !== 'may' && one.modal !== 'would' && !one.negated;
    return bare && verb !== undefined && isPresent(verb.form) && isMain(words, one);
  });
}

/** A phrase that claims by itself: its words go before the clause does. */
function isPhrase({ claims }: Passage): boolean {
  return claims[0]?.frame.form === 'phrase';
}
