/** All that a writer sees in VS Code beside the drafts themselves. Wiring only. */

import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { watchActiveDraft } from './active-draft.ts';
import { registerClaimCommands } from './claim-commands.ts';
import type { ClaimsTree } from './claims-tree.ts';
import { openClaimsView } from './claims-view.ts';
import { registerDecisions } from './decisions.ts';
import { registerPages } from './pages.ts';
import { openProjectFile } from './project-file.ts';
import { registerRewordings } from './rewordings.ts';
import type { Server } from './server.ts';
import { showStatus, statusOf, type Status } from './status.ts';
import { openWorkspaceCheck } from './workspace-check.ts';
import type { WorkspaceTree } from './workspace-tree.ts';

/** What the extension gives to whoever asks for it: the tests in the editor. */
export interface Views {
  readonly claims: ClaimsTree;
  readonly workspace: WorkspaceTree;
  readonly status: () => Status;
}

export function addFeatures(context: ExtensionContext, server: Server): Views {
  const drafts = watchActiveDraft(server);
  const claims = openClaimsView(context, drafts);
  const check = openWorkspaceCheck(server);
  context.subscriptions.push(
    drafts,
    showStatus(drafts),
    ...check.parts,
    ...registerClaimCommands(server),
    ...registerDecisions(server, context.globalState),
    ...registerRewordings(server, drafts),
    ...registerPages(server, drafts),
    commands.registerCommand('hedgerow.openProjectFile', openProjectFile),
    commands.registerCommand('hedgerow.openSample', () => openSample(context)),
    commands.registerCommand('hedgerow.openSettings', () =>
      commands.executeCommand('workbench.action.openSettings', '@ext:hedgerow.hedgerow'),
    ),
    commands.registerCommand('hedgerow.toggleShow', toggleShow),
  );
  return { claims, workspace: check.tree, status: () => statusOf(drafts.current()) };
}

/** The sample is in no file: nothing is left behind when it is closed. */
async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
  const file = Uri.joinPath(extensionUri, 'docs/examples/sample.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content }),
  );
}

/** Written where it is set already, else for the user. */
async function toggleShow(): Promise<void> {
  const settings = workspace.getConfiguration('hedgerow', window.activeTextEditor?.document.uri);
  const isReview = settings.get<string>('show') === 'review';
  const { workspaceValue } = settings.inspect('show') ?? {};
  await settings.update('show', isReview ? 'drafting' : 'review', workspaceValue === undefined);
}
