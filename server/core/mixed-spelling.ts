/** Words of terms that a draft spells in two ways: "tendonitis" here, "tendinitis" there. */

import { isVerbatim, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import { mentionsIn } from './mentions.ts';
import type { Block, Edit, SourceSpan } from './model.ts';
import { spellingsOf } from './spelling.ts';

/** A word that most other places of the draft spell otherwise. */
export interface MixedSpelling {
  readonly span: SourceSpan;
  readonly message: string;
  /** Spells the word alike in the whole draft. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

interface Place {
  readonly span: SourceSpan;
  /** As it stands. */
  readonly word: string;
  /** In small letters, singular. */
  readonly spelling: string;
}

const known = new WeakMap<Analysis, readonly MixedSpelling[]>();

/** In order of the draft. Spellings of one word alone: another name for the same thing is no fault. */
export function mixedSpellings(analysis: Analysis): readonly MixedSpelling[] {
  const before = known.get(analysis);
  if (before) return before;
  const found = [...placesByWord(analysis).values()].flatMap(strays);
  found.sort((a, b) => a.span.start - b.span.start);
  known.set(analysis, found);
  return found;
}

/** All places of each word that has several spellings, by the first of these in the alphabet. */
function placesByWord(analysis: Analysis): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const [index, block] of analysis.draft.blocks.entries()) {
    if (block.place.quoted > 0) continue;
    for (const mention of mentionsIn(analysis, index)) {
      if (mention.as === 'abbreviation' || isQuoted(block.text, mention.start)) continue;
      for (const [key, place] of wordsOf(block, mention.start, mention.end)) {
        const others = places.get(key);
        if (others) others.push(place);
        else places.set(key, [place]);
      }
    }
  }
  return places;
}

function* wordsOf(block: Block, start: number, end: number): Generator<[string, Place]> {
  for (const { 0: word, index } of block.text.slice(start, end).matchAll(/[a-z]{4,}/gi)) {
    const spelling = word.toLowerCase().replace(/(?<![isu])s$/, '');
    const others = spellingsOf(spelling);
    const prose = { start: start + index, end: start + index + word.length };
    if (others.length === 0 || !isVerbatim(block, prose)) continue;
    const [key = spelling] = [spelling, ...others].sort();
    yield [key, { span: toSource(block, prose), word, spelling }];
  }
}

/** Nobody's words are edited: an odd number of marks before them says that a quotation is open. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = before.lastIndexOf('“') > before.lastIndexOf('”');
  return open || (before.split('"').length - 1) % 2 === 1;
}

/** The places that are spelled unlike most; where there are as many, unlike the first. */
function strays(places: readonly Place[]): readonly MixedSpelling[] {
  const counts = new Map<string, number>();
  for (const { spelling } of places) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [[usual, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  const wrong = places.filter(({ spelling }) => spelling !== usual);
  const edits = wrong.map(({ span, word, spelling }) => ({
    span,
    text: likeWritten(word, usual + word.slice(spelling.length)),
  }));
  return wrong.map(({ span, word }) => ({
    span,
    message: `Spelled “${word}” here and “${usual}” in ${inPlaces(count)}. Is one spelling meant?`,
    title: `Spell it “${usual}” throughout (${inPlaces(wrong.length)})`,
    edits,
  }));
}

function inPlaces(count: number): string {
  return count === 1 ? 'one place' : `${count} places`;
}

function likeWritten(old: string, now: string): string {
  if (old === old.toUpperCase()) return now.toUpperCase();
  return /^[A-Z]/.test(old) ? now.charAt(0).toUpperCase() + now.slice(1) : now;
}
