/** Nobody's words are edited: what stands in quotation marks or a block quote is left or cut whole. */

import type { ProseSpan } from '../model.ts';
import { quotationIn } from '../quotation.ts';
import { splice } from './changes.ts';
import { cutRange, ledFrom } from './cuts.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';

const SPEAKS =
  /\b(?:says?|said|told|tells|according to|explains?|explained|adds?|added|recalls?|notes?|noted|wrote|writes)\b|[–—]\s*\p{Lu}/u;

/** Who said it, on a line of its own. */
const SIGNED = /^\s*[–—-]\s*\p{Lu}[^.!?]{0,80}\.?\s*$/u;

/** Whether the finding stands in somebody else's words. A block quote without a speaker is a box. */
export function isQuoted(passage: Passage): boolean {
  if (quotationAround(passage)) return true;
  return passage.state.block.place.quoted > 0 && SPEAKS.test(passage.text);
}

function quotationAround({ text, words, first, last }: Passage) {
  const start = words[first]?.start ?? 0;
  return quotationIn(text, { start, end: words[last - 1]?.end ?? start });
}

/**
 * A sentence that closes the quotation, with its marks kept; else all sentences that the
 * quotation reaches into, with whoever is said to have said it.
 */
export function* cutQuotation(passage: Passage): Iterable<Rewrite> {
  const { text, state, sentence } = passage;
  const around = quotationAround(passage) ?? sentence.sentence;
  const touched = state.reading.sentences
    .map((one) => one.sentence)
    .filter(({ start, end }) => end > around.start && start < around.end);
  // What is left of the quotation must not claim as much.
  const others = state.strong.some(
    (one) =>
      one.start >= around.start &&
      one.end <= around.end &&
      (one.end <= sentence.sentence.start || one.start >= sentence.sentence.end),
  );
  if (!others) yield* trimmed(text, around, touched, sentence.sentence);
  const first = touched[0] ?? sentence.sentence;
  const last = touched.at(-1) ?? sentence.sentence;
  const signed = SIGNED.test(text.slice(last.end));
  const end = signed ? text.length : last.end;
  yield* cutRange(text, ledFrom(passage, first.start, end), end, state.block.kind);
}

function* trimmed(
  text: string,
  around: ProseSpan,
  touched: readonly ProseSpan[],
  { start, end }: ProseSpan,
): Iterable<Rewrite> {
  // Half of what somebody said is not what they said: two sentences at least stay.
  if (touched.length < 3) return;
  const title = `Cut from the quotation ${quoted(text.slice(start, end))}`;
  const last = touched.at(-1);
  if (
    last?.start === start &&
    around.start < start &&
    /^["”»]*$/.test(text.slice(around.end - 1, end))
  )
    yield {
      text: splice(text, text.slice(0, start).trimEnd().length, around.end - 1, ''),
      kind: 'cut',
      title,
    };
}
