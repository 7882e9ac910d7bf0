#!/usr/bin/env node
/** The command line: finds the command, and turns whatever happens into an exit code. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { didYouMean } from '../core/index.ts';
import { check } from './check.ts';
import type { Command, ExitCode } from './command.ts';
import { config } from './config.ts';
import { errorCode, Failure, messageOf } from './errors.ts';
import { evidence } from './evidence.ts';
import { explain } from './explain.ts';
import { processOutput, type Output } from './output.ts';
import { rules } from './rules.ts';
import { terms } from './terms.ts';
import { serveChunks } from './workers.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ check, config, evidence, explain, rules, terms }),
);

// For a few drafts optimized code is ready too late, and making it takes longer than they do: it is
// worth it for what runs ten times as often as V8 11, of Node 20, thinks. Later ones wait by themselves.
if (isMainThread && process.versions.v8.startsWith('11.'))
  setFlagsFromString('--interrupt-budget=1000000');

if (isMainThread) void start(process.argv.slice(2), processOutput());
else void serveChunks();

/** The exit code is set and the process left to end, so that what was written gets out. */
async function start(args: readonly string[], output: Output): Promise<void> {
  try {
    process.exitCode = await dispatch(args, output);
  } catch (error) {
    // Whoever reads the report has seen enough (`| head`): no fault, and nobody to tell.
    if (errorCode(error) === 'EPIPE') return;
    process.exitCode = 2;
    await output.say(messageOf(error));
  }
}

async function dispatch(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined)
    throw new Failure(`Name a command: ${[...commands.keys()].join(', ')}. See: hedgerow --help`);
  if (name === '--version' || name === '-v') return tell(`${await version()}\n`, output);
  if (name === '--help' || name === '-h') return tell(overview(), output);
  if (name === 'help') {
    return tell(rest[0] === undefined ? overview() : commandCalled(rest[0]).help, output);
  }
  const command = commandCalled(name);
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  if (options.includes('--help') || options.includes('-h')) return tell(command.help, output);
  return command.run(rest, output);
}

async function tell(text: string, output: Output): Promise<ExitCode> {
  await output.out(text);
  return 0;
}

function commandCalled(name: string): Command {
  const command = commands.get(name);
  if (command) return command;
  if (name.startsWith('-'))
    throw new Failure(
      `Options follow a command, such as: hedgerow check ${name} … See: hedgerow --help`,
    );
  const hint = /[./\\]/.test(name)
    ? ` To check a draft: hedgerow check ${name}`
    : didYouMean(name, [...commands.keys(), 'help']);
  throw new Failure(`Unknown command “${name}”.${hint} See: hedgerow --help`);
}

function overview(): string {
  const list = [...commands].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `hedgerow finds overstated claims about stem cell and other regenerative therapy in drafts.

Usage: hedgerow COMMAND …

Commands:
${list.join('\n')}
  help      tell more about a command: hedgerow help check

Options:
  --help, --version
`;
}

/** As package.json has it, which lies above the folder of the bundle. */
async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(path.join(__dirname, '..', 'package.json'), 'utf8'),
  );
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? manifest.version
      : undefined;
  return typeof found === 'string' ? found : 'unknown';
}
