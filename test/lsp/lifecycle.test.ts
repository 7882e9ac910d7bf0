import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ErrorCodes,
  MessageType,
  type DidChangeTextDocumentParams,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import { ABLE, CLAIM, connect, SERVER, sharedServer, startServer, URI } from './client.ts';

describe('initialize', () => {
  it('names the server and its version', async () => {
    const { result } = await connect({});
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(result.serverInfo, { name: 'hedgerow', version });
  });

  it('promises a client that can do nothing no more than it can use', async () => {
    const { result } = await connect({});
    assert.deepEqual(result.capabilities, {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['-'] },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor.rewrite'],
        resolveProvider: false,
      },
    });
  });
});

describe('the library', () => {
  const BROKEN: readonly (readonly [string, string | undefined])[] = [
    ['missing', undefined],
    ['half written', '{"packs": [{"id": "gen'],
    ['of another shape', '["packs"]'],
  ];
  for (const [name, content] of BROKEN)
    it(`may be ${name}: the writer is told what to do, and the server stays up`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'hedgerow-lsp-'));
      const server = path.join(folder, 'server.js');
      copyFileSync(SERVER, server);
      if (content !== undefined) writeFileSync(path.join(folder, 'library.json'), content);
      const client = await startServer({ server });
      const shown = await client.hears((method, params) =>
        method === 'window/showMessage' ? (params as ShowMessageParams) : undefined,
      );
      rmSync(folder, { recursive: true });
      assert.equal(shown.type, MessageType.Error);
      assert.match(shown.message, /library\.json.*Install Hedgerow again/);
      assert.doesNotMatch(shown.message, /\n\s+at /, 'a stack trace');
      await client.open(CLAIM);
      assert.deepEqual(await client.published(), []);
      assert.equal(await client.hover('osteoarthritis'), null);
      assert.deepEqual(await client.actions('cures'), []);
      assert.equal(await client.stop(), 0);
    });
});

describe('malformed input', () => {
  const shared = sharedServer({ capabilities: ABLE });
  before(() => shared().open(CLAIM));

  const MESSAGES: readonly (readonly [string, string])[] = [
    ['a body that is no JSON', '{bad}'],
    ['a body that is no message', '[]'],
    ['null', 'null'],
    ['a message without a method', '{"jsonrpc":"2.0"}'],
    ['an answer to nothing', '{"jsonrpc":"2.0","id":77,"result":1}'],
  ];
  for (const [name, body] of MESSAGES)
    it(`is survived: ${name}`, async () => {
      shared().server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      assert.equal((await shared().diagnostics()).length, 1);
    });

  const REQUESTS: readonly (readonly [string, unknown, unknown])[] = [
    ['textDocument/hover', {}, null],
    ['textDocument/hover', { textDocument: { uri: URI } }, null],
    [
      'textDocument/hover',
      { textDocument: { uri: URI }, position: { line: 1e9, character: -3 } },
      null,
    ],
    ['textDocument/codeAction', {}, []],
    ['textDocument/codeAction', { textDocument: { uri: URI }, context: {} }, []],
    ['textDocument/diagnostic', {}, { kind: 'full', items: [] }],
    ['textDocument/diagnostic', { textDocument: { uri: 7 } }, { kind: 'full', items: [] }],
    ['codeAction/resolve', {}, {}],
  ];
  for (const [method, params, answer] of REQUESTS)
    it(`is answered with nothing: ${method} ${JSON.stringify(params)}`, async () => {
      const client = shared();
      assert.deepEqual(await client.connection.sendRequest(method, params), answer);
      assert.equal((await client.diagnostics()).length, 1);
    });

  const CHANGES: readonly (readonly [string, Partial<DidChangeTextDocumentParams>])[] = [
    ['a change of a draft that is not open', { textDocument: { uri: 'file:///x.md', version: 2 } }],
    ['a change without changes', { textDocument: { uri: URI, version: 2 }, contentChanges: [] }],
    ['a change without a draft', {}],
  ];
  for (const [name, params] of CHANGES)
    it(`is survived: ${name}`, async () => {
      const client = shared();
      await client.connection.sendNotification('textDocument/didChange', params);
      assert.equal((await client.diagnostics()).length, 1);
    });

  it('is refused where the method is unknown', async () => {
    const request = shared().connection.sendRequest('textDocument/rename', {});
    await assert.rejects(request, { code: ErrorCodes.MethodNotFound });
  });
});

describe('shutdown and exit', () => {
  it('end the process with 0', async () => {
    const client = await startServer();
    await client.open(CLAIM);
    await client.published();
    assert.equal(await client.stop(), 0);
  });

  it('end it with 1 where shutdown was left out', async () => {
    const { connection, exitCode } = await startServer();
    await connection.sendNotification('exit');
    assert.equal(await exitCode, 1);
  });

  it('end it when the editor is gone without a word', async () => {
    const { server, exitCode } = await startServer();
    server.stdin.end();
    assert.equal(await exitCode, 1);
  });
});

describe('hedgerow-language-server', () => {
  const RUNS: readonly (readonly [readonly string[], number, RegExp])[] = [
    [[], 2, /how to talk to the editor\. Add --stdio/],
    [['--wrong'], 2, /--wrong/],
    [['--stdio', '--wrong'], 2, /--wrong/],
    [['draft.md'], 2, /draft\.md/],
    [['--node-ipc'], 2, /Use --stdio/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['--help'], 0, /^Usage: hedgerow-language-server --stdio\n/],
  ];
  for (const [args, code, says] of RUNS)
    it(`run with "${args.join(' ')}" exits with ${code} and says why`, () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER, ...args], {
        encoding: 'utf8',
        input: '',
      });
      assert.equal(status, code);
      assert.match(code === 0 ? stdout : stderr, says);
      assert.equal(code === 0 ? stderr : stdout, '');
      assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
    });
});
