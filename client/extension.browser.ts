/** Entry in a browser: the server is a web worker, which has no files, so the library is handed over. */

import { Uri, workspace, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../server/lsp/protocol.ts';
import { addFeatures, type Views } from './features.ts';
import { openSession, type Session } from './session.ts';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<Views> {
  const library = await readLibrary(context);
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  session = openSession(context, (options) => {
    // Transports, not the worker: the editor's own `Worker` is none by `instanceof`.
    const startWorker = (): Promise<MessageTransports> => {
      worker?.terminate();
      worker = new Worker(script);
      const reader = new BrowserMessageReader(worker);
      return Promise.resolve({ reader, writer: new BrowserMessageWriter(worker) });
    };
    return new LanguageClient('hedgerow', 'Hedgerow', startWorker, {
      ...options,
      initializationOptions: { ...(options.initializationOptions as object), ...library },
    });
  });
  return addFeatures(context, session.server);
}

export const deactivate = (): Promise<void> | undefined => session?.stop();

async function readLibrary(context: ExtensionContext): Promise<InitializationOptions> {
  const file = Uri.joinPath(context.extensionUri, 'dist/library.json');
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  // Checked by the server, which reads it as it reads the file on the desktop.
  return JSON.parse(`{ "library": ${text} }`) as InitializationOptions;
}
