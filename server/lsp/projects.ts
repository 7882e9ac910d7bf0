/** The project of each document: its files, kept until they change, and what is wrong in them. */

import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { acceptedName } from '../project/accepted.ts';
import type { Known } from '../project/configuration.ts';
import {
  configurationNames,
  noProject,
  projectResolver,
  type ReadText,
  type ResolveProject,
} from '../project/find.ts';
import { folderOf, nameOf, placeOf, rootFor } from '../project/places.ts';
import {
  knownOf,
  situations,
  todayIs,
  type Shipped,
  type Situation,
} from '../project/situation.ts';
import type { ClientFeatures } from './client.ts';
import { isOurs, type ProjectProblems } from './project-problems.ts';

/** A situation, and what its files are read against. The same object until a file changes. */
export interface ProjectSituation extends Situation {
  readonly known: Known;
}

export interface Projects {
  /** `packs` are those of the settings, where the project names none. */
  readonly of: (uri: string, packs?: readonly string[]) => Promise<ProjectSituation | undefined>;
  /** The folder of the workspace that a document lies in; the only one, for what lies nowhere. */
  readonly rootOf: (uri: string) => string | undefined;
  /** Reads all files again when they are next asked for. */
  readonly forget: () => void;
  /** Asks the client to tell of changes; to be called once it is initialized. */
  readonly listen: () => Promise<void>;
}

interface Means {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: TextDocuments<TextDocument>;
  readonly readText: ReadText;
  readonly shipped: () => Promise<Shipped | undefined>;
  readonly problems: ProjectProblems;
}

interface State {
  readonly known: Known;
  readonly resolve: ResolveProject;
  readonly situationOf: ReturnType<typeof situations>;
  readonly made: WeakMap<Situation, ProjectSituation>;
}

export function projectsOf(means: Means, onChange: () => void): Projects {
  const { connection, client, documents, readText, shipped, problems } = means;
  let folders = [...client.folders];
  let state: State | undefined;

  const rootOf = (uri: string): string | undefined => {
    if (folderOf(uri) !== undefined) return rootFor(uri, folders);
    return folders.length === 1 ? folders[0] : undefined;
  };
  const forget = (): void => {
    state = undefined;
  };
  const changed = (): void => {
    forget();
    onChange();
  };
  const current = async (): Promise<State | undefined> => {
    const library = await shipped();
    if (!library) return undefined;
    if (state?.known.today !== todayIs()) state = newState(library, readText);
    return state;
  };

  // A client that watches no files may still have changed one by now.
  documents.onDidSave(({ document: { uri } }) => {
    if (isOurs(uri) || !client.watchesFiles) changed();
  });
  documents.onDidOpen(() => {
    if (!client.watchesFiles) forget();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isOurs(uri))) changed();
  });
  return {
    rootOf,
    forget,
    of: async (uri, packs) => {
      const root = rootOf(uri);
      const folder = folderOf(uri) ?? root;
      const now = await current();
      if (!now) return undefined;
      const { resolve, situationOf, known, made } = now;
      const project = folder === undefined ? noProject : await resolve(folder, root);
      const situation = situationOf(project, packs);
      problems.ofSituation(situation);
      const whole = made.get(situation) ?? { ...situation, known };
      made.set(situation, whole);
      return whole;
    },
    listen: async () => {
      if (client.tellsFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => placeOf(uri)));
          folders = [
            ...folders.filter((each) => !gone.has(placeOf(each))),
            ...added.map(({ uri }) => uri),
          ];
          changed();
        });
      if (!client.watchesFiles) return;
      const watchers = [...configurationNames, acceptedName].map((name) => ({
        globPattern: `**/${name}`,
      }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}

function newState(library: Shipped, readText: ReadText): State {
  const known = knownOf(library, todayIs());
  return {
    known,
    resolve: projectResolver({ readText, known, nameOf }),
    situationOf: situations(library, nameOf),
    made: new WeakMap(),
  };
}
