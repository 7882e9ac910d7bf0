/** Parses the draft with the edits in it: no markup may break, no other block may change. */

import type { Analysis } from '../analyze.ts';
import { readDraft } from '../markdown.ts';
import type { Block, Draft, Edit } from '../model.ts';

export function applied(source: string, edits: readonly Edit[]): string {
  let out = source;
  for (const { span, text } of edits.toSorted((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + text + out.slice(span.end);
  return out;
}

/**
 * Whether the block reads `text` once the edits are made, and all others read as before. Where
 * `text` is nothing the block has to be gone.
 */
export function holdsTogether(
  { draft }: Analysis,
  index: number,
  edits: readonly Edit[],
  text: string | undefined,
): boolean {
  const block = draft.blocks[index];
  if (!block) return false;
  return agrees(
    draft.blocks,
    readDraft(applied(draft.source, edits), draft.language, draft),
    index,
    text,
  );
}

function agrees(
  before: readonly Block[],
  { blocks }: Draft,
  index: number,
  text: string | undefined,
): boolean {
  const expected = text === undefined ? before.toSpliced(index, 1) : before;
  if (blocks.length !== expected.length) return false;
  return blocks.every((block, at) => {
    const was = expected[at];
    if (block.kind !== was?.kind) return false;
    return text !== undefined && at === index
      ? plain(block.text) === plain(text)
      : block.text === was.text;
  });
}

/** A cut may take a line break along with a space, and leave reference marks where they were. */
function plain(text: string): string {
  return text.replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim();
}
