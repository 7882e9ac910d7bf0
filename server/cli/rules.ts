/** `hedgerow rules`: what is looked for, and why. */

import type { Example, Library, Rule, Severity } from '../core/index.ts';
import { severities } from '../project/configuration.ts';
import { didYouMean } from '../core/index.ts';
import { choice, readArguments, type Command, type ExitCode } from './command.ts';
import { Failure, problemInWords } from './errors.ts';
import { openLibrary } from './library.ts';
import type { Output } from './output.ts';
import { json } from './report-json.ts';

export const rules: Command = {
  summary: 'list the rules, or tell all about some',
  help: `Usage: hedgerow rules [--format text|json] [RULE…]

Lists the rules with the gravest severity that each may have. For rules that are named: why they
are there, on what sources, and examples of what they flag and allow.
`,
  run,
};

async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = readArguments('rules', args, {
    format: { type: 'string', default: 'text' },
  });
  const format = choice('format', values.format, ['text', 'json']);
  const { library, problems } = await openLibrary();
  for (const problem of problems) await output.say(problemInWords(problem));
  const chosen = choose(library, positionals);
  if (format === 'json') await output.out(`${json(chosen, 2)}\n`);
  else if (positionals.length === 0) await output.out(table(chosen, output));
  else for (const rule of chosen) await output.out(page(rule, library, output));
  return problems.length > 0 ? 2 : 0;
}

function choose({ rules }: Library, ids: readonly string[]): readonly Rule[] {
  const unknown = ids.find((id) => !rules.has(id));
  if (unknown !== undefined)
    throw new Failure(
      `Unknown rule “${unknown}”.${didYouMean(unknown, rules.keys())} All: hedgerow rules`,
    );
  const chosen = [...rules.values()].filter(({ id }) => ids.length === 0 || ids.includes(id));
  return chosen.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function table(chosen: readonly Rule[], { style }: Output): string {
  const idWidth = Math.max(0, ...chosen.map(({ id }) => id.length));
  const severityWidth = Math.max(...severities.map((severity) => severity.length));
  const line = (rule: Rule): string => {
    const severity = gravest(rule);
    const level = style(severity, severity.padEnd(severityWidth));
    return `${style('bold', rule.id.padEnd(idWidth))}  ${level}  ${rule.title}\n`;
  };
  return chosen.map(line).join('');
}

function gravest({ cases }: Rule): Severity {
  return severities.find((level) => cases.some(({ severity }) => severity === level)) ?? 'hint';
}

function page(rule: Rule, { sources }: Library, { style }: Output): string {
  const titles = rule.sources.map((id) => sources.get(id)?.title ?? id);
  const lines = [
    `${style('bold', rule.id)}: ${rule.title}`,
    ...rule.cases.map(({ severity, message }) => `  ${style(severity, severity)}: ${message}`),
    '',
    `  ${rule.rationale.trim().replace(/\n/g, '\n  ')}`,
    ...section('Sources', titles),
    ...section('Flags', rule.flags.map(example)),
    ...section('Allows', rule.allows.map(example)),
  ];
  return `${lines.join('\n')}\n\n`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : ['', `  ${title}:`, ...items.map((item) => `  - ${item}`)];
}

function example({ text, becomes }: Example): string {
  return becomes === undefined ? text : `${text}\n    → ${becomes}`;
}
