/** Which of the ways to put it are good: they clear the sentence and leave one that stands. */

import type { ProseSpan } from '../model.ts';
import { fixArticle, splice } from './changes.ts';
import { readsWell } from './fluency.ts';
import { hangs, isRestrictive, ladder } from './ladder.ts';
import { askedIn, leftIn, passageOf, scopeIn, type Passage, type State } from './passage.ts';
import { cutQuotation, isQuoted } from './quotations.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { stands, tryOut, type Tried } from './verify.ts';

export interface Settled {
  readonly rewrite: Rewrite;
  /** How far down the ladder it stands; 3 and more take the sentence away. */
  readonly rung: number;
}

/** How many findings of one sentence are reworded in one offer. */
const STEPS = 4;

export function* settled(passage: Passage): Iterable<Settled> {
  for (const one of tried(passage))
    if (isWellPut(passage, one.rewrite)) yield { ...one, rewrite: calmer(passage, one.rewrite) };
}

const GUSHES =
  /(?<!\b(?:most|more|very|so) )\b(?:exciting|amazing|incredible|remarkable|astonishing|stunning|thrilling) (?=\p{Ll})/u;

/** "an exciting option for some injuries": praise in the sentence goes along with the claim. */
function calmer(passage: Passage, rewrite: Rewrite): Rewrite {
  if (rewrite.block || rewrite.sentence || isQuoted(passage)) return rewrite;
  const { start, end } = scopeIn(passage, rewrite.text);
  const match = GUSHES.exec(rewrite.text.slice(start, end));
  if (!match) return rewrite;
  const at = start + match.index;
  const text = fixArticle(splice(rewrite.text, at, at + match[0].length, ''), at - 1);
  const tested = tryOut(passage, text);
  return tested && isSound(passage, rewrite, tested) ? { ...rewrite, text } : rewrite;
}

/** Half of a sweeping claim is one still. */
const UNIVERSAL = /\b(?:whatever|no matter|regardless of)\b/i;

/** The steps of a rewording may each read well, and their sum not. */
function isWellPut(passage: Passage, { text, sound, sentence, block }: Rewrite): boolean {
  if (sound || sentence || block || isQuoted(passage)) return true;
  const { start, end } = scopeIn(passage, text);
  if (passage.topic === 'everyone' && UNIVERSAL.test(text.slice(start, end))) return false;
  const before = passage.text.slice(passage.scope.start, passage.scope.end);
  return readsWell({ before, after: text.slice(start, end), words: [] });
}

function* tried(passage: Passage): Iterable<Settled> {
  if (isQuoted(passage)) {
    for (const rewrite of cutQuotation(passage)) yield { rewrite, rung: 3 };
    return;
  }
  const cleaner = withoutOthers(passage);
  const rungs = ladder(passage);
  const cleared = cleaner && ladder(cleaner.passage);
  const moved: Rewrite[] = [];
  // What leaves half a claim standing comes after what leaves none, and before the sentence goes.
  const half: Settled[] = [];
  let found = false;
  function* waysOn(rung: readonly Rewrite[], further: readonly Rewrite[]): Iterable<Way> {
    if (cleaner)
      for (const way of onRung(cleaner.passage, further, []))
        yield { ...way, rewrite: together(passage, cleaner.rewrite, way.rewrite) };
    yield* onRung(passage, rung, moved);
  }
  for (const [at, rung] of rungs.entries()) {
    const last = at === rungs.length - 1;
    if (last) {
      found ||= half.length > 0;
      yield* half;
    }
    for (const { rewrite, asked } of waysOn(rung, last ? [] : (cleared?.[at] ?? []))) {
      const one = { rewrite, rung: last ? 3 : at };
      if (!isWellPut(passage, rewrite)) continue;
      if (asked && !last) {
        half.push(one);
        continue;
      }
      found = true;
      yield one;
    }
  }
  // Better than nothing, and never applied unread: the next finding is reworded next.
  if (!found) for (const rewrite of moved) yield { rewrite, rung: 3 };
}

/** Whether what is left of the sentence would be asked about still, or claims bare: half a claim. */
function isAsked({ sentence: { sentence }, text, suspected }: Passage, state: State): boolean {
  const until = sentence.end + state.text.length - text.length;
  const inside = ({ start, end }: ProseSpan): boolean => end > sentence.start && start < until;
  if (askedIn(state).some(inside)) return true;
  if (SUPREME.test(state.text.slice(sentence.start, until))) return true;
  return state.claims.some(
    ({ frame, actor, modality, excuse }) =>
      inside(frame.span) &&
      excuse === undefined &&
      BARE.has(modality) &&
      !APART.has(actor) &&
      frame.form !== 'phrase' &&
      // What was suspect for its words alone is told in the same tone throughout.
      (suspected ? !frame.verb.has('be') : CLAIMS.some((name) => frame.verb.has(name))),
  );
}

const SUPREME = /\bthe (?:greatest|biggest|best|finest|most \p{Ll}+) \p{Ll}+/iu;

/** Whose doings are no claim on the treatment. */
const APART: ReadonlySet<string> = new Set([
  'other-treatment',
  'study',
  'expert',
  'regulator',
  'nobody',
  'provider',
]);

const BARE: ReadonlySet<string> = new Set(['asserted', 'boosted', 'will']);
const CLAIMS = [
  'cure',
  'reverse',
  'repair',
  'relieve',
  'improve',
  'effective',
  'better-than',
  'recover',
];

