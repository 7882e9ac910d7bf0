/** Checks every draft of the workspace when asked: with progress, to be cancelled, and up to a cap. */

import { commands, l10n, ProgressLocation, window, workspace, type Disposable } from 'vscode';
import type { CheckAnswer, CheckParams } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';
import { workspaceTree, type WorkspaceTree } from './workspace-tree.ts';

/** Files. A workspace with more is checked on the command line. */
const LIMIT = 500;

/** The endings that editors give the languages of drafts. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  markdown: ['md', 'markdown', 'mdown', 'mkd'],
  mdx: ['mdx'],
  plaintext: ['txt'],
};

export function openWorkspaceCheck(server: Server): {
  readonly tree: WorkspaceTree;
  readonly parts: readonly Disposable[];
} {
  const tree = workspaceTree();
  const view = window.createTreeView('hedgerow.workspace', { treeDataProvider: tree });

  const check = async (): Promise<void> => {
    const answer = await checkWithProgress(server);
    if (!answer) return;
    tree.show(answer.files);
    view.message = summary(answer);
    for (const { uri, message } of answer.problems) server.log.warn(`${uri}: ${message}`);
    await commands.executeCommand('setContext', 'hedgerow.checked', true);
    await commands.executeCommand('hedgerow.workspace.focus');
  };
  const clear = async (): Promise<void> => {
    tree.show([]);
    view.message = '';
    await commands.executeCommand('setContext', 'hedgerow.checked', false);
    const nothing: CheckParams = { uris: [] };
    await server.request('hedgerow/check', nothing).catch((error: unknown) => {
      server.log.warn('The findings of the check could not be taken back.', error);
    });
  };
  const parts = [
    view,
    commands.registerCommand('hedgerow.checkWorkspace', check),
    commands.registerCommand('hedgerow.clearCheck', clear),
  ];
  return { tree, parts };
}

async function checkWithProgress(server: Server): Promise<CheckAnswer | undefined> {
  const title = l10n.t('Checking the drafts of the workspace');
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const found = await workspace.findFiles(pattern(), '**/node_modules/**', undefined, token);
    if (token.isCancellationRequested) return undefined;
    if (found.length === 0) {
      void window.showInformationMessage(l10n.t('There are no drafts in this workspace.'));
      return undefined;
    }
    const uris = found.map((uri) => uri.toString()).sort();
    const params: CheckParams = { uris, limit: LIMIT };
    let done = 0;
    const report = ({
      message,
      percentage = done,
    }: {
      message?: string;
      percentage?: number;
    }): void => {
      progress.report({ increment: percentage - done, ...(message && { message }) });
      done = percentage;
    };
    await server.ensureStarted();
    return server
      .requestWithProgress<CheckAnswer>('hedgerow/check', params, report, token)
      .catch((error: unknown) => {
        if (token.isCancellationRequested) return undefined;
        server.log.error('The workspace could not be checked.', error);
        void window.showWarningMessage(
          l10n.t('The workspace could not be checked. The log says why.'),
        );
        return undefined;
      });
  });
}

function pattern(): string {
  const languages = workspace.getConfiguration('hedgerow').get<readonly string[]>('languages', []);
  return `**/*.{${languages.flatMap((language) => ENDINGS[language] ?? []).join(',')}}`;
}

/** Nothing found is said as it is in the status item: it is no review. */
function summary({ files, checked, left, problems }: CheckAnswer): string {
  const findings = files.reduce((sum, file) => sum + file.findings.length, 0);
  return [
    findings === 0
      ? l10n.t('No overstated claims found; not a medical or legal review.')
      : l10n.t('Findings: {0}, in {1} of {2} files.', findings, files.length, checked),
    left > 0 ? l10n.t('Files left unread: {0}.', left) : '',
    problems.length > 0 ? l10n.t('Files that could not be read: {0}.', problems.length) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
