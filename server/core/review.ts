/** All rewordings of a draft at once: the first offer of each flagged sentence, kept apart from the others. */

import { toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import type { Finding, Offer, Severity } from './model.ts';
import { rewordingsFor } from './rewording.ts';

/** A finding and the first of its offers. */
export interface Rewording {
  readonly finding: Finding;
  readonly offer: Offer;
}

/** Weaker findings ask, and whether to change anything is for the writer to say. */
const ORDER: readonly Severity[] = ['error', 'warning'];

/**
 * In the order of the text. An offer is good for the sentence that it was tried on, so each sentence
 * is reworded once, for the gravest of its findings; questions to the author are no rewordings.
 */
export function firstRewordings(analysis: Analysis): readonly Rewording[] {
  const taken = new Set<string>();
  const chosen: Rewording[] = [];
  const graver = (a: Finding, b: Finding): number =>
    ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || a.span.start - b.span.start;
  const strong = analysis.findings.filter(({ severity }) => ORDER.includes(severity));
  for (const finding of strong.toSorted(graver)) {
    const [offer] = rewordingsFor(analysis, finding);
    if (!offer || offer.kind === 'query') continue;
    const touched = sentencesOf(analysis, finding, offer);
    const again = touched.some((sentence) => taken.has(sentence));
    // Alt text stands within a paragraph: neither knows of the other's sentences.
    if (again || chosen.some((one) => overlap(one.offer, offer))) continue;
    for (const sentence of touched) taken.add(sentence);
    chosen.push({ finding, offer });
  }
  const startOf = ({ offer }: Rewording): number =>
    Math.min(...offer.edits.map(({ span }) => span.start));
  return chosen.toSorted((a, b) => startOf(a) - startOf(b));
}

/** The sentences that the finding stands in or the offer changes, by block and number. */
function sentencesOf(
  { draft, readings }: Analysis,
  { block: index, span }: Finding,
  { edits }: Offer,
): readonly string[] {
  const block = draft.blocks[index];
  if (!block) return [];
  const start = Math.min(span.start, ...edits.map((edit) => edit.span.start));
  const end = Math.max(span.end, ...edits.map((edit) => edit.span.end));
  const sentences = readings[index]?.sentences ?? [];
  return sentences.flatMap(({ sentence }, at) => {
    const own = toSource(block, sentence);
    return own.start < end && own.end > start ? [`${index} ${at}`] : [];
  });
}

const overlap = (one: Offer, other: Offer): boolean =>
  one.edits.some(({ span }) =>
    other.edits.some((edit) => edit.span.start <= span.end && edit.span.end >= span.start),
  );
