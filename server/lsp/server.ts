/** The handshake. `node.ts` and `browser.ts` give it a connection and a host. */

import {
  CodeActionKind,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { speak } from '../project/l10n.ts';
import type { Schema } from '../project/schema-help.ts';
import { featuresOf, type ClientFeatures } from './client.ts';

/** What only the place where the server runs knows. */
export interface Host {
  readonly version?: string;
  /** The content of library.json, unchecked. It may reject. */
  readonly readLibrary: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** The JSON Schema of a project's files, where the server has it beside itself. */
  readonly readSchema?: (name: 'project' | 'accepted') => Promise<Schema | undefined>;
  /** Text of a file on the disk (a URI); `undefined` where there is none. It may reject. */
  readonly readText?: (uri: string) => Promise<string | undefined>;
}

export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const client = featuresOf(params);
    const options = {
      ...(params.initializationOptions as Readonly<Record<string, unknown>> | undefined),
    };
    speak(options['l10n']);
    connection.onInitialized(async () => {
      // The core takes as long to load as all the rest: not before the answer to `initialize` is
      // out. It is in the same bundle, so that it is there before the next message is looked at.
      const { startSession } = await import('./session.ts');
      await startSession(connection, client, host, options);
    });
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
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    ...(client.tellsFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-'] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite],
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
