/** Core values -> LSP values and back. Nothing else builds LSP values from what the core says. */

import {
  DiagnosticSeverity,
  type ChangeAnnotation,
  DiagnosticTag,
  type Diagnostic,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type {
  Edit,
  Finding,
  Lines,
  Notice,
  Remark,
  Rewording,
  Severity,
  SourceSpan,
} from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import type { Snapshot } from './documents.ts';

/** Where the page of a rule is: this, then its id, then `.md`. */
export const RULE_PAGES = 'https://github.com/hedgerow-tools/hedgerow/blob/main/docs/rules/';

/** What the writer sees as the origin of a diagnostic. */
const SOURCE = 'hedgerow';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function diagnosticOf(finding: Finding, { uri, lines }: Snapshot): Diagnostic {
  const { related } = finding;
  return {
    range: rangeOf(finding.span, lines),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: finding.rule,
    codeDescription: { href: `${RULE_PAGES}${encodeURIComponent(finding.rule)}.md` },
    message: finding.message,
    ...(related && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri, range: rangeOf(span, lines) },
        message,
      })),
    }),
  };
}

/** `code` says which quick fix it has. */
export function remarkOf({ span, code, severity, message }: Remark, lines: Lines): Diagnostic {
  return {
    range: rangeOf(span, lines),
    severity: SEVERITY[severity],
    source: SOURCE,
    code,
    message,
    ...(code === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

export function unreadOf({ span, message }: Notice, lines: Lines): Diagnostic {
  return notice('unread', rangeOf(span, lines), message);
}

/** Stands in for `count` diagnostics, the first of which is at `range`. */
export function tooManyOf(count: number, range: Range): Diagnostic {
  const message = l10n.t(
    'From here on {0} more are not shown. Mend those above first, or split the draft.',
    count,
  );
  return notice('too-many', range, message);
}

function notice(code: string, range: Range, message: string): Diagnostic {
  return { range, severity: DiagnosticSeverity.Information, source: SOURCE, code, message };
}

export function rangeOf({ start, end }: SourceSpan, lines: Lines): Range {
  return { start: positionOf(start, lines), end: positionOf(end, lines) };
}

function positionOf(offset: number, lines: Lines): Position {
  const { line, column } = lines.at(offset);
  return { line, character: column };
}

/** A character beyond the end of its line counts as that end, as LSP has it. */
export function offsetOf({ line, character }: Position, source: string, lines: Lines): number {
  const start = lines.startOf(line);
  const text = source.slice(start, lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
  return start + Math.max(0, Math.min(character, text.length));
}

/** Names the version where the client can check it, so that an edit never meets another text. */
export function workspaceEditOf(
  edits: readonly Edit[],
  { uri, version, lines }: Snapshot,
  versioned: boolean,
): WorkspaceEdit {
  const changes = edits.map(({ span, text }) => ({ range: rangeOf(span, lines), newText: text }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/** Each change by itself to be confirmed, in groups by rule. Versioned: only new clients ask for it. */
export function reviewEditOf(
  rewordings: readonly Rewording[],
  { uri, version, lines, analysis }: Snapshot,
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const edits = rewordings.flatMap(({ finding: { rule }, offer }) => {
    const label = analysis.library.rules.get(rule)?.title ?? rule;
    changeAnnotations[rule] = { label, description: rule, needsConfirmation: true };
    return offer.edits.map(({ span, text }) => ({
      range: rangeOf(span, lines),
      newText: text,
      annotationId: rule,
    }));
  });
  return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
}
