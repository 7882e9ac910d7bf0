// Measures language servers as an editor meets them: how soon they answer, how long after a key the
// diagnostics are there, and how much memory they take.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const URI = 'file:///bench/draft.md';

/** Resident memory of a process in MiB; where the system does not tell, nothing. */
function residentOf({ pid }) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function start(program) {
  const began = performance.now();
  const child = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ version }) => {
    waiting.get(version)?.();
    waiting.delete(version);
  });
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create'])
    connection.onRequest(method, () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const took = performance.now() - began;
  await connection.sendNotification('initialized', {});
  const published = (version) => new Promise((resolve) => waiting.set(version, resolve));
  const stop = async () => {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    connection.dispose();
  };
  return { child, connection, took, published, stop };
}

/** Milliseconds from the start of the process to the answer to `initialize`. */
export async function timeToInitialize(program) {
  const { took, stop } = await start(program);
  await stop();
  return took;
}

/** Milliseconds from each key to its diagnostics, and the memory before the first and after the last. */
export async function typeInto(program, text, keys) {
  const { child, connection, published, stop } = await start(program);
  // What a server loads once it is up counts as well.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const idle = residentOf(child);
  let version = 1;
  const opened = published(version);
  const textDocument = { uri: URI, languageId: 'markdown', version, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await opened;
  const lines = text.split('\n');
  const typed = lines.flatMap((line, at) => (/^[A-Z][a-z]+ .{40}/.test(line) ? [at] : []));
  const times = [];
  for (let key = 0; key < keys; key++) {
    const line = typed[(Math.floor(key / 10) * 37) % typed.length];
    const character = 20 + (key % 10);
    const position = { line, character };
    const answer = published(++version);
    const began = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range: { start: position, end: position }, text: 'e' }],
    });
    await answer;
    times.push(performance.now() - began);
  }
  const after = residentOf(child);
  await stop();
  return { times: times.slice(Math.min(20, keys >> 2)), idle, after };
}
