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

const NONE: ReadonlySet<string> = new Set();

/** The classes of all the words, with one more for each that `extra` names. One word's are shared. */
export function classesOf(
  words: readonly Word[],
  extra?: (word: Word) => string | undefined,
): ReadonlySet<string> {
  let first = NONE;
  let all: Set<string> | undefined;
  for (const word of words) {
    const { classes } = word;
    if (first.size === 0 && !all) first = classes;
    else if (classes.size > 0 && classes !== first) {
      all ??= new Set(first);
      for (const name of classes) all.add(name);
    }
    const more = extra?.(word);
    if (more) (all ??= new Set(first)).add(more);
  }
  return all ?? first;
}
