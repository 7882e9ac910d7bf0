/** The rule's name in a finding leads to its page in the editor: as it is installed, without a network. */

import type { Diagnostic } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { rulePage } from './pages.ts';

export const rulesLinked: NonNullable<LanguageClientOptions['middleware']> = {
  provideDiagnostics: async (document, previousResultId, token, next) => {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items.forEach(link);
    return report;
  },
  handleDiagnostics: (uri, diagnostics, next) => {
    diagnostics.forEach(link);
    next(uri, diagnostics);
  },
};

function link(diagnostic: Diagnostic): void {
  const { code } = diagnostic;
  // What is no finding of a rule has a plain code.
  if (typeof code !== 'object') return;
  diagnostic.code = { ...code, target: rulePage(String(code.value)) };
}
