/** Words of terms that a draft spells in two ways: "tendonitis" here, "tendinitis" there. */

import { isVerbatim, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import { plainMentions } from './mentions.ts';
import type { Block, Edit, ProseSpan, SourceSpan, Spelling } from './model.ts';
import { spelledAs, spellingsOf } from './spelling.ts';
import type { Mention } from './terms.ts';

/** A word that most other places of the draft spell otherwise. */
export interface MixedSpelling {
  readonly span: SourceSpan;
  readonly message: string;
  /** Spells the word alike in the whole draft. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A word that has several spellings, where it stands in the prose of its block. */
interface Spelled extends ProseSpan {
  /** The first of its spellings in the alphabet. */
  readonly key: string;
  /** As it stands. */
  readonly word: string;
  /** In small letters, singular. */
  readonly spelling: string;
}

interface Place extends Spelled {
  readonly block: Block;
}

const known = new WeakMap<Analysis, readonly MixedSpelling[]>();

/** In order of the draft. Spellings of one word alone: another name for the same thing is no fault. */
export function mixedSpellings(analysis: Analysis): readonly MixedSpelling[] {
  const before = known.get(analysis);
  if (before) return before;
  const found = [...mixedPlaces(analysis).values()].flatMap((places) =>
    strays(places, analysis.options.spelling),
  );
  found.sort((a, b) => a.span.start - b.span.start);
  known.set(analysis, found);
  return found;
}

/** By block, the words that have several spellings. */
function saidIn(analysis: Analysis) {
  return analysis.draft.blocks.flatMap((block, index) => {
    const spelled =
      block.place.quoted > 0 ? [] : spelledIn(block.text, plainMentions(analysis, index));
    return spelled.length === 0 ? [] : [{ block, spelled }];
  });
}

/** By word, the places of those that are spelled in two ways, or otherwise than was asked for. */
function mixedPlaces(analysis: Analysis): ReadonlyMap<string, readonly Place[]> {
  const said = saidIn(analysis);
  const mixed = mixedIn(
    said.map(({ spelled }) => spelled),
    analysis.options.spelling,
  );
  const places = new Map<string, Place[]>();
  if (mixed.size === 0) return places;
  for (const { block, spelled } of said)
    for (const one of spelled) {
      if (!mixed.has(one.key)) continue;
      const others = places.get(one.key);
      if (others) others.push({ ...one, block });
      else places.set(one.key, [{ ...one, block }]);
    }
  return places;
}

/** The words, by their keys, that are spelled so: most drafts have none. */
function mixedIn(
  lists: readonly (readonly Spelled[])[],
  asked: Spelling | undefined,
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const mixed = new Set<string>();
  for (const list of lists)
    for (const { key, spelling } of list) {
      if (asked && spelledAs(asked, spelling) !== spelling) mixed.add(key);
      const other = first.get(key);
      if (other === undefined) first.set(key, spelling);
      else if (other !== spelling) mixed.add(key);
    }
  return mixed;
}

// The mentions of a block stay the same list as long as its text does.
const spelledKnown = new WeakMap<readonly Mention[], readonly Spelled[]>();

function spelledIn(text: string, mentions: readonly Mention[]): readonly Spelled[] {
  const before = spelledKnown.get(mentions);
  if (before) return before;
  const found = mentions
    .filter(({ as, start }) => as !== 'abbreviation' && !isQuoted(text, start))
    .flatMap(({ start, end }) => [...wordsOf(text, start, end)]);
  spelledKnown.set(mentions, found);
  return found;
}

function* wordsOf(text: string, start: number, end: number): Generator<Spelled> {
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[a-z]{4,}/gi)) {
    const spelling = word.toLowerCase().replace(/(?<![isu])s$/, '');
    const others = spellingsOf(spelling);
    if (others.length === 0) continue;
    const [key = spelling] = [spelling, ...others].sort();
    yield { key, word, spelling, start: start + index, end: start + index + word.length };
  }
}

/** Nobody's words are edited: an odd number of marks before them says that a quotation is open. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = before.lastIndexOf('“') > before.lastIndexOf('”');
  return open || (before.split('"').length - 1) % 2 === 1;
}

/**
 * The places that are spelled unlike most; where there are as many, unlike the first. A spelling that
 * was asked for counts as that of all places that it has another word for.
 */
function strays(all: readonly Place[], asked: Spelling | undefined): readonly MixedSpelling[] {
  const wantedOf = (spelling: string): string => (asked ? spelledAs(asked, spelling) : spelling);
  const first = wantedOf(all[0]?.spelling ?? '');
  if (all.every(({ spelling }) => spelling === first)) return [];
  const places = all.filter((place) => isVerbatim(place.block, place));
  const counts = new Map<string, number>();
  for (const { spelling } of places) {
    const wanted = wantedOf(spelling);
    counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
  }
  const [[usual] = ['']] = [...counts].sort(([, a], [, b]) => b - a);
  const count = places.filter(({ spelling }) => spelling === usual).length;
  const wrong = places
    .filter(({ spelling }) => spelling !== usual)
    .map(({ block, start, end, word, spelling }) => ({
      span: toSource(block, { start, end }),
      word,
      isAsked: wantedOf(spelling) === usual,
      text: likeWritten(word, usual + word.slice(spelling.length)),
    }));
  const edits = wrong.map(({ span, text }) => ({ span, text }));
  return wrong.map(({ span, word, isAsked }) => ({
    span,
    message:
      isAsked && asked
        ? `Spelled “${word}” here; the ${NAMES[asked]} spelling is “${usual}”.`
        : `Spelled “${word}” here and “${usual}” in ${inPlaces(count)}. Is one spelling meant?`,
    title: `Spell it “${usual}” throughout (${inPlaces(wrong.length)})`,
    edits,
  }));
}

const NAMES: Readonly<Record<Spelling, string>> = { american: 'American', british: 'British' };

/** The spelling that is asked for, else that of most words of the draft that show one. */
export function spellingOf(analysis: Analysis): Spelling | undefined {
  const { spelling } = analysis.options;
  if (spelling) return spelling;
  let american = 0;
  let british = 0;
  for (const { spelled } of saidIn(analysis))
    for (const { spelling: word } of spelled) {
      if (spelledAs('british', word) !== word) american++;
      if (spelledAs('american', word) !== word) british++;
    }
  return american === british ? undefined : american > british ? 'american' : 'british';
}

function inPlaces(count: number): string {
  return count === 1 ? 'one place' : `${count} places`;
}

function likeWritten(old: string, now: string): string {
  if (old === old.toUpperCase()) return now.toUpperCase();
  return /^[A-Z]/.test(old) ? now.charAt(0).toUpperCase() + now.slice(1) : now;
}
