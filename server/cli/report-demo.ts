/** The demonstration: each finding with its place in the text, the reason and the first offer. */

import stringWidth from 'string-width';
import type { Finding, Offer } from '../core/index.ts';
import { excerpt, wrap } from './excerpt.ts';
import { printable, type Style } from './output.ts';
import type { CheckedDraft, ReportFormat } from './report.ts';
import { summary } from './words.ts';

/** A finding that runs over more lines than these shows where it begins. */
const linesShown = 3;

/** Columns taken by the labels in front of what is said. */
const margin = 10;

export const demoReport: ReportFormat = ({ style, width }) => {
  let offered = 0;
  return {
    start: () => '',
    draft: (draft) => {
      const notices = draft.notices.map(({ message }) =>
        block(printable(draft.path), [labelled('notice', message, width, style)], style),
      );
      const findings = draft.findings.map((finding) => {
        const offer = draft.offers(finding)[0];
        if (offer) offered += 1;
        return findingBlock(draft, finding, offer, width, style);
      });
      return [...notices, ...findings].join('');
    },
    end: (totals) => {
      if (totals.drafts === 0) return '';
      const rewordings = offered === 0 ? '' : ` ${offered} with a rewording on offer.`;
      return `${style('bold', summary(totals))}${rewordings}\n`;
    },
  };
};

function findingBlock(
  draft: CheckedDraft,
  finding: Finding,
  offer: Offer | undefined,
  width: number,
  style: Style,
): string {
  const { line, column } = draft.lines.at(finding.span.start);
  const parts = [
    ...sourceLines(draft, finding, width, style),
    labelled('rule', `${finding.rule} (${finding.severity})`, width, style),
    labelled('reason', finding.message, width, style),
    labelled('offer', offer ? offer.title : 'none: reword it by hand', width, style),
  ];
  if (offer) parts.push(labelled('', outcome(draft, finding, offer, width), width, style, 'good'));
  return block(`${printable(draft.path)}:${line + 1}:${column + 1}`, parts, style);
}

function block(title: string, parts: readonly string[], style: Style): string {
  return `${style('bold', title)}\n${parts.join('\n')}\n\n`;
}

/** The lines that a finding stands on, each with the found part marked under it. */
function sourceLines(
  { text, lines }: CheckedDraft,
  { span, severity }: Finding,
  width: number,
  style: Style,
): readonly string[] {
  const first = lines.at(span.start).line;
  const last = lines.at(Math.max(span.start, span.end - 1)).line;
  const shown: string[] = [];
  for (let line = first; line <= Math.min(last, first + linesShown - 1); line++) {
    const begin = lines.startOf(line);
    const source = text.slice(begin, lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
    const start = line === first ? span.start - begin : source.length - source.trimStart().length;
    const end = Math.min(span.end - begin, source.length);
    const cut = excerpt(printable(source), start, Math.max(start, end), width - margin);
    const gap = ' '.repeat(stringWidth(cut.text.slice(0, cut.start)));
    const carets = '^'.repeat(Math.max(1, stringWidth(cut.text.slice(cut.start, cut.end))));
    const number = String(line + 1).padStart(margin - 3);
    shown.push(`${style('dim', `${number} |`)} ${cut.text}`);
    shown.push(`${style('dim', `${' '.repeat(margin - 3)} |`)} ${gap}${style(severity, carets)}`);
  }
  if (last >= first + linesShown) shown.push(style('dim', `${' '.repeat(margin - 2)}| …`));
  return shown;
}

/** UTF-16 units within which a finding and its edits are shown in one piece. */
const NEAR = 600;

/** What stands there once the offer is taken: the changed part, with some of what is around it. */
function outcome(draft: CheckedDraft, finding: Finding, offer: Offer, width: number): string {
  const { text, lines } = draft;
  const edits = offer.edits.map(({ span }) => span);
  // What an offer adds elsewhere in the draft is shown where it is added.
  const spans = edits.some(({ start }) => Math.abs(start - finding.span.start) < NEAR)
    ? [finding.span, ...edits]
    : edits;
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const before = text.slice(lines.startOf(lines.at(start).line), start);
  const after = text.slice(end, lines.startOf(lines.at(end).line + 1));
  const changed = oneLine(edited(text, start, end, offer));
  const room = Math.max(2 * width, changed.length);
  const whole = oneLine(before) + changed + oneLine(after).trimEnd();
  const from = oneLine(before).length;
  return excerpt(printable(whole), from, from + changed.length, room).text.trim();
}

/** The text from `start` to `end` with the edits of an offer, which all lie within. */
function edited(text: string, start: number, end: number, offer: Offer): string {
  let result = '';
  let at = start;
  for (const { span, text: replacement } of offer.edits.toSorted(
    (a, b) => a.span.start - b.span.start,
  )) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at, end);
}

/** Without line breaks, and without the quote marks that begin the next line. */
function oneLine(text: string): string {
  const [first = '', ...rest] = text.split(/[\r\n]+/);
  return [first, ...rest.map((line) => line.replace(/^[\s>]+/, ''))].join(' ');
}

function labelled(
  label: string,
  text: string,
  width: number,
  style: Style,
  kind: Parameters<Style>[0] | 'plain' = 'plain',
): string {
  const lines = wrap(printable(text), width - margin);
  return lines
    .map((line, index) => {
      const head = (index === 0 ? label : '').padStart(margin - 2);
      return `${style('dim', head)}  ${kind === 'plain' ? line : style(kind, line)}`;
    })
    .join('\n');
}
