/** `hedgerow/page`: the glossary, the evidence and the rules as documents of an editor. */

import type { Connection } from 'vscode-languageserver';
import { pageOf, type Library } from '../core/index.ts';
import { calmly } from './calm.ts';
import type { PageAnswer, PageParams } from './protocol.ts';

const METHOD = 'hedgerow/page';

export function providePages(
  connection: Connection,
  libraryOf: (uri?: string) => Promise<Library | undefined>,
): void {
  connection.onRequest(
    METHOD,
    calmly(connection, METHOD, null, async (params: unknown): Promise<PageAnswer> => {
      if (!isPage(params)) return null;
      const loaded = await libraryOf(params.uri);
      return loaded ? (pageOf(loaded, params) ?? null) : null;
    }),
  );
}

function isPage(params: unknown): params is PageParams {
  if (typeof params !== 'object' || params === null || !('page' in params)) return false;
  const { page } = params;
  const id = 'id' in params ? params.id : undefined;
  const uri = 'uri' in params ? params.uri : undefined;
  return (
    (uri === undefined || typeof uri === 'string') &&
    (page === 'glossary' || page === 'evidence' || page === 'rule') &&
    (id === undefined || typeof id === 'string')
  );
}
