/** The language server: wiring only. `node.ts` and `browser.ts` give it a connection and a host. */

import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reasonOf } from './calm.ts';
import { featuresOf, type ClientFeatures } from './client.ts';
import { provideCodeActions } from './code-actions.ts';
import { provideDiagnostics } from './diagnostics.ts';
import { openSession } from './documents.ts';
import { provideHover } from './hover.ts';
import { libraryOnce } from './library.ts';
import { settingsStore } from './settings.ts';

/** What only the place where the server runs knows. */
export interface Host {
  readonly version?: string;
  /** The content of library.json, unchecked. It may reject. */
  readonly readLibrary: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

export function serve(connection: Connection, host: Host): void {
  connection.onInitialize(({ capabilities, initializationOptions }) => {
    const client = featuresOf(capabilities);
    const options = { ...(initializationOptions as Readonly<Record<string, unknown>> | undefined) };
    const documents = new TextDocuments(TextDocument);
    const library = libraryOnce(connection, () => host.readLibrary(options));
    const settings = settingsStore(connection, client, options['settings']);
    const session = openSession(documents, settings, library);

    const refresh = provideDiagnostics(connection, client, documents, session);
    provideCodeActions(connection, client, session);
    provideHover(connection, client, session);
    connection.onDidChangeConfiguration((params) => {
      settings.changed(params);
      refresh();
    });
    connection.onInitialized(async () => {
      // The answer to `initialize` is out: now there is time for what takes long.
      void library();
      await settings.listen().catch((error: unknown) => {
        connection.console.warn(`The client registers no configuration: ${reasonOf(error)}`);
      });
    });
    documents.listen(connection);

    const { version } = host;
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: 'hedgerow', ...(version && { version }) },
    };
  });
  connection.listen();
}

function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix],
      resolveProvider: client.resolvesEdits,
    },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'hedgerow',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
}
