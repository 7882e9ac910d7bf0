/** Finding the word that was meant. */

import { closestMatch } from 'leven';

/** ` Did you mean “x”?` for the known word that is closest, or nothing if none is close. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const typed = word.toLowerCase();
  const maxDistance = Math.min(3, Math.floor(typed.length / 3) + 1);
  const candidates = [...known];
  const closest =
    candidates.find((candidate) => typed !== '' && candidate.startsWith(typed)) ??
    closestMatch(typed, candidates, { maxDistance });
  return closest === undefined ? '' : ` Did you mean “${closest}”?`;
}
