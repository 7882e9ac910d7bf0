import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { PublishDiagnosticsParams, ShowMessageParams } from 'vscode-languageserver/node';
import { CLAIM, URI } from './client.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** What a web worker has of what the server may use: no `document`, no `process`, no `require`. */
function startWorker(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const script = readFileSync('dist/server.browser.js', 'utf8');
  const worker = { self: port2, setTimeout, clearTimeout, setInterval, clearInterval, console };
  runInContext(script, createContext({ ...worker, performance, TextDecoder, TextEncoder, URL }));
  return port1;
}

describe('dist/server.browser.js', () => {
  const ports: MessagePort[] = [];
  afterEach(() => ports.splice(0).forEach((port) => port.close()));

  /** Opens a claim in a worker that was given these options; resolves at the message sought. */
  const session = (initializationOptions: unknown, sought: string): Promise<Message> =>
    new Promise((resolve) => {
      const port = startWorker();
      ports.push(port);
      const say = (message: Message): void => port.postMessage({ jsonrpc: '2.0', ...message });
      port.on('message', (message: Message) => {
        if (message.id === 1) {
          const textDocument = { uri: URI, languageId: 'markdown', version: 1, text: CLAIM };
          say({ method: 'initialized', params: {} });
          say({ method: 'textDocument/didOpen', params: { textDocument } });
        }
        if (message.method === sought) resolve(message);
      });
      const params = { processId: null, rootUri: null, capabilities: {}, initializationOptions };
      say({ id: 1, method: 'initialize', params });
    });

  it('checks drafts in a worker, with the library that the client hands over', async () => {
    const library: unknown = JSON.parse(readFileSync('dist/library.json', 'utf8'));
    const { params } = await session({ library }, 'textDocument/publishDiagnostics');
    const { diagnostics } = params as PublishDiagnosticsParams;
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['cure-claim'],
    );
  });

  it('says so where the client handed over none', async () => {
    const { params } = await session({}, 'window/showMessage');
    assert.match((params as ShowMessageParams).message, /library\.json/);
  });
});
