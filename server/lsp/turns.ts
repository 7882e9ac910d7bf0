/**
 * Long work in pieces. Everybody's pieces go through one line: between two of them the server hears
 * whatever came in meanwhile, so that nothing waits longer than one piece takes.
 */

import type { CancellationToken } from 'vscode-languageserver';

/**
 * Does a piece of work in its turn. Rejects with `Cancelled`, and leaves the piece undone, where nobody
 * wants it any longer by then.
 */
export type Turn = <T>(piece: () => T, token?: CancellationToken) => Promise<T>;

export class Cancelled extends Error {}

export function turns(): Turn {
  const line: (() => void)[] = [];
  const next = (): void => {
    line.shift()?.();
    // Set once the piece is done: until the timer comes round the loop takes in all that waits.
    if (line.length > 0) setTimeout(next);
  };
  return (piece, token) =>
    new Promise((resolve, reject) => {
      line.push(() => {
        try {
          if (token?.isCancellationRequested)
            throw new Cancelled('Nobody waits for it any longer.');
          resolve(piece());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      if (line.length === 1) setTimeout(next);
    });
}

/** What a promise gives, unless the token is cancelled first: `undefined` then. */
export function unlessCancelled<T>(
  promise: Promise<T>,
  token: CancellationToken | undefined,
): Promise<T | undefined> {
  if (!token) return promise;
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => resolve(undefined));
    promise.then(resolve, reject).finally(() => listening.dispose());
  });
}
