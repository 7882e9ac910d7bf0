// What is known: one section for each row of evidence.

import { NOTICE, capital, escape, list, page, source, sourceByTitle } from './markdown.mjs';

/** The rungs of the hedging ladder, as the strongest wording that is honest. */
const RUNGS = [
  'it is not known whether',
  'is being studied',
  'is thought to',
  'might',
  'may',
  'probably',
  'is associated with',
  'can',
  'does',
  'always',
];
const CERTAINTY = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
  none: 'no studies found',
  'not-graded': 'not graded by a source',
};

export function evidencePage(library) {
  return page(
    NOTICE,
    '# Evidence',
    'What Hedgerow takes to be known of an intervention in a condition for an outcome, and the strongest wording that it holds to be honest. These are editorial defaults, not medical advice; a row that a clinician has reviewed says so.',
    ...library.evidence.map((row) => section(row, library)),
  );
}

function section(row, library) {
  const names = (ids) => ids.map((id) => escape(library.terms.get(id).forms[0])).join(', ');
  return [
    `## ${escape(capital(row.id.replaceAll('-', ' ')))}`,
    `**${escape(row.line)}**`,
    list([
      `Interventions: ${names(row.interventions)}`,
      `Conditions: ${names(row.conditions)}`,
      `Outcomes: ${names(row.outcomes)}`,
      `Found: ${row.direction}; certainty: ${CERTAINTY[row.certainty]}; studies in people: ${row.humanStudies ? 'yes' : 'none that bear on it'}`,
      `Strongest wording: “${RUNGS[row.rung]}”`,
      `Checked ${row.checked}, to be checked again by ${row.review}; ${row.reviewedBy ? `reviewed by ${escape(row.reviewedBy)}` : 'not reviewed by a clinician yet'}`,
    ]),
    'Sources:',
    list(row.citations.map(({ text }) => source(sourceByTitle(library, text)))),
  ].join('\n\n');
}
