/** The library: read and compiled once, when first asked for, so that the server is up at once. */

import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import { byDefault, loadLibrary, type RawLibrary } from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import type { Shipped } from '../project/situation.ts';
import { reasonOf } from './calm.ts';

/** `undefined`, once the writer has been told why, where there is no library to be had. */
export function libraryOnce(
  connection: Connection,
  read: () => Promise<unknown>,
): () => Promise<Shipped | undefined> {
  let library: Promise<Shipped | undefined> | undefined;
  return () => (library ??= load(connection, read));
}

async function load(
  connection: Connection,
  read: () => Promise<unknown>,
): Promise<Shipped | undefined> {
  try {
    const raw = await read();
    if (!isRawLibrary(raw)) throw new Error('library.json holds no "packs".');
    const { library, problems } = loadLibrary(byDefault(raw));
    for (const { file, line, message } of problems)
      connection.console.warn(`${file}${line === undefined ? '' : `:${line}`}: ${message}`);
    return { raw, library };
  } catch (error) {
    connection.console.error(`The library could not be loaded: ${reasonOf(error)}`);
    const message = l10n.t(
      'Hedgerow checks nothing: its rules and terms (library.json, beside the server) are missing or damaged. Install Hedgerow again, or run "npm run build" in a copy of the source. The log says more.',
    );
    await connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message,
    });
    return undefined;
  }
}

function isRawLibrary(value: unknown): value is RawLibrary {
  return (
    typeof value === 'object' && value !== null && 'packs' in value && Array.isArray(value.packs)
  );
}
