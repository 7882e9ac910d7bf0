/** From the paths on the command line to the drafts they name. */

import { readdir, readFile, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Language, Problem } from '../core/index.ts';
import { reason } from './errors.ts';
import { noRules, rulesFor, type Rules } from './ignore.ts';
import { slashes } from './paths.ts';

/** A draft that can be read. */
export interface DraftFile {
  /** As reports show it: with slashes, as it was named or as seen from the named folder. */
  readonly path: string;
  /** The folder whose configuration holds, absolute. */
  readonly folder: string;
  readonly language: Language;
  /** A file that `path` leads to; else standard input. */
  readonly isFile: boolean;
  /** Rejects with the system's error. */
  readonly read: () => Promise<Uint8Array>;
}

export interface Drafts {
  /** In the order of their paths, each once. */
  readonly drafts: readonly DraftFile[];
  readonly problems: readonly Problem[];
  /** Worth a word, but no fault: folders without drafts. */
  readonly notes: readonly string[];
}

export interface Wanted {
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly stdinName: string | undefined;
  readonly ignoreRules: boolean;
}

/** What a draft's name may end with, in either case, and how it is then read. */
const languages: Readonly<Record<string, Language>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'mdx',
  '.txt': 'plaintext',
};

/** Nobody's drafts lie in these, whatever the ignore rules say. */
const neverEntered = new Set(['node_modules', '.git', 'dist']);

const unnamedInput = '<stdin>';

export async function findDrafts(wanted: Wanted): Promise<Drafts> {
  const found = new Map<string, DraftFile>();
  const problems: Problem[] = [];
  const notes: string[] = [];
  for (const named of new Set(wanted.paths)) {
    const part = await expand(named, wanted);
    for (const draft of part.drafts) {
      const key = named === '-' ? '-' : path.resolve(draft.path);
      if (!found.has(key)) found.set(key, draft);
    }
    problems.push(...part.problems);
    notes.push(...part.notes);
  }
  const drafts = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { drafts, problems, notes };
}

async function expand(named: string, wanted: Wanted): Promise<Drafts> {
  if (named === '-') return standardInput(wanted.stdinName);
  try {
    const isFolder = (await stat(named)).isDirectory();
    return isFolder ? await folder(named, wanted.ignoreRules) : namedFile(named);
  } catch (error) {
    return fault(named, `Cannot be read: ${reason(error)}.`);
  }
}

function standardInput(name = unnamedInput): Drafts {
  const language = name === unnamedInput ? 'markdown' : languageOf(name);
  if (!language) return fault(name, `${wrongEnding} Give --stdin-filename a name that does.`);
  const draft: DraftFile = {
    path: slashes(path.normalize(name)),
    folder: path.dirname(path.resolve(name)),
    language,
    isFile: false,
    read: () => buffer(process.stdin),
  };
  return { drafts: [draft], problems: [], notes: [] };
}

function namedFile(named: string): Drafts {
  const draft = fileAt(path.normalize(named));
  if (draft) return { drafts: [draft], problems: [], notes: [] };
  const way = 'For other files: hedgerow check - --stdin-filename draft.md < FILE';
  return fault(slashes(named), `${wrongEnding} ${way}`);
}

async function folder(named: string, ignoreRules: boolean): Promise<Drafts> {
  const problems: Problem[] = [];
  const complain = (problem: Problem): void => void problems.push(problem);
  const rules = ignoreRules ? await rulesFor(path.resolve(named), complain) : noRules;
  const drafts = await walk(path.normalize(named), rules, complain);
  const note = `${slashes(named)}: no drafts in this folder. ${endings} are read${
    ignoreRules ? ', and what ignore rules leave out is read with --no-ignore' : ''
  }.`;
  return { drafts, problems, notes: drafts.length + problems.length === 0 ? [note] : [] };
}

/**
 * All drafts under a folder. Links to files are followed, links to folders are not: so no circle
 * is entered and no draft is met twice.
 */
async function walk(
  root: string,
  rootRules: Rules,
  complain: (problem: Problem) => void,
): Promise<readonly DraftFile[]> {
  const drafts: DraftFile[] = [];
  const waiting = [{ at: root, rules: rootRules }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, rules } = next;
    for (const entry of await entriesOf(at, complain)) {
      const name = path.join(at, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && neverEntered.has(entry.name)) continue;
      if (!isFolder && !languageOf(name)) continue;
      if (rules.ignores(path.resolve(name), isFolder)) continue;
      if (isFolder) waiting.push({ at: name, rules: await rules.within(path.resolve(name)) });
      else if (entry.isFile() || (await isLinkToFile(entry, name))) {
        const draft = fileAt(name);
        if (draft) drafts.push(draft);
      }
    }
  }
  return drafts;
}

async function entriesOf(
  at: string,
  complain: (problem: Problem) => void,
): Promise<readonly Dirent[]> {
  try {
    return await readdir(at, { withFileTypes: true });
  } catch (error) {
    complain({ file: slashes(at), message: `The folder cannot be read: ${reason(error)}.` });
    return [];
  }
}

/** A link that leads nowhere is no draft: editors leave such links behind as locks. */
async function isLinkToFile(entry: Dirent, name: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return stat(name).then(
    (target) => target.isFile(),
    () => false,
  );
}

function fileAt(file: string): DraftFile | undefined {
  const language = languageOf(file);
  if (!language) return undefined;
  return {
    path: slashes(file),
    folder: path.dirname(path.resolve(file)),
    language,
    isFile: true,
    read: () => readFile(file),
  };
}

function languageOf(file: string): Language | undefined {
  return languages[path.extname(file).toLowerCase()];
}

function fault(file: string, message: string): Drafts {
  return { drafts: [], problems: [{ file, message }], notes: [] };
}

const endings = 'Files that end with .md, .markdown, .mdx or .txt';
const wrongEnding = `${endings} are read; this one does not.`;
