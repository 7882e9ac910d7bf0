/** A long session: answers stay right, and memory stays where it was. `HEDGEROW_SOAK` makes it longer. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draft, random } from '../bench/corpora.ts';
import { ABLE, CLAIM, startServer, URI } from './client.ts';

const ROUNDS = 3 * Number(process.env['HEDGEROW_SOAK'] ?? 1);
const EDITS = 400;
const TEXT = `${CLAIM}\n\n${draft(7, 3000)}`;

/** Megabytes that a process has in memory; nothing where the system does not say. */
function memoryOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

describe('a session of many edits', () => {
  it('answers at its end as at its beginning, and holds on to nothing', async function () {
    this.timeout(120_000 * ROUNDS);
    const client = await startServer({ capabilities: ABLE });
    const g = random(29);
    await client.open(TEXT);
    const first = await client.diagnostics();
    const memory: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let edit = 0; edit < EDITS; edit++) {
        const word = g.pick(['cures', 'may help with', 'heals', 'is not known to cure']);
        await client.change('cures', `${word} ${'x'.repeat(1 + g.below(9))}`);
        if (edit % 10 === 0) await client.pull();
        if (edit % 50 === 0) await client.actions(word);
        if (edit % 25 === 0) await client.hover('osteoarthritis');
        const text = client.documentAt(URI).getText();
        await client.change(text.slice(0, text.indexOf('osteo')), 'Stem cell therapy cures ');
      }
      // Nothing is typed any longer, and nothing waits.
      await client.diagnostics();
      await client.change('Stem', 'Stem');
      await client.diagnostics();
      memory.push(memoryOf(client.server.pid) ?? 0);
    }
    assert.equal(client.documentAt(URI).getText(), TEXT);
    const last = await client.pull();
    assert.deepEqual(last.kind === 'full' && last.items, first);
    const [early = 0] = memory;
    const late = memory.at(-1) ?? 0;
    assert.ok(late <= early * 1.5 + 40, `megabytes after each round: ${memory.join(', ')}`);
  });
});
