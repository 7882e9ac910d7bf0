/** `hedgerow config`: what holds for a draft, and who says so. */

import { URI } from 'vscode-uri';
import { valuesIn, type Value } from '../project/effect.ts';
import { readArguments, type Command, type ExitCode } from './command.ts';
import { Failure } from './errors.ts';
import { openOneDraft } from './one-draft.ts';
import { printable, type Output } from './output.ts';
import { decode } from './decode.ts';
import { shown } from './paths.ts';

export const config: Command = {
  summary: 'show the configuration in effect for a draft',
  help: `Usage: hedgerow config DRAFT

Prints every value that holds for a draft and where it comes from: the default, a .hedgerow.yml or
.hedgerow.json (the nearest one in the draft's folder or above, up to the root of the repository), or
the front matter of the draft. What is wrong in these files is told on standard error.

Exit code: 0, or 2 if something is wrong.
`,
  run,
};

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const { positionals } = readArguments('config', args, {});
  const [name] = positionals;
  if (name === undefined || positionals.length > 1)
    throw new Failure('Name one draft, such as: hedgerow config draft.md');
  const opened = await openOneDraft(name, output);
  if (!opened) return 2;
  const { file, situation, isSound } = opened;

  const { text = '' } = decode(await file.read());
  const { layers, notices } = situation.conditionsFor(text);
  for (const { message } of notices) await output.say(`${file.path}: ${message}`);
  const values = valuesIn(layers, situation.uri);
  const width = Math.max(...values.map(({ name: each }) => each.length));
  const lines = values.map((each) => `${each.name.padEnd(width)}  ${printable(inWords(each))}\n`);
  if (situation.ignored) lines.push('The project leaves this draft unread (“ignore”).\n');
  await output.out(lines.join(''));
  return isSound ? 0 : 2;
}

function inWords({ value, from, uri, line }: Value): string {
  if (uri === undefined) return `${value}  (${from})`;
  const place = shown(URI.parse(uri).fsPath);
  return `${value}  (${place}${line === undefined ? '' : `:${line}`})`;
}
