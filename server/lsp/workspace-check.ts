/** `hedgerow/check`: drafts that need not be open, checked on request, with what was found as diagnostics. */

import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isWhole, type Part } from '../core/index.ts';
import type { ReadText } from '../project/find.ts';
import { nameOf } from '../project/places.ts';
import { reasonOf } from './calm.ts';
import { rangeOf } from './convert.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { readDocument, type ReadDraft, type Snapshot } from './documents.ts';
import type { Projects } from './projects.ts';
import type { CheckAnswer, CheckedFile, CheckParams } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { Cancelled, type Turn } from './turns.ts';

const METHOD = 'hedgerow/check';

/** Files. More are checked on the command line. */
const MOST = 1000;

/** The language ids of files by their endings, as editors have them. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['mdx', 'mdx'],
  ['txt', 'plaintext'],
]);

interface Means {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly read: ReadDraft;
  readonly readText: ReadText;
  readonly settings: SettingsStore;
  readonly projects: Projects;
  readonly turn: Turn;
}

export function provideWorkspaceCheck(means: Means): void {
  const { connection, documents, settings } = means;
  const published = new Set<string>();
  const publish = async (uri: string, diagnostics: readonly Diagnostic[]): Promise<void> => {
    if (diagnostics.length === 0 && !published.has(uri)) return;
    await connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
    if (diagnostics.length > 0) published.add(uri);
    else published.delete(uri);
  };
  const clear = async (): Promise<void> => {
    for (const uri of [...published]) await publish(uri, []);
  };

  // An open draft has diagnostics of its own; once it is closed the setting says whether they stay.
  documents.onDidOpen(({ document: { uri } }) => void publish(uri, []));
  documents.onDidClose(({ document }) => {
    const keep = async (): Promise<void> => {
      const { scope } = await settings.of(document.uri);
      if (scope !== 'workspace') return;
      const snapshot = await snapshotOf(document, means);
      if (snapshot && !documents.get(document.uri))
        await publish(document.uri, diagnosticsOf(snapshot, snapshot.analysis.findings));
    };
    keep().catch((error: unknown) => {
      connection.console.warn(`Findings of ${document.uri} were not kept: ${reasonOf(error)}`);
    });
  });

  connection.onRequest(METHOD, async (params: CheckParams, token: CancellationToken) => {
    try {
      if (params.uris.length === 0) await clear();
      return await check(params, means, publish, token);
    } catch (error) {
      connection.console.error(`${METHOD} failed: ${reasonOf(error)}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, 'The drafts could not be checked.');
    }
  });
}

type Publish = (uri: string, diagnostics: readonly Diagnostic[]) => Promise<void>;

async function check(
  { uris, workDoneToken, limit = MOST }: CheckParams,
  means: Means,
  publish: Publish,
  token: CancellationToken,
): Promise<CheckAnswer> {
  const { connection, documents } = means;
  const progress =
    workDoneToken === undefined
      ? undefined
      : connection.window.attachWorkDoneProgress(workDoneToken);
  const files: CheckedFile[] = [];
  const problems: { uri: string; message: string }[] = [];
  const wanted = [...new Set(uris)].slice(0, Math.min(limit, MOST));
  let checked = 0;
  progress?.begin('Hedgerow', 0, undefined, true);
  for (const uri of wanted) {
    if (token.isCancellationRequested) break;
    progress?.report(Math.round((100 * checked) / wanted.length), nameOf(uri));
    try {
      const snapshot = await snapshotAt(uri, means, token);
      const diagnostics = snapshot ? diagnosticsOf(snapshot, snapshot.analysis.findings) : [];
      if (!documents.get(uri)) await publish(uri, diagnostics);
      if (snapshot && snapshot.analysis.findings.length > 0) files.push(checkedFile(snapshot));
    } catch (error) {
      if (error instanceof Cancelled) break;
      problems.push({ uri, message: error instanceof Error ? error.message : String(error) });
    }
    checked++;
  }
  progress?.done();
  return { files, checked, left: new Set(uris).size - checked, problems };
}

async function snapshotAt(
  uri: string,
  means: Means,
  token: CancellationToken,
): Promise<Snapshot | undefined> {
  if (means.documents.get(uri)) return means.read(uri, token);
  const text = await means.readText(uri);
  if (text === undefined) throw new Error('There is no such file.');
  const ending = nameOf(uri).split('.').at(-1)?.toLowerCase() ?? '';
  const language = LANGUAGES.get(ending) ?? 'markdown';
  return snapshotOf(TextDocument.create(uri, language, 0, text), means, token);
}

async function snapshotOf(
  document: TextDocument,
  means: Means,
  token?: CancellationToken,
): Promise<Snapshot | undefined> {
  const settings = await means.settings.of(document.uri);
  const project = await means.projects.of(document.uri, settings.packs);
  if (!project) return undefined;
  const matter = { document, settings, project };
  for (let last: Part | undefined; ;) {
    const read = await means.turn(() => readDocument(matter, last), token);
    if (!read || isWhole(read.part)) return read && { ...read, id: '' };
    last = read.part;
  }
}

function checkedFile({ uri, analysis, lines }: Snapshot): CheckedFile {
  const findings = analysis.findings.map(({ rule, severity, message, text, span }) => ({
    at: rangeOf(span, lines).start,
    rule,
    severity,
    text,
    message,
  }));
  return { uri, findings };
}
