/** What is built is small, and runs by itself. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';

/** Bytes. A bundle that outgrows its bound has most likely taken in a library that it can do without. */
const BOUNDS: readonly (readonly [file: string, bytes: number])[] = [
  ['dist/client.js', 500_000],
  ['dist/client.browser.js', 460_000],
  ['dist/server.js', 800_000],
  ['dist/server.browser.js', 800_000],
  ['dist/cli.js', 800_000],
  ['dist/library.json', 1_500_000],
];

describe('the bundles', () => {
  for (const [file, bytes] of BOUNDS)
    it(`${file} has at most ${bytes} bytes`, () => {
      const { size } = statSync(file);
      assert.ok(size > 0 && size <= bytes, `${size} bytes`);
    });

  it('of a browser ask for nothing that it has not', () => {
    for (const file of ['dist/client.browser.js', 'dist/server.browser.js']) {
      const asked = [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)];
      assert.deepEqual(
        asked.map(([, name]) => name).filter((name) => name !== 'vscode'),
        [],
        file,
      );
    }
  });

  for (const program of ['dist/server.js', 'dist/cli.js'])
    it(`${program} starts from any folder`, () => {
      const path = `${process.cwd()}/${program}`;
      const { status, stdout } = spawnSync(process.execPath, [path, '--help'], {
        cwd: '/',
        encoding: 'utf8',
      });
      assert.equal(status, 0);
      assert.match(stdout, /usage/i);
    });
});
