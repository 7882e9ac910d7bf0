// The page of each rule, and the index of them.

import { NOTICE, capital, code, escape, list, page, source, table } from './markdown.mjs';

const STRENGTH = ['error', 'warning', 'information', 'hint'];

export function rulesIndex({ rules, packs }) {
  const rows = [...rules.values()].map((rule) => [
    `[${code(rule.id)}](${rule.id}.md)`,
    escape(rule.title),
    strongest(rule),
    escape(packs.get(rule.pack)?.title ?? rule.pack),
  ]);
  return page(
    NOTICE,
    '# Rules',
    'What Hedgerow flags, and why. Each page has the reasons, the sources, and examples of what is flagged and what is not; every example is run as a test.',
    'A setting lowers a rule or switches it off: `"hedgerow.severity": { "hype-words": "off" }`. Nothing raises one.',
    table(['Rule', 'Flags', 'At most', 'Pack'], rows),
  );
}

export function rulePage(rule, library) {
  const cases = rule.cases.map(({ when, unless, severity, message }) => [
    severity,
    escape(message),
    conditionOf(when) + (unless ? `, unless ${conditionOf(unless)}` : ''),
  ]);
  const outranked = rule.outranks ?? [];
  return page(
    NOTICE,
    `# ${escape(rule.title)}`,
    `${code(rule.id)}, ${article(strongest(rule))} at most.`,
    '## Why',
    rule.rationale
      .split(/\n{2,}/)
      .map(escape)
      .join('\n\n'),
    '## When it speaks',
    'The first case that holds counts.',
    table(['Severity', 'Message', 'When'], cases),
    outranked.length > 0 &&
      `On the same words it takes the place of ${outranked.map((id) => `[${code(id)}](${id}.md)`).join(', ')}.`,
    '## Flagged',
    rule.flags.map(flagged).join('\n\n'),
    '## Not flagged',
    rule.allows.map(({ text }) => quoted(text)).join('\n\n'),
    '## Sources',
    list(rule.sources.map((id) => source(library.sources.get(id)))),
    '## Silence it',
    `Lower it or switch it off in the settings: ${code(`"hedgerow.severity": { "${rule.id}": "off" }`)}.`,
  );
}

function strongest({ cases }) {
  return STRENGTH.find((severity) => cases.some((one) => one.severity === severity));
}

function article(severity) {
  return severity === 'error' || severity === 'information' ? `an ${severity}` : `a ${severity}`;
}

/** A condition in a line: `verb: repair, relieve; modality: asserted`. */
function conditionOf(condition) {
  return Object.entries(condition)
    .map(([slot, wanted]) => {
      if (slot === 'any' || slot === 'all') {
        const parts = wanted.map((part) => `(${conditionOf(part)})`);
        return parts.join(slot === 'any' ? ' or ' : ' and ');
      }
      const values = [wanted].flat().map((value) => code(String(value)));
      return `${slot} ${values.join(' or ')}`;
    })
    .join(', ');
}

/** The example with its marked words in bold, and what the first offer makes of it. */
function flagged({ text, marks, becomes }) {
  const example =
    marks === undefined || text.includes('\n') ? quoted(text) : `> ${inBold(text, marks)}`;
  const about = marks !== undefined && text.includes('\n') && `Marked: ${escape(marks)}`;
  const offer = becomes !== undefined && `${capital('becomes')}:\n\n${quoted(becomes)}`;
  return [example, about, offer].filter(Boolean).join('\n\n');
}

function inBold(text, marks) {
  const at = text.indexOf(marks);
  const after = text.slice(at + marks.length);
  return `${escape(text.slice(0, at))}**${escape(marks)}**${escape(after)}`;
}

/** A line of prose as a quotation, a draft of several lines as code. */
function quoted(text) {
  return text.trim().includes('\n')
    ? `\`\`\`\`markdown\n${text.trim()}\n\`\`\`\``
    : `> ${escape(text.trim())}`;
}
