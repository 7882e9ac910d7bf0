/** What is known of what stands at an offset: a term, the evidence, the status, how a claim was read. */

import type { Analysis } from './analyze.ts';
import { definitionAt } from './definitions.ts';
import { mentionsIn } from './mentions.ts';
import type { Definition, Evidence, Jurisdiction, RegulatoryStatus, SourceSpan } from './model.ts';
import { readingAt, type ClaimReading } from './reading-back.ts';

export interface Knowledge {
  readonly span: SourceSpan;
  readonly definition?: Definition;
  /** For a condition that its section names with an intervention: what answers best comes first. */
  readonly evidence: readonly Evidence[];
  /** For a product: in the jurisdiction of the options, or everywhere that is known. */
  readonly regulatory: readonly RegulatoryStatus[];
  /** On a finding. */
  readonly reading?: ClaimReading;
}

export function knowledgeAt(analysis: Analysis, offset: number): Knowledge | undefined {
  const definition = definitionAt(analysis, offset);
  const finding = analysis.findings.find(({ span }) => span.start <= offset && offset < span.end);
  const reading = finding && readingAt(analysis, finding);
  const span = definition?.span ?? (reading && finding.span);
  if (!span) return undefined;
  return {
    span,
    ...(definition && { definition }),
    evidence: definition ? evidenceOn(analysis, definition) : [],
    regulatory: definition ? statusOf(analysis, definition) : [],
    ...(reading && { reading }),
  };
}

/**
 * The rows on the condition for an intervention of the same section: first those on an intervention
 * and on outcomes that stand nearby, then those that are on this condition before others.
 */
function evidenceOn(analysis: Analysis, { term, block }: Definition): readonly Evidence[] {
  if (term.kind !== 'condition') return [];
  const about = analysis.library.evidence.filter(({ conditions }) => conditions.includes(term.id));
  if (about.length === 0) return [];
  const named = new Set<string>();
  for (const index of sectionOf(analysis, block))
    for (const mention of mentionsIn(analysis, index)) named.add(mention.term.id);
  const near = new Set(mentionsIn(analysis, block).map((mention) => mention.term.id));
  const score = ({ interventions, outcomes }: Evidence): number =>
    (interventions.some((id) => near.has(id)) ? 4 : 0) +
    (outcomes.some((id) => near.has(id)) ? 2 : outcomes.some((id) => named.has(id)) ? 1 : 0);
  return about
    .filter(({ interventions }) => interventions.some((id) => named.has(id)))
    .sort(
      (a, b) =>
        score(b) - score(a) || a.conditions.indexOf(term.id) - b.conditions.indexOf(term.id),
    );
}

/** The rows on a condition and an intervention that a block and its section name. */
export function rowsAround(analysis: Analysis, block: number): readonly Evidence[] {
  const named = new Set<string>();
  for (const index of sectionOf(analysis, block))
    for (const mention of mentionsIn(analysis, index)) named.add(mention.term.id);
  const own = mentionsIn(analysis, block).map((mention) => mention.term.id);
  return analysis.library.evidence.filter(
    ({ conditions, interventions }) =>
      conditions.some((id) => own.includes(id)) && interventions.some((id) => named.has(id)),
  );
}

/** The blocks under the same heading, with that heading and those above it. */
function sectionOf({ draft }: Analysis, block: number): readonly number[] {
  const above = draft.blocks[block]?.place.section ?? [];
  const heading = draft.blocks[block]?.kind === 'heading' ? block : above.at(-1);
  const within = draft.blocks.flatMap(({ place }, index) =>
    place.section.at(-1) === heading && draft.blocks[index]?.kind !== 'heading' ? [index] : [],
  );
  return [...above, ...(heading === block ? [block] : []), ...within];
}

function statusOf({ library, options }: Analysis, { term }: Definition): Knowledge['regulatory'] {
  const { jurisdiction } = options;
  return library.regulatory.filter(
    (row) =>
      row.products.includes(term.id) &&
      (jurisdiction === undefined || row.jurisdiction === jurisdiction),
  );
}

/** A jurisdiction in words, as "in" takes them. */
export const PLACES: Readonly<Record<Jurisdiction, string>> = {
  US: 'the United States',
  CA: 'Canada',
  UK: 'the United Kingdom',
  EU: 'the European Union',
  AU: 'Australia',
  JP: 'Japan',
  KR: 'South Korea',
  IN: 'India',
};

const STATUS: Readonly<Record<RegulatoryStatus['status'], (indication: string) => string>> = {
  approved: (indication) => `approved for ${indication}`,
  'conditionally-approved': (indication) => `conditionally approved for ${indication}`,
  'not-approved': (indication) => `not approved for ${indication}`,
  'needs-authorisation': (indication) => `needs authorisation for ${indication}`,
  'licensed-claims-only': (indication) =>
    `medicinal claims for ${indication} need a licensed product`,
  'not-advertised': (indication) => `may not be advertised to the public for ${indication}`,
};

/** "not approved for any use": the rest of the sentence names regulator and date. */
export function statusInWords({ status, indication }: RegulatoryStatus): string {
  return STATUS[status](indication);
}
