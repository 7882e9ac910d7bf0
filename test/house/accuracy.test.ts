/** The measure of accuracy keeps the held-out part to itself, and trusts no label that cannot be. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function accuracy(folder: string, ...args: readonly string[]) {
  const script = path.join(path.resolve(folder), 'test/accuracy/run.mjs');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

const LABELS = 'test/accuracy/labels';
const split = JSON.parse(readFileSync(`${LABELS}/split.json`, 'utf8')) as Readonly<
  Record<'worked-on' | 'held-out', readonly string[]>
>;

describe('the measure of accuracy', () => {
  it('shows errors of the part worked on, and none of the held-out part', () => {
    const { status, stdout } = accuracy('.', '--errors', '100000');
    assert.equal(status, 0);
    assert.match(stdout, /^# \d+ errors in sentences$/m);
    for (const set of split['held-out']) {
      assert.ok(!stdout.includes(`${set}/`), set);
      const rows = readFileSync(`${LABELS}/${set}/sentences.jsonl`, 'utf8').trim().split('\n');
      for (const row of rows) {
        const { id } = JSON.parse(row) as { readonly id: string };
        assert.ok(!stdout.includes(`"where":"${id}"`), id);
      }
    }
  });

  for (const set of split['held-out'])
    it(`does not show errors of ${set} when asked to`, () => {
      const { status, stdout, stderr } = accuracy('.', '--errors', '1', '--from', set);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^--from takes a set of the part worked on: /);
    });

  describe('in a copy of the project', () => {
    let copy = '';
    beforeEach(() => {
      copy = mkdtempSync(path.join(tmpdir(), 'hedgerow-accuracy-'));
      for (const each of ['data', 'server', 'test/accuracy'])
        cpSync(each, path.join(copy, each), { recursive: true });
      symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
    });
    afterEach(() => {
      rmSync(copy, { recursive: true });
    });

    it('names a label whose offsets miss its text', () => {
      const draft = path.join(copy, LABELS, 'dev/drafts/05-faq-disc.md');
      writeFileSync(draft, `A line more.\n${readFileSync(draft, 'utf8')}`);
      const { status, stderr } = accuracy(copy, '--check');
      assert.match(stderr, /^dev\/drafts\/05-faq-disc\.md: what stands at \d+ is not “/);
      assert.equal(status, 2);
    });
  });
});
