/** What a rewording needs to know of a finding: its block as it reads, its sentence, its words. */

import type { Analysis } from '../analyze.ts';
import { inBlocks } from '../balance.ts';
import type { Reading, SentenceReading } from '../claims.ts';
import { predicatesOf, type Predicate } from '../clauses.ts';
import { judge, type Verdict } from '../judge.ts';
import type { Block, ProseSpan, Topic } from '../model.ts';
import { readBlock } from '../read.ts';
import { resolve, type Claim, type Resolved } from '../resolve.ts';
import type { Word } from '../words.ts';

/** A draft in which one block may read differently than in the analysis. */
export interface State {
  readonly analysis: Analysis;
  /** Index of the block into `Draft.blocks`. */
  readonly index: number;
  readonly block: Block;
  /** The block's prose in this state. */
  readonly text: string;
  readonly reading: Reading;
  readonly claims: readonly Claim[];
  /** Errors and warnings in this block. */
  readonly strong: readonly Verdict[];
  /** How many errors and warnings stand in all other blocks. */
  readonly elsewhere: number;
}

/** A finding in its sentence. Indexes are into the words of the sentence. */
export interface Passage {
  readonly state: State;
  readonly text: string;
  readonly rule: string;
  /** What that rule is about. */
  readonly topic: Topic | undefined;
  /** Whether no rule fired, and the words alone are like those of claims. */
  readonly suspected: boolean;
  /** Which sentence of the block. */
  readonly at: number;
  readonly sentence: SentenceReading;
  readonly words: readonly Word[];
  readonly predicates: readonly Predicate[];
  /** The claim that was judged, and others that it covers. */
  readonly claims: readonly Claim[];
  /**
   * The stretch of prose that has to be clear afterwards: the sentence, with the bold lead before
   * it or the sentence behind the lead.
   */
  readonly scope: ProseSpan;
  /** The words that the finding marks: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** Errors and warnings of a draft, how many and by block. */
interface Standing {
  readonly count: number;
  readonly byBlock: ReadonlyMap<number, readonly Verdict[]>;
}

const judged = new WeakMap<Analysis, Standing>();

/** Errors and warnings of the draft as it stands. */
function strongOf(analysis: Analysis): Standing {
  const known = judged.get(analysis);
  if (known) return known;
  const all = verdictsOn(analysis, analysis.resolved, analysis.draft.blocks);
  const found = { count: all.length, byBlock: inBlocks(all) };
  judged.set(analysis, found);
  return found;
}

function verdictsOn(
  { library, options }: Analysis,
  claims: readonly Pick<Resolved, 'claims'>[],
  blocks: readonly Block[],
): readonly Verdict[] {
  return judge(claims, blocks, library, options).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
}

/** What is only asked about in a block, where it may read differently than in the draft. */
export function askedIn({ analysis, block, index, claims }: State): readonly Verdict[] {
  const { library, options, draft } = analysis;
  return judge([{ claims }], draft.blocks.with(index, block), library, options).filter(
    ({ severity, claim }) => severity === 'information' && claim.frame.form !== 'phrase',
  );
}

/** The draft with other words in one block. */
export function reread(analysis: Analysis, index: number, text?: string): State | undefined {
  const { draft, library } = analysis;
  const block = draft.blocks[index];
  const old = analysis.readings[index];
  if (!block || !old) return undefined;
  const { count, byBlock } = strongOf(analysis);
  const standing = byBlock.get(index) ?? [];
  const elsewhere = count - standing.length;
  const base = { analysis, index, elsewhere };
  if (text === undefined || text === block.text) {
    const claims = analysis.resolved[index]?.claims ?? [];
    return { ...base, block, text: block.text, reading: old, claims, strong: standing };
  }
  const now = { ...block, text };
  const reading = readBlock(text, library.lexicon);
  const blocks = draft.blocks.with(index, now);
  const all = resolve(blocks, analysis.readings.with(index, reading), analysis);
  const claims = all[index]?.claims ?? [];
  const isSame = all.every((one, at) => at === index || one === analysis.resolved[at]);
  return {
    ...base,
    block: now,
    text,
    reading,
    claims,
    strong: verdictsOn(analysis, [{ claims }], blocks),
    elsewhere: isSame ? elsewhere : verdictsOn(analysis, all.toSpliced(index, 1), blocks).length,
  };
}

export function passageOf(state: State, rule: string, prose: ProseSpan): Passage | undefined {
  const { reading, text, claims } = state;
  const at = reading.sentences.findIndex(({ sentence }) => sentence.end > prose.start);
  const sentence = reading.sentences[at];
  if (!sentence) return undefined;
  const { words } = sentence;
  const first = words.findIndex((word) => word.end > prose.start);
  if (first < 0) return undefined;
  const beyond = words.findIndex((word) => word.start >= prose.end);
  return {
    state,
    text,
    rule,
    topic: state.analysis.library.rules.get(rule)?.topic,
    suspected: isSuspected(state, prose),
    at,
    sentence,
    words,
    predicates: predicatesOf(words),
    claims: claims
      .filter(
        ({ frame }) =>
          frame.sentence === at && frame.span.start >= prose.start && frame.span.end <= prose.end,
      )
      .sort((a, b) => width(b) - width(a)),
    scope: scopeOf(text, sentence.sentence),
    first,
    last: beyond < 0 ? words.length : beyond,
  };
}

const isSuspected = ({ strong }: State, { start, end }: ProseSpan): boolean =>
  strong.some((one) => one.start === start && one.end === end && one.suspicion !== undefined);

const ENDED = /[.!?]["”’)\]*_]*\s*$/;

/** From one full stop to the next: a lead such as "Pain relief:" goes with what it leads to. */
function scopeOf(text: string, { start, end }: ProseSpan): ProseSpan {
  const before = text.slice(0, start);
  const from = before.trim() === '' || ENDED.test(before) ? start : lastStop(before);
  if (ENDED.test(text.slice(start, end))) return { start: from, end };
  const next = /[.!?]["”’)\]*_]*(?=\s|$)/.exec(text.slice(end));
  return { start: from, end: next ? end + next.index + next[0].length : text.length };
}

function lastStop(before: string): number {
  let at = 0;
  for (const match of before.matchAll(/[.!?]["”’)\]*_]*\s+/g)) at = match.index + match[0].length;
  return at;
}

/** How the scope lies once the block reads `now`. */
export function scopeIn({ scope, text }: Passage, now: string): ProseSpan {
  return { start: scope.start, end: scope.end + now.length - text.length };
}

/** The errors and warnings that are left in the scope of a passage. */
export function leftIn(passage: Passage, state: State): readonly Verdict[] {
  const { start, end } = scopeIn(passage, state.text);
  return state.strong.filter((verdict) => verdict.end > start && verdict.start < end);
}

const width = ({ frame }: Claim): number => frame.span.end - frame.span.start;

/** The predicates that the finding marks or that it is part of. */
export function hostsOf({ predicates, first, last }: Passage): readonly Predicate[] {
  const inside = predicates.filter((one) => one.verb >= first && one.verb < last);
  const around = predicates.findLast((one) => one.start <= first && one.end >= first);
  return inside.length > 0 ? inside : around ? [around] : [];
}

/** Where the last words of a sentence end, before its full stop and closing quotation marks. */
export function bodyEnd(words: readonly Word[]): number {
  let end = words.length;
  while (end > 0 && words[end - 1]?.tag === 'mark' && !/[)%\]]/.test(words[end - 1]?.norm ?? ''))
    end--;
  return end;
}
