/** Findings as diagnostics: asked for by clients that can ask, pushed to the others. */

import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { calmly, reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { diagnosticOf, tooManyOf, unreadOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import { spellingDiagnostics } from './term-actions.ts';

/** More than this many diagnostics in one document make an editor slow and help nobody. */
const MOST = 1000;

/** Brings the diagnostics of all open documents up to date, after a change of settings. */
export type Refresh = () => void;

export function provideDiagnostics(
  connection: Connection,
  client: ClientFeatures,
  documents: TextDocuments<TextDocument>,
  read: ReadDraft,
): Refresh {
  if (!client.pullsDiagnostics) return push(connection, documents, read);

  connection.languages.diagnostics.on(
    calmly(connection, 'textDocument/diagnostic', full(undefined), (params, token) =>
      report(params, read(params.textDocument.uri, token)),
    ),
  );
  return () => {
    if (!client.refreshesDiagnostics) return;
    connection.languages.diagnostics.refresh().catch((error: unknown) => {
      connection.console.warn(`The client did not refresh its diagnostics: ${reasonOf(error)}`);
    });
  };
}

async function report(
  { previousResultId }: DocumentDiagnosticParams,
  reading: Promise<Snapshot | undefined>,
): Promise<DocumentDiagnosticReport> {
  const snapshot = await reading;
  if (snapshot && snapshot.id === previousResultId)
    return { kind: 'unchanged', resultId: snapshot.id };
  return full(snapshot);
}

function full(snapshot: Snapshot | undefined): DocumentDiagnosticReport {
  if (!snapshot) return { kind: 'full', items: [] };
  return { kind: 'full', resultId: snapshot.id, items: diagnosticsOf(snapshot) };
}

function push(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  read: ReadDraft,
): Refresh {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = async (uri: string): Promise<void> => {
    waiting.delete(uri);
    const snapshot = await read(uri);
    const document = documents.get(uri);
    if (!document) return;
    const diagnostics = snapshot ? diagnosticsOf(snapshot) : [];
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };

  // Changes that came in while a draft was read are waiting in the queue: after one turn of the
  // loop each, they are all in, and the draft is read once for all of them.
  const schedule = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    const run = (): void => {
      publish(uri).catch((error: unknown) => {
        connection.console.error(`Diagnostics of ${uri} failed: ${reasonOf(error)}`);
      });
    };
    waiting.set(uri, setTimeout(run));
  };

  documents.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => documents.keys().forEach(schedule);
}

/** At most `MOST`; the last one then says that there are more. */
function diagnosticsOf(snapshot: Snapshot): Diagnostic[] {
  const { analysis, lines } = snapshot;
  const all = [
    ...analysis.draft.notices.map((notice) => unreadOf(notice, lines)),
    ...analysis.findings.map((finding) => diagnosticOf(finding, snapshot)),
    ...spellingDiagnostics(snapshot),
  ];
  const shown = all.slice(0, MOST - 1);
  const [next, ...others] = all.slice(MOST - 1);
  if (!next) return all;
  return [...shown, others.length === 0 ? next : tooManyOf(others.length + 1, next.range)];
}
