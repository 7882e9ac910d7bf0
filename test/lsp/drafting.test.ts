import assert from 'node:assert/strict';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { ABLE, CLAIM, HEDGED, sharedServer, startServer, URI, type Client } from './client.ts';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** What is published for a document once that is not empty any longer. */
const publishedLater = (client: Client, uri: string): Promise<readonly Diagnostic[]> =>
  client.hears((method, params) => {
    if (method !== 'textDocument/publishDiagnostics') return undefined;
    const { uri: of, diagnostics } = params as PublishDiagnosticsParams;
    return of === uri && diagnostics.length > 0 ? diagnostics : undefined;
  });

describe('while a sentence is typed', () => {
  const shared = sharedServer();

  const TYPED: readonly (readonly [name: string, from: string, to: string, shown: boolean])[] = [
    ['a finding waits', 'Stem', 'Stem cell therapy cures osteoarthritis', false],
    ['a finding waits behind a blank', 'Stem', 'Stem cell therapy cures osteoarthritis ', false],
    ['a finding is shown once a full stop ends it', 'Stem', CLAIM, true],
    ['a finding is shown once a paragraph ends it', 'Stem', `${CLAIM.slice(0, -1)}\n\n`, true],
    ['a finding is shown once the next sentence begins', 'Stem', `${CLAIM} It`, true],
  ];
  for (const [name, from, to, shown] of TYPED)
    it(name, async () => {
      const uri = `file:///${name}.md`;
      await shared().open(`# Knees\n\n${from}`, uri);
      await shared().published(uri);
      await shared().change(from, to, uri);
      assert.deepEqual(codes(await shared().published(uri)), shown ? ['cure-claim'] : []);
    });

  it('a finding is shown after a pause', async () => {
    const client = await startServer();
    await client.open(HEDGED);
    await client.published();
    await client.change('may help with', 'cures');
    const started = Date.now();
    assert.deepEqual(codes(await client.published()), []);
    assert.deepEqual(codes(await publishedLater(client, URI)), ['cure-claim']);
    assert.ok(Date.now() - started >= 1400, 'it came too soon');
  });

  it('a finding is shown when the edit moves elsewhere', async () => {
    const uri = 'file:///elsewhere.md';
    await shared().open(`${HEDGED}\n\nMore`, uri);
    await shared().published(uri);
    await shared().change('may help with', 'cures', uri);
    assert.deepEqual(codes(await shared().published(uri)), []);
    await shared().change('More', 'More of it', uri);
    assert.deepEqual(codes(await shared().published(uri)), ['cure-claim']);
  });

  it('a finding that stands stays, and one that no longer holds goes at once', async () => {
    const uri = 'file:///stays.md';
    await shared().open(`${CLAIM}\n`, uri);
    assert.deepEqual(codes(await shared().published(uri)), ['cure-claim']);
    await shared().change('osteoarthritis', 'knee osteoarthritis', uri);
    assert.deepEqual(codes(await shared().published(uri)), ['cure-claim']);
    await shared().change('cures', 'may help with', uri);
    assert.deepEqual(codes(await shared().published(uri)), []);
  });

  it('findings elsewhere do not wait', async () => {
    const uri = 'file:///others.md';
    await shared().open(`Stem\n\nEnd.\n`, uri);
    await shared().published(uri);
    await shared().change('Stem\n\nEnd.', `${CLAIM}\n\nStem cells are a mi`, uri);
    assert.deepEqual(codes(await shared().published(uri)), ['cure-claim']);
  });

  it('a client that pulls is asked to pull again after the pause', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(HEDGED);
    await client.diagnostics();
    await client.change('may help with', 'cures');
    const waiting = await client.pull();
    assert.deepEqual(waiting.kind === 'full' && waiting.items, []);
    await client.hears((method) => (method === 'workspace/diagnostic/refresh' ? true : undefined));
    const settled = await client.pull(URI, waiting.resultId);
    assert.deepEqual(settled.kind === 'full' && codes(settled.items), ['cure-claim']);
  });

  it('nothing waits for a client that could not be asked to pull again', async () => {
    const client = await startServer({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(HEDGED);
    await client.diagnostics();
    await client.change('may help with', 'cures');
    assert.deepEqual(codes(await client.diagnostics()), ['cure-claim']);
  });

  it('nothing waits in a review', async () => {
    const client = await startServer({ initializationOptions: { settings: { show: 'review' } } });
    await client.open(HEDGED);
    await client.published();
    await client.change('may help with', 'cures');
    assert.deepEqual(codes(await client.published()), ['cure-claim']);
  });
});

describe('the setting “show”', () => {
  const TEXT = `${CLAIM}\n\nStem cells can repair torn tendons.`;
  const rows: readonly (readonly [show: string | undefined, codes: readonly string[]])[] = [
    ['drafting', ['cure-claim']],
    ['review', ['cure-claim', 'can-as-outcome']],
    [undefined, ['cure-claim', 'can-as-outcome']],
  ];
  for (const [show, expected] of rows)
    it(`${show ?? 'left out'} shows ${expected.join(' and ')}`, async () => {
      const client = await startServer({ initializationOptions: { settings: { show } } });
      await client.open(TEXT);
      const found = await client.published();
      assert.deepEqual(codes(found), expected);
    });
});
