/** What the features of the client need of the language server. */

import type { CancellationToken, Event, LogOutputChannel, WorkspaceEdit } from 'vscode';
import type { WorkspaceEdit as ServerEdit } from 'vscode-languageclient';
import type { ClaimsChanged } from '../server/lsp/protocol.ts';

/** `waiting` for a draft to be opened; `failed` until the writer restarts it. */
export type ServerState = 'waiting' | 'starting' | 'running' | 'failed';

/** How far a request has come: `percentage` of the whole, and a word on what it is at. */
export interface Progress {
  readonly percentage?: number;
  readonly message?: string;
}

export interface Server {
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  readonly onDidReadClaims: Event<ClaimsChanged>;
  /** Starts the server where no draft has done so yet. */
  readonly ensureStarted: () => Promise<void>;
  /** A request of protocol.ts. Rejects where there is no server, and with what the server says. */
  readonly request: <Answer>(
    method: string,
    params: object,
    token?: CancellationToken,
  ) => Promise<Answer>;
  /** A request that may take long, and that tells how far it is. */
  readonly requestWithProgress: <Answer>(
    method: string,
    params: object,
    report: (progress: Progress) => void,
    token: CancellationToken,
  ) => Promise<Answer>;
  /** An edit of the server as the editor's own, with its versions and annotations. */
  readonly editOf: (edit: ServerEdit) => Promise<WorkspaceEdit>;
  readonly log: LogOutputChannel;
}
