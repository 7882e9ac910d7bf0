/** The commands that open something. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from './support.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);

/** Waits for a rendered page: a tab of the preview, not of text. */
async function untilPage(label: RegExp): Promise<void> {
  await on.until(`a page named ${String(label)}`, () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    return tab?.input instanceof vscode.TabInputCustom && label.test(tab.label);
  });
}

async function pageText(uri: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))).getText();
}

describe('a command', () => {
  before(on.views);
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    await on.closeAll();
  });

  it('opens the page of a rule, rendered', async () => {
    await run('hedgerow.openRule', { rule: 'cure-claim' });
    await untilPage(/cure-claim/);
    assert.match(await pageText('hedgerow:/rule/cure-claim.md'), /^# Claims of a cure\n/);
  });

  it('opens the list of the rules, the glossary and the evidence', async () => {
    const pages = [
      ['hedgerow.openRule', /README/, 'hedgerow:/rule/README.md', /^# Rules\n/],
      ['hedgerow.openGlossary', /glossary/, 'hedgerow:/glossary.md', /^# Glossary\n/],
      ['hedgerow.openEvidence', /evidence/, 'hedgerow:/evidence.md', /^# Evidence\n/],
    ] as const;
    for (const [command, label, uri, text] of pages) {
      await run(command);
      await untilPage(label);
      assert.match(await pageText(uri), text);
    }
  });

  it('shows the pages of the packs of the draft that it came from', async () => {
    const page = 'hedgerow:/rule/supplement-cures-disease.md';
    const settings = vscode.workspace.getConfiguration('hedgerow');
    const { Global } = vscode.ConfigurationTarget;
    await settings.update('packs', ['supplements'], Global);
    try {
      await on.openUntitled('Turmeric cures diabetes.\n');
      const { status } = await on.views();
      await on.until('the claim', () => status().text === '1 claim to reword');
      assert.match(await pageText(page), /^# /);
    } finally {
      await settings.update('packs', undefined, Global);
    }
  });

  it('says so where there is no such page', async () => {
    assert.equal(await pageText('hedgerow:/rule/no-rule.md'), 'There is no such page.');
    assert.equal(await pageText('hedgerow:/elsewhere.md'), 'There is no such page.');
  });

  it('opens a sample draft that is in no file, with claims to reword', async () => {
    await run('hedgerow.openSample');
    const draft = vscode.window.activeTextEditor?.document;
    assert.ok(draft?.isUntitled, 'a draft that was never saved');
    await on.until('findings', () => on.findings(draft).length > 4);
  });

  it('makes the project file where there is none, and opens the one there is', async () => {
    const uri = vscode.Uri.joinPath(on.root(), '.hedgerow.yml');
    await run('hedgerow.openProjectFile');
    const made = vscode.window.activeTextEditor?.document;
    assert.equal(made?.uri.toString(), uri.toString());
    const lines = made.getText().trimEnd().split('\n');
    assert.ok(
      lines.every((line) => line.startsWith('# ')),
      'it changes nothing yet',
    );
    await on.edit(made, [new vscode.Range(0, 0, 0, 0), 'kind: patient\n']);
    await made.save();
    await on.closeAll();
    await run('hedgerow.openProjectFile');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^kind: patient\n/);
    await on.closeAll();
    await vscode.workspace.fs.delete(uri);
  });

  it('sets the severity of a rule, and keeps what was set before', async () => {
    const draft = await on.openFile('severity.md', 'Stem cell therapy cures osteoarthritis.\n');
    await on.untilCures(draft, 1);
    const severity = (): unknown => vscode.workspace.getConfiguration('hedgerow').get('severity');
    await on.withSetting('severity', { 'hype-words': 'hint' }, async () => {
      const params = { kind: 'severity', uri: draft.uri.toString(), rule: 'cure-claim' };
      // It ends when its message is closed.
      void run('hedgerow.setRuleSeverity', { ...params, level: 'off', target: 'workspace' });
      await on.until('the rule to be off', () =>
        on.findings(draft).every((finding) => on.ruleOf(finding) !== 'cure-claim'),
      );
      assert.deepEqual(severity(), { 'hype-words': 'hint', 'cure-claim': 'off' });
    });
    await run('notifications.clearAll');
  });
});
