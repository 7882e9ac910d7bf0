/** Parses the draft with the edits in it: no markup may break, no other block may change. */

import type { Analysis } from '../analyze.ts';
import { readDraft } from '../markdown.ts';
import type { Edit } from '../model.ts';

export function applied(source: string, edits: readonly Edit[]): string {
  let out = source;
  for (const { span, text } of edits.toSorted((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + text + out.slice(span.end);
  return out;
}

/** Whether the block reads `text` once the edits are made, and all others read as before. */
export function holdsTogether(
  { draft }: Analysis,
  index: number,
  edits: readonly Edit[],
  text: string,
): boolean {
  const after = readDraft(applied(draft.source, edits), draft.language);
  if (after.blocks.length !== draft.blocks.length) return false;
  return after.blocks.every((block, at) => {
    const before = draft.blocks[at];
    if (block.kind !== before?.kind) return false;
    return at === index ? plain(block.text) === plain(text) : block.text === before.text;
  });
}

/** A cut may take a line break along with a space, and leave reference marks where they were. */
function plain(text: string): string {
  return text.replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim();
}
