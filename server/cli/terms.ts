/** `hedgerow terms`: the glossary. */

import type { Term } from '../core/index.ts';
import { choice, readArguments, type Command, type ExitCode } from './command.ts';
import { problemInWords } from './errors.ts';
import { hasAll } from './evidence.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';
import { json } from './report-json.ts';

export const terms: Command = {
  summary: 'list the glossary',
  help: `Usage: hedgerow terms [--format text|json] [WORD…]

Lists the conditions, mechanisms and other terms that hedgerow knows and defines.
With words, only terms that have them all in a name or in the definition: hedgerow terms tendon
`,
  run,
};

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments('terms', args, {
    format: { type: 'string', default: 'text' },
  });
  const format = choice('format', values.format, ['text', 'json']);
  const { library, problems } = await openLibrary();
  for (const problem of problems) await output.say(problemInWords(problem));
  const sorted = [...library.terms.values()]
    .filter((term) => hasAll(wordsOf(term), positionals))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sorted.length === 0) await output.say('No term has these words. All: hedgerow terms');
  if (format === 'json') await output.out(`${json(sorted.map(record), 2)}\n`);
  else for (const term of sorted) await output.out(inText(term, output));
  return problems.length > 0 ? 2 : 0;
}

function wordsOf({ forms, abbreviations, definition }: Term): string {
  return [...forms, ...abbreviations, definition].join('\n');
}

function record({ id, forms, abbreviations, definition, kind, sources }: Term) {
  return { id, forms: [...forms, ...abbreviations], definition, kind, sources };
}

function inText(term: Term, { style }: Output): string {
  const [name = term.id, ...others] = [...term.forms, ...term.abbreviations];
  const lines = [`${style('bold', name)} (${term.kind})`];
  if (others.length > 0) lines.push(`  also: ${others.join(', ')}`);
  lines.push(`  ${term.definition}`);
  if (term.note !== undefined) lines.push(`  ${term.note}`);
  if (term.sources.length > 0) lines.push(style('dim', `  source: ${term.sources.join('; ')}`));
  return `${lines.join('\n')}\n\n`;
}
