/**
 * The scorer: how much the words of a claim are like those of claims that editors had reworded.
 * A linear model, trained by test/accuracy/train.mjs on the labelled sets of this repository.
 */

import type { SentenceReading, Unweighed } from './claims.ts';
import {
  claimFeatures,
  FEATURE_KINDS,
  frameFeatures,
  nameOf,
  ownFeatures,
  rangeOf,
  sentenceFeatures,
  type FeatureKind,
  type Sink,
} from './features.ts';
import type { Block, Problem, ProseSpan } from './model.ts';
import { isMapping } from './raw.ts';
import type { Claim } from './resolve.ts';
import type { Word } from './words.ts';

/** Feature kind -> name -> weight, in hundredths of a logit; or of two names, second name -> weight. */
type Weights = ReadonlyMap<FeatureKind, Table>;
type Table = ReadonlyMap<string, number | ReadonlyMap<string, number>>;

/** All numbers are whole hundredths of a logit, so that sums are the same on every machine. */
export interface Scorer {
  readonly weights: Weights;
  readonly bias: number;
  /** The lowest score of a claim that the rules may warn of. */
  readonly warning: number;
  /** The lowest score of a claim that is worth a question. */
  readonly information: number;
  /** What it counts for a claim that a rule calls overstated. */
  readonly agreement: number;
  /** By rule id: which rule a claim without one falls under is the one that weighs most. */
  readonly rules: ReadonlyMap<string, { readonly bias: number; readonly weights: Weights }>;
}

/** Words that speak for or against a claim being overstated, with their weights. */
export interface Reason {
  readonly words: string;
  readonly weight: number;
}

/** Knows nothing: every claim weighs the same, and none is suspected. */
export const NO_SCORER: Scorer = {
  weights: new Map(),
  bias: 0,
  warning: -Infinity,
  information: Infinity,
  agreement: 0,
  rules: new Map(),
};

/** Sets what the words of each frame of a sentence weigh: the part of its score that hangs on no other block. */
export function weigh(
  frames: readonly Unweighed[],
  sentence: SentenceReading,
  scorer: Scorer,
): void {
  const { weights } = scorer;
  if (weights.size === 0) return;
  const around = total(weights, (sink) => sentenceFeatures(sentence, sink));
  const inside = runningTotal(sentence.words, weights);
  for (const frame of frames)
    frame.weight = around + inside(frame.span) + total(weights, (sink) => ownFeatures(frame, sink));
}

/** What the words of any frame weigh, of which each is looked up once: that of `wordFeatures`. */
function runningTotal(words: readonly Word[], weights: Weights): (span: ProseSpan) => number {
  const ofWord = weights.get('word');
  const ofPair = weights.get('pair');
  const alone = [0];
  const paired = [0];
  let sum = 0;
  let sumOfPairs = 0;
  let before: string | undefined;
  for (const word of words) {
    const name = nameOf(word);
    if (name !== undefined) sum += weightIn(ofWord, name);
    if (name !== undefined && before !== undefined) sumOfPairs += weightIn(ofPair, before, name);
    alone.push(sum);
    paired.push(sumOfPairs);
    before = name;
  }
  return (span) => {
    const [first, last] = rangeOf(words, span);
    if (first >= last) return 0;
    const between = (sums: readonly number[], from: number) =>
      (sums[last] ?? 0) - (sums[from] ?? 0);
    return between(alone, first) + between(paired, first + 1);
  };
}

/** How much a claim is like those that editors had reworded. */
export function scoreOf(claim: Claim, block: Block, { weights, bias }: Scorer): number {
  return bias + claim.frame.weight + total(weights, (sink) => claimFeatures(claim, block, sink));
}

/** The rule that a claim is most like the claims of. */
export function likeliestRule(claim: Claim, block: Block, { rules }: Scorer): string | undefined {
  const features: Parameters<Sink>[] = [];
  featuresOf(claim, block, (...feature) => void features.push(feature));
  let best: { readonly id: string; readonly score: number } | undefined;
  for (const [id, { bias, weights }] of rules) {
    let score = bias;
    for (const feature of features) score += weightOf(weights, ...feature);
    if (!best || score > best.score) best = { id, score };
  }
  return best?.id;
}

