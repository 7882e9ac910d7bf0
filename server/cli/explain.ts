/** `hedgerow explain`: how a line was read, stage by stage. */

import { explain as explained } from '../core/index.ts';
import { readArguments, type Command, type ExitCode } from './command.ts';
import { Failure, messageOf, problemInWords } from './errors.ts';
import { openOneDraft } from './one-draft.ts';
import { printableLines, type Output } from './output.ts';
import { readDraft } from './read-draft.ts';

export const explain: Command = {
  summary: 'show how a line of a draft is read, stage by stage',
  help: `Usage: hedgerow explain FILE:LINE

Prints what hedgerow makes of a line: its prose, sentences and terms, the claims in it, and what the
rules say. LINE counts from 1. Useful where a finding is missing or should not be there.

Exit code: 0, or 2 if the line cannot be read.
`,
  run,
};

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const { positionals } = readArguments('explain', args, {});
  const { name, line } = readPlace(positionals);
  const opened = await openOneDraft(name, output);
  if (!opened) return 2;
  const { file, situation, isSound } = opened;

  const { analysis, lines, notices } = await readDraft(file, situation).catch((error: unknown) => {
    throw new Failure(problemInWords({ file: file.path, message: messageOf(error) }));
  });
  for (const { message } of notices) await output.say(`${file.path}: ${message}`);
  if (!analysis) return 2;
  if (line > lines.count)
    throw new Failure(`${file.path} ends on line ${lines.count}: there is no line ${line}.`);
  const text = explained(analysis, line).trimEnd();
  await output.out(`${printableLines(text === '' ? 'No prose stands on this line.' : text)}\n`);
  return isSound ? 0 : 2;
}

function readPlace(positionals: readonly string[]): { name: string; line: number } {
  const [, name, line] = /^(.+):([1-9]\d{0,8})$/s.exec(positionals[0] ?? '') ?? [];
  if (name === undefined || positionals.length > 1)
    throw new Failure('Name one line of one draft, such as draft.md:12 (lines count from 1).');
  return { name, line: Number(line) };
}
