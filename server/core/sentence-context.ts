/** A sentence as the readers of its predicates and phrases see it. */

import type { Predicate } from './clauses.ts';
import type { ProseSpan } from './model.ts';
import type { Match } from './patterns.ts';
import type { Word } from './words.ts';

export interface Context {
  readonly index: number;
  readonly words: readonly Word[];
  readonly cues: readonly Match[];
  readonly predicates: readonly Predicate[];
  readonly question: boolean;
}

/** The prose that `[first, last)` of the words cover. */
export function span(words: readonly Word[], first: number, last: number): ProseSpan {
  return { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

/** The classes of all the words, with one more for each that `extra` names. */
export function classesOf(
  words: readonly Word[],
  extra?: (word: Word) => string | undefined,
): ReadonlySet<string> {
  const all = new Set<string>();
  for (const word of words) {
    for (const name of word.classes) all.add(name);
    const more = extra?.(word);
    if (more) all.add(more);
  }
  return all;
}
