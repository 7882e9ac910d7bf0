/** The sentence that stands at a place of the source. */

import { blockAt, toProse, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import type { SourceSpan } from './model.ts';

/** Where a writer types: blanks behind a sentence that is not ended yet belong to it. */
export function sentenceAt(analysis: Analysis, offset: number): SourceSpan | undefined {
  const { source, blocks } = analysis.draft;
  let at = offset;
  while (at > 0 && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--;
  const index = blockAt(blocks, at);
  const block = index === undefined ? undefined : blocks[index];
  const prose = block && toProse(block, at);
  if (!block || index === undefined || prose === undefined) return undefined;
  const sentences = analysis.readings[index]?.sentences.map(({ sentence }) => sentence) ?? [];
  const found = sentences.findLast(({ start }) => start <= prose);
  return found && toSource(block, { start: found.start, end: found.end });
}
