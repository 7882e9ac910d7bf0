/** What can be done with a claim from the claims view. */

import {
  commands,
  l10n,
  Range,
  window,
  workspace,
  type CodeAction,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { AcceptParams, FindingPlace, SuppressParams } from '../server/lsp/protocol.ts';
import type { ClaimNode } from './claims-tree.ts';
import { askReason } from './reasons.ts';

/** More quick fixes than one finding has: so many are asked for their edits. */
const MOST_FIXES = 30;

export function registerClaimCommands(): Disposable[] {
  return [
    commands.registerCommand('hedgerow.claim.open', open),
    commands.registerCommand('hedgerow.claim.reword', reword),
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

/** The rewordings of the claim, to choose from; they are made where the draft is, unseen or not. */
async function reword({ uri, claim }: ClaimNode): Promise<void> {
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    rangeOf(claim.range),
    'quickfix',
    MOST_FIXES,
  );
  const rewordings = actions.filter(
    ({ edit, command, diagnostics }) =>
      edit !== undefined &&
      command === undefined &&
      diagnostics?.some(({ code }) => ruleOf(code) === claim.rule),
  );
  if (rewordings.length === 0) {
    void window.showInformationMessage(l10n.t('There is no rewording for this claim.'));
    return;
  }
  const items = rewordings.map((action) => ({
    label: action.title,
    description: action.isPreferred ? l10n.t('adds no fact') : '',
    action,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Reword Claim'),
    placeHolder: claim.text.replace(/\s+/g, ' '),
    matchOnDescription: true,
  });
  if (picked?.action.edit) await workspace.applyEdit(picked.action.edit);
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

type Code = NonNullable<CodeAction['diagnostics']>[number]['code'];

const ruleOf = (code: Code): string | number | undefined =>
  typeof code === 'object' ? code.value : code;
