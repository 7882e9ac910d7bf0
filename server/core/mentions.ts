/** The terms that a draft mentions, block by block, with the abbreviations that it defines itself. */

import type { Analysis } from './analyze.ts';
import type { Reading } from './claims.ts';
import type { Term } from './model.ts';
import { findMentions, type Mention } from './terms.ts';

/** What of an analysis is needed, which is there before its findings are. */
type Read = Pick<Analysis, 'draft' | 'readings' | 'library'>;

/** In order, none overlapping another; nothing for a block that there is not. */
export function mentionsIn(analysis: Read, block: number): readonly Mention[] {
  const text = analysis.draft.blocks[block]?.text;
  if (text === undefined) return [];
  const found = plainMentions(analysis, block);
  const own = ownAbbreviations(analysis);
  return own.size === 0 ? found : withOwn(text, found, own);
}

// A reading goes with its text from one analysis to the next, and so do the mentions.
const known = new WeakMap<Reading, readonly Mention[]>();

/** Those that the block shows by itself: the same list as long as its text stays. */
export function plainMentions(
  { draft, readings, library }: Read,
  block: number,
): readonly Mention[] {
  const reading = readings[block];
  const text = draft.blocks[block]?.text ?? '';
  const before = reading && known.get(reading);
  if (before) return before;
  const found = findMentions(text, library.termIndex);
  if (reading) known.set(reading, found);
  return found;
}

const ownKnown = new WeakMap<Read, ReadonlyMap<string, Term>>();

/** "rotator cuff tear (RCT)": from then on the draft means a tear by it, whatever others mean. */
function ownAbbreviations(analysis: Read): ReadonlyMap<string, Term> {
  const before = ownKnown.get(analysis);
  if (before) return before;
  const own = new Map<string, Term>();
  for (const [index, { text }] of analysis.draft.blocks.entries())
    for (const [short, term] of definedIn(text, plainMentions(analysis, index)))
      if (!own.has(short)) own.set(short, term);
  for (const [short, term] of own) if (term.abbreviations.includes(short)) own.delete(short);
  ownKnown.set(analysis, own);
  return own;
}

const definedKnown = new WeakMap<readonly Mention[], readonly (readonly [string, Term])[]>();

function definedIn(
  text: string,
  mentions: readonly Mention[],
): readonly (readonly [string, Term])[] {
  const before = definedKnown.get(mentions);
  if (before) return before;
  const defined = mentions.flatMap(({ term, as, end }) => {
    const short = as === 'name' ? IN_BRACKETS.exec(text.slice(end, end + 20))?.[1] : undefined;
    return short === undefined ? [] : [[short, term] as const];
  });
  definedKnown.set(mentions, defined);
  return defined;
}

const IN_BRACKETS = /^\s\(([A-Z][A-Za-z]*[A-Z])s?\)/;
const ABBREVIATION = /(?<![\w-])([A-Z][A-Za-z]*[A-Z])s?(?![\w-])/g;

function withOwn(
  text: string,
  found: readonly Mention[],
  own: ReadonlyMap<string, Term>,
): readonly Mention[] {
  const more: Mention[] = [];
  for (const { 0: whole, 1: short = '', index: start } of text.matchAll(ABBREVIATION)) {
    const term = own.get(short);
    if (!term) continue;
    const end = start + whole.length;
    const wider = found.some((one) => one.start <= start && one.end >= end && one.as === 'name');
    if (!wider) more.push({ term, as: 'abbreviation', start, end, first: -1, last: -1 });
  }
  if (more.length === 0) return found;
  const kept = found.filter(
    (one) => !more.some((own) => own.start < one.end && own.end > one.start),
  );
  return [...kept, ...more].sort((a, b) => a.start - b.start);
}
