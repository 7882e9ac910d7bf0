/** What holds for each draft, from the disk. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { projectResolver, type ReadText } from '../project/find.ts';
import {
  conditionsFor,
  isIgnored,
  knownOf,
  situations,
  todayIs,
  type Conditions,
  type Shipped,
  type Situation,
} from '../project/situation.ts';
import type { DraftFile } from './drafts.ts';
import { errorCode, reason } from './errors.ts';
import { shown } from './paths.ts';

/** A draft's situation, and what holds for its text. */
export interface DraftSituation extends Situation {
  readonly uri: string;
  /** The project leaves the draft unread. */
  readonly ignored: boolean;
  readonly conditionsFor: (text: string) => Conditions;
}

export function situationsOf(shipped: Shipped): (file: DraftFile) => Promise<DraftSituation> {
  const known = knownOf(shipped, todayIs());
  const nameOf = (uri: string): string => shown(URI.parse(uri).fsPath);
  const resolve = projectResolver({ readText, known, nameOf });
  const situationOf = situations(shipped, nameOf);
  return async ({ path: name, folder }) => {
    const project = await resolve(URI.file(folder).toString(), await repositoryOf(folder));
    const uri = URI.file(path.join(folder, path.basename(name))).toString();
    return {
      ...situationOf(project),
      uri,
      ignored: isIgnored(project, uri),
      conditionsFor: (text) => conditionsFor(text, uri, project, known),
    };
  };
}

/** The root of the repository that a folder lies in, beyond which no configuration holds. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return URI.file(at).toString();
    if (path.dirname(at) === at) return undefined;
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const readText: ReadText = async (uri) => {
  try {
    return await readFile(URI.parse(uri).fsPath, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw new Error(reason(error), { cause: error });
  }
};
