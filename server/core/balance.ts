/** Whether a draft, all told, has a word on harms, doubts, status or alternatives. */

import type { Reading, SentenceReading } from './claims.ts';
import type { Verdict } from './judge.ts';
import type { Draft, ProseSpan } from './model.ts';

interface Read {
  readonly draft: Draft;
  readonly readings: readonly Reading[];
}

/** A shorter text may be a part of a page that has its balance elsewhere. */
const WORDS = 150;

export function lacksBalance(verdicts: readonly Verdict[], read: Read): boolean {
  return !isShort(read) && !isBalanced(verdicts, read);
}

function isShort({ readings }: Read): boolean {
  let words = 0;
  for (const { sentences } of readings)
    for (const sentence of sentences)
      for (const { tag } of sentence.words) if (tag !== 'mark') words++;
  return words <= WORDS;
}

/** One plain statement is enough; what is flagged itself, asked or said of other treatments is none. */
function isBalanced(verdicts: readonly Verdict[], { draft, readings }: Read): boolean {
  const byBlock = inBlocks(verdicts);
  return readings.some(
    ({ sentences }, block) =>
      draft.blocks[block]?.kind !== 'heading' &&
      sentences.some(
        (sentence) =>
          !sentence.question &&
          balances(sentence).some(
            (place) => !(byBlock.get(block) ?? []).some((one) => overlap(one, place)),
          ),
      ),
  );
}

const NONE = /^(?:no|not|n't|never|without|zero|free|nor|few|fewer|less|little|minimal)$/;

/** Where a sentence speaks of harms, doubts, status or alternatives. */
function balances({ words, cues, about }: SentenceReading): readonly ProseSpan[] {
  const said = cues
    .filter(({ name }) => name === 'balance' || name === 'caveat')
    .map(({ first, last }) => ({
      start: words[first]?.start ?? 0,
      end: words[last - 1]?.end ?? 0,
    }));
  if (about === 'other-treatment') return said;
  const harms = words.filter(
    ({ classes }, at) =>
      classes.has('side-effect') &&
      !words.slice(Math.max(0, at - 4), at).some(({ norm }) => NONE.test(norm)),
  );
  return [...said, ...harms];
}

/** Verdicts by the index of their block. */
export function inBlocks(verdicts: readonly Verdict[]): ReadonlyMap<number, readonly Verdict[]> {
  const blocks = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    const known = blocks.get(verdict.claim.block);
    if (known) known.push(verdict);
    else blocks.set(verdict.claim.block, [verdict]);
  }
  return blocks;
}

export const overlap = (a: ProseSpan, b: ProseSpan): boolean => a.start < b.end && b.start < a.end;
