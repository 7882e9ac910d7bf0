/** What the client at the other end can do. */

import { MarkupKind, type InitializeParams } from 'vscode-languageserver';

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
  /** Creates files as part of an edit. */
  readonly createsFiles: boolean;
  /** Watches files for the server when registered for. */
  readonly watchesFiles: boolean;
  /** Tells of folders that are added or removed. */
  readonly tellsFolders: boolean;
  /** URIs of the folders of the workspace, as it was opened. */
  readonly folders: readonly string[];
  /** Shows progress that the server begins. */
  readonly showsProgress: boolean;
  /** Ids of the commands that the client runs. */
  readonly commands: ReadonlySet<string>;
  /** Reads files for the server. */
  readonly readsFiles: boolean;
  /** Wants to be told when claims were read anew. */
  readonly showsClaims: boolean;
  /** Completes YAML files by their schemas, and explains their keys. */
  readonly helpsWithYaml: boolean;
}

export function featuresOf({
  capabilities: { textDocument, window, workspace },
  initializationOptions,
  workspaceFolders,
}: InitializeParams): ClientFeatures {
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
    ...ownFeatures(initializationOptions),
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    tellsFolders: workspace?.workspaceFolders === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? [],
    showsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  };
}

/** What a client says of itself beyond LSP; any editor may have sent anything. */
function ownFeatures(
  options: unknown,
): Pick<ClientFeatures, 'commands' | 'readsFiles' | 'showsClaims' | 'helpsWithYaml'> {
  const said = new Map(Object.entries(typeof options === 'object' && options ? options : {}));
  const commands: unknown = said.get('commands');
  const known = Array.isArray(commands) ? commands.filter((id) => typeof id === 'string') : [];
  return {
    commands: new Set(known),
    readsFiles: said.get('readsFiles') === true,
    showsClaims: said.get('showsClaims') === true,
    helpsWithYaml: said.get('helpsWithYaml') === true,
  };
}
