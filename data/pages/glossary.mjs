// The glossary: every term by kind, in the order of the alphabet.

import { NOTICE, escape, list, page, source, sourceByTitle } from './markdown.mjs';

const KINDS = {
  condition: 'Conditions',
  anatomy: 'Parts of the body',
  mechanism: 'Mechanisms',
  product: 'Cells and products',
  procedure: 'Procedures',
  outcome: 'Outcomes',
  trial: 'Studies',
  regulation: 'Regulation',
};

export function glossaryPage(library) {
  const terms = [...library.terms.values()];
  const sections = Object.entries(KINDS).flatMap(([kind, title]) => {
    const some = terms.filter((term) => term.kind === kind).sort(byName);
    return some.length === 0 ? [] : [`## ${title}`, ...some.map((term) => entry(term, library))];
  });
  return page(
    NOTICE,
    '# Glossary',
    `${terms.length} terms that Hedgerow defines on hover, in any inflection, in British and American spelling. The definitions are the project's own, in plain words, and not medical advice.`,
    list(Object.values(KINDS).map((title) => `[${title}](#${anchor(title)})`)),
    ...sections,
  );
}

function byName(a, b) {
  const [first, second] = [a, b].map(({ forms }) => forms[0].toLowerCase());
  return first < second ? -1 : first > second ? 1 : 0;
}

function anchor(title) {
  return title.toLowerCase().replaceAll(' ', '-');
}

function entry(term, library) {
  const [name, ...others] = term.forms;
  const also = [...term.abbreviations, ...others, ...(term.adjectives ?? [])];
  const verbs = term.verbs ?? [];
  const codes = [
    term.codes?.mesh && `MeSH ${term.codes.mesh}`,
    term.codes?.icd10 && `ICD-10-CM ${term.codes.icd10}`,
  ].filter(Boolean);
  const details = [
    also.length > 0 && `Also: ${also.map(escape).join(', ')}`,
    verbs.length > 0 && `Verbs: ${verbs.map(escape).join(', ')}`,
    codes.length > 0 && `Codes: ${codes.join(', ')}`,
    `Source: ${term.sources.map((title) => source(sourceByTitle(library, title))).join('; ')}`,
  ];
  const text = term.note ? `${term.definition} ${term.note}` : term.definition;
  return [`### ${escape(name)}`, escape(text), list(details.filter(Boolean))].join('\n\n');
}