/** A way to put it that clears the sentence, and whether what it leaves would be asked about. */
interface Way {
  readonly rewrite: Rewrite;
  readonly asked: boolean;
}

/** What is only asked or hinted at; stronger findings may stand beside it. */
function isWeak({ state: { strong }, words, first, last }: Passage): boolean {
  const start = words[first]?.start ?? 0;
  const end = words[last - 1]?.end ?? start;
  return !strong.some((one) => one.end > start && one.start < end);
}

/** First what clears the sentence by itself, then what does with more steps. */
function* onRung(passage: Passage, rung: readonly Rewrite[], moved: Rewrite[]): Iterable<Way> {
  const weak = isWeak(passage);
  const seen = new Set<string>();
  const partly: { rewrite: Rewrite; tried: Tried }[] = [];
  for (const rewrite of rung) {
    if (seen.has(rewrite.text) || rewrite.text === passage.text) continue;
    seen.add(rewrite.text);
    const tried = rewrite.block === true ? undefined : tryOut(passage, rewrite.text);
    if (rewrite.block === true) yield { rewrite, asked: false };
    else if (!tried || !isSound(passage, rewrite, tried)) continue;
    else if (weak) {
      const calm = tried.state.strong.length <= passage.state.strong.length;
      if (calm) yield { rewrite, asked: false };
    } else if (tried.outcome === 'clear')
      yield { rewrite, asked: rewrite.kind === 'cut' && isAsked(passage, tried.state) };
    else if (tried.outcome === 'moved') moved.push(rewrite);
    else if (tried.outcome === 'less') partly.push({ rewrite, tried });
  }
  for (const { rewrite, tried } of partly.slice(0, 3)) {
    const further = goOn(passage, rewrite, tried.state, STEPS);
    if (further) yield { rewrite: further, asked: false };
  }
}

function isSound(passage: Passage, { sound }: Rewrite, { state }: Tried): boolean {
  return sound === true || stands(passage, state);
}

/** Rewords what is left in the sentence, one finding after the other. */
function goOn(passage: Passage, so: Rewrite, state: State, steps: number): Rewrite | undefined {
  const [left] = leftIn(passage, state);
  const next = left && passageOf(state, left.rule.id, left);
  if (!next || steps === 0 || isQuoted(next)) return undefined;
  for (const rewrite of ladder(next).slice(0, -1).flat()) {
    const tried = tryOut(next, rewrite.text);
    if (!tried || tried.outcome === 'same' || tried.outcome === 'moved') continue;
    if (!isSound(next, rewrite, tried)) continue;
    const both = together(passage, so, rewrite);
    if (tried.outcome === 'clear') return both;
    const further = goOn(passage, both, tried.state, steps - 1);
    if (further) return further;
  }
  return undefined;
}

/** The passage with the other findings of its sentence cut where the sentence stands without them. */
function withoutOthers(passage: Passage): { passage: Passage; rewrite: Rewrite } | undefined {
  let now = passage;
  let done: Rewrite | undefined;
  for (let step = 0; step < STEPS; step++) {
    const found = cutOther(now);
    if (!found) break;
    now = found.passage;
    done = done ? together(passage, done, found.rewrite) : found.rewrite;
  }
  return done && { passage: now, rewrite: done };
}

/** "80% of knees" becomes "some knees" wherever it stands. */
const SHARES: ReadonlySet<string> = new Set(['measure', 'everyone']);

function cutOther(passage: Passage): { passage: Passage; rewrite: Rewrite } | undefined {
  const { words, first, last, rule, text, state } = passage;
  const marked = text.slice(words[first]?.start ?? 0, words[last - 1]?.end ?? 0);
  for (const verdict of leftIn(passage, state)) {
    const other = passageOf(state, verdict.rule.id, verdict);
    if (!other || other.at !== passage.at || (other.first === first && other.rule === rule))
      continue;
    const share = other.topic !== undefined && SHARES.has(other.topic);
    if (isRestrictive(other) || !(share || hangs(other) || isApart(passage, other))) continue;
    for (const rewrite of ladder(other)[0] ?? []) {
      const tried = tryOut(other, rewrite.text);
      if (
        (rewrite.kind !== 'cut' && !share) ||
        tried?.outcome !== 'less' ||
        !stands(other, tried.state)
      )
        continue;
      const mine = leftIn(passage, tried.state).find(
        ({ start, end }) => tried.state.text.slice(start, end) === marked,
      );
      const next = mine && passageOf(tried.state, mine.rule.id, mine);
      if (next) return { passage: next, rewrite };
    }
  }
  return undefined;
}

/** In a later clause of its own: "…, and it benefits every grade of disease". */
function isApart({ last }: Passage, { first, predicates }: Passage): boolean {
  if (first < last) return false;
  const host = predicates.findLast((one) => one.start <= first && one.end >= first);
  return host?.subject !== undefined && host.subject.first >= last;
}

function together(passage: Passage, first: Rewrite, second: Rewrite): Rewrite {
  const { start, end } = scopeIn(passage, second.text);
  const now = second.text.slice(start, end);
  return {
    text: second.text,
    kind: first.kind === 'cut' && second.kind === 'cut' ? 'cut' : 'weaken',
    title: `Reword the sentence: ${quoted(now)}`,
  };
}
