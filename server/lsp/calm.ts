/** One request may fail, the session does not. */

import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';

/**
 * Wraps a handler: a fault is logged and answered with `empty`, a cancelled request with the error
 * that LSP wants for it, before the work starts or, where it came too late, after.
 */
export function calmly<Params, Result>(
  connection: Connection,
  method: string,
  empty: Result,
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    const isCancelled = (): boolean => token.isCancellationRequested;
    if (isCancelled()) return cancelled();
    try {
      const result = await handle(params, token);
      return isCancelled() ? cancelled() : result;
    } catch (error) {
      if (isCancelled()) return cancelled();
      connection.console.error(`${method} failed: ${reasonOf(error)}`);
      return empty;
    }
  };
}

/** For the log: with the stack, which the writer never sees. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
