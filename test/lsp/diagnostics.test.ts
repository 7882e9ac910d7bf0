import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DiagnosticSeverity,
  LSPErrorCodes,
  type Diagnostic,
} from 'vscode-languageserver/node';
import { ABLE, CLAIM, HEDGED, sharedServer, startServer, URI, type Client } from './client.ts';

/** Exactly one cure-claim, an error, on a range whose text holds "cures". */
function assertOneCure(client: Client, diagnostics: readonly Diagnostic[], uri = URI): void {
  const [found] = diagnostics;
  assert.ok(found && diagnostics.length === 1, JSON.stringify(diagnostics));
  assert.equal(found.code, 'cure-claim');
  // A quotation is somebody else's word, and no error of the author's.
  const { Error, Warning } = DiagnosticSeverity;
  assert.equal(found.severity, uri.includes('quote') ? Warning : Error);
  assert.equal(found.source, 'hedgerow');
  assert.match(client.textAt(found.range, uri), /\bcures\b/);
}

describe('textDocument/publishDiagnostics', () => {
  const shared = sharedServer();

  it('flags a claim of a draft that was opened, with its rule and the page of the rule', async () => {
    const client = await startServer();
    await client.open(CLAIM);
    const diagnostics = await client.published();
    assertOneCure(client, diagnostics);
    assert.match(
      diagnostics[0]?.codeDescription?.href ?? '',
      /^https:.*\/docs\/rules\/cure-claim\.md$/,
    );
    assert.ok(diagnostics[0]?.message);
  });

  it('follows incremental changes and names their version', async () => {
    const client = await startServer();
    await client.open(HEDGED);
    assert.deepEqual(await client.published(), []);
    await client.change('may help with osteoarthritis', 'cures osteoarthritis. So it is');
    assertOneCure(client, await client.published());
    await client.change('cures', 'may help with');
    assert.deepEqual(await client.published(), []);
  });

  const LINES: readonly (readonly [string, string])[] = [
    ['emoji before the claim', `🦴🦵🏽 knees: ${CLAIM}\n`],
    ['lines that end with CRLF', `# Notes\r\n\r\nFirst.\r\n\r\n${CLAIM}\r\n`],
    ['lines that end with a lone CR', `# Notes\r\rFirst.\r\r${CLAIM}\r`],
    ['a byte order mark', `\uFEFF${CLAIM}\n`],
    ['a quote with a soft break', `> We met in May.\n> ${CLAIM}\n`],
  ];
  for (const [name, text] of LINES)
    it(`marks the right words with ${name}, also after an edit above`, async () => {
      const client = shared();
      const uri = `file:///${name}.md`;
      await client.open(`${HEDGED} 🙂\r\n\r\n${text}`, uri);
      assertOneCure(client, await client.published(uri), uri);
      await client.change('🙂', '🙂🙂 and\r\nmore', uri);
      assertOneCure(client, await client.published(uri), uri);
      await client.change('cures', 'may help with', uri);
      assert.deepEqual(await client.published(uri), []);
    });

  it('answers the newest of many changes', async () => {
    const client = await startServer();
    await client.open(HEDGED);
    for (let round = 0; round < 20; round++) {
      await client.change('may help with', 'cures');
      await client.change('cures', 'may help with');
    }
    await client.change('may help with osteoarthritis', 'cures osteoarthritis. So it is');
    assertOneCure(client, await client.published());
  });

  it('shows at most 1,000 in a draft, and says how many more there are', async () => {
    const client = await startServer();
    await client.open(`${CLAIM}\n\n`.repeat(1200));
    const diagnostics = await client.published();
    assert.equal(diagnostics.length, 1000);
    const last = diagnostics[999];
    assert.equal(last?.code, 'too-many');
    assert.equal(last.severity, DiagnosticSeverity.Information);
    assert.ok(typeof last.message === 'string');
    // The draft has 1,200 claims, and no balance.
    assert.match(last.message, /\b202\b/);
  });

  it('says of a part that is left unread that it is, and checks the rest', async () => {
    const client = await startServer();
    await client.open(`${'['.repeat(300_000)}\n\n${CLAIM}\n`);
    const [unread, ...others] = await client.published();
    assert.equal(unread?.code, 'unread');
    assert.equal(unread.severity, DiagnosticSeverity.Information);
    assert.ok(unread.message);
    assertOneCure(client, others);
  });

  it('names the place where a claim is hedged, beside the one where it is not', async () => {
    const client = await startServer();
    await client.open('Stem cells may ease pain.\n\nStem cells can ease pain.\n');
    const [found] = await client.published();
    const [other] = found?.relatedInformation ?? [];
    assert.equal(other?.location.uri, URI);
    assert.equal(client.textAt(other.location.range), 'may ease pain');
  });

  it('clears a draft that is closed, and drops the check that was under way', async () => {
    let asked = (): void => undefined;
    let answer = (): void => undefined;
    const wasAsked = new Promise<void>((resolve) => (asked = resolve));
    const answered = new Promise<object>((resolve) => (answer = () => resolve({})));
    const client = await startServer({
      capabilities: { workspace: { configuration: true } },
      configuration: (uri) => (asked(), uri === URI ? answered : {}),
    });
    await client.open(CLAIM);
    await wasAsked;
    await client.close();
    answer();
    await client.open(CLAIM, 'file:///drafts/other.md');
    assertOneCure(
      client,
      await client.published('file:///drafts/other.md'),
      'file:///drafts/other.md',
    );
    const sent = client.heard.map(
      ({ params }) => params as { uri?: string; diagnostics?: unknown },
    );
    assert.deepEqual(
      sent.filter(({ uri }) => uri === URI).map(({ diagnostics }) => diagnostics),
      [[]],
    );
  });

  const LANGUAGES: readonly (readonly [string, string, number])[] = [
    ['markdown', 'file:///a.md', 1],
    ['mdx', 'file:///a.mdx', 1],
    ['plaintext', 'untitled:Untitled-1', 1],
    ['gfm', 'file:///gfm.md', 1],
    ['text', 'vscode-vfs://github/a/b/a%20(1).txt', 1],
    ['typescript', 'file:///a.ts', 0],
  ];
  for (const [languageId, uri, count] of LANGUAGES)
    it(`reads ${languageId} at ${uri}: ${count} found`, async () => {
      await shared().open(CLAIM, uri, languageId);
      assert.equal((await shared().published(uri)).length, count);
    });
});

