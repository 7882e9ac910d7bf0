/** The configuration of each draft, from the disk. */

import { readFile } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { Library } from '../core/index.ts';
import type { Configuration } from '../project/configuration.ts';
import { configurationResolver, type ReadText } from '../project/find.ts';
import { errorCode, reason } from './errors.ts';
import { shown } from './paths.ts';

/** Answers what holds for the drafts of a folder (an absolute path). */
export function configurationsOf(library: Library): (folder: string) => Promise<Configuration> {
  const resolve = configurationResolver(readText, library.rules.keys(), (uri) =>
    shown(URI.parse(uri).fsPath),
  );
  return (folder) => resolve(URI.file(folder).toString());
}

const readText: ReadText = async (uri) => {
  try {
    return await readFile(URI.parse(uri).fsPath, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw new Error(reason(error), { cause: error });
  }
};
