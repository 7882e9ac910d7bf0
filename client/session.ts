/** The life of the language client, the same on the desktop and in a browser. */

import { commands, EventEmitter, window, workspace, type ExtensionContext } from 'vscode';
import { State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { ClaimsChanged } from '../server/lsp/protocol.ts';
import { clientOptions, listenTo, requestsTo } from './connection.ts';
import { isDraft } from './drafts.ts';
import type { Server, ServerState } from './server.ts';

/** Makes a client that is ready to start: of a process on the desktop, of a worker in a browser. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `deactivate` and the features need of a session. */
export interface Session {
  readonly server: Server;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server with the first draft, and again when the writer asks or changes what a draft is.
 * A server that dies is started again by the client itself, until it dies too often.
 */
export function openSession(context: ExtensionContext, makeClient: MakeClient): Session {
  const log = window.createOutputChannel('Hedgerow', { log: true });
  const changed = new EventEmitter<ServerState>();
  const read = new EventEmitter<ClaimsChanged>();
  let client: BaseLanguageClient | undefined;
  let state: ServerState = 'waiting';

  const become = (next: ServerState): void => {
    if (next === state) return;
    state = next;
    changed.fire(next);
  };
  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    become('waiting');
    // A client that never got up cannot be stopped, and says so.
    await old?.dispose().catch((error: unknown) => log.warn('Stopping the server failed.', error));
  };
  const start = async (): Promise<void> => {
    await stop();
    const started = makeClient(clientOptions(log));
    client = started;
    listenTo(started, (claims) => read.fire(claims));
    started.onDidChangeState(({ newState }) => {
      if (client === started) become(STATES[newState]);
    });
    // The client has told the writer by now; the session goes on without a server.
    await started.start().catch((error: unknown) => {
      log.error('Starting the server failed.', error);
      if (client === started) become('failed');
    });
  };

  // One step at a time: a client that is starting can be neither started nor stopped.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => (last = last.then(step));
  const ensureStarted = (): Promise<void> =>
    inTurn(async () => {
      if (client === undefined) await start();
    });
  const startWithDraft = async (): Promise<void> => {
    if (workspace.textDocuments.some(isDraft)) await ensureStarted();
  };

  context.subscriptions.push(
    log,
    changed,
    read,
    commands.registerCommand('hedgerow.restart', () => inTurn(start)),
    commands.registerCommand('hedgerow.showLog', () => log.show()),
    workspace.onDidOpenTextDocument(startWithDraft),
    workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('hedgerow.languages')) return;
      // The client passes the change on first, which it cannot do while it is being stopped.
      await new Promise((resolve) => setTimeout(resolve, 0));
      await inTurn(stop);
      await startWithDraft();
    }),
  );
  void startWithDraft();

  const server: Server = {
    state: () => state,
    onDidChangeState: changed.event,
    onDidReadClaims: read.event,
    ensureStarted,
    ...requestsTo(() => client),
    log,
  };
  return { server, stop: () => inTurn(stop) };
}

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  // A client that was not asked to stop has given up.
  [State.Stopped]: 'failed',
  [State.StartFailed]: 'failed',
};
