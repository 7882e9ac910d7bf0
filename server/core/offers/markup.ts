/** Changes of prose -> edits of source: markup stays whole, or goes with all that it marks. */

import { isVerbatim, toSource } from '../align.ts';
import type { Block, Edit, Mark } from '../model.ts';
import type { Change } from './changes.ts';

/** The edits, or nothing where one would have to cut into markup, code or a reference. */
export function editsOf(
  source: string,
  block: Block,
  changes: readonly Change[],
  marks: 'kept' | 'cut' = 'kept',
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const change of changes) {
    const found = editsOfChange(source, block, change, marks);
    if (!found) return undefined;
    edits.push(...found);
  }
  return edits;
}

function editsOfChange(
  source: string,
  block: Block,
  change: Change,
  marks: 'kept' | 'cut',
): readonly Edit[] | undefined {
  if (change.start === change.end) return [inserted(block, change)];
  if (isVerbatim(block, change)) return [{ span: toSource(block, change), text: change.text }];
  const pieces = split(block, change, marks);
  const texts = shared(block.text, pieces, change.text);
  const edits: Edit[] = [];
  for (const [at, piece] of pieces.entries()) {
    const text = texts[at] ?? '';
    const edit = editOfPiece(source, block, { ...piece, text });
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** Words go in behind what stands before, inside its markup. */
function inserted(block: Block, { start, text }: Change): Edit {
  const after = toSource(block, { start, end: start }).start;
  const opens = /^\s/.test(text) && start > 0;
  if (!opens) return { span: { start: after, end: after }, text };
  const before = toSource(block, { start: start - 1, end: start }).end;
  return { span: { start: before, end: before }, text };
}

/** Cuts a change where markup begins or ends in its midst, and around reference marks, which stay. */
function split(
  block: Block,
  { start, end }: Change,
  marks: 'kept' | 'cut',
): readonly { start: number; end: number }[] {
  const at = new Set([start, end]);
  const kept: Mark[] = [];
  for (const mark of block.marks) {
    if (mark.end <= start || mark.start >= end || mark.end === mark.start) continue;
    if (mark.kind === 'citation') {
      if (marks === 'cut') continue;
      kept.push(mark);
      at.add(mark.start);
      at.add(mark.end);
    } else if (!(mark.start >= start && mark.end <= end)) {
      if (mark.start > start) at.add(mark.start);
      if (mark.end < end) at.add(mark.end);
    }
  }
  const cuts = [...at].sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((to, i) => ({ start: cuts[i] ?? to, end: to }))
    .filter((piece) => !kept.some((mark) => mark.start === piece.start && mark.end === piece.end));
}

/** The new words, each where the old ones stood: the verb stays in the emphasis that it was in. */
function shared(
  prose: string,
  pieces: readonly { start: number; end: number }[],
  text: string,
): readonly string[] {
  const last = pieces.at(-1);
  if (!last || pieces.length < 2) return [text];
  const between = pieces.slice(1, -1).map(() => '');
  if (text.length <= 2) return ['', ...between, text];
  const stem = /^\s*(\p{L}{3})/u.exec(prose.slice(last.start, last.end))?.[1]?.toLowerCase();
  const at =
    stem === undefined ? -1 : text.toLowerCase().search(new RegExp(`(?<!\\p{L})${stem}`, 'u'));
  return at < 0 ? [text, ...between, ''] : [text.slice(0, at), ...between, text.slice(at)];
}

function editOfPiece(source: string, block: Block, change: Change): Edit | undefined {
  const whole = block.marks.filter(
    (mark) => mark.start >= change.start && mark.end <= change.end && mark.end > mark.start,
  );
  if (whole.some(({ kind }) => kind === 'code' || kind === 'image' || kind === 'html'))
    return undefined;
  // What stands as one object has its markup in its own run.
  const framed = whole.filter((mark) => block.text.slice(mark.start, mark.end) !== '\uFFFC');
  let { start, end } = toSource(block, change);
  for (const mark of framed.toReversed()) {
    if (mark.start === change.start) {
      const opening = openingOf(mark, source, start);
      if (opening === undefined) return undefined;
      start -= opening;
    }
  }
  for (const mark of framed.toReversed()) {
    if (mark.end === change.end) {
      const closing = closingOf(mark, source, end);
      if (closing === undefined) return undefined;
      end += closing;
    }
  }
  return { span: { start, end }, text: change.text };
}

/** How long the markup is that opens right before `at`. */
function openingOf({ kind }: Mark, source: string, at: number): number | undefined {
  const before = source.slice(Math.max(0, at - 2), at);
  if (kind === 'strong') return /(?:\*\*|__)$/.test(before) ? 2 : undefined;
  if (kind === 'emphasis') return /[*_]$/.test(before) ? 1 : undefined;
  if (kind === 'delete') return before.endsWith('~~') ? 2 : before.endsWith('~') ? 1 : undefined;
  return before.endsWith('[') ? 1 : undefined;
}

/** How long the markup is that closes right after `at`. */
function closingOf({ kind }: Mark, source: string, at: number): number | undefined {
  const after = source.slice(at, at + 2000);
  if (kind === 'strong') return /^(?:\*\*|__)/.test(after) ? 2 : undefined;
  if (kind === 'emphasis') return /^[*_]/.test(after) ? 1 : undefined;
  if (kind === 'delete') return /^~~?/.exec(after)?.[0].length;
  return /^\](?:\([^()\n]*\)|\[[^[\]\n]*\])?/.exec(after)?.[0].length;
}
