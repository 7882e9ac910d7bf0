/** Errors in words. */

import type { Problem } from '../core/index.ts';

/** An error whose message is for the person at the keyboard: it says what to do. Exit code 2. */
export class Failure extends Error {}

/** What to tell of an error: its message if it was meant for people, else that it is a fault. */
export function messageOf(error: unknown): string {
  return error instanceof Failure ? error.message : internalError(error);
}

/** `file:line: message`, as compilers write it. */
export function problemInWords({ file, line, message }: Problem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space is left on the device',
  ENOTDIR: 'a part of its path is not a folder',
};

/** The code of a system error (`ENOENT`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Why the system refused, in a few words; for other errors what they say of themselves. */
export function reason(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined) return reasons[code] ?? `error ${code}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** One line for an error that nobody foresaw. */
function internalError(error: unknown): string {
  const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
  return `Internal error (${reason(error)}${where && `, ${where}`}). This is a fault of hedgerow, not of your draft: please report this line and, if you may share it, the draft.`;
}
