/** The server's life. Only where it is a process. */

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import process from 'node:process';
import * as vscode from 'vscode';
import * as on from './support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.\n';

/** The language servers that this extension host has started, and that live. */
function servers(): readonly ChildProcess[] {
  const handles = (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles();
  return handles
    .filter((handle): handle is ChildProcess => {
      const { spawnargs, pid } = handle as Partial<ChildProcess>;
      return pid !== undefined && (spawnargs?.some((a) => /dist.server\.js$/.test(a)) ?? false);
    })
    .filter((child) => child.exitCode === null && child.signalCode === null);
}

describe('the language server', () => {
  afterEach(on.closeAll);

  it('is started again when it dies, and reads what was typed meanwhile', async () => {
    const draft = await on.openFile('killed.md', CLAIM);
    await on.untilCures(draft, 1);
    const [old] = servers();
    assert.ok(old, 'there is a server');
    old.kill('SIGKILL');
    await on.edit(draft, [on.endOf(draft), `\n${CLAIM}`]);
    await on.until('another server', () => servers().some((s) => s.pid !== old.pid));
    await on.untilCures(draft, 2);
    await on.edit(draft, [on.endOf(draft), `\n${CLAIM}`]);
    await on.untilCures(draft, 3);
  });

  it('is started again when the writer asks', async () => {
    const draft = await on.openFile('asked.md', CLAIM);
    await on.untilCures(draft, 1);
    const [old] = servers();
    await vscode.commands.executeCommand('hedgerow.restart');
    await on.until('the old server to end', () => old !== undefined && !servers().includes(old));
    assert.equal(servers().length, 1);
    await on.edit(draft, [on.endOf(draft), `\n${CLAIM}`]);
    await on.untilCures(draft, 2);
  });
});
