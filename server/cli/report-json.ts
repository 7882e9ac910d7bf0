/** For programs: the shape is fixed by data/schema/report.schema.json. */

import type { Problem, SourceSpan } from '../core/index.ts';
import type { CheckedDraft, ReportFormat } from './report.ts';

export const jsonReport: ReportFormat = () => ({
  start: () => '{"version":1,"files":[',
  draft: (draft) => `\n${json(fileOf(draft))}`,
  separator: ',',
  end: ({ problems }) => `\n],"problems":${json(problems.map(problemOf))}}\n`,
});

/** JSON in which no control character is left for a terminal to obey. */
export function json(value: unknown, indent?: number): string {
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, undefined, indent).replace(/[\u007F-\u009F\u2028\u2029]/g, escape);
}

/** The problems of a configuration know more than the shape has. */
function problemOf({ file, line, message }: Problem): Problem {
  return { file, ...(line !== undefined && { line }), message };
}

function fileOf(draft: CheckedDraft) {
  return {
    path: draft.path,
    notices: draft.notices.map(({ message, span }) => ({ message, ...range(draft, span) })),
    findings: draft.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      text: finding.text,
      ...range(draft, finding.span),
      ...(finding.related && {
        related: finding.related.map(({ span, message }) => ({ message, ...range(draft, span) })),
      }),
      fixes: draft.offers(finding).map(({ title, kind, edits }) => ({
        title,
        kind,
        edits: edits.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
      })),
    })),
  };
}

function range({ lines }: CheckedDraft, span: SourceSpan) {
  const position = (offset: number) => {
    const { line, column } = lines.at(offset);
    return { line: line + 1, column: column + 1, offset };
  };
  return { start: position(span.start), end: position(span.end) };
}
