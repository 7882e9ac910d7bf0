/** Where the verb itself says too much, a hedge is not enough: "eliminates pain" -> "may ease pain". */

import type { Predicate } from '../clauses.ts';
import type { Passage } from './passage.ts';

export interface Softer {
  readonly words: string;
  /** Whether "help" can stand before it. */
  readonly help: boolean;
  /** Prose offset after the words that it replaces. */
  readonly end: number;
}

/** The milder verb for a cure or reversal of a symptom or a disease; nothing where the verb may stay. */
export function softer({ words }: Passage, host: Predicate): Softer | undefined {
  const main = words[host.verb];
  if (!main || host.passive || main.tag !== 'verb') return undefined;
  const object = words.slice(host.verb + 1, host.end);
  const on = (name: string): boolean => object.some(({ classes }) => classes.has(name));
  const strong = main.classes.has('cure') || main.classes.has('reverse') || main.lemma === 'heal';
  if (!strong || object.length === 0) return undefined;
  if (on('symptom')) {
    const less = object.some(({ norm }) => MEASURED.test(norm));
    return { words: less ? 'reduce' : 'ease', help: true, end: main.end };
  }
  if (on('disease') && !main.classes.has('reverse'))
    return { words: 'help with', help: false, end: main.end };
  return undefined;
}

/** What is reduced rather than eased. */
const MEASURED =
  /^(?:inflammation|swelling|scarring|fatigue|flares?|flare ups?|side effects?|tremor)$/;
