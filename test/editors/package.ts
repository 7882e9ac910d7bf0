/** The npm package, made and installed into an empty folder, as a user of another editor has it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Installed {
  /** A folder of its own, which holds nothing else. */
  readonly folder: string;
  /** Where npm puts a program. */
  readonly program: (name: string) => string;
}

/** Installed before the tests of a `describe`, and removed after them. */
export function installedPackage(): () => Installed {
  let folder = '';
  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(path.join(tmpdir(), 'hedgerow-npm-'));
    // What is tested was built by now.
    npm('pack', '--ignore-scripts', '--pack-destination', folder);
    const [tarball] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
    assert.ok(tarball, 'npm packed something');
    // Offline: it needs nothing beside itself.
    npm('install', '--prefix', folder, '--offline', '--no-audit', path.join(folder, tarball));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return () => ({ folder, program: (name) => path.join(folder, 'node_modules/.bin', name) });
}

function npm(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}
