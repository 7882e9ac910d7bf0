/** In a workspace that nobody has trusted, Hedgerow does all that it does elsewhere: it runs nothing of it. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from '../vscode/support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';

describe('in restricted mode', () => {
  afterEach(on.closeAll);

  it('the workspace is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('claims are underlined, reworded and explained', async () => {
    const draft = await on.openFile('claim.md', `${CLAIM}\n`);
    await on.untilCures(draft, 1);
    const { start } = on.rangeOf(draft, 'osteoarthritis');
    assert.match(await on.hoverText(draft, start.translate(0, 3)), /joint/);
    const [finding] = on.findings(draft);
    assert.ok(finding);
    const [first] = await on.quickFixes(draft, finding.range);
    assert.ok(first?.edit);
    assert.ok(await vscode.workspace.applyEdit(first.edit));
    await on.untilCures(draft, 0);
  });

  it('settings of the workspace hold, since they are no more than data', async () => {
    const draft = await on.openFile('mild.md', `${CLAIM}\n`);
    await on.untilCures(draft, 1);
    assert.deepEqual(
      on.findings(draft).map(({ severity }) => severity),
      [vscode.DiagnosticSeverity.Warning],
    );
  });

  it('so does the configuration file, for the same reason', async () => {
    const hype = 'Stem cells are a miracle for bad knees.';
    const draft = await on.openFile('hype.md', `${hype}\n\n${CLAIM}\n`);
    await on.untilCures(draft, 1);
  });

  it('its commands are there', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    const extension = vscode.extensions.getExtension<unknown>('hedgerow.hedgerow');
    const manifest = extension?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const { commands } = manifest.contributes;
    assert.ok(commands.length > 0);
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !all.has(command)),
      [],
    );
  });
});
