/** What client and server say to each other beyond LSP, as far as every session needs it. */

import { extensions, FileSystemError, l10n, Uri, workspace, type LogOutputChannel } from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  WorkDoneProgress,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type {
  ClaimsChanged,
  InitializationOptions,
  ReadTextAnswer,
  ReadTextParams,
} from '../server/lsp/protocol.ts';
import { unaskedAsTyped } from './completion.ts';
import { draftSelector, draftsOnly, projectFiles } from './drafts.ts';
import { rulesLinked } from './rule-links.ts';
import type { Server } from './server.ts';

export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    commands: [
      'hedgerow.suppress',
      'hedgerow.acceptClaim',
      'hedgerow.allowPhrase',
      'hedgerow.setRuleSeverity',
      'hedgerow.openRule',
    ],
    readsFiles: true,
    showsClaims: true,
    helpsWithYaml: extensions.getExtension('redhat.vscode-yaml') !== undefined,
    ...(l10n.bundle && { l10n: l10n.bundle }),
  };
  return {
    documentSelector: [...draftSelector(), ...projectFiles],
    middleware: { ...draftsOnly, ...rulesLinked, ...unaskedAsTyped(draftsOnly) },
    outputChannel: log,
    initializationOptions,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

/** To be called before the client is started. */
export function listenTo(
  client: BaseLanguageClient,
  onClaims: (claims: ClaimsChanged) => void,
): void {
  client.onNotification('hedgerow/claimsChanged', onClaims);
  client.onRequest('hedgerow/readText', readText);
}

/** The requests of the features, to whichever client there is by then. */
export function requestsTo(
  client: () => BaseLanguageClient | undefined,
): Pick<Server, 'request' | 'requestWithProgress' | 'editOf'> {
  let count = 0;
  const running = (): BaseLanguageClient => {
    const current = client();
    if (current?.state === State.Running) return current;
    throw new Error(l10n.t('The language server of Hedgerow is not running.'));
  };
  return {
    // An `undefined` for the token would be sent as a parameter.
    request: async (method, params, token) =>
      token ? running().sendRequest(method, params, token) : running().sendRequest(method, params),
    requestWithProgress: async (method, params, report, token) => {
      const to = running();
      const workDoneToken = `hedgerow-${++count}`;
      const listening = to.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'end') report(value);
      });
      try {
        return await to.sendRequest(method, { ...params, workDoneToken }, token);
      } finally {
        listening.dispose();
      }
    },
    editOf: async (edit) => running().protocol2CodeConverter.asWorkspaceEdit(edit),
  };
}

/** Also of files that the server cannot get at: in a browser, on a remote or virtual file system. */
async function readText({ uri }: ReadTextParams): Promise<ReadTextAnswer> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  // Only what is not saved yet: a document lives on for a while after its file was deleted.
  if (open?.isDirty) return { text: open.getText() };
  try {
    return { text: new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri))) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { text: null };
    throw error;
  }
}
