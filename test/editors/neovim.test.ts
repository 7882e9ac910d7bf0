import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installedPackage } from './package.ts';

/** What neovim.lua writes down. */
interface Outcome {
  readonly problem?: string;
  /** Severities as LSP counts them: 2 is a warning, 4 a hint. */
  readonly before: readonly { line: number; code: string; source: string; severity: number }[];
  readonly offered: readonly string[];
  readonly text: string;
  readonly hover: string;
}

const CLAIM = 'Stem cell therapy relieves osteoarthritis pain.\n';

describe('in Neovim', () => {
  const installed = installedPackage();

  /** Opens a draft, takes the first quick fix that begins so at the first finding, asks about a term. */
  const drive = (draft: string, choice: string, settings: object = {}): Outcome => {
    const { folder, program } = installed();
    const at = (name: string) => path.join(folder, name);
    writeFileSync(at('draft.md'), draft);
    const homes = ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];
    const { stderr } = spawnSync(
      'nvim',
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', at('draft.md')].concat([
        '-c',
        `luafile ${path.resolve('test/editors/neovim.lua')}`,
      ]),
      {
        encoding: 'utf8',
        timeout: 100_000,
        env: {
          ...process.env,
          ...Object.fromEntries(homes.map((name) => [name, folder])),
          HEDGEROW_SERVER: program('hedgerow-language-server'),
          HEDGEROW_SETTINGS: JSON.stringify(settings),
          HEDGEROW_CHOICE: choice,
          HEDGEROW_OUTCOME: at('outcome.json'),
        },
      },
    );
    const outcome = JSON.parse(readFileSync(at('outcome.json'), 'utf8')) as Outcome;
    assert.equal(outcome.problem, undefined, stderr);
    return outcome;
  };

  it('a claim is found, reworded by its first quick fix, and its condition defined', function () {
    this.timeout(120_000);
    const { before, offered, text, hover } = drive(
      '# Knees\n\nBefore 🦴. Stem cell therapy relieves osteoarthritis pain. After.\n',
      '',
    );
    assert.deepEqual(before, [
      { line: 2, code: 'unhedged-efficacy', source: 'hedgerow', severity: 2 },
    ]);
    assert.ok(offered.length > 1, offered.join('\n'));
    assert.equal(
      text,
      '# Knees\n\nBefore 🦴. Stem cell therapy may help relieve osteoarthritis pain. After.',
    );
    assert.match(hover, /osteoarthritis/i);
    assert.match(hover, /joint/i);
  });

  it('a finding is suppressed by a comment, which the server writes', function () {
    this.timeout(120_000);
    const { text } = drive(`# Knees\n\n${CLAIM}`, 'Suppress');
    const [, , comment, claim] = text.split('\n');
    assert.match(comment ?? '', /^<!-- hedgerow-disable-next-line unhedged-efficacy -- .* -->$/);
    assert.equal(`${claim}\n`, CLAIM);
  });

  it('settings hold', function () {
    this.timeout(120_000);
    const severity = { 'unhedged-efficacy': 'hint' };
    const { before } = drive(CLAIM, '', { severity });
    assert.deepEqual(
      before.map((finding) => finding.severity),
      [4],
    );
  });
});
