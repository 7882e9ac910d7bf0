/** One line a finding, as compilers write them: for people, `grep` and problem matchers. */

import type { SourceSpan } from '../core/index.ts';
import { printable, type Style } from './output.ts';
import type { CheckedDraft, ReportFormat } from './report.ts';
import { summary } from './words.ts';

export const textReport: ReportFormat = ({ style }) => ({
  start: () => '',
  draft: (draft) => [...notices(draft, style), ...findings(draft, style)].join(''),
  end: (totals) => (totals.drafts === 0 ? '' : `${summary(totals)}\n`),
});

function notices(draft: CheckedDraft, style: Style): readonly string[] {
  return draft.notices.map(
    ({ span, message }) =>
      `${place(draft, span, style)} ${style('dim', 'notice:')} ${printable(message)}\n`,
  );
}

function findings(draft: CheckedDraft, style: Style): readonly string[] {
  return draft.findings.flatMap(({ span, severity, message, rule, related = [] }) => {
    const level = style(severity, `${severity}:`);
    const places = related.map(
      (other) =>
        `${place(draft, other.span, style)} ${style('dim', 'note:')} ${printable(other.message)}\n`,
    );
    return [
      `${place(draft, span, style)} ${level} ${printable(message)} ${style('dim', `[${rule}]`)}\n`,
      ...places,
    ];
  });
}

/** `path:line:column:`, both from 1. */
function place({ path, lines }: CheckedDraft, span: SourceSpan, style: Style): string {
  const { line, column } = lines.at(span.start);
  return style('bold', `${printable(path)}:${line + 1}:${column + 1}:`);
}
