/**
 * Which files of a project hold for a folder. Nothing here knows who asks, so that editor and
 * command line get one answer.
 */

import { acceptedName, parseAccepted, type Accepted } from './accepted.ts';
import { parseConfiguration, type Configuration, type Known } from './configuration.ts';
import type { FileProblem } from './nodes.ts';
import { aboveOf, fileIn, placeOf } from './places.ts';

/**
 * The text at a URI, or undefined where there is no such file. It rejects, with a message for
 * people, where there is a file that cannot be read.
 */
export type ReadText = (uri: string) => Promise<string | undefined>;

/** In a folder that has both, the first holds. */
export const configurationNames = ['.hedgerow.yml', '.hedgerow.json'] as const;

/** What was found for a folder. The same object for all folders that share the files. */
export interface Project {
  readonly configuration: Configuration;
  /** The configuration file, if there is one. */
  readonly uri?: string;
  readonly accepted: Accepted;
  /** The side file of accepted claims, if there is one. */
  readonly acceptedUri?: string;
}

/** What holds where there are no files: for a draft that lies nowhere. */
export const noProject: Project = {
  configuration: { options: {}, lines: new Map(), problems: [] },
  accepted: { entries: [], problems: [] },
};

/** How a project is read. */
export interface Ways {
  readonly readText: ReadText;
  readonly known: Known;
  /** A file as problems name it. */
  readonly nameOf: (uri: string) => string;
}

/** Answers for a folder; `root` is the last folder that is looked into, the file system's without it. */
export type ResolveProject = (folder: string, root?: string) => Promise<Project>;

/** Every file is read once; after a change a new resolver starts afresh. */
export function projectResolver({ readText, known, nameOf }: Ways): ResolveProject {
  const readOnce = remember((uri) => read(uri, readText));
  const configurations = remember(async (uri) => {
    const { text, unreadable } = await readOnce(uri);
    if (text !== undefined) return parseConfiguration(text, nameOf(uri), known);
    return {
      ...noProject.configuration,
      problems: unreadable ? [unread(nameOf(uri), unreadable)] : [],
    };
  });
  const accepted = remember(async (uri) => {
    const { text, unreadable } = await readOnce(uri);
    if (text !== undefined) return parseAccepted(text, nameOf(uri), known);
    return { entries: [], problems: unreadable ? [unread(nameOf(uri), unreadable)] : [] };
  });
  const projects = remember(async (files) => {
    const [uri = '', acceptedUri = ''] = files.split('\n');
    return {
      configuration: uri ? await configurations(uri) : noProject.configuration,
      ...(uri && { uri }),
      accepted: acceptedUri ? await accepted(acceptedUri) : noProject.accepted,
      ...(acceptedUri && { acceptedUri }),
    };
  });
  return async (folder, root) => {
    const exists = async (uri: string): Promise<boolean> => {
      const { text, unreadable } = await readOnce(uri);
      return text !== undefined || unreadable !== undefined;
    };
    const uri = await nearest(folder, root, configurationNames, exists);
    const acceptedUri = await nearest(folder, root, [acceptedName], exists);
    return projects(`${uri ?? ''}\n${acceptedUri ?? ''}`);
  };
}

/** The nearest file of some names, from a folder up to the root. */
export async function nearest(
  folder: string,
  root: string | undefined,
  names: readonly string[],
  exists: (uri: string) => Promise<boolean>,
): Promise<string | undefined> {
  const last = root === undefined ? undefined : placeOf(root).replace(/\/$/, '');
  let at: string | undefined = placeOf(folder);
  while (at !== undefined) {
    for (const name of names) {
      const uri = fileIn(at, name);
      if (await exists(uri)) return uri;
    }
    at = at.replace(/\/$/, '') === last ? undefined : aboveOf(at);
  }
  return undefined;
}

interface FileText {
  readonly text?: string;
  readonly unreadable?: string;
}

async function read(uri: string, readText: ReadText): Promise<FileText> {
  try {
    const text = await readText(uri);
    return text === undefined ? {} : { text };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

function unread(file: string, why: string): FileProblem {
  return { file, message: `This file cannot be read: ${why}.` };
}

function remember<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
