/** What is known: a table of all rows of evidence, then a section for each. */

import type { Evidence } from '../model.ts';
import type { Library } from '../packs.ts';
import { RUNGS } from '../rungs.ts';
import { escapeMarkdown } from './escape.ts';
import { anchor } from './glossary.ts';
import { titleOf } from './titles.ts';
import { citedLine, list, page, table } from './markdown.ts';

/** A certainty as a sentence names it. */
export const CERTAINTY: Readonly<Record<Evidence['certainty'], string>> = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
  none: 'no studies found',
  'not-graded': 'not graded by a source',
};

export function evidencePage(library: Library): string {
  const rows = library.evidence.map((row) => [
    `[${titleOf(row)}](#${row.id})`,
    escapeMarkdown(row.line),
    row.direction,
    CERTAINTY[row.certainty],
    `“${RUNGS[row.rung]?.wording ?? ''}”`,
  ]);
  return page(
    '# Evidence',
    'What Hedgerow takes to be known of an intervention in a condition for an outcome, and the strongest wording that it holds to be honest. These are editorial defaults, not medical advice; a row that a clinician has reviewed says so.',
    table(['Question', 'In one line', 'Found', 'Certainty', 'Strongest wording'], rows),
    ...library.evidence.map((row) => section(row, library)),
  );
}

function section(row: Evidence, library: Library): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => termLink(library.terms.get(id)?.forms[0] ?? id)).join(', ');
  return [
    `## ${titleOf(row)}`,
    `**${escapeMarkdown(row.line)}**`,
    list([
      `Interventions: ${names(row.interventions)}`,
      `Conditions: ${names(row.conditions)}`,
      `Outcomes: ${names(row.outcomes)}`,
      `Found: ${row.direction}; certainty: ${CERTAINTY[row.certainty]}; studies in people: ${row.humanStudies ? 'yes' : 'none that bear on it'}`,
      `Strongest wording: “${RUNGS[row.rung]?.wording ?? ''}”`,
      `Checked ${row.checked}, to be checked again by ${row.review}; ${escapeMarkdown(reviewOf(row))}`,
    ]),
    'Sources:',
    list(row.citations.map(({ text }) => citedLine(text, library))),
  ].join('\n\n');
}

const termLink = (name: string): string =>
  `[${escapeMarkdown(name)}](../glossary/README.md#${anchor(name)})`;

/** Who has looked at a row beside the editors. */
export function reviewOf({ reviewedBy }: Evidence): string {
  return reviewedBy === undefined ? 'not clinically reviewed' : `reviewed by ${reviewedBy}`;
}
