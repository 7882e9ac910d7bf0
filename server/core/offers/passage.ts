/** What a rewording needs to know of a finding: its block as it reads, its sentence, its words. */

import type { Analysis } from '../analyze.ts';
import type { Reading, SentenceReading } from '../claims.ts';
import { predicatesOf, type Predicate } from '../clauses.ts';
import { judge, type Verdict } from '../judge.ts';
import type { Block, ProseSpan } from '../model.ts';
import { readBlock } from '../read.ts';
import { resolve, type Claim } from '../resolve.ts';
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
  /** Which sentence of the block. */
  readonly at: number;
  readonly sentence: SentenceReading;
  readonly words: readonly Word[];
  readonly predicates: readonly Predicate[];
  /** The claim that was judged, and others that it covers. */
  readonly claims: readonly Claim[];
  /** The words that the finding marks: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** The draft with other words in one block. */
export function reread(analysis: Analysis, index: number, text?: string): State | undefined {
  const { draft, library, options } = analysis;
  const block = draft.blocks[index];
  if (!block) return undefined;
  const same = text === undefined || text === block.text;
  const now = same ? block : { ...block, text };
  const reading = same ? analysis.readings[index] : readBlock(now.text, library.lexicon);
  if (!reading) return undefined;
  const blocks = same ? draft.blocks : draft.blocks.with(index, now);
  const claims = same ? analysis.claims : resolve(blocks, analysis.readings.with(index, reading));
  const verdicts = judge(
    claims,
    blocks,
    library.rules.values(),
    options,
    library.lexicon.effects,
  ).filter(isStrong);
  return {
    analysis,
    index,
    block,
    text: now.text,
    reading,
    claims: claims.filter((claim) => claim.block === index),
    strong: verdicts.filter((verdict) => verdict.claim.block === index),
    elsewhere: verdicts.filter((verdict) => verdict.claim.block !== index).length,
  };
}

function isStrong({ severity }: Verdict): boolean {
  return severity === 'error' || severity === 'warning';
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
    first,
    last: beyond < 0 ? words.length : beyond,
  };
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
