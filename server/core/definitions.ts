/** What a hover shows at an offset. */

import { blockAt, toProse, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import type { Definition } from './model.ts';
import { findMentions } from './terms.ts';

/** The term that stands at a source offset; nothing in code, addresses and other markup. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const { draft, library } = analysis;
  const index = blockAt(draft.blocks, offset);
  const block = index === undefined ? undefined : draft.blocks[index];
  const at = block && toProse(block, offset);
  if (!block || at === undefined) return undefined;
  const mention = findMentions(block.text, library.termIndex).find(
    ({ start, end }) => start <= at && at < end,
  );
  if (!mention) return undefined;
  const span = toSource(block, mention);
  // The mark that opens emphasis stands at the same place in the prose as the word behind it.
  if (offset < span.start || offset >= span.end) return undefined;
  return { term: mention.term, span, text: draft.source.slice(span.start, span.end) };
}
