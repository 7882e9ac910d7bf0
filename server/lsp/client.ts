/** What the client at the other end can do. */

import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver';

export interface ClientFeatures {
  /** Asks for diagnostics by itself; without it they are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly hasConfiguration: boolean;
  /** Tells of a changed configuration only when registered for. */
  readonly registersConfiguration: boolean;
  /** Takes edits that name the version that they are for. */
  readonly versionsEdits: boolean;
  readonly resolvesEdits: boolean;
  readonly showsMarkdown: boolean;
}

export function featuresOf({ textDocument, workspace }: ClientCapabilities): ClientFeatures {
  const codeAction = textDocument?.codeAction;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    versionsEdits: workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits:
      codeAction?.dataSupport === true &&
      codeAction.resolveSupport?.properties.includes('edit') === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  };
}
