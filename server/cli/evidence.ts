/** `hedgerow evidence`: what is known of interventions in conditions. */

import { CERTAINTY, reviewOf, RUNGS, type Evidence, type Library } from '../core/index.ts';
import { choice, readArguments, type Command, type ExitCode } from './command.ts';
import { problemInWords } from './errors.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';
import { json } from './report-json.ts';

export const evidence: Command = {
  summary: 'list what is known of interventions in conditions',
  help: `Usage: hedgerow evidence [--format text|json] [WORD…]

Lists the rows of evidence: in one line, how certain it is, the strongest wording that is honest,
the sources, and when it was checked. With words, only rows that have them all: hedgerow evidence knee PRP
`,
  run,
};

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments('evidence', args, {
    format: { type: 'string', default: 'text' },
  });
  const format = choice('format', values.format, ['text', 'json']);
  const { library, problems } = await openLibrary();
  for (const problem of problems) await output.say(problemInWords(problem));
  const rows = library.evidence.filter((row) => hasAll(wordsOf(row, library), positionals));
  if (format === 'json') await output.out(`${json(rows, 2)}\n`);
  else for (const row of rows) await output.out(inText(row, library, output));
  if (rows.length === 0) await output.say('No row has these words. All: hedgerow evidence');
  return problems.length > 0 ? 2 : 0;
}

/** Whether a text has every word, whatever its case. */
export function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word.toLowerCase()));
}

/** All that a row says, and all that its terms are called. */
function wordsOf(row: Evidence, { terms }: Library): string {
  const named = [...row.interventions, ...row.conditions, ...row.outcomes].flatMap((id) => {
    const term = terms.get(id);
    return term ? [...term.forms, ...term.abbreviations] : [];
  });
  return [row.id, row.line, row.certainty, row.direction, ...named].join('\n');
}

function inText(row: Evidence, { terms }: Library, { style }: Output): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => terms.get(id)?.forms[0] ?? id).join(', ');
  const lines = [
    style('bold', row.line),
    `  conditions: ${names(row.conditions)}`,
    `  interventions: ${names(row.interventions)}`,
    `  outcomes: ${names(row.outcomes)}`,
    `  found: ${row.direction}; certainty: ${CERTAINTY[row.certainty]}; strongest wording: “${RUNGS[row.rung]?.wording ?? ''}”`,
    ...row.citations.map(({ text }) => style('dim', `  source: ${text}`)),
    style('dim', `  checked ${row.checked}, due again ${row.review}; ${reviewOf(row)}`),
  ];
  return `${lines.join('\n')}\n\n`;
}
