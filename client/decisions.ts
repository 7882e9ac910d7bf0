/** What a writer decides of a finding: to leave it, to accept the claim, to have the rule say less. */

import {
  commands,
  ConfigurationTarget,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type Memento,
  type TextDocument,
} from 'vscode';
import type {
  AcceptParams,
  AllowParams,
  SeverityParams,
  SuppressParams,
} from '../server/lsp/protocol.ts';
import { makeChange } from './proposals.ts';
import { askAcceptance, askReason } from './reasons.ts';
import type { Server } from './server.ts';

/** The commands that quick fixes bring, with the arguments that protocol.ts names. */
export function registerDecisions(server: Server, memory: Memento): Disposable[] {
  return [
    // Without a reason the server writes a placeholder, which is then selected.
    commands.registerCommand('hedgerow.suppress', (params: SuppressParams) =>
      makeChange(server, params),
    ),
    commands.registerCommand('hedgerow.acceptClaim', (params: AcceptParams) =>
      accept(server, memory, params),
    ),
    commands.registerCommand('hedgerow.allowPhrase', async (params: AllowParams) => {
      const file = await makeChange(server, params);
      if (file) tell(l10n.t('“{0}” is allowed in this project.', params.phrase), file);
    }),
    commands.registerCommand('hedgerow.setRuleSeverity', (params: SeverityParams) =>
      setSeverity(server, params),
    ),
  ];
}

async function accept(server: Server, memory: Memento, params: AcceptParams): Promise<void> {
  if (Uri.parse(params.uri).scheme === 'untitled') {
    void window.showInformationMessage(
      l10n.t('Save the draft first: an accepted claim is written to a file beside it.'),
    );
    return;
  }
  const reason = params.reason ?? (await askReason(l10n.t('Accept Claim (1 of 3)'), params.uri));
  if (reason === undefined) return;
  const terms = params.date === undefined ? await askAcceptance(memory) : {};
  if (!terms) return;
  const file = await makeChange(server, { ...params, ...terms, ...(reason && { reason }) });
  if (file) tell(l10n.t('The claim is accepted.'), file);
}

async function setSeverity(server: Server, params: SeverityParams): Promise<void> {
  const { rule, level, target } = params;
  if (target === 'project' || target === 'file') {
    const file = await makeChange(server, params);
    if (file && target === 'project') tell(setTo(rule, level), file);
    return;
  }
  const settings = workspace.getConfiguration('hedgerow', Uri.parse(params.uri));
  const known = settings.inspect<Readonly<Record<string, string>>>('severity');
  const before = target === 'user' ? known?.globalValue : known?.workspaceValue;
  const where = target === 'user' ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  try {
    await settings.update('severity', { ...before, [rule]: level }, where);
  } catch (error) {
    // Most often there is no workspace to write to.
    server.log.warn('The setting hedgerow.severity could not be written.', error);
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  const open = l10n.t('Open Settings');
  const picked = await window.showInformationMessage(setTo(rule, level), open);
  if (picked === open)
    await commands.executeCommand('workbench.action.openSettings', 'hedgerow.severity');
}

function setTo(rule: string, level: SeverityParams['level']): string {
  return level === 'off'
    ? l10n.t('The rule {0} is off.', rule)
    : l10n.t('The rule {0} reports at most: {1}.', rule, level);
}

/** Says what was done, and leads to the file that holds it. */
function tell(what: string, file: TextDocument): void {
  const open = l10n.t('Open {0}', workspace.asRelativePath(file.uri));
  void window.showInformationMessage(what, open).then((picked) => {
    if (picked === open) void window.showTextDocument(file);
  });
}
