/** Nothing leaves the machine: no part of what ships can open a connection to another. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { filesIn, importsOf } from './files.ts';

const MODULES = /^(node:)?(https?|http2|net|tls|dns|dgram|inspector)(\/|$)/;
const CALLS =
  /\bfetch\s*\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|\bsendBeacon\s*\(/;

const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));

describe('nothing that ships', () => {
  it('has a source that imports the network or calls it', () => {
    const sources = filesIn(['server', 'client'], /\.ts$/);
    assert.ok(sources.length > 50);
    for (const file of sources) {
      for (const { specifier } of importsOf(file))
        assert.doesNotMatch(specifier, MODULES, `in ${file.name}`);
      assert.doesNotMatch(file.text, CALLS, `in ${file.name}`);
    }
  });

  for (const name of bundles)
    it(`brings a library along that does, in ${name}`, () => {
      const text = readFileSync(`dist/${name}`, 'utf8');
      assert.doesNotMatch(text, CALLS);
      const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module);
      // The libraries of LSP know pipes and sockets between client and server; no one asks for them.
      assert.deepEqual(
        asked.filter((module) => MODULES.test(module) && module !== 'net'),
        [],
      );
    });

  it('lets a client and its server talk over a socket', () => {
    const transports = filesIn(['server/lsp', 'client'], /\.ts$/).flatMap(({ text }) => [
      ...(text.match(/TransportKind\.\w+|createServer\w+|createClient\w+/g) ?? []),
    ]);
    assert.deepEqual([...new Set(transports)], ['TransportKind.ipc']);
  });
});
