/** What can be done with a claim from the claims view. */

import {
  commands,
  l10n,
  Range,
  window,
  workspace,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { CodeAction, CodeActionParams } from 'vscode-languageclient';
import type { AcceptParams, FindingPlace, SuppressParams } from '../server/lsp/protocol.ts';
import type { ClaimNode } from './claims-tree.ts';
import { askReason } from './reasons.ts';
import type { Server } from './server.ts';

export function registerClaimCommands(server: Server): Disposable[] {
  return [
    commands.registerCommand('hedgerow.claim.open', open),
    commands.registerCommand('hedgerow.claim.reword', (node: ClaimNode) => reword(server, node)),
    commands.registerCommand('hedgerow.claim.suppress', suppress),
    commands.registerCommand('hedgerow.claim.accept', accept),
    commands.registerCommand('hedgerow.claim.openRule', ({ claim }: ClaimNode) =>
      commands.executeCommand('hedgerow.openRule', { rule: claim.rule }),
    ),
  ];
}

async function open({ uri, claim }: ClaimNode): Promise<void> {
  await window.showTextDocument(uri, { selection: rangeOf(claim.range) });
}

/** The rewordings of the claim, to choose from; they are made where the draft is, seen or not. */
async function reword(server: Server, node: ClaimNode): Promise<void> {
  const rewordings = await rewordingsOf(server, node);
  if (rewordings.length === 0) {
    void window.showInformationMessage(l10n.t('There is no rewording for this claim.'));
    return;
  }
  const items = rewordings.map((action) => ({ label: action.title, action }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Reword Claim'),
    placeHolder: node.claim.text.replace(/\s+/g, ' '),
  });
  if (!picked) return;
  const { edit } = await server.request<CodeAction>('codeAction/resolve', picked.action);
  if (edit && (await workspace.applyEdit(await server.editOf(edit)))) return;
  void window.showWarningMessage(l10n.t('The draft has changed meanwhile; nothing was done.'));
}

/** Asked of the server alone: of what the editor collects, no one can tell whose it is. */
async function rewordingsOf(
  server: Server,
  { uri, claim }: ClaimNode,
): Promise<readonly CodeAction[]> {
  const params: CodeActionParams = {
    textDocument: { uri: uri.toString() },
    range: claim.range,
    context: { diagnostics: [], only: ['quickfix'] },
  };
  const actions = await server.request<CodeAction[] | null>('textDocument/codeAction', params);
  return (actions ?? []).filter(
    ({ command, diagnostics }) =>
      command === undefined && diagnostics?.some(({ code }) => code === claim.rule),
  );
}

async function suppress(node: ClaimNode): Promise<void> {
  const reason = await askReason(l10n.t('Suppress Here'), node.uri.toString());
  if (reason === undefined) return;
  const params: SuppressParams = {
    kind: 'suppress',
    ...(await placeOf(node)),
    ...(reason && { reason }),
  };
  await commands.executeCommand('hedgerow.suppress', params);
}

async function accept(node: ClaimNode): Promise<void> {
  const params: AcceptParams = { kind: 'accept', ...(await placeOf(node)) };
  await commands.executeCommand('hedgerow.acceptClaim', params);
}

/** The version that the tree shows: it waits until the draft rests, so that it is the newest one. */
async function placeOf({ uri, claim }: ClaimNode): Promise<FindingPlace> {
  const document: TextDocument = await workspace.openTextDocument(uri);
  const { rule = '', range } = claim;
  return { uri: uri.toString(), version: document.version, rule, range };
}

function rangeOf({ start, end }: ClaimNode['claim']['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
