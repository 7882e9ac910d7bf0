/** What README.md shows is what comes out. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const README = readFileSync('README.md', 'utf8');

/** Runs the command line in a folder that holds these drafts. */
function hedgerow(drafts: Readonly<Record<string, string>>, ...args: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hedgerow-readme-'));
  mkdirSync(path.join(folder, 'drafts'));
  for (const [name, text] of Object.entries(drafts))
    writeFileSync(path.join(folder, 'drafts', name), text);
  const run = [path.resolve('dist/cli.js'), ...args];
  const { stdout } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}

describe('README.md', () => {
  it('shows what hedgerow check prints', () => {
    const shown = /```\n(drafts\/knee\.md:[^]*?)```/.exec(README)?.[1];
    const text = '# Knees\n\nStem cell therapy relieves chronic joint pain.\n';
    assert.equal(shown, hedgerow({ 'knee.md': text }, 'check', 'drafts/'));
  });

  it('gives an example of each rule that the rule flags', () => {
    const rows = [...README.matchAll(/^\| `([a-z-]+)`\s+\| `([A-Z][^`]+)`\s+\|$/gm)];
    assert.ok(rows.length > 5);
    const drafts: Record<string, string> = {};
    for (const [, rule = '', sentence = ''] of rows) drafts[`${rule}.md`] = `${sentence}\n`;
    const report = hedgerow(drafts, 'check', 'drafts/');
    for (const [, rule = ''] of rows)
      assert.match(report, new RegExp(`^drafts/${rule}\\.md:.*\\[${rule}\\]$`, 'm'));
  });

  it('has a configuration that is right', () => {
    const yaml = /```yaml\n([^]*?)```/.exec(README)?.[1] ?? assert.fail();
    const draft = { 'a.md': 'Stem cells are a miracle for bad knees.\n' };
    assert.match(hedgerow(draft, 'check', 'drafts/'), /hype-words/);
    const drafts = { ...draft, '.hedgerow.yml': yaml };
    assert.match(hedgerow(drafts, 'check', 'drafts/'), /^Nothing to flag/);
  });
});
