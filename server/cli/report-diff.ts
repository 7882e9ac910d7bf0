/** The first rewordings of each draft as a unified diff, for `git apply` and `patch -p1`. */

import type { Edit } from '../core/index.ts';
import { printable } from './output.ts';
import type { ReportFormat } from './report.ts';

export const diffReport: ReportFormat = () => ({
  start: () => '',
  draft: ({ path, text, rewordings }) => {
    const edits = rewordings().flatMap(({ offer }) => offer.edits);
    return unifiedDiff(path.replaceAll('\\', '/'), text, edits);
  },
  end: () => '',
});

/** Lines around a change, as diffs have them. */
const CONTEXT = 3;

/** Whole lines of the old text, from 0, and what stands there instead. */
interface Hunk {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** `edits` must not overlap. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const old = linesOf(text);
  const starts: number[] = [];
  let offset = 0;
  for (const line of old) {
    starts.push(offset);
    offset += line.length;
  }
  const changed = changedLines(text, old, starts, edits);
  if (changed.length === 0) return '';
  let moved = 0;
  const hunks = grouped(changed).map((group) => {
    const from = Math.max(0, (group[0]?.first ?? 0) - CONTEXT);
    const to = Math.min(old.length, (group.at(-1)?.last ?? 0) + CONTEXT);
    const body = bodyOf(group, old, from, to);
    const removed = to - from;
    const added = body.filter((line) => !line.startsWith('-')).length;
    const head = `@@ -${rangeOf(from, removed)} +${rangeOf(from + moved, added)} @@\n`;
    moved += added - removed;
    return head + body.map(ended).join('');
  });
  const name = printable(path.replace(/^(?:\.?\/+)+/, ''));
  return `--- a/${name}\n+++ b/${name}\n${hunks.join('')}`;
}

/** Lines with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const rangeOf = (from: number, count: number): string =>
  `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`;

/** Tabs and the ends of lines stay as they are; what would move a cursor does not. */
function ended(line: string): string {
  const [, words = '', end = ''] = /^([^\r\n]*)(\r?\n?)$/.exec(line) ?? [undefined, line];
  const safe = words.split('\t').map(printable).join('\t');
  return end === '' ? `${safe}\n\\ No newline at end of file\n` : safe + end;
}

/** The runs of lines that edits touch, each with its new lines; equal lines at either end left out. */
function changedLines(
  text: string,
  old: readonly string[],
  starts: readonly number[],
  edits: readonly Edit[],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
  for (let at = 0; at < ordered.length;) {
    const first = lineAt(starts, ordered[at]?.span.start ?? 0);
    let last = first + 1;
    const own: Edit[] = [];
    for (
      let edit = ordered[at];
      edit && lineAt(starts, edit.span.start) < last;
      edit = ordered[++at]
    ) {
      own.push(edit);
      last = Math.max(last, lineAt(starts, edit.span.end) + 1);
    }
    const start = starts[first] ?? 0;
    const end = starts[last] ?? text.length;
    let by = text.slice(start, end);
    for (const { span, text: put } of own.toReversed())
      by = by.slice(0, span.start - start) + put + by.slice(span.end - start);
    hunks.push(...trimmed({ first, last: Math.min(last, old.length), lines: linesOf(by) }, old));
  }
  return hunks;
}

function lineAt(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return (after < 0 ? starts.length : after) - 1;
}

function trimmed({ first, last, lines }: Hunk, old: readonly string[]): readonly Hunk[] {
  let from = 0;
  while (first + from < last && from < lines.length && old[first + from] === lines[from]) from++;
  let to = 0;
  while (
    last - to > first + from &&
    lines.length - to > from &&
    old[last - to - 1] === lines[lines.length - to - 1]
  )
    to++;
  const hunk = {
    first: first + from,
    last: last - to,
    lines: lines.slice(from, lines.length - to),
  };
  return hunk.first === hunk.last && hunk.lines.length === 0 ? [] : [hunk];
}

/** Changes whose context would meet share a hunk. */
function grouped(hunks: readonly Hunk[]): readonly (readonly Hunk[])[] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && hunk.first - before.last <= 2 * CONTEXT) group.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

function bodyOf(
  group: readonly Hunk[],
  old: readonly string[],
  from: number,
  to: number,
): readonly string[] {
  const body: string[] = [];
  let at = from;
  for (const { first, last, lines } of group) {
    for (const line of old.slice(at, first)) body.push(` ${line}`);
    for (const line of old.slice(first, last)) body.push(`-${line}`);
    for (const line of lines) body.push(`+${line}`);
    at = last;
  }
  for (const line of old.slice(at, to)) body.push(` ${line}`);
  return body;
}
