/** Completion beside the suggestions that VS Code makes at each key. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from './support.ts';

async function labels(document: vscode.TextDocument): Promise<readonly unknown[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    on.endOf(document).end,
  );
  return items.map(({ label }) => label);
}

describe('completion in prose', () => {
  const TERM = 'knee osteoarthritis';
  // VS Code suggests nothing by itself in markdown, unless the writer says so for that language.
  const set = async (other?: 'on' | 'off', delay?: number): Promise<void> => {
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    const { Global } = vscode.ConfigurationTarget;
    await editor.update('quickSuggestions', other && { other }, Global, true);
    await editor.update('quickSuggestionsDelay', delay, Global, true);
  };
  before(on.views);
  afterEach(async () => {
    await set();
    await on.closeAll();
  });

  async function typed(): Promise<vscode.TextDocument> {
    const document = await on.openUntitled('Stem cell therapy cures arthritis.\n\nShe has ');
    await on.untilCures(document, 1);
    await on.edit(document, [on.endOf(document), 'knee osteo']);
    return document;
  }

  it('waits until it is asked for, while VS Code suggests at each key', async () => {
    // Within so many milliseconds a question is taken for one of VS Code itself.
    await set('on', 3_000);
    const document = await typed();
    assert.ok(!(await labels(document)).includes(TERM));
    await on.until('the term', async () => (await labels(document)).includes(TERM));
  });

  it('is there at once where VS Code suggests nothing by itself', async () => {
    await set('off', 3_000);
    assert.ok((await labels(await typed())).includes(TERM));
  });
});
