/**
 * Patterns over words, the only way in which data speaks of sequences:
 * `no|without <intensifier>? risk of <noun>`. An element is a literal (matched against the word or
 * its lemma), a class or part of speech in angle brackets, alternatives of these, `...` for up to
 * four words within the clause, and `?` makes it optional. An underscore or hyphen joins words of
 * one alternative (`find_out`). It makes no difference which words the lexicon joins.
 */

import type { Role } from './roles.ts';
import type { Word } from './words.ts';

interface Alternative {
  /** A word or lemma, or `<class>`; for a literal of several words the first. */
  readonly key: string;
  /** Of a class its name, which may be a part of speech. */
  readonly name?: string;
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
}

/** `[first, last)` of the words that a pattern covers. */
export interface Match {
  readonly name: string;
  readonly claim: boolean;
  readonly rung?: number;
  readonly first: number;
  readonly last: number;
}

/** A pattern among others, with its keys as numbers. */
interface Indexed {
  readonly pattern: Pattern;
  readonly number: number;
  /** For each further element that must be there: keys of which the sentence holds at least one. */
  readonly needs: readonly (readonly number[])[];
}

/** Patterns by the words and classes that may begin them. */
export interface PatternIndex {
  /** Every key that patterns speak of, numbered. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By the number of the key that begins them. */
  readonly starting: readonly (readonly Indexed[])[];
  readonly keys: WeakMap<Role, Keys>;
  /** By number: when a key was last met, and a pattern last tried. Time goes on with every word. */
  readonly met: Float64Array;
  readonly tried: Float64Array;
  now: number;
}

/** Numbers of the keys that a word answers to, and of those that it may begin a pattern with. */
interface Keys {
  /** Inside a pattern any of its senses will do: the pattern is context enough. */
  readonly answers: readonly number[];
  /** A pattern begins only with what the word is in its place. */
  readonly starts: readonly number[];
}

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
  return { name, elements, ...(rung === undefined ? {} : { rung }) };
}

function alternative(text: string): Alternative {
  if (text.startsWith('<') && text.endsWith('>')) return { key: text, name: text.slice(1, -1) };
  const words = text
    .replaceAll('’', "'")
    .toLowerCase()
    .split(/(?<=.)[_-](?=.)/);
  const key = words[0] ?? '';
  return words.length > 1 ? { key, words } : { key };
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const numbers = new Map<string, number>();
  const starting: Indexed[][] = [];
  const numberOf = ({ key }: Alternative): number => {
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = starting.push([]) - 1));
    return number;
  };
  for (const [number, pattern] of patterns.entries()) {
    const firsts = new Set(firstOf(pattern).map(numberOf));
    const needs = pattern.elements
      .filter(({ optional }, at) => at > 0 && !optional)
      .map(({ alternatives }) => alternatives.map(numberOf))
      .sort((one, other) => one.length - other.length);
    for (const first of firsts) starting[first]?.push({ pattern, number, needs });
  }
  const met = new Float64Array(numbers.size);
  const tried = new Float64Array(patterns.length);
  return { numbers, starting, keys: new WeakMap(), met, tried, now: 1 };
}

/** What may begin a pattern: its first element, or one behind such as may be left out. */
function firstOf({ elements }: Pattern): readonly Alternative[] {
  const needed = elements.findIndex(({ optional }) => !optional);
  return elements
    .slice(0, needed < 0 ? elements.length : needed + 1)
    .flatMap(({ alternatives }) => alternatives);
}

/** Every match of every pattern; of one pattern at one place, the longest. */
export function findMatches(words: readonly Word[], index: PatternIndex): Match[] {
  const { starting, met, tried } = index;
  const matches: Match[] = [];
  const began = ++index.now;
  const keys = words.map((word) => keysOf(word, index));
  for (const { answers } of keys) for (const key of answers) met[key] = began;
  for (const [first, { starts }] of keys.entries()) {
    const now = ++index.now;
    for (const key of starts)
      for (const { pattern, number, needs } of starting[key] ?? []) {
        const last = tried[number] ?? 0;
        if (last === began || last === now) continue;
        // Most patterns lack a word of theirs in most sentences: one look tells.
        const isLacking = last < began && !needs.every((those) => isMet(those, met, began));
        tried[number] = isLacking ? began : now;
        if (isLacking) continue;
        const end = match(words, first, pattern.elements, 0);
        if (end > first) matches.push(matchOf(pattern, first, end));
      }
  }
  return matches;
}

