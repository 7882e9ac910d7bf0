/** All that comes after the handshake: the features, and what they share. Wiring only. */

import { TextDocuments, type Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as l10n from '../project/l10n.ts';
import { nameOf } from '../project/places.ts';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { provideClaims } from './claims.ts';
import { provideCodeActions } from './code-actions.ts';
import { provideCompletion } from './completion.ts';
import { provideConfiguration } from './configuration.ts';
import { provideDiagnostics } from './diagnostics.ts';
import { openDrafts } from './documents.ts';
import { fileReader } from './files.ts';
import { provideHover } from './hover.ts';
import { libraryOnce } from './library.ts';
import { providePages } from './pages.ts';
import { provideRewordings } from './rewordings.ts';
import { slowProgress } from './progress.ts';
import { projectHelp } from './project-help.ts';
import { projectProblems } from './project-problems.ts';
import { projectsOf } from './projects.ts';
import { proposer, provideProposals } from './proposals.ts';
import type { ClaimsChanged } from './protocol.ts';
import type { Host } from './server.ts';
import { settingsStore } from './settings.ts';
import { turns } from './turns.ts';
import { provideWorkspaceCheck } from './workspace-check.ts';

export async function startSession(
  connection: Connection,
  client: ClientFeatures,
  host: Host,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const documents = new TextDocuments(TextDocument);
  const shipped = libraryOnce(connection, () => host.readLibrary(options));
  const settings = settingsStore(connection, client, options['settings']);
  const readText = fileReader(connection, client, host);
  const problems = projectProblems({ connection, documents, readText, shipped });
  const projects = projectsOf({ connection, client, documents, readText, shipped, problems }, () =>
    refresh(),
  );
  const turn = turns();
  const drafts = openDrafts({
    documents,
    settings,
    projects,
    turn,
    progressOf: (uri) =>
      slowProgress(connection, client, l10n.t('Hedgerow reads {0}', nameOf(uri))),
    onRead: (uri, version, snapshot) => {
      if (snapshot) problems.ofDraft(snapshot);
      const changed: ClaimsChanged = { uri, version };
      if (client.showsClaims) void connection.sendNotification('hedgerow/claimsChanged', changed);
    },
  });
  const { read, glance } = drafts;

  const refresh = provideDiagnostics(connection, client, documents, read);
  // What the editor has open counts more than what is on the disk.
  const asOpen = fileReader(connection, client, client.readsFiles ? {} : host);
  const propose = proposer({ client, read, projects, readText: asOpen });
  provideCodeActions(connection, client, drafts, turn, projects, problems, propose);
  provideProposals(connection, propose);
  provideConfiguration(connection, settings, projects, (uri) => documents.get(uri)?.getText());
  provideWorkspaceCheck({ connection, documents, read, readText, settings, projects, turn });
  provideClaims(connection, read);
  const libraryOf = async (uri: string) =>
    (await projects.of(uri, (await settings.of(uri)).packs))?.library;
  const help = projectHelp({
    documents,
    libraryOf,
    readSchema: client.helpsWithYaml ? undefined : host.readSchema,
  });
  provideCompletion(connection, glance, help);
  provideHover(connection, client, glance, help);
  provideRewordings(connection, client, read, turn);
  providePages(connection, async (uri) => {
    if (uri === undefined) return (await shipped())?.library;
    return libraryOf(uri);
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params);
    refresh();
  });
  documents.listen(connection);

  void shipped();
  await Promise.all([settings.listen(), projects.listen()]).catch((error: unknown) => {
    connection.console.warn(`The client does not tell of changes: ${reasonOf(error)}`);
  });
}
