import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `npm run generate` reads and writes. */
const TOUCHED = ['data', 'docs', 'server/core', 'package.json', 'package.nls.json'];

function generate(folder: string, ...args: readonly string[]) {
  const script = path.resolve('data/generate.mjs');
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
}

describe('what is generated from data/', () => {
  it('is up to date', () => {
    const { status, stderr } = generate('.', '--check');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  describe('in a copy of the project', () => {
    let copy = '';
    beforeEach(() => {
      copy = mkdtempSync(path.join(tmpdir(), 'hedgerow-generate-'));
      for (const each of TOUCHED) cpSync(each, path.join(copy, each), { recursive: true });
    });
    afterEach(() => {
      rmSync(copy, { recursive: true });
    });

    it('is named where it is stale, and written again', () => {
      appendFileSync(path.join(copy, 'docs/glossary/README.md'), 'An edit by hand.\n');
      writeFileSync(path.join(copy, 'docs/rules/no-rule.md'), 'A page without a rule.\n');
      const { status, stderr } = generate(copy, '--check');
      assert.equal(status, 1);
      assert.match(stderr, /^docs\/glossary\/README\.md is stale\. Run: npm run generate$/m);
      assert.match(stderr, /^docs\/rules\/no-rule\.md has no rule\. Run: npm run generate$/m);
      assert.equal(generate(copy).status, 0);
      assert.equal(existsSync(path.join(copy, 'docs/rules/no-rule.md')), false);
      assert.equal(generate(copy, '--check').status, 0);
    });

    it('is not written from packs that have problems, and the problem is named', () => {
      appendFileSync(path.join(copy, 'data/general/sources.yml'), '- id: Bad\n  title: Bad\n');
      const { status, stderr } = generate(copy);
      assert.equal(status, 1);
      assert.match(stderr, /^data\/general\/sources\.yml: "Bad": "id" is "Bad"\. Use lower-case/m);
    });
  });
});
