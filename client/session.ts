/** The life of the language client, the same on the desktop and in a browser. */

import {
  commands,
  l10n,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import {
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../server/lsp/protocol.ts';
import { draftSelector, draftsOnly, isDraft } from './drafts.ts';

/** Makes a client that is ready to start: of a process on the desktop, of a worker in a browser. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What `deactivate` needs of a session. */
export interface Session {
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server with the first draft, and again when the writer asks or changes what a draft is.
 * A server that dies is started again by the client itself, until it dies too often.
 */
export function openSession(context: ExtensionContext, makeClient: MakeClient): Session {
  const log = window.createOutputChannel('Hedgerow', { log: true });
  let client: BaseLanguageClient | undefined;

  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    // A client that never got up cannot be stopped, and says so.
    await old?.dispose().catch((error: unknown) => log.warn('Stopping the server failed.', error));
  };
  const start = async (): Promise<void> => {
    await stop();
    client = makeClient(clientOptions(log));
    // The client has told the writer by now; the session goes on without a server.
    await client.start().catch((error: unknown) => log.error('Starting the server failed.', error));
  };

  // One step at a time: a client that is starting can be neither started nor stopped.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => (last = last.then(step));
  const startWithDraft = (): Promise<void> =>
    inTurn(async () => {
      if (client === undefined && workspace.textDocuments.some(isDraft)) await start();
    });

  context.subscriptions.push(
    log,
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
  return { stop: () => inTurn(stop) };
}

function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const { bundle } = l10n;
  const initializationOptions: InitializationOptions = bundle ? { l10n: bundle } : {};
  return {
    documentSelector: draftSelector(),
    middleware: draftsOnly,
    outputChannel: log,
    initializationOptions,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
