/** `hedgerow check`: what is overstated in these drafts. */

import { firstRewordings, rewordingsFor } from '../core/index.ts';
import type { Problem, Severity } from '../core/index.ts';
import { severities } from '../project/configuration.ts';
import type { FileProblem } from '../project/nodes.ts';
import { choice, readArguments, type Command, type ExitCode } from './command.ts';
import { situationsOf, type DraftSituation } from './configure.ts';
import { findDrafts, type DraftFile, type Wanted } from './drafts.ts';
import { Failure, messageOf, problemInWords } from './errors.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';
import { readDraft } from './read-draft.ts';
import { reportFormats, reportNames } from './report.ts';
import type { CheckedDraft, ReportName, Totals } from './report.ts';

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
  const told = new Set<Problem>();
  const complain = async (problem: FileProblem): Promise<void> => {
    if (told.has(problem)) return;
    told.add(problem);
    if (problem.mild !== true) tally.problems.push(problem);
    await output.say(problemInWords(problem));
  };
  for (const problem of [...problems, ...found.problems]) await complain(problem);
  for (const note of found.notes) await output.say(note);

  const report = reportFormats[settings.format](output);
  const situationOf = situationsOf(shipped);
  await output.out(report.start());
  for (const file of found.drafts) {
    const situation = await situationOf(file);
    for (const problem of situation.problems) await complain(problem);
    if (situation.ignored && settings.ignoreRules) continue;
    let text = '';
    try {
      const draft = await checkedDraft(file, situation);
      text = report.draft(draft);
      add(tally, draft);
    } catch (error) {
      await complain({ file: file.path, message: messageOf(error) });
    }
    await output.out(text);
  }
  await output.out(report.end(tally));
  if (tally.problems.length > 0) return 2;
  return settings.failing.some((severity) => tally.findings[severity] > 0) ? 1 : 0;
}

async function checkedDraft(file: DraftFile, situation: DraftSituation): Promise<CheckedDraft> {
  const { text = '', lines, notices, analysis } = await readDraft(file, situation);
  const { path } = file;
  return {
    path,
    text,
    lines,
    notices,
    findings: analysis?.findings ?? [],
    offers: (finding) => (analysis ? rewordingsFor(analysis, finding) : []),
    rewordings: () => (analysis ? firstRewordings(analysis) : []),
  };
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

function add(tally: Tally, { findings }: CheckedDraft): void {
  tally.drafts += 1;
  if (findings.length > 0) tally.draftsWithFindings += 1;
  for (const { severity } of findings) tally.findings[severity] += 1;
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
