/** What README.md and the page on configuration show is what comes out. */

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
  mkdirSync(path.join(folder, '.git')); // Else a file above the temporary folder would count.
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

describe('docs/configuration.md', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const examples = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml);
  const [project = '', frontMatter = '', accepted = ''] = examples;
  const hype = 'Stem cells are a miracle for bad knees.';
  const approved = 'Stem cell therapy relieves pain in knee osteoarthritis.';
  const claim = 'Stem cell therapy relieves chronic joint pain.';
  const draft = `${frontMatter}\n# Knees\n\n${claim}\n\n${approved}\n\n${hype}\n`;
  const place = { '../.hedgerow.yml': project, 'knee.md': draft };

  it('has three examples', () => {
    assert.equal(examples.length, 3);
  });

  it('has a project file and a front matter that hold', () => {
    const report = hedgerow(place, 'check', 'drafts/');
    assert.match(report, /\[unhedged-efficacy\]\n1 finding in 1 file: 1 warning\.\n$/);
    assert.match(
      hedgerow(place, 'config', 'drafts/knee.md'),
      /^kind +press +\(drafts\/knee\.md:2\)$/m,
    );
  });

  it('has a side file that holds', () => {
    const files = { ...place, '../.hedgerow-accepted.yml': accepted };
    assert.match(hedgerow(files, 'check', 'drafts/'), /^Nothing to flag/);
  });
});
