/** What a command is, and how its arguments are read. */

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../core/index.ts';
import { Failure } from './errors.ts';
import type { Output } from './output.ts';

/** 0: nothing found; 1: something found; 2: something is wrong with how or on what it was run. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  readonly run: (args: readonly string[], output: Output) => Promise<ExitCode>;
}

type Flags = NonNullable<ParseArgsConfig['options']>;

type Arguments<T extends Flags> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Nothing, unless a command that takes no more arguments was given some. */
export function expectNoMore(command: string, positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined)
    throw new Failure(`Unexpected argument “${first}”. See: hedgerow help ${command}`);
}

/** Options and positionals. Throws a Failure on what the command does not know. */
export function readArguments<const T extends Flags>(
  command: string,
  args: readonly string[],
  options: T,
): Arguments<T> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(`${complaint(error, Object.keys(options))} See: hedgerow help ${command}`);
  }
}

/** The value of an option, which must be one of a few words. */
export function choice<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new Failure(
    `Unknown value “${value}” for --${option}.${didYouMean(value, known)} Use ${known.join(', ')}.`,
  );
}

function complaint(error: unknown, flags: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const flag = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${message.split('\n')[0] ?? message}.`;
  const known = flags.map((name) => `--${name}`);
  return `Unknown option “${flag}”.${didYouMean(flag, known)}`;
}
