/** What a linear model may weigh of a claim: its words, its classes, and how it stands. */

import type { SentenceReading, Unweighed } from './claims.ts';
import { OBJECT } from './excerpt.ts';
import type { Block, ProseSpan } from './model.ts';
import type { Claim } from './resolve.ts';
import type { Word } from './words.ts';

/** Takes one feature: its kind, and one name or two. It is given as often as it occurs. */
export type Sink = (kind: FeatureKind, name: string, second?: string) => void;

/** `near` kinds are of the whole sentence, the others of the claim alone. */
export const FEATURE_KINDS = [
  'near',
  'near-pair',
  'near-class',
  'cue',
  'sentence',
  'word',
  'pair',
  'verb',
  'act',
  'target',
  'acts-on',
  'degree',
  'form',
  'modality',
  'actor',
  'attribution',
  'main',
  'form-modality',
  'form-actor',
  'modality-actor',
  'block',
] as const;

export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** The kinds that say little of any one claim in a sentence: they count half. */
export const OF_SENTENCE: ReadonlySet<FeatureKind> = new Set([
  'near',
  'near-pair',
  'near-class',
  'cue',
  'sentence',
]);

/** What a sentence shows by itself. */
export function sentenceFeatures(sentence: SentenceReading, sink: Sink): void {
  wordFeatures(sentence.words, 'near', 'near-pair', sink);
  for (const { classes } of sentence.words) for (const name of classes) sink('near-class', name);
  for (const { name } of sentence.cues) sink('cue', name);
  sink('sentence', 'about', sentence.about);
  if (sentence.question) sink('sentence', 'question');
  if (sentence.fragment) sink('sentence', 'fragment');
}

/** What a frame shows by itself. */
export function frameFeatures(frame: Unweighed, { words }: SentenceReading, sink: Sink): void {
  wordFeatures(words.slice(...rangeOf(words, frame.span)), 'word', 'pair', sink);
  ownFeatures(frame, sink);
}

/** `[first, last)` of the words that a stretch of prose touches. */
export function rangeOf(words: readonly Word[], { start, end }: ProseSpan): [number, number] {
  let first = 0;
  while ((words[first]?.end ?? Infinity) <= start) first++;
  let last = first;
  while ((words[last]?.start ?? Infinity) < end) last++;
  return [first, last];
}

/** What a frame shows beside its words. */
export function ownFeatures(frame: Unweighed, sink: Sink): void {
  sink('verb', frame.lemma);
  for (const act of frame.verb) {
    sink('act', act);
    for (const target of frame.target) sink('acts-on', act, target);
  }
  for (const target of frame.target) sink('target', target);
  for (const degree of frame.degree) sink('degree', degree);
  sink('form', frame.form);
  if (frame.passive) sink('form', 'passive');
  sink('attribution', frame.attribution);
  sink('main', frame.main ?? 'none');
}

/** What the draft adds: `resolve.ts` fills these slots. */
export function claimFeatures(
  { frame, actor, modality, bare }: Claim,
  block: Block,
  sink: Sink,
): void {
  sink('modality', modality);
  sink('actor', actor);
  sink('form-modality', frame.form, modality);
  sink('form-actor', frame.form, actor);
  sink('modality-actor', modality, actor);
  sink('block', block.kind);
  if (bare) sink('block', 'bare');
}

function wordFeatures(
  words: readonly Word[],
  one: FeatureKind,
  two: FeatureKind,
  sink: Sink,
): void {
  let before: string | undefined;
  for (const word of words) {
    const name = nameOf(word);
    if (name !== undefined) sink(one, name);
    if (name !== undefined && before !== undefined) sink(two, before, name);
    before = name;
  }
}

/** Any number is like any other; what stands for a picture, a note or a comment is no word. */
export function nameOf({ tag, norm, lemma }: Word): string | undefined {
  if (norm === OBJECT) return undefined;
  return tag === 'num' || isDigit(norm.charCodeAt(0)) ? '#' : lemma || norm;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
