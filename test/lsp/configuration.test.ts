import assert from 'node:assert/strict';
import { DiagnosticSeverity, type ClientCapabilities } from 'vscode-languageserver/node';
import { ABLE, CLAIM, sharedServer, startServer, URI } from './client.ts';

const PUSH: ClientCapabilities = { workspace: { configuration: true } };

describe('workspace/configuration', () => {
  it('is asked for each draft by itself', async () => {
    const client = await startServer({
      capabilities: PUSH,
      configuration: (uri) => ({ enable: uri !== URI }),
    });
    await client.open(CLAIM);
    await client.open(CLAIM, 'file:///drafts/other.md');
    assert.deepEqual(await client.published(), []);
    assert.equal((await client.published('file:///drafts/other.md')).length, 1);
  });

  const VALUES: readonly (readonly [string, unknown, number])[] = [
    ['nothing', null, 1],
    ['a text', 'off', 1],
    ['a list', [true], 1],
    ['values of the wrong type', { enable: 'no', kind: 7, severity: [] }, 1],
    ['values that there are not', { kind: 'poetry', severity: { 'cure-claim': 'fatal' } }, 1],
    ['the defaults', { enable: true, kind: 'editorial', severity: {} }, 1],
    ['a switch that is off', { enable: false }, 0],
  ];
  const shared = sharedServer({
    capabilities: PUSH,
    configuration: (uri) => VALUES.find(([name]) => name === uri)?.[1],
  });
  for (const [name, , count] of VALUES)
    it(`may be ${name}: ${count} found`, async () => {
      await shared().open(CLAIM, name);
      assert.equal((await shared().published(name)).length, count);
    });

  it('may turn a rule off, or lower its severity', async () => {
    const client = await startServer({
      capabilities: PUSH,
      configuration: (uri) => ({ severity: { 'cure-claim': uri === URI ? 'off' : 'hint' } }),
    });
    await client.open(CLAIM);
    const codes = (await client.published()).map(({ code }) => code);
    assert.ok(!codes.includes('cure-claim'), String(codes));
    await client.open(CLAIM, 'file:///drafts/other.md');
    // What is left may be the finding of a milder rule on the same words.
    for (const { severity } of await client.published('file:///drafts/other.md'))
      assert.notEqual(severity, DiagnosticSeverity.Error);
  });

  it('may fail: the settings of the initialization are used then', async () => {
    const client = await startServer({
      capabilities: PUSH,
      initializationOptions: { settings: { enable: false } },
      configuration: () => Promise.reject(new Error('no configuration today')),
    });
    await client.open(CLAIM);
    assert.deepEqual(await client.published(), []);
  });
});

describe('initializationOptions', () => {
  it('hold the settings for a client without configuration', async () => {
    const client = await startServer({ initializationOptions: { settings: { enable: false } } });
    await client.open(CLAIM);
    assert.deepEqual(await client.published(), []);
  });

  for (const initializationOptions of [null, 'settings', { settings: 3 }])
    it(`may be ${JSON.stringify(initializationOptions)}`, async () => {
      const client = await startServer({ initializationOptions });
      await client.open(CLAIM);
      assert.equal((await client.published()).length, 1);
    });
});

describe('workspace/didChangeConfiguration', () => {
  it('is registered for, and asks a client that pulls to do so again', async () => {
    let enable = true;
    const client = await startServer({ capabilities: ABLE, configuration: () => ({ enable }) });
    await client.hears((method) => (method === 'client/registerCapability' ? true : undefined));
    await client.open(CLAIM);
    const before = await client.pull();
    enable = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: null,
    });
    await client.hears((method) => (method === 'workspace/diagnostic/refresh' ? true : undefined));
    const after = await client.pull(URI, before.resultId);
    assert.deepEqual(after, { kind: 'full', items: [] });
  });

  it('publishes again for a client that does not pull', async () => {
    const client = await startServer();
    await client.open(CLAIM);
    assert.equal((await client.published()).length, 1);
    const settings = { hedgerow: { enable: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    const cleared = await client.hears((_, params) =>
      (params as { diagnostics?: unknown[] }).diagnostics?.length === 0 ? true : undefined,
    );
    assert.ok(cleared);
  });

  it('may say anything', async () => {
    const client = await startServer();
    await client.open(CLAIM);
    for (const params of [{}, { settings: 'none' }, { settings: { hedgerow: 1 } }, [], undefined])
      await client.connection.sendNotification('workspace/didChangeConfiguration', params);
    await client.change('Stem', 'New stem');
    assert.equal((await client.published()).length, 1);
  });
});
