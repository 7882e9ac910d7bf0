/** What a writer sees while writing. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from './support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';

describe('a draft in the editor', () => {
  afterEach(on.closeAll);

  it('has a claim of a cure underlined as an error, with a link to the rule', async () => {
    const draft = await on.openFile('claim.md', `# Knees\n\n${CLAIM}\n`);
    await on.untilCures(draft, 1);
    const [finding] = on.findings(draft);
    assert.ok(finding);
    assert.equal(on.ruleOf(finding), 'cure-claim');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof finding.code === 'object', 'the rule is linked');
    assert.match(finding.code.target.toString(), /cure-claim/);
  });

  it('is read again as the writer types and deletes', async () => {
    const draft = await on.openFile('typing.md', 'A quiet line.\n');
    for (const letter of CLAIM) await on.edit(draft, [on.endOf(draft), letter]);
    await on.untilCures(draft, 1);
    await on.edit(draft, [on.rangeOf(draft, CLAIM), '']);
    await on.untilCures(draft, 0);
  });

  it('keeps its underlines in place through several changes at once', async () => {
    const lines = [`> ${CLAIM}`, `- 🦴 ${CLAIM}`, `**Bold.** ${CLAIM}`];
    const draft = await on.openFile(
      'changes.md',
      `\uFEFF# Title\r\n\r\n${lines.join('\r\n\r\n')}\r\n`,
    );
    await on.untilCures(draft, 3);
    await on.edit(
      draft,
      [on.rangeOf(draft, 'Title'), 'A longer title, with 🦴 in it'],
      [on.rangeOf(draft, '**Bold.**'), 'Plain.'],
      [on.endOf(draft), `\r\n${CLAIM}\r\n`],
    );
    await on.untilCures(draft, 4);
    await vscode.commands.executeCommand('undo');
    await on.untilCures(draft, 3);
  });

  it('has its conditions defined on hover', async () => {
    const draft = await on.openFile('hover.md', `# Knees\n\n${CLAIM}\n`);
    const { start } = on.rangeOf(draft, 'osteoarthritis');
    const text = await on.until('a definition of osteoarthritis', async () => {
      const hover = await on.hoverText(draft, start.translate(0, 3));
      return /joint/i.test(hover) && hover;
    });
    assert.match(text, /osteoarthritis/i);
  });

  it('offers a rewording that takes the claim away and nothing else', async () => {
    const draft = await on.openFile('fix.md', `# Knees\n\nBefore. ${CLAIM} After.\n`);
    await on.untilCures(draft, 1);
    const [finding] = on.findings(draft);
    assert.ok(finding);
    const [first] = await on.quickFixes(draft, finding.range);
    assert.ok(first?.edit, 'the first quick fix carries its edit');
    assert.ok(await vscode.workspace.applyEdit(first.edit));
    await on.untilCures(draft, 0);
    assert.match(
      draft.getText(),
      /^# Knees\n\nBefore\. Stem cell therapy .+ osteoarthritis\. After\.\n$/,
    );
  });

  it('is left alone while Hedgerow is switched off', async () => {
    const draft = await on.openFile('off.md', `${CLAIM}\n`);
    await on.untilCures(draft, 1);
    await on.withSetting('enable', false, () => on.untilCures(draft, 0));
    await on.untilCures(draft, 1);
  });

  it('is judged as mildly as the settings ask', async () => {
    const draft = await on.openFile('mild.md', `${CLAIM}\n`);
    await on.untilCures(draft, 1);
    const mild = { 'cure-claim': 'hint', 'unhedged-efficacy': 'hint' };
    await on.withSetting('show', 'review', () =>
      on.withSetting('severity', mild, async () => {
        await on.until('hints alone', () => {
          const found = on.findings(draft);
          return (
            found.length > 0 && found.every((f) => f.severity === vscode.DiagnosticSeverity.Hint)
          );
        });
      }),
    );
    await on.withSetting('severity', { 'cure-claim': 'off' }, async () => {
      await on.until('silence', () =>
        on.findings(draft).every((f) => on.ruleOf(f) !== 'cure-claim'),
      );
    });
  });

  it('shows what is milder than a warning in review, and hides it again', async () => {
    const draft = await on.openFile(
      'show.md',
      `${CLAIM}\n\nOne study reported that stem cell injections reduced stiffness.\n`,
    );
    await on.untilCures(draft, 1);
    await vscode.commands.executeCommand('hedgerow.toggleShow');
    await on.until('both', () => on.underlined(draft).length === 2);
    await vscode.commands.executeCommand('hedgerow.toggleShow');
    await on.untilCures(draft, 1);
    await vscode.workspace
      .getConfiguration('hedgerow')
      .update('show', undefined, vscode.ConfigurationTarget.Global);
  });
});
