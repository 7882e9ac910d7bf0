import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CLAIM, startServer } from '../lsp/client.ts';
import { installedPackage } from './package.ts';

describe('the npm package, installed into an empty folder', () => {
  const installed = installedPackage();
  const run = (name: string, ...args: readonly string[]) =>
    spawnSync(installed().program(name), args, { cwd: installed().folder, encoding: 'utf8' });

  it('brings no other package along', () => {
    const packages = readdirSync(path.join(installed().folder, 'node_modules'));
    assert.deepEqual(
      packages.filter((name) => !name.startsWith('.')),
      ['hedgerow'],
    );
  });

  it('checks drafts as hedgerow', () => {
    writeFileSync(path.join(installed().folder, 'draft.md'), `${CLAIM}\n`);
    const { status, stdout, stderr } = run('hedgerow', 'check', 'draft.md');
    assert.equal(stderr, '');
    assert.match(stdout, /^draft\.md:1:19: error: .* \[cure-claim\]$/m);
    assert.equal(status, 1);
  });

  it('knows its version', () => {
    const { stdout } = run('hedgerow', '--version');
    assert.match(stdout, /\d+\.\d+\.\d+/);
    assert.equal(run('hedgerow-language-server', '--version').stdout, stdout);
  });

  it('serves editors as hedgerow-language-server', async () => {
    const client = await startServer({ server: installed().program('hedgerow-language-server') });
    await client.open(CLAIM);
    const [finding] = await client.published();
    assert.equal(finding?.code, 'cure-claim');
    assert.equal(await client.stop(), 0);
  });
});
