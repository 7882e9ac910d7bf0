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

export function lacksBalance(byBlock: ReturnType<typeof inBlocks>, read: Read): boolean {
  return !isShort(read) && !isBalanced(byBlock, read);
}

function isShort({ readings }: Read): boolean {
  let words = 0;
  for (const { sentences } of readings)
    for (const sentence of sentences)
      for (const { tag } of sentence.words) if (tag !== 'mark' && ++words > WORDS) return false;
  return true;
}

/** One plain statement is enough; what is flagged itself, asked or said of other treatments is none. */
function isBalanced(byBlock: ReturnType<typeof inBlocks>, { draft, readings }: Read): boolean {
  return draft.blocks.some(({ kind, place }, index) => {
    if (kind === 'heading') return false;
    const flagged = byBlock.get(index) ?? [];
    const title = readings[place.section.at(-1) ?? -1]?.sentences[0];
    const onHarms = title !== undefined && !title.question && harmsIn(title).length > 0;
    return (readings[index]?.sentences ?? []).some(
      (sentence) =>
        !sentence.question &&
        (onHarms ? [sentence.sentence] : balancesIn(sentence)).some(
          (said) => !flagged.some((one) => overlap(one, said)),
        ),
    );
  });
}

const NONE = /^(?:no|not|n't|never|without|zero|free|nor|few|fewer|less|little|minimal)$/;

const balances = new WeakMap<SentenceReading, readonly ProseSpan[]>();

/** Where a sentence speaks of harms, doubts, status or alternatives. */
function balancesIn(sentence: SentenceReading): readonly ProseSpan[] {
  const known = balances.get(sentence) ?? readBalances(sentence);
  balances.set(sentence, known);
  return known;
}

function readBalances(sentence: SentenceReading): readonly ProseSpan[] {
  const { words, cues, about } = sentence;
  const said = cues
    .filter(({ name }) => name === 'balance' || name === 'caveat')
    .map(({ first, last }) => ({
      start: words[first]?.start ?? 0,
      end: words[last - 1]?.end ?? 0,
    }));
  return about === 'other-treatment' ? said : [...said, ...harmsIn(sentence)];
}

function harmsIn({ words }: SentenceReading): readonly ProseSpan[] {
  return words.filter(
    ({ classes }, at) =>
      classes.has('side-effect') &&
      !words.slice(Math.max(0, at - 4), at).some(({ norm }) => NONE.test(norm)),
  );
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
