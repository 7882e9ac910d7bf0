/** Findings as diagnostics: asked for by clients that can ask, pushed to the others. */

import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../core/index.ts';
import { calmly, reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { diagnosticOf, remarkOf, tooManyOf, unreadOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import { calmDrafting, type Shown } from './drafting.ts';
import { isOurs } from './project-problems.ts';
import type { Settings } from './protocol.ts';
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

  const refresh = (): void => {
    if (!client.refreshesDiagnostics) return;
    connection.languages.diagnostics.refresh().catch((error: unknown) => {
      connection.console.warn(`The client did not refresh its diagnostics: ${reasonOf(error)}`);
    });
  };
  const drafting = calmDrafting(refresh);
  documents.onDidClose(({ document: { uri } }) => drafting.forget(uri));
  // What waits would be lost on a client that cannot be asked to look again.
  const shownOf = client.refreshesDiagnostics ? drafting.shownOf : showAll;
  connection.languages.diagnostics.on(
    calmly(connection, 'textDocument/diagnostic', NOTHING, async (params, token) => {
      const snapshot = await read(params.textDocument.uri, token);
      return snapshot ? report(params, snapshot, shownOf(snapshot)) : NOTHING;
    }),
  );
  return refresh;
}

type ShownOf = (snapshot: Snapshot) => Shown;

const showAll: ShownOf = ({ analysis }) => ({ findings: analysis.findings, waiting: false });

const NOTHING: DocumentDiagnosticReport = { kind: 'full', items: [] };

function report(
  { previousResultId }: DocumentDiagnosticParams,
  snapshot: Snapshot,
  shown: Shown,
): DocumentDiagnosticReport {
  const resultId = shown.waiting ? `${snapshot.id} waiting` : snapshot.id;
  if (resultId === previousResultId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: diagnosticsOf(snapshot, shown.findings) };
}

function push(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  read: ReadDraft,
): Refresh {
  /** Those that are not yet answered; only the last one of a draft is. */
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = async (uri: string): Promise<void> => {
    const mine = waiting.get(uri);
    const snapshot = await read(uri);
    const document = documents.get(uri);
    if (!document || waiting.get(uri) !== mine) return;
    waiting.delete(uri);
    const diagnostics = snapshot
      ? diagnosticsOf(snapshot, drafting.shownOf(snapshot).findings)
      : [];
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

  const drafting = calmDrafting(schedule);
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!isOurs(uri)) schedule(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isOurs(uri)) return;
    drafting.forget(uri);
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () =>
    documents
      .keys()
      .filter((uri) => !isOurs(uri))
      .forEach(schedule);
}

/** At most `MOST`; the last one then says that there are more. */
export function diagnosticsOf(snapshot: Snapshot, findings: readonly Finding[]): Diagnostic[] {
  const { analysis, lines, notices, settings } = snapshot;
  const all = [
    ...[...notices, ...analysis.draft.notices].map((notice) => unreadOf(notice, lines)),
    ...analysis.remarks.map((remark) => remarkOf(remark, lines)),
    ...findings
      .filter(({ severity }) => isShown(severity, settings))
      .map((finding) => diagnosticOf(finding, snapshot)),
    ...spellingDiagnostics(snapshot),
  ];
  const shown = all.slice(0, MOST - 1);
  const [next, ...others] = all.slice(MOST - 1);
  if (!next) return all;
  return [...shown, others.length === 0 ? next : tooManyOf(others.length + 1, next.range)];
}

/** While drafting, only what is grave is marked in the text; the claims view has the rest. */
export function isShown(severity: Severity, { show }: Settings): boolean {
  return show !== 'drafting' || severity === 'error' || severity === 'warning';
}
