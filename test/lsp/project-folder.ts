/** A project in a folder made for one test, with odd letters in its path, and a server in it. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { ABLE, startServer, type Client } from './client.ts';

/** Pushed diagnostics, edits that create files, actions that are resolved. */
export const CAPABLE: ClientCapabilities = {
  textDocument: { codeAction: ABLE.textDocument?.codeAction ?? {} },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    workspaceFolders: true,
  },
};

export const DRAFT = 'pages/knee (1).md';

/** To be called in a `describe`: every test has a folder of its own. */
export function projectFolder() {
  let folder = '';
  beforeEach(() => {
    const made = realpathSync(mkdtempSync(path.join(tmpdir(), 'hedgerow-')));
    folder = path.join(made, 'my (drafts) ä');
    mkdirSync(path.join(folder, 'pages'), { recursive: true });
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  const at = (name: string): string => path.join(folder, name);
  const uriOf = (name: string): string => pathToFileURL(at(name)).href;
  return {
    uriOf,
    exists: (name: string) => existsSync(at(name)),
    read: (name: string) => readFileSync(at(name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(at(name), text),
    start: (initializationOptions: object = {}) =>
      startServer({
        capabilities: CAPABLE,
        initializationOptions,
        folders: [uriOf('.').replace(/\/$/, '')],
      }),
    /** Diagnostics that are not of an open document, and so have no version. */
    publishedFor: (client: Client, name: string, some: boolean): Promise<readonly Diagnostic[]> =>
      client.hears((method, params) => {
        if (method !== 'textDocument/publishDiagnostics') return undefined;
        const { uri, diagnostics, version } = params as PublishDiagnosticsParams;
        const isMeant = decodeURIComponent(uri) === decodeURIComponent(uriOf(name));
        if (version !== undefined || !isMeant) return undefined;
        return diagnostics.length > 0 === some ? diagnostics : undefined;
      }),
  };
}

export const codes = async (client: Client, uri: string) =>
  (await client.published(uri)).map(({ code }) => code);
