/** The page of each rule, and the index of them. */

import type { Condition, Example, Rule, Severity } from '../model.ts';
import type { Library } from '../packs.ts';
import { escapeMarkdown } from './escape.ts';
import { code, list, page, sourceLine, table } from './markdown.ts';

const STRENGTH: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function rulesIndex({ rules, packs }: Library): string {
  const rows = [...rules.values()].map((rule) => [
    `[${code(rule.id)}](${rule.id}.md)`,
    escapeMarkdown(rule.title),
    strongest(rule),
    escapeMarkdown(packs.get(rule.pack)?.title ?? rule.pack),
  ]);
  return page(
    '# Rules',
    'What Hedgerow flags, and why. Each page has the reasons, the sources, and examples of what is flagged and what is not; every example is run as a test.',
    'A setting lowers a rule or switches it off: `"hedgerow.severity": { "hype-words": "off" }`. Nothing raises one.',
    table(['Rule', 'Flags', 'At most', 'Pack'], rows),
    '## Packs',
    'The setting `hedgerow.packs`, and `packs` in `.hedgerow.yml`, choose packs by id; those that they build on come along.',
    table(
      ['Id', 'Pack', 'Used'],
      [...packs.values()].map(({ id, title, optional }) => [
        code(id),
        escapeMarkdown(title),
        optional ? 'where it is named' : 'by default',
      ]),
    ),
  );
}

export function rulePage(rule: Rule, library: Library): string {
  const cases = rule.cases.map(({ when, unless, severity, message }) => [
    severity,
    escapeMarkdown(message),
    conditionOf(when) + (unless ? `, unless ${conditionOf(unless)}` : ''),
  ]);
  return page(
    `# ${escapeMarkdown(rule.title)}`,
    `${code(rule.id)}, ${article(strongest(rule))} at most.`,
    '## Why',
    rule.rationale
      .split(/\n{2,}/)
      .map(escapeMarkdown)
      .join('\n\n'),
    '## When it speaks',
    'The first case that holds counts.',
    table(['Severity', 'Message', 'When'], cases),
    rule.outranks.length > 0 &&
      `On the same words it takes the place of ${rule.outranks.map((id) => `[${code(id)}](${id}.md)`).join(', ')}.`,
    rule.under &&
      `The examples are read as ${rule.under.kind ?? 'editorial'} drafts published in ${rule.under.jurisdiction ?? 'any place'}.`,
    '## Flagged',
    rule.flags.map(flagged).join('\n\n'),
    '## Not flagged',
    rule.allows.map(({ text }) => quoted(text)).join('\n\n'),
    '## Sources',
    list(rule.sources.map((id) => sourceOf(id, library))),
    '## Silence it',
    `Lower it or switch it off in the settings: ${code(`"hedgerow.severity": { "${rule.id}": "off" }`)}.`,
  );
}

function sourceOf(id: string, { sources }: Library): string {
  const source = sources.get(id);
  return source ? sourceLine(source) : escapeMarkdown(id);
}

function strongest({ cases }: Rule): Severity {
  return STRENGTH.find((severity) => cases.some((one) => one.severity === severity)) ?? 'hint';
}

function article(severity: Severity): string {
  return severity === 'error' || severity === 'information' ? `an ${severity}` : `a ${severity}`;
}

/** A condition in a line: `verb: repair, relieve; modality: asserted`. */
function conditionOf(condition: Condition): string {
  return Object.entries(condition)
    .map(([slot, wanted]) => {
      const values = [wanted]
        .flat()
        .map((value) =>
          typeof value === 'object' ? `(${conditionOf(value)})` : code(String(value)),
        );
      if (slot === 'any') return values.join(' or ');
      if (slot === 'all') return values.join(' and ');
      return `${slot} ${values.join(' or ')}`;
    })
    .join(', ');
}

/** The example with its marked words in bold, and what the first offer makes of it. */
function flagged({ text, marks, becomes }: Example): string {
  const isLong = text.includes('\n');
  return [
    marks === undefined || isLong ? quoted(text) : `> ${inBold(text, marks)}`,
    ...(marks !== undefined && isLong ? [`Marked: ${escapeMarkdown(marks)}`] : []),
    ...(becomes === undefined ? [] : ['Becomes:', quoted(becomes)]),
  ].join('\n\n');
}

function inBold(text: string, marks: string): string {
  const at = text.indexOf(marks);
  const after = text.slice(at + marks.length);
  return `${flowing(text.slice(0, at))}**${escapeMarkdown(marks)}**${flowing(after)}`;
}

/** A piece of a paragraph, with the space at its ends. */
function flowing(text: string): string {
  const [before = ''] = /^\s?/.exec(text) ?? [];
  const [after = ''] = text.trim() === '' ? [] : (/\s?$/.exec(text) ?? []);
  return `${before}${escapeMarkdown(text)}${after}`;
}

/** A line of prose as a quotation, a draft of several lines as code. */
function quoted(text: string): string {
  return text.trim().includes('\n')
    ? `\`\`\`\`markdown\n${text.trim()}\n\`\`\`\``
    : `> ${escapeMarkdown(text.trim())}`;
}
