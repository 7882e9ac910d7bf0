/** Writing the comment that suppresses a finding, where it changes nothing else. */

import { analyze, type Analysis } from './analyze.ts';
import { Lines } from './lines.ts';
import type { Block, Edit, Finding } from './model.ts';
import { reasonPlaceholder } from './suppressions.ts';

/** A comment to put into the draft. */
export interface WrittenSuppression {
  readonly edit: Edit;
  /** Where the reason stands in the text of the edit. */
  readonly reason: { readonly start: number; readonly end: number };
}

/**
 * Each place is tried on the draft. `undefined` where no comment can stand, as in front matter, or
 * where it would change what is found elsewhere.
 */
export function suppress(
  analysis: Analysis,
  finding: Finding,
  reason: string = reasonPlaceholder,
): WrittenSuppression | undefined {
  const because = reason
    .replaceAll(/-->|\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (const place of placesFor(analysis, finding)) {
    const written = writtenAt(place, analysis, finding.rule, because || reasonPlaceholder);
    if (isGood(analysis, finding, written.edit)) return written;
  }
  return undefined;
}

interface Place {
  readonly at: number;
  readonly directive: 'hedgerow-disable-next-line' | 'hedgerow-disable-line';
  /** What follows the comment on a line of its own. */
  readonly newline?: string;
}

function placesFor({ draft }: Analysis, finding: Finding): readonly Place[] {
  const block = draft.blocks[finding.block];
  if (!block || block.kind === 'front-matter') return [];
  const { source } = draft;
  const lines = new Lines(source);
  const { line } = lines.at(finding.span.start);
  const start = lines.startOf(line);
  const whole = source.slice(start, lines.startOf(line + 1));
  const text = whole.replace(/[\r\n]+$/, '');
  const above = line === 0 ? '' : source.slice(lines.startOf(line - 1), start);
  const places: Place[] = [];
  if (isOpen(block) && (STANDS_ALONE.test(above) || /^ {0,3}#/.test(text))) {
    const newline = /[\r\n]+/.exec(whole || above)?.[0] ?? '\n';
    places.push({ at: start, directive: 'hedgerow-disable-next-line', newline });
  }
  const end = start + text.trimEnd().replace(/\\+$/, '').length;
  const at = block.kind === 'cell' ? endOfCell(block, source, end) : end;
  places.push({ at, directive: 'hedgerow-disable-line' });
  return places;
}

/** At the margin, where a line can be put in without leaving a list, a quotation or a table. */
function isOpen({ kind, place }: Block): boolean {
  return kind !== 'cell' && kind !== 'footnote' && !place.list && place.quoted === 0;
}

/** A line after which another block may begin: none, a heading, or another comment. */
const STANDS_ALONE = /^(?:\uFEFF?\s*| {0,3}#.*\s*|\s*(?:<!--.*-->|\{\/\*.*\*\/\})\s*)$/;

function endOfCell({ start, runs }: Block, source: string, lineEnd: number): number {
  const last = runs.at(-1);
  const from = last ? start + last.source + last.sourceLength : start;
  const bar = /(?<!\\)\|/.exec(source.slice(from, lineEnd));
  const end = bar ? from + bar.index : lineEnd;
  return from + source.slice(from, end).trimEnd().length;
}

function writtenAt(
  { at, directive, newline }: Place,
  { draft }: Analysis,
  rule: string,
  reason: string,
): WrittenSuppression {
  const [open, close] = draft.language === 'mdx' ? ['{/* ', ' */}'] : ['<!-- ', ' -->'];
  const before = `${newline === undefined ? ' ' : ''}${open}${directive} ${rule} -- `;
  return {
    edit: { span: { start: at, end: at }, text: `${before}${reason}${close}${newline ?? ''}` },
    reason: { start: before.length, end: before.length + reason.length },
  };
}

/** The finding goes, and nothing else comes, goes or is left unread. */
function isGood(analysis: Analysis, { rule, text }: Finding, { span, text: comment }: Edit) {
  const { draft, library, options, findings, setAside } = analysis;
  const changed = draft.source.slice(0, span.start) + comment + draft.source.slice(span.end);
  const after = analyze(changed, library, { ...options, requireReason: false }, analysis);
  const count = (all: readonly Finding[]): number =>
    all.filter((one) => one.rule === rule && one.text === text).length;
  const asideBefore = setAside.map((one) => one.finding);
  const asideAfter = after.setAside.map((one) => one.finding);
  return (
    count(after.findings) < count(findings) &&
    count(asideAfter) > count(asideBefore) &&
    after.findings.length + asideAfter.length === findings.length + asideBefore.length &&
    after.draft.notices.length === draft.notices.length
  );
}
