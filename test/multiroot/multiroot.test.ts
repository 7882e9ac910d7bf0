/** Several folders in one window: each draft goes by the settings of its own. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from '../vscode/support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.\n';
const HYPE = 'Stem cells are a miracle for bad knees.\n';

/** A draft in the folder of that name. */
const draftIn = (folder: string, text = CLAIM): Promise<vscode.TextDocument> =>
  on.openFile(`../${folder}/draft.md`, text);

const untilHype = (draft: vscode.TextDocument, expected: boolean): Promise<boolean> =>
  on.until(`hype: ${expected}`, () => {
    const rules = on.findings(draft).map(on.ruleOf);
    return rules.includes('hype-words') === expected;
  });

describe('in a workspace of several folders', () => {
  afterEach(on.closeAll);

  it('there are two', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
  });

  it('each draft goes by the settings of its folder', async () => {
    const journal = await draftIn('journal');
    const clinic = await draftIn('clinic');
    await on.untilCures(clinic, 1);
    assert.deepEqual(on.underlined(journal), []);
  });

  it('a setting that changes in one folder changes nothing in the other', async () => {
    const clinic = await draftIn('clinic');
    const journal = await draftIn('journal');
    await on.untilCures(clinic, 1);
    const { uri } = vscode.workspace.getWorkspaceFolder(journal.uri) ?? assert.fail();
    await vscode.workspace
      .getConfiguration('hedgerow', uri)
      .update('severity', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await on.untilCures(journal, 1);
    await on.untilCures(clinic, 1);
  });

  it('each draft goes by the configuration file of its folder, not by one above', async () => {
    const journal = await draftIn('journal', HYPE);
    const clinic = await draftIn('clinic', HYPE);
    await untilHype(journal, true);
    assert.deepEqual(on.underlined(clinic), []);
  });

  it('a configuration file that changes is read again', async () => {
    const clinic = await draftIn('clinic', HYPE);
    await on.openFile('../clinic/.hedgerow.yml', 'severity:\n  hype-words: warning\n');
    await untilHype(clinic, true);
  });

  it('a draft that lies in no folder goes by the settings of the writer', async () => {
    const loose = await on.openFile('../loose.md', CLAIM);
    assert.equal(vscode.workspace.getWorkspaceFolder(loose.uri), undefined);
    await on.untilCures(loose, 1);
  });

  it('a folder that is added later has its drafts checked', async () => {
    const uri = vscode.Uri.joinPath(on.root(), '../later');
    await vscode.workspace.fs.createDirectory(uri);
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 0, { uri, name: 'later' }));
    await on.until('the third folder', () => vscode.workspace.workspaceFolders?.length === 3);
    await on.untilCures(await draftIn('later'), 1);
  });
});
