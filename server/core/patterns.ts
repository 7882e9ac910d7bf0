/**
 * Patterns over words, the only way in which data speaks of sequences:
 * `no|without <intensifier>? risk of <noun>`. An element is a literal (matched against the word or
 * its lemma), a class or part of speech in angle brackets, alternatives of these, `...` for up to
 * four words within the clause, and `?` makes it optional. An underscore or hyphen joins words of
 * one alternative (`find_out`). It makes no difference which words the lexicon joins.
 */

import type { Word } from './words.ts';

interface Alternative {
  /** A word or lemma, or `<class>`; for a literal of several words the first. */
  readonly key: string;
  /** The words of a literal that has several. */
  readonly words?: readonly string[];
}

interface Element {
  readonly alternatives: readonly Alternative[];
  readonly optional: boolean;
  readonly gap: boolean;
}

export interface Pattern {
  readonly name: string;
  readonly rung?: number;
  /** Whether the words matched say something of an effect by themselves; else they are a cue. */
  readonly claim: boolean;
  readonly elements: readonly Element[];
  /** For each element that must be there: keys of which the sentence holds at least one. */
  readonly needs: readonly (readonly string[])[];
}

/** `[first, last)` of the words that a pattern covers. */
export interface Match {
  readonly name: string;
  readonly claim: boolean;
  readonly rung?: number;
  readonly first: number;
  readonly last: number;
}

/** Patterns by the words and classes that may begin them. */
export type PatternIndex = ReadonlyMap<string, readonly Pattern[]>;

const GAP = 4;

export function parsePattern(name: string, text: string, rung?: number): Omit<Pattern, 'claim'> {
  const elements = text
    .trim()
    .split(/\s+/)
    .map((part): Element => {
      if (part === '...') return { alternatives: [], optional: true, gap: true };
      const optional = part.endsWith('?') && part.length > 1;
      const body = optional ? part.slice(0, -1) : part;
      return { alternatives: body.split('|').map(alternative), optional, gap: false };
    });
  const needs = elements
    .filter(({ optional }) => !optional)
    .map(({ alternatives }) => alternatives.map(({ key }) => key));
  return { name, elements, needs, ...(rung === undefined ? {} : { rung }) };
}

function alternative(text: string): Alternative {
  if (text.startsWith('<') && text.endsWith('>')) return { key: text };
  const words = text
    .replaceAll('’', "'")
    .toLowerCase()
    .split(/(?<=.)[_-](?=.)/);
  const key = words[0] ?? '';
  return words.length > 1 ? { key, words } : { key };
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const index = new Map<string, Pattern[]>();
  for (const pattern of patterns)
    for (const key of firstKeys(pattern)) {
      const list = index.get(key);
      if (list) list.push(pattern);
      else index.set(key, [pattern]);
    }
  return index;
}

function firstKeys(pattern: Pattern): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const element of pattern.elements) {
    for (const { key } of element.alternatives) keys.add(key);
    if (!element.optional) break;
  }
  return keys;
}

/** What a word answers to. Inside a pattern any of its senses will do: the pattern is context enough. */
interface Slot {
  readonly word: Word;
  readonly tag: string;
  /** Lemmas and classes of all senses, and for a joined expression its first word. */
  readonly keys: ReadonlySet<string>;
  /** The words of a joined expression; of any other, itself. */
  readonly parts: readonly string[];
}

const answers = (slot: Slot, key: string): boolean =>
  slot.keys.has(key) || slot.word.norm === key || slot.tag === key;

/** Every match of every pattern; of one pattern at one place, the longest. */
export function findMatches(words: readonly Word[], index: PatternIndex): Match[] {
  const matches: Match[] = [];
  const slots = words.map(slotOf);
  const present = new Set<string>();
  for (const { word, tag, keys, parts } of slots) {
    present.add(word.norm).add(tag);
    for (const key of keys) present.add(key);
    for (const part of parts) present.add(part);
  }
  const possible = new Map<Pattern, boolean>();
  const tried = new Set<Pattern>();
  for (const [i, { word }] of slots.entries()) {
    tried.clear();
    for (const key of startsOf(word))
      for (const pattern of index.get(key) ?? []) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        if (!isPossible(pattern, present, possible)) continue;
        const last = match(slots, i, pattern.elements, 0);
        if (last > i) matches.push(matchOf(pattern, i, last));
      }
  }
  return matches;
}