/** The words that weigh most for a claim and against it, the weightiest first. */
export function reasonsOf(claim: Claim, block: Block, { weights }: Scorer): readonly Reason[] {
  const sums = new Map<string, number>();
  featuresOf(claim, block, (kind, name, second) => {
    if (!OF_WORDS.has(kind) || !/[\p{L}#]/u.test(name)) return;
    const weight = weightOf(weights, kind, name, second);
    const words = second === undefined ? name : `${name} ${second}`;
    if (weight !== 0) sums.set(words, (sums.get(words) ?? 0) + weight);
  });
  return [...sums]
    .map(([words, weight]) => ({ words, weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** All that may be weighed of a claim; what a scorer is trained on. */
export function featuresOf(claim: Claim, block: Block, sink: Sink): void {
  sentenceFeatures(claim.sentence, sink);
  frameFeatures(claim.frame, claim.sentence, sink);
  claimFeatures(claim, block, sink);
}

function total(weights: Weights, features: (sink: Sink) => void): number {
  if (weights.size === 0) return 0;
  let sum = 0;
  features((kind, name, second) => {
    sum += weightOf(weights, kind, name, second);
  });
  return sum;
}

const weightOf = (weights: Weights, kind: FeatureKind, name: string, second?: string): number =>
  weightIn(weights.get(kind), name, second);

function weightIn(table: Table | undefined, name: string, second?: string): number {
  const weight = table?.get(name) ?? 0;
  if (typeof weight === 'number') return second === undefined ? weight : 0;
  return second === undefined ? 0 : (weight.get(second) ?? 0);
}

const OF_WORDS: ReadonlySet<FeatureKind> = new Set(['near', 'near-pair', 'word', 'pair']);

/** The raw file -> the scorer; a bad file is one problem, and no claim is suspected. */
export function readScorer(raw: unknown, file: string, problems: Problem[]): Scorer {
  const fields = isMapping(raw) ? raw : {};
  const numbers = ['bias', 'warning', 'information', 'agreement'].map((key) => fields[key]);
  const weights = readWeights(fields['weights']);
  const rules = readRules(fields['rules']);
  const [bias, warning, information, agreement] = numbers;
  if (
    !weights ||
    !rules ||
    !isNumber(bias) ||
    !isNumber(warning) ||
    !isNumber(information) ||
    !isNumber(agreement)
  ) {
    problems.push({ file, message: 'This is no scorer. Make it anew with "npm run train".' });
    return NO_SCORER;
  }
  return { weights, bias, warning, information, agreement, rules };
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

function readRules(raw: unknown): Scorer['rules'] | undefined {
  if (!isMapping(raw)) return undefined;
  const rules = new Map<string, { bias: number; weights: Weights }>();
  for (const [id, value] of Object.entries(raw)) {
    const weights = isMapping(value) ? readWeights(value['weights']) : undefined;
    const bias = isMapping(value) ? value['bias'] : undefined;
    if (!weights || !isNumber(bias)) return undefined;
    rules.set(id, { bias, weights });
  }
  return rules;
}

/** Kind -> name -> weight, or second name -> weight. */
function readWeights(raw: unknown): Weights | undefined {
  if (!isMapping(raw)) return undefined;
  const weights = new Map<FeatureKind, Map<string, number | Map<string, number>>>();
  for (const [kind, names] of Object.entries(raw)) {
    if (!isFeatureKind(kind) || !isMapping(names)) return undefined;
    const table = new Map<string, number | Map<string, number>>();
    for (const [name, value] of Object.entries(names)) {
      const weight = isMapping(value) ? readNumbers(value) : value;
      if (!isNumber(weight) && !(weight instanceof Map)) return undefined;
      table.set(name, weight);
    }
    weights.set(kind, table);
  }
  return weights;
}

function readNumbers(raw: Readonly<Record<string, unknown>>): Map<string, number> | undefined {
  const numbers = new Map<string, number>();
  for (const [name, value] of Object.entries(raw)) {
    if (!isNumber(value)) return undefined;
    numbers.set(name, value);
  }
  return numbers;
}

const isFeatureKind = (kind: string): kind is FeatureKind =>
  (FEATURE_KINDS as readonly string[]).includes(kind);
