/** Nobody's words are edited: what stands in quotation marks or a block quote is left or cut whole. */

import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { cutSentence } from './cuts.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
];

/** Whether the finding stands in somebody else's words. */
export function isQuoted(passage: Passage): boolean {
  if (passage.state.block.place.quoted > 0) return true;
  return quotationAround(passage) !== undefined;
}

/** The quotation around the finding, marks included: in prose coordinates. */
function quotationAround({ text, words, first, last }: Passage) {
  const from = words[first]?.start ?? 0;
  const to = words[last - 1]?.end ?? from;
  for (const [open, close] of PAIRS) {
    let start = -1;
    for (let i = 0; i < from; i++) {
      const char = text.charAt(i);
      if (start < 0 && char === open) start = i;
      else if (start >= 0 && char === close) start = -1;
    }
    const end = start < 0 ? -1 : text.indexOf(close, to);
    if (start >= 0 && end >= 0) return { start, end: end + 1 };
  }
  return undefined;
}

export function* cutQuotation(passage: Passage): Iterable<Rewrite> {
  const around = quotationAround(passage);
  const { text } = passage;
  if (around && around.end - around.start > 0.6 * text.length) return;
  for (const one of cutSentence(passage))
    yield around
      ? { ...one, title: `Cut the quotation ${quoted(text.slice(around.start, around.end))}` }
      : one;
}
