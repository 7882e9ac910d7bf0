/** All rewordings of a draft at once, to be confirmed one by one; and tracked changes, settled. */

import {
  commands,
  l10n,
  window,
  workspace,
  type Disposable,
  type Range,
  type TextEditor,
  type Uri,
} from 'vscode';
import type {
  ReviewAnswer,
  ReviewParams,
  SettleChangesAnswer,
  SettleChangesParams,
} from '../server/lsp/protocol.ts';
import type { ActiveDrafts } from './active-draft.ts';
import type { Server } from './server.ts';

type Decision = SettleChangesParams['decision'];

export function registerRewordings(server: Server, drafts: ActiveDrafts): Disposable[] {
  const draft = (): Uri | undefined => {
    const current = drafts.current();
    return current.kind === 'none' ? undefined : current.document.uri;
  };
  const settle = (decision: Decision, where: 'here' | 'everywhere') => async (): Promise<void> => {
    const editor = window.activeTextEditor;
    const uri = where === 'here' ? editor?.document.uri : draft();
    if (uri) await settleChanges(server, uri, decision, where === 'here' ? editor : undefined);
  };
  return [
    commands.registerCommand('hedgerow.reviewRewordings', async () => {
      const uri = draft();
      if (uri) await reviewAll(server, uri);
    }),
    commands.registerCommand('hedgerow.acceptChange', settle('accept', 'here')),
    commands.registerCommand('hedgerow.rejectChange', settle('reject', 'here')),
    commands.registerCommand('hedgerow.acceptAllChanges', settle('accept', 'everywhere')),
    commands.registerCommand('hedgerow.rejectAllChanges', settle('reject', 'everywhere')),
  ];
}

/** The editor shows the changes in its preview of refactorings, where each is ticked or left. */
async function reviewAll(server: Server, uri: Uri): Promise<void> {
  const params: ReviewParams = { uri: uri.toString() };
  const answer = await ask<ReviewAnswer>(server, 'hedgerow/reviewAll', params);
  if (!answer) return;
  if (answer.count === 0) {
    void window.showInformationMessage(
      l10n.t('No rewording is offered for an error or a warning in this draft.'),
    );
    return;
  }
  await workspace.applyEdit(await server.editOf(answer.edit), { isRefactoring: true });
}

/** Of an editor the changes that its selection touches; else all. */
async function settleChanges(
  server: Server,
  uri: Uri,
  decision: Decision,
  editor?: TextEditor,
): Promise<void> {
  const params: SettleChangesParams = {
    uri: uri.toString(),
    decision,
    ...(editor && { range: plain(editor.selection) }),
  };
  const answer = await ask<SettleChangesAnswer>(server, 'hedgerow/settleChanges', params);
  if (!answer) return;
  if (answer.count === 0) {
    void window.showInformationMessage(
      editor
        ? l10n.t('There is no tracked change at the cursor.')
        : l10n.t('There are no tracked changes in this draft.'),
    );
    return;
  }
  await workspace.applyEdit(await server.editOf(answer.edit));
}

/** A worker is sent what an object holds, which of the editor's own positions is nothing that counts. */
function plain({ start, end }: Range): NonNullable<SettleChangesParams['range']> {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** `undefined`, once the writer has been told, where the draft is not read. */
async function ask<Answer>(
  server: Server,
  method: string,
  params: object,
): Promise<Answer | undefined> {
  try {
    const answer = await server.request<Answer | null>(method, params);
    if (answer) return answer;
    void window.showInformationMessage(l10n.t('This draft is not read by Hedgerow.'));
  } catch (error) {
    server.log.error(`${method} failed.`, error);
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
  return undefined;
}
