/**
 * Patterns over words, the only way in which data speaks of sequences:
 * `no|without <intensifier>? risk of <noun>`. An element is a literal (matched against the word or
 * its lemma), a class or part of speech in angle brackets, alternatives of these, `...` for up to
 * four words within the clause, and `?` makes it optional. An underscore joins words of a literal
 * that the lexicon keeps apart (`find_out`).
 */

import type { Word } from './words.ts';

interface Alternative {
  readonly kind: 'literal' | 'class';
  /** One name for a class, one or more words for a literal. */
  readonly names: readonly string[];
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

/** Patterns by the words and classes that may begin them. */
export type PatternIndex = ReadonlyMap<string, readonly Pattern[]>;

const TAGS = new Set(
  'noun verb adj adv det prep pron conj aux modal not to rel num mark'.split(' '),
);
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
  if (text.startsWith('<') && text.endsWith('>'))
    return { kind: 'class', names: [text.slice(1, -1)] };
  return { kind: 'literal', names: text.replaceAll('’', "'").toLowerCase().split('_') };
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
    for (const { kind, names } of element.alternatives)
      keys.add(kind === 'class' ? `<${names[0] ?? ''}>` : (names[0] ?? ''));
    if (!element.optional) break;
  }
  return keys;
}

/** Every match of every pattern; of one pattern at one place, the longest. */
export function findMatches(words: readonly Word[], index: PatternIndex): Match[] {
  const matches: Match[] = [];
  const tried = new Set<Pattern>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
    tried.clear();
    for (const key of keysOf(word))
      for (const pattern of index.get(key) ?? []) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        const last = match(words, i, pattern.elements, 0);
        if (last > i)
          matches.push({
            name: pattern.name,
            claim: pattern.claim,
            first: i,
            last,
            ...(pattern.rung === undefined ? {} : { rung: pattern.rung }),
          });
      }
  }
  return matches;
}

function* keysOf(word: Word): Iterable<string> {
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
  words: readonly Word[],
  at: number,
  elements: readonly Element[],
  e: number,
): number {
  const element = elements[e];
  if (!element) return at;
  let best = -1;
  if (element.gap) {
    for (let skip = 0; skip <= GAP; skip++) {
      if (skip > 0 && (words[at + skip - 1]?.tag ?? 'mark') === 'mark') break;
      best = Math.max(best, match(words, at + skip, elements, e + 1));
    }
    return best;
  }
  for (const one of element.alternatives) {
    const next = step(words, at, one);
    if (next > at) best = Math.max(best, match(words, next, elements, e + 1));
  }
  if (element.optional) best = Math.max(best, match(words, at, elements, e + 1));
  return best;
}

/** The index after one alternative, or -1. */
function step(words: readonly Word[], at: number, one: Alternative): number {
  if (one.kind === 'class') {
    const word = words[at];
    const name = one.names[0] ?? '';
    if (!word) return -1;
    return (TAGS.has(name) ? word.tag === name : hasClass(word, name)) ? at + 1 : -1;
  }
  let i = at;
  for (let n = 0; n < one.names.length; i++) {
    const word = words[i];
    const wanted = one.names.slice(n).join(' ');
    if (!word) return -1;
    const parts = word.norm.split(' ').length;
    if (wanted === word.norm || wanted.startsWith(`${word.norm} `)) n += parts;
    else if (one.names.length === 1 && word.senses.some((sense) => sense.lemma === wanted)) n++;
    else return -1;
  }
  return i;
}

/** Whether any sense of the word has the class: patterns are context enough to tell them apart. */
export function hasClass(word: Word, name: string): boolean {
  return word.classes.has(name) || word.senses.some((sense) => sense.classes.has(name));
}
