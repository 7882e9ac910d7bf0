/** Somebody else's words: what stands in quotation marks or a block quote. */

import { ceiling } from './judge.ts';
import type { Draft, Finding, Options, ProseSpan } from './model.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
];

/** The quotation around a stretch of prose, marks included. */
export function quotationIn(text: string, { start: from, end: to }: ProseSpan) {
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

/** Lowers what is found in quotations as the options ask; `off` leaves it out. Nobody's words are an error of the author's. */
export function withQuotedText(
  findings: readonly Finding[],
  { blocks }: Draft,
  { quotedText = 'warning' }: Options,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    if (quotedText === 'warning' && finding.severity !== 'error') return [finding];
    const block = blocks[finding.block];
    if (!block || (block.place.quoted === 0 && !quotationIn(block.text, finding.basis)))
      return [finding];
    if (quotedText === 'off') return [];
    return [{ ...finding, severity: ceiling(finding.severity, quotedText) }];
  });
}
