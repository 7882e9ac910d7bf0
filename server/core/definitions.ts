/** The term that stands at an offset. */

import { blockAt, toProse, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import { mentionsIn } from './mentions.ts';
import type { Definition } from './model.ts';

/** Nothing in code, addresses and other markup. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const { draft } = analysis;
  const index = blockAt(draft.blocks, offset);
  const block = index === undefined ? undefined : draft.blocks[index];
  const at = block && toProse(block, offset);
  if (!block || index === undefined || at === undefined) return undefined;
  const mention = mentionsIn(analysis, index).find(({ start, end }) => start <= at && at < end);
  if (!mention) return undefined;
  const span = toSource(block, mention);
  // The mark that opens emphasis stands at the same place in the prose as the word behind it.
  if (offset < span.start || offset >= span.end) return undefined;
  const text = draft.source.slice(span.start, span.end);
  return { term: mention.term, span, text, block: index };
}
