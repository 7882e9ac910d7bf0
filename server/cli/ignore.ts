/** Ignore rules: the `.gitignore` and `.hedgerowignore` of a tree, each for what lies below it. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Problem } from '../core/index.ts';
import { errorCode, reason } from './errors.ts';

/** The second may re-include what the first leaves out. */
const names = ['.gitignore', '.hedgerowignore'] as const;

/** The rules that hold in one folder. Paths are absolute. */
export interface Rules {
  readonly ignores: (file: string, isFolder: boolean) => boolean;
  /** The rules that hold in a folder directly below. */
  readonly within: (folder: string) => Promise<Rules>;
}

export const noRules: Rules = {
  ignores: () => false,
  within: () => Promise.resolve(noRules),
};

/**
 * The rules for a folder that was named, with those of the folders above it: up to the root of its
 * repository, else up to the working folder. Rules from above that leave out the named folder
 * itself are void: whoever names it wants it.
 */
export async function rulesFor(
  folder: string,
  complain: (problem: Problem) => void,
): Promise<Rules> {
  const above = await foldersAbove(folder);
  const top = above[0] ?? folder;
  let patterns = ignore({ ignorecase: false });
  for (const each of above) patterns = await extended(patterns, top, each, complain);
  const own = above.length > 0 ? `${relative(top, folder)}/` : '';
  if (own !== '' && patterns.ignores(own)) patterns = ignore({ ignorecase: false });
  return rules(await extended(patterns, top, folder, complain), top, complain);
}

function rules(patterns: Ignore, top: string, complain: (problem: Problem) => void): Rules {
  return {
    ignores: (file, isFolder) => patterns.ignores(relative(top, file) + (isFolder ? '/' : '')),
    within: async (folder) => rules(await extended(patterns, top, folder, complain), top, complain),
  };
}

/** From the topmost down to the parent. */
async function foldersAbove(folder: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    all.unshift(at);
    if (await exists(path.join(at, '.git'))) return all.slice(0, -1);
    if (path.dirname(at) === at) break;
  }
  const working = all.indexOf(process.cwd());
  return working < 0 ? [] : all.slice(working, -1);
}

/**
 * The patterns and those of one more folder, rewritten as seen from the top: in one list the last
 * match decides, as git has it, across all files of rules.
 */
async function extended(
  patterns: Ignore,
  top: string,
  folder: string,
  complain: (problem: Problem) => void,
): Promise<Ignore> {
  const prefix = escaped(relative(top, folder));
  const lines: string[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      lines.push(...(await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error) ?? '')) continue;
      complain({ file, message: `The ignore rules cannot be read: ${reason(error)}.` });
    }
  }
  const added = lines.map((line) => fromTop(line, prefix)).filter((line) => line !== '');
  if (added.length === 0) return patterns;
  return ignore({ ignorecase: false })
    .add(patterns)
    .add(added.map((pattern) => ({ pattern })));
}

/** A pattern of the folder `prefix` as one of the top; nothing for a comment or an empty line. */
export function fromTop(line: string, prefix: string): string {
  const bare = line.trimEnd();
  const trimmed = bare.endsWith('\\') && bare !== line ? `${bare} ` : bare;
  if (trimmed.startsWith('#')) return '';
  if (trimmed === '' || prefix === '') return trimmed;
  const negative = trimmed.startsWith('!');
  const body = negative ? trimmed.slice(1) : trimmed;
  if (body === '' || body === '/') return '';
  const anchored = body.slice(0, -1).includes('/');
  return `${negative ? '!' : ''}${prefix}/${anchored ? body.replace(/^\//, '') : `**/${body}`}`;
}

/** A path as a pattern that matches it alone. */
function escaped(folder: string): string {
  return folder.replace(/[\\*?[]/g, '\\$&').replace(/^[!#]/, '\\$&');
}

function relative(top: string, file: string): string {
  return path.relative(top, file).split(path.sep).join('/');
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
