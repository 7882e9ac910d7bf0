/** Claims that no hedge makes honest. */

import type { Passage } from './passage.ts';

/** A figure wants a source, a guarantee an end; a hedge gives them neither. */
export function isFigure({ claims, words, first, last }: Passage): boolean {
  const promise = words.slice(first, last).some(({ norm }) => PROMISE.test(norm));
  return claims.some(
    ({ frame: { verb } }) => verb.has('figure') || (verb.has('guarantee') && promise),
  );
}

const PROMISE = /guarantee|^(?:certain|certainty|sure|assured?|assures|confident|promises?)$/;
