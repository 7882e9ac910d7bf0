#!/usr/bin/env node
/** The language server as a process, for any LSP client. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Schema } from '../project/schema-help.ts';
import { reasonOf } from './calm.ts';
import { serve } from './server.ts';

const NAME = 'hedgerow-language-server';

const USAGE = `Usage: ${NAME} --stdio

Flags overstated claims about stem cell and other regenerative therapy in drafts.
An editor starts this program and talks to it in the Language Server Protocol.

  --stdio                  talk over standard input and output (what most editors want)
  --node-ipc               talk over the channel to the Node process that started this one
  --clientProcessId=<pid>  end when that process has ended
  --version                print the version
  --help                   print this text
`;

const FLAG = { type: 'boolean', default: false } as const;
const OPTIONS = {
  stdio: FLAG,
  'node-ipc': FLAG,
  clientProcessId: { type: 'string' },
  version: FLAG,
  help: FLAG,
} as const;

// V8 11, of Node 20, makes optimized code of nearly all that loads the library, where later ones wait,
// and lets a heap of 20 MiB grow to 80 before it looks for what is left: this one is to double at most.
const isV8Eager = process.versions.v8.startsWith('11.');
if (isV8Eager) setFlagsFromString('--interrupt-budget=300000 --heap-growing-percent=100');

try {
  main();
} catch (error) {
  const problem = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${NAME}: ${problem}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** Throws where the arguments are wrong; the message says what to do. */
function main(): void {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (values.version) {
    process.stdout.write(`${version() ?? 'unknown'}\n`);
    return;
  }
  if (!values.stdio && !values['node-ipc'])
    throw new Error('No word on how to talk to the editor. Add --stdio.');
  if (!values.stdio && !process.send)
    throw new Error('There is no channel to a Node process that started this one. Use --stdio.');

  process.on('unhandledRejection', (error) => {
    process.stderr.write(`${NAME}: ${reasonOf(error)}\n`);
  });
  const known = version();
  serve(createConnection(), {
    readLibrary,
    readSchema,
    readText,
    ...(known && { version: known }),
  });
}

/** Rejects where there is a file that cannot be read. */
async function readText(uri: string): Promise<string | undefined> {
  try {
    return await readFile(URI.parse(uri).fsPath, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function readLibrary(): Promise<unknown> {
  const library: unknown = JSON.parse(await readFile(path.join(__dirname, 'library.json'), 'utf8'));
  // Once it is loaded, which is before the next turn, keys are waited for: back to V8's own measure.
  if (isV8Eager) setImmediate(() => setFlagsFromString('--interrupt-budget=67584'));
  return library;
}

/** It lies in the package, beside the bundle's folder; `undefined` for a bundle that was taken out of it. */
async function readSchema(name: string): Promise<Schema | undefined> {
  try {
    const file = path.join(__dirname, '..', 'data', 'schema', `${name}.schema.json`);
    return JSON.parse(await readFile(file, 'utf8')) as Schema;
  } catch {
    return undefined;
  }
}

/** Of the package that this bundle lies in; `undefined` where it was taken out of it. */
function version(): string | undefined {
  try {
    const text = readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8');
    return (JSON.parse(text) as { version?: string }).version;
  } catch {
    return undefined;
  }
}