function isMet(keys: readonly number[], met: Float64Array, since: number): boolean {
  for (const key of keys) if (met[key] === since) return true;
  return false;
}

function matchOf({ name, claim, rung }: Pattern, first: number, last: number): Match {
  return { name, claim, first, last, ...(rung === undefined ? {} : { rung }) };
}

function keysOf(word: Word, { numbers, keys }: PatternIndex): Keys {
  const { norm, tag, senses, role } = word;
  const own = senses.length === 0 ? numbers.get(norm) : undefined;
  if (own !== undefined) {
    const ofTag = numbers.get(`<${tag}>`);
    const both = ofTag === undefined ? [own] : [own, ofTag];
    return { answers: both, starts: both };
  }
  // All words of one form in one role have the same, and so do all that nothing is known of.
  let known = keys.get(role);
  if (!known) keys.set(role, (known = keysOfRole(word, numbers)));
  return known;
}

function keysOfRole(word: Word, numbers: PatternIndex['numbers']): Keys {
  const { norm, senses, uses, tag, lemma, classes } = word;
  const parts = norm.split(' ');
  const own = `<${tag}>`;
  const names = Array.from(classes, (name) => `<${name}>`);
  const lemmas = senses.map((sense) => sense.lemma);
  return {
    answers: numbersOf([norm, own, ...parts, ...uses.names], numbers),
    starts: numbersOf([norm, parts[0] ?? norm, lemma, own, ...names, ...lemmas], numbers),
  };
}

function numbersOf(keys: readonly string[], numbers: PatternIndex['numbers']): readonly number[] {
  return [...new Set(keys.flatMap((key) => numbers.get(key) ?? []))];
}

const answers = ({ norm, tag, uses }: Word, { key, name }: Alternative): boolean =>
  norm === key || tag === name || uses.names.has(key);

/** The index after the longest match from `at`, or -1. Depth is bounded by the pattern's length. */
function match(
  words: readonly Word[],
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
      if (skip > 0 && (words[at + skip - 1]?.tag ?? 'mark') === 'mark') break;
      best = Math.max(best, match(words, at + skip, elements, e + 1));
    }
    return best;
  }
  for (const one of element.alternatives) {
    const next = step(words, at, part, one);
    if (next) best = Math.max(best, match(words, next.at, elements, e + 1, next.part));
  }
  if (element.optional) best = Math.max(best, match(words, at, elements, e + 1, part));
  return best;
}

/** A place between words, or within an expression that the lexicon joins: before its `part`th word. */
interface Place {
  readonly at: number;
  readonly part: number;
}

/** The place after one alternative. */
function step(
  words: readonly Word[],
  at: number,
  part: number,
  one: Alternative,
): Place | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (one.words) return stepOver(words, { at, part }, one.words);
  if (part === 0 && answers(word, one)) return { at: at + 1, part: 0 };
  return isJoined(word) ? stepOver(words, { at, part }, [one.key]) : undefined;
}

const isJoined = ({ norm }: Word): boolean => norm.includes(' ');

/** Literal words, some of which the lexicon may have joined. */
function stepOver(
  words: readonly Word[],
  from: Place,
  literals: readonly string[],
): Place | undefined {
  let { at, part } = from;
  for (const literal of literals) {
    const word = words[at];
    if (!word) return undefined;
    const parts = isJoined(word) ? word.norm.split(' ') : undefined;
    if ((parts ? parts[part] : word.norm) !== literal) return undefined;
    part++;
    if (part === (parts?.length ?? 1)) {
      at++;
      part = 0;
    }
  }
  return { at, part };
}
