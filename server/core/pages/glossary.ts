/** The glossary: every term by kind, in the order of the alphabet. */

import type { Term, TermKind } from '../model.ts';
import type { Library } from '../packs.ts';
import { escapeMarkdown } from './escape.ts';
import { titleOf } from './titles.ts';
import { citedLine, list, page } from './markdown.ts';

const KINDS: Readonly<Record<TermKind, string>> = {
  condition: 'Conditions',
  anatomy: 'Parts of the body',
  mechanism: 'Mechanisms',
  product: 'Cells and products',
  procedure: 'Procedures',
  outcome: 'Outcomes',
  trial: 'Studies',
  regulation: 'Regulation',
};

export function glossaryPage(library: Library): string {
  const terms = [...library.terms.values()].sort(byName);
  const sections = Object.entries(KINDS).flatMap(([kind, title]) => {
    const some = terms.filter((term) => term.kind === kind);
    return some.length === 0 ? [] : [`## ${title}`, ...some.map((term) => entry(term, library))];
  });
  return page(
    '# Glossary',
    `${terms.length} terms that Hedgerow defines on hover, in any inflection, in British and American spelling. The definitions are the project's own, in plain words, and not medical advice.`,
    list(Object.values(KINDS).map((title) => `[${title}](#${anchor(title)})`)),
    ...sections,
  );
}

function byName(a: Term, b: Term): number {
  const [first = '', second = ''] = [a, b].map(({ forms }) => forms[0]?.toLowerCase());
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Of a heading, as renderers of markdown make it. */
export function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function entry(term: Term, library: Library): string {
  const [name = term.id, ...others] = term.forms;
  const also = [...term.abbreviations, ...others, ...(term.adjectives ?? [])];
  const verbs = term.verbs ?? [];
  const known = library.evidence.filter(({ conditions, interventions }) =>
    [...conditions, ...interventions].includes(term.id),
  );
  const codes = codesOf(term);
  const details = [
    also.length > 0 && `Also: ${also.map(escapeMarkdown).join(', ')}`,
    verbs.length > 0 && `Verbs: ${verbs.map(escapeMarkdown).join(', ')}`,
    codes.length > 0 && `Codes: ${codes.join(', ')}`,
    known.length > 0 &&
      `Evidence: ${known.map((row) => `[${titleOf(row)}](../evidence/README.md#${row.id})`).join(', ')}`,
    `Source: ${term.sources.map((title) => citedLine(title, library)).join('; ')}`,
  ];
  const text = term.note === undefined ? term.definition : `${term.definition} ${term.note}`;
  return [
    `### ${escapeMarkdown(name)}`,
    escapeMarkdown(text),
    list(details.filter((detail) => detail !== false)),
  ].join('\n\n');
}

/** The codes of a term, each with the name of its system. */
export function codesOf({ codes }: Term): readonly string[] {
  return [
    ...(codes?.mesh === undefined ? [] : [`MeSH ${codes.mesh}`]),
    ...(codes?.icd10 === undefined ? [] : [`ICD-10-CM ${codes.icd10}`]),
  ];
}
