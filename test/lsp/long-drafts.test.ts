/** Drafts that take long to read: nobody waits for them who need not, and who gives up is let go. */

import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type { CheckAnswer } from '../../server/lsp/protocol.ts';
import { draft } from '../bench/corpora.ts';
import { ABLE, CLAIM, startServer, URI } from './client.ts';
import { projectFolder } from './project-folder.ts';

const TOP = `Osteoarthritis of the knee.\n\n${CLAIM}\n\n`;
const END = '\n\nThe end is on tendinopathy.\n';
const LONG = `${TOP}${draft(7, 30_000)}${END}`;
const CAPABLE = { ...ABLE, window: { workDoneProgress: true } };

const kindOf = (params: unknown): string => (params as { value: { kind: string } }).value.kind;

describe('a long draft', () => {
  it('lets hovers and code actions go first, wherever they are', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(LONG);
    let isRead = false;
    const pulled = client.diagnostics().then((found) => {
      isRead = true;
      return found;
    });
    assert.match(JSON.stringify(await client.hover('Osteoarthritis')), /joint/);
    assert.match(JSON.stringify(await client.hover('tendinopathy')), /tendon/);
    const titles = (await client.actions('cures')).map(({ title }) => title);
    assert.ok(titles.length > 3, titles.join('\n'));
    assert.deepEqual(await client.actions('tendinopathy'), []);
    assert.ok(!isRead, 'the draft is too short for this test');
    const found = await pulled;
    assert.ok(found.some(({ code }) => code === 'cure-claim'));
    assert.ok((await client.actions('tendinopathy')).length > 0);
  });

  it('may be edited while it is read', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(LONG);
    const pulled = client.diagnostics();
    await client.hover('Osteoarthritis');
    await client.change('cures osteoarthritis', 'may help with osteoarthritis');
    await client.change('The end is on', 'The very end is on');
    const ranges = (await pulled).map(({ range }) => JSON.stringify(range));
    const other = await startServer({ capabilities: ABLE });
    await other.open(client.documentAt(URI).getText());
    assert.deepEqual(
      ranges,
      (await other.diagnostics()).map(({ range }) => JSON.stringify(range)),
    );
  });

  it('shows its progress where it takes over half a second, and no other does', async () => {
    const client = await startServer({ capabilities: CAPABLE });
    await client.open(CLAIM, 'file:///short.md');
    await client.diagnostics('file:///short.md');
    await client.open(draft(7, 120_000));
    await client.diagnostics();
    await client.hears((method, params) =>
      method === '$/progress' && kindOf(params) === 'end' ? true : undefined,
    );
    const kinds = client.heard
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => kindOf(params));
    assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end']);
    assert.equal(kinds.filter((kind) => kind === 'begin').length, 1);
    assert.ok(kinds.slice(1, -1).every((kind) => kind === 'report'));
  });

  it('asks a client for no progress that it could not show', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(LONG);
    await client.diagnostics();
    assert.ok(!client.heard.some(({ method }) => method.startsWith('window/workDone')));
  });

  it('is dropped when it is closed', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(LONG);
    const pulled = client.diagnostics();
    await client.hover('Osteoarthritis');
    await client.close();
    assert.deepEqual(await pulled, []);
  });

  it('gives up diagnostics that are cancelled, and reads on for who waits still', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(LONG);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: URI } };
    const request = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    let isRead = false;
    const pulled = client.diagnostics().then((found) => {
      isRead = true;
      return found;
    });
    await client.hover('Osteoarthritis');
    source.cancel();
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
    assert.ok(!isRead, 'the draft is too short for this test');
    assert.ok((await pulled).length > 0);
  });

  it('gives up code actions that are cancelled', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(`${CLAIM}\n\n`.repeat(400));
    await client.diagnostics();
    const source = new CancellationTokenSource();
    const range = { start: { line: 0, character: 0 }, end: { line: 800, character: 0 } };
    const request = client.connection.sendRequest(
      'textDocument/codeAction',
      { textDocument: { uri: URI }, range, context: { diagnostics: [] } },
      source.token,
    );
    // It is answered while the actions are still being made.
    await client.hover('osteoarthritis');
    source.cancel();
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
  });
});

describe('a check of many drafts', () => {
  const { uriOf, write, start } = projectFolder();

  it('says how far it came when it is cancelled, and other requests are heard meanwhile', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `${at}.md`);
    for (const name of names) write(name, draft(3, 500));
    const client = await start();
    const source = new CancellationTokenSource();
    const uris = names.map(uriOf);
    const workDoneToken = 'check';
    const params = { uris, workDoneToken };
    const answer = client.connection.sendRequest('hedgerow/check', params, source.token);
    await client.hears((method, told) =>
      method === '$/progress' && kindOf(told) === 'report' ? true : undefined,
    );
    source.cancel();
    const { checked, left } = (await answer) as CheckAnswer;
    assert.ok(left > 0, 'it was not stopped');
    assert.equal(checked + left, uris.length);
    await client.open(CLAIM, uriOf('0.md'));
    assert.ok((await client.published(uriOf('0.md'))).length > 0);
  });
});
