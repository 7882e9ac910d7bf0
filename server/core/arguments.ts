/** The subject and the object of a verb: which words of the sentence they are. */

import type { Word } from './words.ts';

const STOPS_SUBJECT: ReadonlySet<string> = new Set(['verb', 'aux', 'modal', 'to']);

/** The noun phrase that a finite verb agrees with: the first of its clause that no preposition governs. */
export function subjectOf(
  words: readonly Word[],
  start: number,
): { first: number; last: number } | undefined {
  const left = words[start - 1];
  if (!left || (left.tag === 'conj' && left.classes.has('and'))) return undefined;
  if (left.tag === 'rel') {
    for (let i = start - 2; i >= 0 && i > start - 8; i--)
      if (words[i]?.tag === 'noun' || words[i]?.tag === 'pron') return nounPhrase(words, i);
    return { first: start - 1, last: start };
  }
  let from = start;
  for (let i = start - 1; i >= 0; i--) {
    const word = words[i];
    if (isReducedRelative(words, i)) continue;
    if (!word || STOPS_SUBJECT.has(word.tag) || word.tag === 'rel') break;
    if (word.tag === 'mark') {
      // A comma right before the verb closes an aside: "Stem cells, on the other hand, offer".
      if ((word.norm === ',' && i === start - 1) || word.norm === ')') {
        const opened = asideStart(words, i, word.norm === ',' ? ',' : '(');
        if (opened === undefined) break;
        i = opened;
        continue;
      }
      if (!'"“‘’\'*_™®'.includes(word.norm)) break;
      continue;
    }
    if (
      word.tag === 'conj' &&
      !(word.classes.has('and') && from === i + 1 && isNounish(words[i - 1]))
    )
      break;
    from = i;
  }
  return firstPhrase(words, from, start);
}

/** "cells given into the spine replace": a participle right after its noun does not end the subject. */
function isReducedRelative(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word?.tag !== 'verb' || (word.form !== 'participle' && word.form !== 'past')) return false;
  const after = words[i + 1]?.tag;
  return words[i - 1]?.tag === 'noun' && (after === 'prep' || after === 'adv' || after === 'to');
}

/** The comma or bracket that opens the aside which closes at `close`. */
function asideStart(words: readonly Word[], close: number, opens: string): number | undefined {
  for (let i = close - 1; i >= 0 && i > close - 10; i--) if (words[i]?.norm === opens) return i;
  return undefined;
}

const isNounish = (word: Word | undefined): boolean =>
  word?.tag === 'noun' || word?.tag === 'pron' || word?.tag === 'num';

function firstPhrase(words: readonly Word[], from: number, to: number) {
  let governed = false;
  let last = -1;
  let first = from;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word) break;
    if (word.tag === 'verb' && last >= 0) break;
    if (word.tag === 'prep') {
      if (last >= 0) break;
      governed = true;
    } else if (isNounish(word)) {
      if (
        governed &&
        (words[i + 1]?.tag === 'det' || words[i + 1]?.tag === 'pron' || words[i + 1]?.norm === ',')
      ) {
        governed = false;
        first = i + 1;
      } else if (!governed) last = i + 1;
    } else if (last >= 0 && word.tag === 'conj') {
      continue;
    }
  }
  return last > 0 ? { first, last } : undefined;
}

/** The noun phrase that ends with the noun at `head`. */
function nounPhrase(words: readonly Word[], head: number): { first: number; last: number } {
  let first = head;
  while (first > 0 && ['noun', 'adj', 'det', 'num'].includes(words[first - 1]?.tag ?? '')) first--;
  return { first, last: head + 1 };
}

// An object does not go on beyond these.
const STOPS_OBJECT: ReadonlySet<string> = new Set(['verb', 'aux', 'modal', 'rel', 'to', 'not']);
const LONGEST = 16;

export function objectOf(words: readonly Word[], verb: number): { end: number; objectEnd: number } {
  let end = verb + 1;
  let objectEnd = -1;
  for (let i = verb + 1; i < words.length && i <= verb + LONGEST; i++) {
    const word = words[i];
    if (!word || STOPS_OBJECT.has(word.tag)) break;
    if (word.tag === 'mark') {
      if ('"“”‘’\'*_™®%'.includes(word.norm)) continue;
      const adjectives = isAdjective(words[i - 1]) && isAdjective(words[i + 1]);
      if (
        word.norm === ',' &&
        isNominalStart(words[i + 1]) &&
        (adjectives || listGoesOn(words, i + 1))
      )
        continue;
      break;
    }
    if (
      word.tag === 'conj' &&
      !(word.classes.has('and') && isNominalStart(words[i + 1]) && !verbBeforeStop(words, i + 1))
    )
      break;
    if (word.tag === 'prep') {
      if (word.classes.has('by') || word.classes.has('without')) break;
      if (objectEnd < 0 && word.norm !== 'of' && isNounish(words[end - 1])) objectEnd = end;
      continue;
    }
    if (word.tag === 'conj' || word.tag === 'det') continue;
    end = i + 1;
  }
  return { end, objectEnd: objectEnd < 0 ? end : objectEnd };
}

/** "young, working cartilage": an adjective, or a participle or comparative that stands as one. */
function isAdjective(word: Word | undefined): boolean {
  return word?.tag === 'adj' || (word !== undefined && /(?:ing|ed|er|y)$/.test(word.norm));
}

function isNominalStart(word: Word | undefined): boolean {
  return word !== undefined && ['noun', 'adj', 'det', 'num', 'adv', 'pron'].includes(word.tag);
}

/** Whether what follows a conjunction has a verb of its own: then it is a clause, no further object. */
function verbBeforeStop(words: readonly Word[], from: number): boolean {
  for (let i = from; i < from + 6; i++) {
    const word = words[i];
    if (!word || word.tag === 'mark' || word.tag === 'prep' || word.tag === 'rel') return false;
    if (word.tag === 'aux' || word.tag === 'modal') return true;
    if (word.tag === 'verb')
      return word.form === 's' || word.form === 'base' || word.form === 'past';
  }
  return false;
}

function listGoesOn(words: readonly Word[], from: number): boolean {
  for (let i = from; i < from + 8; i++) {
    const word = words[i];
    if (!word || STOPS_OBJECT.has(word.tag)) return false;
    if (word.tag === 'conj' && word.classes.has('and')) return true;
    if (word.tag === 'mark' && word.norm !== ',') return false;
  }
  return false;
}
