/** Tracked changes: words put in as one, and one accepted or rejected. */

import { criticMarks, type CriticMark } from './critic.ts';
import type { Edit, SourceSpan } from './model.ts';

export type Decision = 'accept' | 'reject';

/** The tracked changes and comments that a range touches, or all; outermost only. */
export function trackedChanges(source: string, range?: SourceSpan): readonly CriticMark[] {
  const outer: CriticMark[] = [];
  for (const mark of criticMarks(source))
    if (mark.start >= (outer.at(-1)?.end ?? 0)) outer.push(mark);
  return range ? outer.filter(({ start, end }) => start <= range.end && end >= range.start) : outer;
}

/**
 * The edits that leave each change's new words, or its old ones. Comments go either way: they are
 * about the change and no part of the text.
 */
export function decided(
  source: string,
  changes: readonly CriticMark[],
  decision: Decision,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const change of changes) {
    const text = resolved(source, change, decision);
    const span = text === '' ? withSpace(source, change) : { start: change.start, end: change.end };
    const last = edits.at(-1);
    // Two that go side by side take the space between them once.
    const start = Math.max(span.start, last?.span.end ?? 0);
    edits.push({ span: { start, end: Math.max(start, span.end) }, text });
  }
  return edits;
}

/** What a change leaves, with the changes inside it decided the same way. */
function resolved(source: string, change: CriticMark, decision: Decision): string {
  const accepted = decision === 'accept';
  const { kind, inner, by } = change;
  if (kind === 'comment') return '';
  if (kind === 'insertion' && !accepted) return '';
  if (kind === 'deletion' && accepted) return '';
  const kept = by && accepted ? by : inner;
  const words = source.slice(kept.start, kept.end);
  let out = words;
  for (const { span, text } of decided(words, trackedChanges(words), decision).toReversed())
    out = out.slice(0, span.start) + text + out.slice(span.end);
  return out;
}

/** With the space that would stand doubled or before a full stop, or with its line if that is empty. */
function withSpace(source: string, { start, end }: CriticMark): SourceSpan {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const line = source.indexOf('\n', end);
  const before = source.slice(from, start);
  const after = source.slice(end, line < 0 ? source.length : line);
  if (/^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*$/.test(before) && after.trim() === '')
    return { start: from, end: line < 0 ? source.length : line + 1 };
  const opens = before === '' || /\s$/.test(before);
  if (opens && /^[^\S\n]/.test(after)) return { start, end: end + 1 };
  const closes = after === '' || /^[\s.,;:!?)\]]/.test(after);
  return before !== '' && opens && closes ? { start: start - 1, end } : { start, end };
}

/** An edit as a tracked change, or nothing where the words cannot stand in one. */
export function tracked(source: string, { span, text }: Edit): Edit | undefined {
  const old = source.slice(span.start, span.end);
  if ([old, text].some((words) => UNFIT.test(words)) || (old === '' && text === ''))
    return undefined;
  if (old === '') return { span, text: `{++${text}++}` };
  if (text === '') return { span, text: `{--${old}--}` };
  return { span, text: `{~~${old}~>${text}~~}` };
}

/** Delimiters of tracked changes, and blank lines, which no change may hold. */
const UNFIT = /\{[-+~=>]|~>|[-+~=<]{2}\}|~~|\n[^\S\n]*\r?\n/;
