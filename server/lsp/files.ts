/** Files that no editor has open: from the disk where the server has one, else from the client. */

import type { Connection } from 'vscode-languageserver';
import type { ReadText } from '../project/find.ts';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import type { Host } from './server.ts';

const METHOD = 'hedgerow/readText';

/**
 * A disk knows `file:` alone; what is virtual, remote or in a browser only the client can read. For a
 * client that cannot, there is no such file.
 */
export function fileReader(
  connection: Connection,
  client: ClientFeatures,
  host: Pick<Host, 'readText'>,
): ReadText {
  const ask = async (uri: string): Promise<unknown> => {
    try {
      return await connection.sendRequest(METHOD, { uri });
    } catch (error) {
      connection.console.warn(`The client could not read ${uri}: ${reasonOf(error)}`);
      return undefined;
    }
  };
  return async (uri) => {
    if (host.readText && uri.startsWith('file:')) return host.readText(uri);
    if (!client.readsFiles) return undefined;
    const answer = await ask(uri);
    return typeof answer === 'object' && answer !== null && 'text' in answer
      ? textOf(answer.text)
      : undefined;
  };
}

const textOf = (text: unknown): string | undefined => (typeof text === 'string' ? text : undefined);
