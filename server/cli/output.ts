/** The two streams a command writes to, and how text is made fit for a terminal. */

import { errorCode, Failure, reason } from './errors.ts';

/** Marks a piece of text for the eye, or leaves it as it is. */
export type Style = (
  kind: 'error' | 'warning' | 'information' | 'hint' | 'dim' | 'bold' | 'good',
  text: string,
) => string;

export interface Output {
  /** Resolves when the stream has taken the text, so that a slow reader slows the writer down. */
  readonly out: (text: string) => Promise<void>;
  /** One line for the person at the keyboard, after the program's name. */
  readonly say: (message: string) => Promise<void>;
  readonly style: Style;
  /** Whether `style` marks anything. */
  readonly coloured: boolean;
  /** Columns that a line of text may take. */
  readonly width: number;
}

/** Readable without a terminal, and within one: columns. */
const widths = { unknown: 100, least: 60, most: 120 };

export function processOutput(): Output {
  const { stdout, stderr } = process;
  // Errors are told to the callback of each write; without a listener they would end the process.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  const coloured = stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  const width = stdout.isTTY ? stdout.columns : widths.unknown;
  return {
    out: (text) => write(stdout, text).catch(refused),
    // Nobody can be told that nobody can be told.
    say: (message) => write(stderr, `hedgerow: ${printable(message)}\n`).catch(() => undefined),
    style: styleFor(coloured),
    coloured,
    width: Math.min(widths.most, Math.max(widths.least, width)),
  };
}

/** Terminal colours by number (ECMA-48, SGR). */
export function styleFor(coloured: boolean): Style {
  if (!coloured) return (_kind, text) => text;
  const codes = { error: 31, warning: 33, information: 34, hint: 36, dim: 2, bold: 1, good: 32 };
  return (kind, text) => `\u001B[${codes[kind]}m${text}\u001B[0m`;
}

/**
 * The same text, unit by unit, with nothing in it that moves a cursor, changes a colour or turns
 * the direction of what follows: file names and drafts come from anywhere.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (unit) => {
    if (unit === '\t') return ' ';
    const code = unit.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

/** The same for text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

// C0, DEL and C1 controls; line and paragraph separators; embeddings, overrides and isolates.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A reader who has gone (`EPIPE`) is no fault, and told apart by whoever ends the program. */
function refused(error: unknown): never {
  if (errorCode(error) === 'EPIPE') throw error;
  throw new Failure(`The report cannot be written: ${reason(error)}.`, { cause: error });
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
