/** `hedgerow check`: what is overstated in these drafts. */

import type { Problem, Severity } from '../core/index.ts';
import { severities } from '../project/configuration.ts';
import type { FileProblem } from '../project/nodes.ts';
import type { Shipped } from '../project/situation.ts';
import { draftChecker, type Outcome } from './check-draft.ts';
import { choice, readArguments, type Command, type ExitCode } from './command.ts';
import { findDrafts, type DraftFile, type Wanted } from './drafts.ts';
import { Failure, problemInWords } from './errors.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';
import { reportFormats, reportNames } from './report.ts';
import type { Report, ReportName, Totals } from './report.ts';
import { areMany, inWorkers, type Rendering } from './workers.ts';

export const check: Command = {
  summary: 'find overstated claims in drafts',
  help: `Usage: hedgerow check [options] PATH…

Checks drafts: files that end with .md, .markdown, .mdx or .txt, and all of these in folders.
The path - stands for standard input.

Options:
  --format FORMAT        ${reportNames.join(', ')} (text unless given)
  --diff                 print the first rewording of every sentence as a unified diff, for
                         git apply or patch -p1; nothing is changed (the same as --format diff)
  --fail-on SEVERITY     exit with 1 if anything is at least this grave:
                         error, warning, information, hint, never (warning unless given)
  --stdin-filename NAME  what standard input is called; its ending says how it is read
  --no-ignore            also check what .gitignore and .hedgerowignore leave out

Files that are named are checked even if ignore rules leave them out. The folders node_modules,
.git and dist are never entered. A .hedgerow.yml or .hedgerow.json in a draft's folder, or in the
nearest folder above, configures how it is checked, up to the root of the repository. What it says,
and what the front matter of a draft says: hedgerow config DRAFT.

Exit code: 0 if nothing was found, 1 if something was, 2 if anything could not be read.
`,
  run,
};

interface Settings extends Wanted {
  readonly format: ReportName;
  /** The severities that count as failure. */
  readonly failing: readonly Severity[];
}

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const settings = readSettings(args);
  const { problems, ...shipped } = await openLibrary();
  const found = await findDrafts(settings);
  const tally = newTally();
  const told = new Set<string>();
  const complain = async (problem: FileProblem): Promise<void> => {
    const key = JSON.stringify(problem);
    if (told.has(key)) return;
    told.add(key);
    if (problem.mild !== true) tally.problems.push(problem);
    await output.say(problemInWords(problem));
  };
  for (const problem of [...problems, ...found.problems]) await complain(problem);
  for (const note of found.notes) await output.say(note);

  const report = reportFormats[settings.format](output);
  await output.out(report.start());
  let separator = '';
  const rendering = { ...settings, coloured: output.coloured, width: output.width };
  for await (const outcome of outcomesOf(found.drafts, shipped, report, rendering)) {
    const { text, findings, problems } = outcome;
    for (const problem of problems) await complain(problem);
    if (findings) add(tally, findings);
    if (text === '') continue;
    await output.out(separator + text);
    separator = report.separator ?? '';
  }
  await output.out(report.end(tally));
  if (tally.problems.length > 0) return 2;
  return settings.failing.some((severity) => tally.findings[severity] > 0) ? 1 : 0;
}

async function* outcomesOf(
  drafts: readonly DraftFile[],
  shipped: Shipped,
  report: Report,
  { format, ignoreRules, coloured, width }: Rendering,
): AsyncIterable<Outcome> {
  const rendering = { format, ignoreRules, coloured, width };
  if (areMany(drafts, rendering)) {
    yield* inWorkers(drafts, rendering);
    return;
  }
  const check = draftChecker(shipped, report, ignoreRules);
  for (const file of drafts) yield await check(file);
}

interface Tally extends Totals {
  drafts: number;
  draftsWithFindings: number;
  readonly findings: Record<Severity, number>;
  readonly problems: Problem[];
}

function newTally(): Tally {
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  return { drafts: 0, draftsWithFindings: 0, findings, problems: [] };
}

function add(tally: Tally, findings: NonNullable<Outcome['findings']>): void {
  tally.drafts += 1;
  const counts = severities.map((severity) => [severity, findings[severity] ?? 0] as const);
  if (counts.some(([, count]) => count > 0)) tally.draftsWithFindings += 1;
  for (const [severity, count] of counts) tally.findings[severity] += count;
}

function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = readArguments('check', args, {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'warning' },
    'stdin-filename': { type: 'string' },
    'no-ignore': { type: 'boolean', default: false },
    diff: { type: 'boolean', default: false },
  });
  const stdinName = values['stdin-filename'];
  if (positionals.length === 0)
    throw new Failure('Name the files or folders to check, or - for standard input.');
  if (stdinName !== undefined && !positionals.includes('-'))
    throw new Failure('--stdin-filename names standard input: add - to the paths.');
  const least = choice('fail-on', values['fail-on'], [...severities, 'never']);
  return {
    paths: positionals,
    stdinName,
    ignoreRules: !values['no-ignore'],
    format: values.diff ? 'diff' : choice('format', values.format, reportNames),
    failing: least === 'never' ? [] : severities.slice(0, severities.indexOf(least) + 1),
  };
}
