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
  const near = block.kind === 'front-matter' ? undefined : neighbourhood(draft, edits);
  if (near) {
    const before = readDraft(near.source, draft.language).blocks;
    const at = before.findIndex((one) => one.text === block.text);
    if (at >= 0 && before.length < draft.blocks.length)
      return agrees(before, readDraft(applied(near.source, near.edits), draft.language), at, text);
  }
  return agrees(draft.blocks, readDraft(applied(draft.source, edits), draft.language), index, text);
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

/** The lines around the edits, as far as the blank lines next to them; parsing all would be slow. */
function neighbourhood({ source }: Draft, edits: readonly Edit[]) {
  const from = Math.min(...edits.map(({ span }) => span.start));
  const to = Math.max(...edits.map(({ span }) => span.end));
  const above = lastBlankLine(source, from);
  const below = /\n[^\S\n]*\r?\n/.exec(source.slice(to));
  const start = above;
  const end = below ? to + below.index + below[0].length : source.length;
  return {
    source: source.slice(start, end),
    edits: edits.map(({ span, text }) => ({
      span: { start: span.start - start, end: span.end - start },
      text,
    })),
  };
}

/** Where the line after the last blank line before `at` begins. */
function lastBlankLine(source: string, at: number): number {
  for (let end = source.lastIndexOf('\n', at - 1); end > 0;) {
    const before = source.lastIndexOf('\n', end - 1);
    if (source.slice(before + 1, end).trim() === '') return end + 1;
    end = before;
  }
  return 0;
}
