/** A command on one draft: the draft, what holds for it, and what is wrong with the files around it. */

import type { FileProblem } from '../project/nodes.ts';
import { situationsOf } from './configure.ts';
import { findDrafts } from './drafts.ts';
import { problemInWords } from './errors.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';

/** Problems are told on standard error; `undefined` where one leaves no draft to read. */
export async function openOneDraft(name: string, output: Output) {
  const { problems, ...shipped } = await openLibrary();
  const found = await findDrafts({ paths: [name], stdinName: undefined, ignoreRules: true });
  const [file] = found.drafts;
  const situation = file && (await situationsOf(shipped)(file));
  const all: readonly FileProblem[] = [
    ...problems,
    ...found.problems,
    ...(situation?.problems ?? []),
  ];
  for (const problem of all) await output.say(problemInWords(problem));
  if (!file || !situation) return undefined;
  return { file, situation, isSound: all.every(({ mild }) => mild === true) };
}
