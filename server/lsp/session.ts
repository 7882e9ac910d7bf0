/** All that comes after the handshake: the features, and what they share. Wiring only. */

import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { provideClaims } from './claims.ts';
import { provideCodeActions } from './code-actions.ts';
import { provideCompletion } from './completion.ts';
import { provideDiagnostics } from './diagnostics.ts';
import { draftReader } from './documents.ts';
import { provideHover } from './hover.ts';
import { libraryOnce } from './library.ts';
import { providePages } from './pages.ts';
import { provideRewordings } from './rewordings.ts';
import type { Host } from './server.ts';
import { settingsStore } from './settings.ts';

export async function startSession(
  connection: Connection,
  client: ClientFeatures,
  host: Host,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const documents = new TextDocuments(TextDocument);
  const library = libraryOnce(connection, () => host.readLibrary(options));
  const settings = settingsStore(connection, client, options['settings']);
  const read = draftReader(documents, settings, library);

  const refresh = provideDiagnostics(connection, client, documents, read);
  provideCodeActions(connection, client, read);
  provideClaims(connection, read);
  provideCompletion(connection, read);
  provideHover(connection, client, read);
  provideRewordings(connection, client, read);
  providePages(connection, library);
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params);
    refresh();
  });
  documents.listen(connection);

  void library();
  await settings.listen().catch((error: unknown) => {
    connection.console.warn(`The client registers no configuration: ${reasonOf(error)}`);
  });
}
