/** Which configuration holds for a folder. Nothing here knows who asks, so that all get one answer. */

import { URI, Utils } from 'vscode-uri';
import { parseConfiguration, type Configuration } from './configuration.ts';

/**
 * The text at a URI, or undefined where there is no such file. It rejects, with a message for
 * people, where there is a file that cannot be read.
 */
export type ReadText = (uri: string) => Promise<string | undefined>;

/** A configuration file: its text, or why it could not be read. */
export interface Found {
  readonly uri: string;
  readonly text?: string;
  readonly unreadable?: string;
}

/** In a folder that has both, the first holds. */
export const configurationNames = ['.hedgerow.yml', '.hedgerow.json'] as const;

/** The nearest configuration file, from a folder (a URI) up to the root of its file system. */
export async function findConfiguration(
  folder: string,
  readText: ReadText,
): Promise<Found | undefined> {
  let at = URI.parse(folder);
  for (;;) {
    for (const name of configurationNames) {
      const uri = Utils.joinPath(at, name).toString();
      const found = await read(uri, readText);
      if (found) return found;
    }
    const above = Utils.dirname(at);
    if (above.path === at.path) return undefined;
    at = above;
  }
}

async function read(uri: string, readText: ReadText): Promise<Found | undefined> {
  try {
    const text = await readText(uri);
    return text === undefined ? undefined : { uri, text };
  } catch (error) {
    return { uri, unreadable: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Answers which configuration holds for a folder. Every file is read once: drafts that share a
 * configuration get the same object, and after a change a new resolver starts afresh.
 */
export function configurationResolver(
  readText: ReadText,
  ruleIds: Iterable<string>,
  nameOf: (uri: string) => string,
): (folder: string) => Promise<Configuration> {
  const none: Configuration = { options: {}, problems: [] };
  const readOnce = remember(readText);
  const parsed = new Map<string, Configuration>();
  return remember(async (folder) => {
    const found = await findConfiguration(folder, readOnce);
    if (!found) return none;
    const known = parsed.get(found.uri) ?? parseFound(found, nameOf(found.uri), ruleIds);
    parsed.set(found.uri, known);
    return known;
  });
}

function parseFound(found: Found, file: string, ruleIds: Iterable<string>): Configuration {
  if (found.text !== undefined) return parseConfiguration(found.text, file, ruleIds);
  const message = `The configuration cannot be read: ${found.unreadable ?? 'unknown reason'}.`;
  return { options: {}, problems: [{ file, message }] };
}

function remember<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
