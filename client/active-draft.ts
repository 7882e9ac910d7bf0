/** The claims of the draft that the writer works on: asked for after each change, once it rests. */

import {
  Disposable,
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type Event,
  type TextDocument,
} from 'vscode';
import type { ClaimsAnswer, ClaimsParams } from '../server/lsp/protocol.ts';
import { isDraft } from './drafts.ts';
import type { Server } from './server.ts';

/** Milliseconds without a change after which the claims are asked for. */
const REST = 250;

/** What is known of the active draft; `busy` while newer claims are on their way. */
export type ActiveDraft =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unread';
      readonly why: 'starting' | 'failed' | 'off';
      readonly document: TextDocument;
    }
  | {
      readonly kind: 'read';
      readonly document: TextDocument;
      readonly answer: ClaimsAnswer;
      readonly busy: boolean;
    };

export interface ActiveDrafts {
  readonly dispose: () => void;
  readonly current: () => ActiveDraft;
  /** Fires only when what is shown has changed, so that no view is drawn again for nothing. */
  readonly onDidChange: Event<ActiveDraft>;
}

export function watchActiveDraft(server: Server): ActiveDrafts {
  const changed = new EventEmitter<ActiveDraft>();
  let document: TextDocument | undefined;
  let current: ActiveDraft = { kind: 'none' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const become = (next: ActiveDraft): void => {
    if (isSame(current, next)) return;
    current = next;
    changed.fire(next);
  };
  const refresh = async (): Promise<void> => {
    const about = document;
    const turn = ++asked;
    const next: ActiveDraft | undefined = about ? await read(server, about) : { kind: 'none' };
    // A later question, or a change that brings one, makes this answer an old one.
    if (next && turn === asked && document === about) become(next);
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    if (current.kind === 'read' && current.document === document)
      become({ ...current, busy: true });
    timer = setTimeout(() => void refresh(), REST);
  };
  const follow = (): void => {
    const next = activeDraft(document);
    if (next === document) return;
    document = next;
    clearTimeout(timer);
    void refresh();
  };

  follow();
  const parts = Disposable.from(
    changed,
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(follow),
    window.tabGroups.onDidChangeTabs(follow),
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidCloseTextDocument(follow),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) refreshSoon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('hedgerow')) return;
      follow();
      refreshSoon();
    }),
    // Not only after a change: after a pause, under other settings, with another project file.
    server.onDidReadClaims(({ uri }) => {
      if (uri === document?.uri.toString()) refreshSoon();
    }),
    // A server that has just started has yet to be told of the draft.
    server.onDidChangeState((state) => void (state === 'running' ? refreshSoon() : refresh())),
  );
  return {
    current: () => current,
    onDidChange: changed.event,
    dispose: () => void parts.dispose(),
  };
}

/** `undefined` where the answer is of another version, or there is none: a newer one is on its way. */
async function read(server: Server, document: TextDocument): Promise<ActiveDraft | undefined> {
  const state = server.state();
  if (state !== 'running')
    return { kind: 'unread', why: state === 'failed' ? 'failed' : 'starting', document };
  const params: ClaimsParams = { uri: document.uri.toString() };
  try {
    const answer = await server.request<ClaimsAnswer | null>('hedgerow/claims', params);
    if (!answer) return { kind: 'unread', why: 'off', document };
    if (answer.version !== document.version) return undefined;
    return { kind: 'read', document, answer, busy: false };
  } catch (error) {
    server.log.warn('The claims could not be read.', error);
    return undefined;
  }
}

/** The draft in the active editor; else the one before, while a tab still shows it. */
function activeDraft(previous: TextDocument | undefined): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active && isDraft(active)) return active;
  return previous && isDraft(previous) && isShown(previous) ? previous : undefined;
}

function isShown(document: TextDocument): boolean {
  const uri = document.uri.toString();
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(
      ({ input }) =>
        (input instanceof TabInputText && input.uri.toString() === uri) ||
        (input instanceof TabInputTextDiff && input.modified.toString() === uri),
    );
}

/** The version changes with every key, and is not shown. */
function isSame(a: ActiveDraft, b: ActiveDraft): boolean {
  if (a.kind === 'read' && b.kind === 'read')
    return (
      a.document === b.document &&
      a.busy === b.busy &&
      JSON.stringify(a.answer.sections) === JSON.stringify(b.answer.sections)
    );
  if (a.kind === 'unread' && b.kind === 'unread')
    return a.document === b.document && a.why === b.why;
  return a.kind === 'none' && b.kind === 'none';
}
