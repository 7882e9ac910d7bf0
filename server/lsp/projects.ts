/** The project of each document: its files, kept until they change, and what is wrong in them. */

import {
  DidChangeWatchedFilesNotification,
  DiagnosticSeverity,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../core/index.ts';
import { acceptedName } from '../project/accepted.ts';
import type { Known } from '../project/configuration.ts';
import {
  configurationNames,
  noProject,
  projectResolver,
  type ReadText,
  type ResolveProject,
} from '../project/find.ts';
import type { FileProblem } from '../project/nodes.ts';
import { folderOf, nameOf, placeOf, rootFor } from '../project/places.ts';
import {
  knownOf,
  situations,
  todayIs,
  type Shipped,
  type Situation,
} from '../project/situation.ts';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { rangeOf } from './convert.ts';

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
}

interface State {
  readonly known: Known;
  readonly resolve: ResolveProject;
  readonly situationOf: ReturnType<typeof situations>;
  readonly made: WeakMap<Situation, ProjectSituation>;
}

export function projectsOf(means: Means, onChange: () => void): Projects {
  const { connection, client, documents, readText, shipped } = means;
  const tell = problemTeller(means);
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
      tell(situation);
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

/** Whether a document is one of the files that make a project. */
export function isOurs(uri: string): boolean {
  return [...configurationNames, acceptedName].some((name) => nameOf(uri) === name);
}

/** Problems as diagnostics in the files that they are in, published whenever these were read anew. */
function problemTeller({ connection, readText }: Means): (situation: Situation) => void {
  const told = new WeakSet<Situation>();
  const shown = new Set<string>();

  const publish = async (uri: string, problems: readonly FileProblem[]): Promise<void> => {
    if (problems.length === 0 && !shown.has(uri)) return;
    const lines = new Lines((await readText(uri)) ?? '');
    await connection.sendDiagnostics({
      uri,
      diagnostics: problems.map((one) => diagnosticOf(one, lines)),
    });
    if (problems.length > 0) shown.add(uri);
    else shown.delete(uri);
  };
  return (situation) => {
    if (told.has(situation)) return;
    told.add(situation);
    const { project, problems } = situation;
    const { uri, acceptedUri, accepted } = project;
    const inSideFile = new Set<FileProblem>(accepted.problems);
    const all = [
      ...(uri
        ? [
            publish(
              uri,
              problems.filter((one) => !inSideFile.has(one)),
            ),
          ]
        : []),
      ...(acceptedUri ? [publish(acceptedUri, accepted.problems)] : []),
    ];
    Promise.all(all).catch((error: unknown) => {
      connection.console.warn(`Problems of a project could not be told: ${reasonOf(error)}`);
    });
  };
}

function diagnosticOf({ span, line = 1, message, mild }: FileProblem, lines: Lines): Diagnostic {
  const start = lines.startOf(line - 1);
  return {
    range: rangeOf(span ?? { start, end: lines.startOf(line) }, lines),
    severity: mild === true ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    source: 'hedgerow',
    message,
  };
}