function slotOf(word: Word): Slot {
  return { word, tag: `<${word.tag}>`, keys: keysOf(word), parts: word.norm.split(' ') };
}

function matchOf({ name, claim, rung }: Pattern, first: number, last: number): Match {
  return { name, claim, first, last, ...(rung === undefined ? {} : { rung }) };
}

/** Most patterns lack a word of theirs in most sentences: one look tells. */
function isPossible(
  pattern: Pattern,
  present: ReadonlySet<string>,
  known: Map<Pattern, boolean>,
): boolean {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const possible = pattern.needs.every((keys) => keys.some((key) => present.has(key)));
  known.set(pattern, possible);
  return possible;
}

/** Words of one form share their senses, and so their keys. */
const KEYS = new WeakMap<Word['senses'], ReadonlySet<string>>();

function keysOf({ norm, senses }: Word): ReadonlySet<string> {
  const known = KEYS.get(senses);
  if (known) return known;
  const keys = new Set<string>();
  const space = norm.indexOf(' ');
  if (space > 0) keys.add(norm.slice(0, space));
  for (const sense of senses) {
    keys.add(sense.lemma);
    for (const name of sense.classes) keys.add(`<${name}>`);
  }
  KEYS.set(senses, keys);
  return keys;
}

/** A pattern begins only with what the word is in its place. */
function* startsOf(word: Word): Iterable<string> {
  yield word.norm;
  const space = word.norm.indexOf(' ');
  if (space > 0) yield word.norm.slice(0, space);
  if (word.lemma !== word.norm) yield word.lemma;
  yield `<${word.tag}>`;
  for (const name of word.classes) yield `<${name}>`;
  for (const sense of word.senses) if (sense.lemma !== word.lemma) yield sense.lemma;
}

/** The index after the longest match from `at`, or -1. Depth is bounded by the pattern's length. */
function match(
  slots: readonly Slot[],
  at: number,
  elements: readonly Element[],
  e: number,
  part = 0,
): number {
  const element = elements[e];
  if (!element) return part === 0 ? at : -1;
  let best = -1;
  if (element.gap) {
    if (part > 0) return -1;
    for (let skip = 0; skip <= GAP; skip++) {
      if (skip > 0 && (slots[at + skip - 1]?.word.tag ?? 'mark') === 'mark') break;
      best = Math.max(best, match(slots, at + skip, elements, e + 1));
    }
    return best;
  }
  for (const one of element.alternatives) {
    const next = step(slots, at, part, one);
    if (next) best = Math.max(best, match(slots, next.at, elements, e + 1, next.part));
  }
  if (element.optional) best = Math.max(best, match(slots, at, elements, e + 1, part));
  return best;
}

/** A place between words, or within an expression that the lexicon joins: before its `part`th word. */
interface Place {
  readonly at: number;
  readonly part: number;
}

/** The place after one alternative. */
function step(
  slots: readonly Slot[],
  at: number,
  part: number,
  { key, words }: Alternative,
): Place | undefined {
  const slot = slots[at];
  if (!slot) return undefined;
  if (words) return stepOver(slots, { at, part }, words);
  if (part === 0 && answers(slot, key) && (slot.word.norm === key || !startsLonger(slot, key)))
    return { at: at + 1, part: 0 };
  return stepOver(slots, { at, part }, [key]);
}

/** A key that is only the first word of a longer expression does not stand for the whole. */
function startsLonger({ word }: Slot, key: string): boolean {
  return word.norm.startsWith(`${key} `) && !word.senses.some((sense) => sense.lemma === key);
}

/** Literal words, some of which the lexicon may have joined. */
function stepOver(
  slots: readonly Slot[],
  from: Place,
  words: readonly string[],
): Place | undefined {
  let { at, part } = from;
  for (const word of words) {
    const parts = slots[at]?.parts;
    if (parts?.[part] !== word) return undefined;
    part++;
    if (part === parts.length) {
      at++;
      part = 0;
    }
  }
  return { at, part };
}
