/** What may be done about terms: define, expand, spell alike. Computed from the analysis when asked. */

import {
  CodeActionKind,
  CodeActionTriggerKind,
  DiagnosticSeverity,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { defineAtFirstUse, expandAbbreviation, mixedSpellings } from '../core/index.ts';
import type { ClientFeatures } from './client.ts';
import { offsetOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Snapshot } from './documents.ts';

/** A rewrite is shown when the writer asks, a light bulb at every term would help nobody. */
export function termActionsAt(
  { range, context }: CodeActionParams,
  snapshot: Snapshot,
  client: ClientFeatures,
): readonly CodeAction[] {
  const { analysis, lines, settings } = snapshot;
  const start = offsetOf(range.start, analysis.draft.source, lines);
  const end = offsetOf(range.end, analysis.draft.source, lines);
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  const edits =
    asked && wants(context.only, CodeActionKind.RefactorRewrite)
      ? [
          expandAbbreviation(analysis, start),
          defineAtFirstUse(analysis, start, settings.defineAs ?? 'parentheses'),
        ].filter((edit) => edit !== undefined)
      : [];
  const spelled = wants(context.only, CodeActionKind.QuickFix)
    ? spellingsOf(snapshot).filter(({ span }) => span.start <= end && span.end >= start)
    : [];
  return [
    ...spelled.slice(0, 1).map((one) => ({
      title: one.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [spellingDiagnostic(one, snapshot)],
      edit: workspaceEditOf(one.edits, snapshot, client.versionsEdits),
    })),
    ...edits.map(({ title, edits: changes }) => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: workspaceEditOf(changes, snapshot, client.versionsEdits),
    })),
  ];
}

/** Hints on words that the draft spells in two ways; none where the setting says so. */
export function spellingDiagnostics(snapshot: Snapshot): readonly Diagnostic[] {
  return spellingsOf(snapshot).map((one) => spellingDiagnostic(one, snapshot));
}

type Mixed = ReturnType<typeof mixedSpellings>[number];

function spellingsOf({ analysis, settings }: Snapshot): readonly Mixed[] {
  return settings.mixedSpelling === false ? [] : mixedSpellings(analysis);
}

function spellingDiagnostic({ span, message }: Mixed, { lines }: Snapshot): Diagnostic {
  const range = rangeOf(span, lines);
  return {
    range,
    message,
    severity: DiagnosticSeverity.Hint,
    source: 'hedgerow',
    code: 'mixed-spelling',
  };
}

/** Kinds are paths: who asks for nothing in particular, for `` or for `refactor` gets what is below. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`)) ?? true;
}
