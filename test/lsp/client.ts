/** A client for the tests: starts the built server as an editor does, and talks to it. */

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type ConfigurationParams,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const SERVER = path.resolve('dist/server.js');
export const URI = 'file:///drafts/knee.md';

/** As plain a claim as can be: one error, `cure-claim`, on "cures". */
export const CLAIM = 'Stem cell therapy cures osteoarthritis.';
/** The same, as it may be said. */
export const HEDGED = 'Stem cell therapy may help with osteoarthritis.';

/** A client that can do everything. The empty object is one that can do nothing. */
export const ABLE: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
};

interface Start {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The answer to `workspace/configuration` for a document. */
  readonly configuration?: (uri: string) => unknown;
  readonly server?: string;
  /** URIs of the folders of the workspace. */
  readonly folders?: readonly string[];
  /** The answer to `hedgerow/readText`. */
  readonly readText?: (uri: string) => string | undefined;
}

const running = new Set<ChildProcess>();
afterEach(() => running.forEach((server) => server.kill()));

export type Client = Awaited<ReturnType<typeof startServer>>;

/** The client is initialized, but has not said so: `initialized` is left to the caller of `connect`. */
export async function connect(start: Start) {
  const server = spawn(process.execPath, [start.server ?? SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(server);
  const exitCode = new Promise<number | null>((resolve) => {
    server.once('exit', (code) => {
      running.delete(server);
      resolve(code);
    });
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );

  /** What the server said of its own accord, in order. */
  const heard: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const hear = (method: string, params: unknown): null => {
    heard.push({ method, params });
    waiting.forEach((check) => check());
    return null;
  };
  /** The first message, past ones included, for which `pick` gives a value; that value. */
  const hears = <T>(pick: (method: string, params: unknown) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const check = (): void => {
        for (const { method, params } of heard) {
          const found = pick(method, params);
          if (found === undefined) continue;
          waiting.delete(check);
          resolve(found);
          return;
        }
      };
      waiting.add(check);
      check();
    });

  for (const method of [
    'textDocument/publishDiagnostics',
    'window/showMessage',
    'hedgerow/claimsChanged',
  ])
    connection.onNotification(method, (params: unknown) => void hear(method, params));
  for (const method of [
    'client/registerCapability',
    'workspace/diagnostic/refresh',
    'window/workDoneProgress/create',
  ])
    connection.onRequest(method, (params: unknown) => hear(method, params));
  (connection as unknown as MessageConnection).onUnhandledProgress(
    (params) => void hear('$/progress', params),
  );
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    Promise.all(
      items.map(async ({ scopeUri = '', section }) => {
        assert.equal(section, 'hedgerow');
        return (await start.configuration?.(scopeUri)) ?? {};
      }),
    ),
  );
  connection.onRequest('hedgerow/readText', ({ uri }: { uri: string }) => ({
    text: start.readText?.(uri) ?? null,
  }));
  connection.listen();
  const { capabilities = {}, initializationOptions } = start;
  const result: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    ...(start.folders && { workspaceFolders: start.folders.map((uri) => ({ uri, name: uri })) }),
    capabilities,
    initializationOptions,
  });
  return { connection, server, exitCode, heard, hears, result };
}

/** One server for all tests of a `describe`: each then has a draft of its own. */
export function sharedServer(start: Start = {}): () => Client {
  let client: Client | undefined;
  before(async () => {
    client = await startServer(start);
    running.delete(client.server);
  });
  after(() => client?.server.kill());
  return () => client ?? assert.fail('the server has not started');
}

/** A session in which drafts can be opened, edited and asked about. */
export async function startServer(start: Start = {}) {
  const base = await connect(start);
  const { connection, hears, exitCode } = base;
  await connection.sendNotification('initialized', {});
  const documents = new Map<string, TextDocument>();
  const documentAt = (uri: string): TextDocument => documents.get(uri) ?? assert.fail(uri);

  const open = (text: string, uri = URI, languageId = 'markdown') => {
    documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    const textDocument = { uri, languageId, version: 1, text };
    return connection.sendNotification('textDocument/didOpen', { textDocument });
  };
  /** Replaces the first `from` by `to`, as an incremental change. */
  const change = (from: string, to: string, uri = URI) => {
    const contentChanges = [{ range: rangeIn(documentAt(uri), from), text: to }];
    const version = documentAt(uri).version + 1;
    documents.set(uri, TextDocument.update(documentAt(uri), contentChanges, version));
    const params = { textDocument: { uri, version }, contentChanges };
    return connection.sendNotification('textDocument/didChange', params);
  };
  const close = (uri = URI) =>
    connection.sendNotification('textDocument/didClose', { textDocument: { uri } });

  const pull = (uri = URI, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  const diagnostics = async (uri = URI): Promise<readonly Diagnostic[]> => {
    const report = await pull(uri);
    return report.kind === 'full' ? report.items : assert.fail('the report is not a full one');
  };
  /** Pushed for one version; for the newest one where none is named. */
  const published = (uri = URI, version = documentAt(uri).version) =>
    hears((method, params) => {
      if (method !== 'textDocument/publishDiagnostics') return undefined;
      const sent = params as PublishDiagnosticsParams;
      return sent.uri === uri && sent.version === version ? sent.diagnostics : undefined;
    });

  const actions = (at: string, uri = URI, only?: string[]): Promise<CodeAction[]> =>
    connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: rangeIn(documentAt(uri), at),
      context: { diagnostics: [], only },
    });
  const resolve = (action: CodeAction): Promise<CodeAction> =>
    connection.sendRequest('codeAction/resolve', action);
  const hover = (at: string, uri = URI): Promise<Hover | null> => {
    const { start, end } = rangeIn(documentAt(uri), at);
    const position: Position = {
      line: start.line,
      character: (start.character + end.character) >> 1,
    };
    return connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  };
  const textAt = (range: Range, uri = URI): string => documentAt(uri).getText(range);

  /** `shutdown` and `exit`, as an editor ends a session. */
  const stop = async (): Promise<number | null> => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    return exitCode;
  };
  const asks = { pull, diagnostics, published, actions, resolve, hover };
  return { ...base, ...asks, open, change, close, documentAt, textAt, stop };
}

export function rangeIn(document: TextDocument, text: string): Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is not in the document`);
  return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
}
