/** Claims that are left as they are, and the check of the workspace. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../client/features.ts';
import type { ClaimNode, GroupNode } from '../../client/claims-tree.ts';
import type { FindingPlace } from '../../server/lsp/protocol.ts';
import * as on from './support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(command, ...args);

const fileAt = (name: string): vscode.Uri => vscode.Uri.joinPath(on.root(), name);

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileAt(name)));
}

function claims({ claims: tree }: Views): readonly ClaimNode[] {
  return tree.getChildren().flatMap((group) => (group as GroupNode).nodes);
}

/** Opens a draft with one claim of a cure, and says where it is found. */
async function openClaim(
  views: Views,
  name: string,
): Promise<{ readonly draft: vscode.TextDocument; readonly place: FindingPlace }> {
  const draft = await on.openFile(name, `# Knees\n\n${CLAIM}\n`);
  await on.untilCures(draft, 1);
  const node = await on.until('the claim', () =>
    claims(views).find(
      ({ uri, claim }) => uri.toString() === draft.uri.toString() && claim.status === 'finding',
    ),
  );
  const { range } = node.claim;
  const place = { uri: draft.uri.toString(), version: draft.version, rule: 'cure-claim', range };
  return { draft, place };
}

/** What the view says of the only claim. */
const untilClaim = (views: Views, status: string, reason?: string): Promise<unknown> =>
  on.until(`a claim that is ${status}`, () =>
    claims(views).some(({ claim }) => claim.status === status && claim.reason === reason),
  );

describe('a claim', () => {
  let views: Views;
  before(async () => (views = await on.views()));
  afterEach(async () => {
    await run('notifications.clearAll');
    await on.closeAll();
    for (const name of ['.hedgerow.yml', '.hedgerow-accepted.yml'])
      await vscode.workspace.fs.delete(fileAt(name)).then(undefined, () => undefined);
  });

  it('is suppressed with a reason, and the view says so', async () => {
    const { draft, place } = await openClaim(views, 'suppressed.md');
    await run('hedgerow.suppress', {
      kind: 'suppress',
      ...place,
      reason: 'quoted from the leaflet',
    });
    await on.untilCures(draft, 0);
    assert.match(draft.getText(), /hedgerow-disable[\w-]* cure-claim -- quoted from the leaflet/);
    await untilClaim(views, 'suppressed', 'quoted from the leaflet');
  });

  it('is suppressed by a quick fix, with the reason selected to be typed over', async () => {
    const { draft, place } = await openClaim(views, 'selected.md');
    const { start, end } = place.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const fix = await on.until('the quick fix', async () =>
      (await on.quickFixes(draft, range)).find(
        ({ command }) => command?.command === 'hedgerow.suppress',
      ),
    );
    await run('hedgerow.suppress', ...((fix.command?.arguments ?? []) as unknown[]));
    await on.untilCures(draft, 0);
    const editor = vscode.window.activeTextEditor;
    const selected = editor?.document.getText(editor.selection) ?? '';
    assert.match(selected, /\w/);
    assert.ok(draft.getText().includes(`cure-claim -- ${selected} -->`), draft.getText());
  });

  it('is left as it is where the draft has moved on', async () => {
    const { draft, place } = await openClaim(views, 'moved.md');
    await on.edit(draft, [on.rangeOf(draft, 'Knees'), 'Hips']);
    const before = draft.getText();
    await run('hedgerow.suppress', { kind: 'suppress', ...place, reason: 'too late' });
    assert.equal(draft.getText(), before);
  });

  it('is accepted in a side file that is saved, by whom and why', async () => {
    const { draft, place } = await openClaim(views, 'accepted.md');
    const reason = 'wording of the ethics committee';
    const by = { reason, by: 'A. Editor', date: '2026-01-02', expires: '2999-01-01' };
    await run('hedgerow.acceptClaim', { kind: 'accept', ...place, ...by });
    await on.untilCures(draft, 0);
    const text = await textOf('.hedgerow-accepted.yml');
    for (const part of ['accepted.md', 'cure-claim', ...Object.values(by)])
      assert.ok(text.includes(part), `${part} in ${text}`);
    await untilClaim(views, 'accepted', reason);
    await on.edit(draft, [on.rangeOf(draft, 'osteoarthritis'), 'every pain']);
    await untilClaim(views, 'finding');
  });

  it('is allowed as a phrase in the file of the project', async () => {
    const { draft } = await openClaim(views, 'allowed.md');
    const phrase = 'cures osteoarthritis';
    await run('hedgerow.allowPhrase', { kind: 'allow', uri: draft.uri.toString(), phrase });
    await on.untilCures(draft, 0);
    assert.match(await textOf('.hedgerow.yml'), /allowed:\s+- cures osteoarthritis/);
  });

  it('is no longer judged once its rule is off in the front matter', async () => {
    const { draft } = await openClaim(views, 'front-matter.md');
    const rule = { rule: 'cure-claim', level: 'off', target: 'file' };
    await run('hedgerow.setRuleSeverity', { kind: 'severity', uri: draft.uri.toString(), ...rule });
    await on.untilCures(draft, 0);
    assert.match(draft.getText(), /^---\nhedgerow:\n\s+severity:\n\s+cure-claim: ["']?off/);
  });
});

describe('the configuration in effect', () => {
  afterEach(on.closeAll);

  it('is shown with where each value comes from', async () => {
    const views = await on.views();
    await openClaim(views, 'configured.md');
    await on.withSetting('kind', 'patient', async () => {
      await run('hedgerow.showConfiguration');
      const page = await on.until('the page', () =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/configuration.md'),
      );
      await on.until('what is set', () => /kind.*patient.*settings/i.test(page.getText()));
    });
    await run('workbench.action.closeAllEditors');
  });
});

describe('the check of the workspace', () => {
  afterEach(on.closeAll);

  it('finds claims in drafts that are not open, and takes them back', async () => {
    const views = await on.views();
    const uri = fileAt('closed.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${CLAIM}\n`));
    await run('hedgerow.checkWorkspace');
    const file = views.workspace
      .getChildren()
      .find((node) => 'findings' in node && node.uri === uri.toString());
    assert.ok(file, 'the file stands in the view');
    const [found] = views.workspace.getChildren(file);
    assert.ok(found);
    assert.equal(
      views.workspace.getTreeItem(found).accessibilityInformation?.label,
      'Error: cures osteoarthritis, cure-claim, line 1',
    );
    const problems = (): number => vscode.languages.getDiagnostics(uri).length;
    await on.until('the problem', () => problems() === 1);
    await run('hedgerow.clearCheck');
    await on.until('no problem', () => problems() === 0);
    assert.deepEqual(views.workspace.getChildren(), []);
    await vscode.workspace.fs.delete(uri);
  });
});