describe('textDocument/diagnostic', () => {
  it('answers a client that asks, and pushes nothing at it', async () => {
    const client = await startServer({ capabilities: ABLE });
    assert.ok(client.result.capabilities.diagnosticProvider);
    await client.open(CLAIM);
    assertOneCure(client, await client.diagnostics());
    await client.change('cures', 'may help with');
    assert.deepEqual(await client.diagnostics(), []);
    const methods = client.heard.map(({ method }) => method);
    assert.ok(!methods.includes('textDocument/publishDiagnostics'));
  });

  it('says "unchanged" as long as nothing changed', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(CLAIM);
    const { resultId } = await client.pull();
    assert.ok(resultId);
    assert.deepEqual(await client.pull(URI, resultId), { kind: 'unchanged', resultId });
    await client.change('cures', 'may help with');
    assert.equal((await client.pull(URI, resultId)).kind, 'full');
  });

  it('has nothing to say of a draft that is not open', async () => {
    const client = await startServer({ capabilities: ABLE });
    assert.deepEqual(await client.diagnostics('file:///never-opened.md'), []);
    await client.open(CLAIM);
    await client.close();
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('gives up a request that is cancelled while it waits', async () => {
    const source = new CancellationTokenSource();
    const client = await startServer({
      capabilities: ABLE,
      configuration: () => source.cancel(),
    });
    await client.open(CLAIM);
    const params = { textDocument: { uri: URI } };
    const request = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
    assertOneCure(client, await client.diagnostics());
  });
});
