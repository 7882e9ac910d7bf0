/** `.hedgerow.yml`, which holds for a project whoever opens it: opened, and made where there is none. */

import { l10n, Uri, window, workspace, type WorkspaceFolder } from 'vscode';

const NAME = '.hedgerow.yml';

/** Every line is a comment, so that the new file changes nothing. */
const template = (): string =>
  [
    l10n.t('What holds for the drafts in this folder and below, in every editor and in CI.'),
    'kind: patient',
    'severity:',
    '  hype-words: hint',
    'allowed:',
    '  - miracle fruit',
  ]
    .map((line) => `# ${line}\n`)
    .join('');

export async function openProjectFile(): Promise<void> {
  const folder = await pickFolder();
  if (!folder) {
    void window.showInformationMessage(
      l10n.t('Open a folder first: {0} lies in the folder of the drafts.', NAME),
    );
    return;
  }
  const uri = (await nearest(folder)) ?? Uri.joinPath(folder.uri, NAME);
  try {
    if (!(await exists(uri)))
      await workspace.fs.writeFile(uri, new TextEncoder().encode(template()));
    await window.showTextDocument(uri);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void window.showWarningMessage(l10n.t('{0} could not be opened: {1}', NAME, why));
  }
}

/** That of the draft in the editor, else the only one, else what the writer picks. */
async function pickFolder(): Promise<WorkspaceFolder | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const around = active && workspace.getWorkspaceFolder(active);
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (around || others.length === 0) return around ?? first;
  return window.showWorkspaceFolderPick();
}

/** From the folder of the draft up to that of the workspace, as the server looks for it. */
async function nearest(folder: WorkspaceFolder): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  if (!active?.path.startsWith(`${folder.uri.path}/`)) return undefined;
  const root = folder.uri.path;
  for (
    let at = Uri.joinPath(active, '..');
    at.path.length >= root.length;
    at = Uri.joinPath(at, '..')
  ) {
    const uri = Uri.joinPath(at, NAME);
    if (await exists(uri)) return uri;
    if (at.path === root || at.path === '/') break;
  }
  return undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
