/** All rewordings at once, and tracked changes. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from './support.ts';

const TRACKED = 'Stem cell therapy {~~cures~>may help with~~} osteoarthritis.';
const SECOND = 'It is {--completely --}safe.';

/** Opens a draft, waits until it was read, and puts the cursor on a text. */
async function openAt(name: string, text: string, at: string): Promise<vscode.TextDocument> {
  const views = await on.views();
  const draft = await on.openFile(name, text);
  await on.until('the draft to be read', () => /reword|found/.test(views.status().text));
  const { start } = on.rangeOf(draft, at);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(start, start);
  return draft;
}

const untilText = (draft: vscode.TextDocument, text: string): Promise<boolean> =>
  on.until(`“${text}”`, () => draft.getText() === text);

describe('tracked changes', () => {
  afterEach(on.closeAll);

  const CASES = [
    ['acceptChange', `Stem cell therapy may help with osteoarthritis.\n\n${SECOND}\n`],
    ['rejectChange', `Stem cell therapy cures osteoarthritis.\n\n${SECOND}\n`],
    ['acceptAllChanges', 'Stem cell therapy may help with osteoarthritis.\n\nIt is safe.\n'],
    ['rejectAllChanges', 'Stem cell therapy cures osteoarthritis.\n\nIt is completely safe.\n'],
  ] as const;
  for (const [command, becomes] of CASES)
    it(`are settled by ${command}, as one step that can be undone`, async () => {
      const before = `${TRACKED}\n\n${SECOND}\n`;
      const draft = await openAt(`${command}.md`, before, 'cures');
      await vscode.commands.executeCommand(`hedgerow.${command}`);
      await untilText(draft, becomes);
      await vscode.commands.executeCommand('undo');
      await untilText(draft, before);
    });

  it('are left alone where there is none at the cursor', async () => {
    const draft = await openAt('none.md', `${TRACKED}\n\nA quiet line.\n`, 'quiet');
    await vscode.commands.executeCommand('hedgerow.acceptChange');
    assert.equal(draft.getText(), `${TRACKED}\n\nA quiet line.\n`);
  });
});

describe('all rewordings', () => {
  afterEach(on.closeAll);

  it('change nothing before they are confirmed', async () => {
    const text = 'Stem cell therapy cures osteoarthritis.\n';
    const draft = await openAt('all.md', text, 'cures');
    let settled = false;
    void vscode.commands.executeCommand('hedgerow.reviewRewordings').then(() => (settled = true));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok(!settled, 'the changes wait for the writer');
    await on.until('the preview to close', async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      return settled;
    });
    assert.equal(draft.getText(), text);
  });
});
