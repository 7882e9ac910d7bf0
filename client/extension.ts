/** Entry on the desktop and on a remote machine: the server is a process of its own. */

import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { addFeatures, type Views } from './features.ts';
import { openSession, type Session } from './session.ts';

let session: Session | undefined;

export function activate(context: ExtensionContext): Views {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  session = openSession(
    context,
    (options) => new LanguageClient('hedgerow', 'Hedgerow', { run, debug }, options),
  );
  return addFeatures(context, session.server);
}

export const deactivate = (): Promise<void> | undefined => session?.stop();
