/** What a hover says, as markdown or plain text. What comes from packs and drafts is escaped. */

import {
  CERTAINTY,
  codesOf,
  escapeMarkdown,
  httpsOnly,
  PLACES,
  reviewOf,
  RUNGS,
  statusInWords,
  type ClaimReading,
  type Evidence,
  type Knowledge,
  type RegulatoryStatus,
  type Source,
  type Term,
} from '../core/index.ts';
import * as l10n from '../project/l10n.ts';

type Sources = ReadonlyMap<string, Source>;

/** A hover is read at a glance: more names and regulators than these are counted, not shown. */
const MOST = { names: 6, regulators: 3 };

/** How far a source was checked, in words for the writer. */
const VERIFIED: Readonly<Record<Source['verified'], () => string>> = {
  read: () => l10n.t('read at the source'),
  secondary: () => l10n.t('known at second hand'),
  unverified: () => l10n.t('not verified'),
};

/** How the parts of a hover are written in one format. */
interface Style {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly link: (title: string, url: string) => string;
}

export function markdownOf(knowledge: Knowledge, sources: Sources, codes: boolean): string {
  return write(knowledge, sources, codes, {
    text: escapeMarkdown,
    strong: (text) => `**${escapeMarkdown(text)}**`,
    link: (title, url) => `[${escapeMarkdown(title)}](<${url}>)`,
  });
}

export function plainTextOf(knowledge: Knowledge, sources: Sources, codes: boolean): string {
  return write(knowledge, sources, codes, {
    text: (text) => text,
    strong: (text) => text,
    link: (title, url) => `${title}, ${url}`,
  });
}

function write(knowledge: Knowledge, sources: Sources, codes: boolean, style: Style): string {
  const { definition, evidence, regulatory, reading } = knowledge;
  return [
    // An editor shows what is wrong right above.
    ...(reading ? [readingPart(reading, style)] : []),
    ...(definition ? termParts(definition.term, codes, style) : []),
    ...evidenceParts(evidence, sources, style),
    ...regulatory.slice(0, MOST.regulators).map((row) => regulatoryPart(row, sources, style)),
    ...moreRegulators(regulatory),
    ...(definition ? sourcesPart(definition.term, sources, style) : []),
  ].join('\n\n');
}

function termParts(term: Term, codes: boolean, style: Style): readonly string[] {
  const [name = term.id, ...others] = [...term.forms, ...term.abbreviations];
  const shown = others.slice(0, MOST.names).map(style.text).join(', ');
  const left = others.length - MOST.names;
  const coded = codes ? codesOf(term) : [];
  return [
    `${style.strong(name)} (${term.kind})`,
    style.text(term.definition),
    ...(left > 0 ? [l10n.t('Also known as: {0} and {1} more', shown, left)] : []),
    ...(left <= 0 && others.length > 0 ? [l10n.t('Also known as: {0}', shown)] : []),
    ...(term.note === undefined ? [] : [style.text(term.note)]),
    ...(coded.length > 0 ? [l10n.t('Codes: {0}', coded.map(style.text).join(', '))] : []),
  ];
}

/** Where all rows stand, for whoever reads a hover. */
const EVIDENCE_PAGE =
  'https://github.com/hedgerow-tools/hedgerow/blob/main/docs/evidence/README.md';

function evidenceParts(
  rows: readonly Evidence[],
  sources: Sources,
  style: Style,
): readonly string[] {
  const [best, ...others] = rows;
  if (!best) return [];
  const part = evidencePart(best, sources, style);
  const table = style.link(l10n.t('evidence table'), EVIDENCE_PAGE);
  const more =
    others.length === 0
      ? l10n.t('See the {0}.', table)
      : l10n.t('{0} more in the {1}.', others.length, table);
  return [`${part} ${more}`];
}

function evidencePart(row: Evidence, sources: Sources, style: Style): string {
  const [first, ...others] = row.citations;
  const cited = first === undefined ? '' : citation(first.text, sources, style);
  return [
    `${style.strong(l10n.t('Evidence'))}: ${style.text(row.line)}`,
    l10n.t('Certainty: {0}. Found: {1}.', CERTAINTY[row.certainty], row.direction),
    others.length > 0 ? l10n.t('{0}, and {1} more.', cited, others.length) : `${cited}.`,
    l10n.t('Checked {0}, due again {1}; {2}.', row.checked, row.review, style.text(reviewOf(row))),
  ].join(' ');
}

/** The regulator is the source: its name is the link. */
function regulatoryPart(row: RegulatoryStatus, sources: Sources, style: Style): string {
  const source = sourceOf(row.sources[0] ?? '', sources);
  const url = httpsOnly(source?.url);
  const regulator = url ? style.link(row.regulator, url) : style.text(row.regulator);
  const checked = source ? `, ${VERIFIED[source.verified]()}` : '';
  const where = style.strong(l10n.t('Status in {0}', PLACES[row.jurisdiction]));
  return `${where}: ${style.text(statusInWords(row))} (${regulator}, ${row.asOf}${checked}).`;
}

function moreRegulators({ length }: readonly RegulatoryStatus[]): readonly string[] {
  const left = length - MOST.regulators;
  if (left <= 0) return [];
  return [l10n.t('{0} more; the setting hedgerow.jurisdiction chooses one place.', left)];
}

function sourcesPart(term: Term, sources: Sources, style: Style): readonly string[] {
  const cited = term.sources.map((each) => citation(each, sources, style));
  if (cited.length === 0) return [];
  return cited.length === 1
    ? [l10n.t('Source: {0}', cited.join('; '))]
    : [l10n.t('Sources: {0}', cited.join('; '))];
}

/** "Read as: “stem cells” · “cure” · “arthritis”, as a fact. Rung 8 of 9 (assertion)." */
function readingPart(
  { who, does, what, surely, isAim, rung, carried }: ClaimReading,
  style: Style,
): string {
  const parts = [who, does, what].filter((part) => part !== '').map((part) => style.text(part));
  const claim = l10n.t(
    '{0}: {1}, {2}.',
    style.strong(l10n.t('Read as')),
    parts.join(' · '),
    surely,
  );
  // Its low rung would look like praise for what is flagged.
  if (isAim)
    return `${claim} ${l10n.t('It says what this is for, not what it does; a reader may take the one for the other.')}`;
  const stands = l10n.t('Rung {0} of 9 ({1})', rung, RUNGS[rung]?.name ?? '');
  if (carried === undefined) return `${claim} ${stands}.`;
  const wording = RUNGS[carried]?.wording ?? '';
  return `${claim} ${stands}; ${l10n.t('the evidence carries {0} (“{1}”).', carried, wording)}`;
}

/** `cited` is the id or the title of a source of the library; another title is shown as it is. */
function citation(cited: string, sources: Sources, style: Style): string {
  const source = sourceOf(cited, sources);
  if (!source) return style.text(cited);
  const url = httpsOnly(source.url);
  const title = url ? style.link(source.title, url) : style.text(source.title);
  return `${title} (${VERIFIED[source.verified]()})`;
}

function sourceOf(cited: string, sources: Sources): Source | undefined {
  return sources.get(cited) ?? [...sources.values()].find(({ title }) => title === cited);
}
