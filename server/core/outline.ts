/** Every claim of a draft by section: what rules object to, and what is said so that none does. */

import type { Analysis } from './analyze.ts';
import { toSource } from './align.ts';
import { judge, type Verdict } from './judge.ts';
import type { Finding, SourceSpan } from './model.ts';
import type { SetAside } from './set-aside.ts';
import { claimUnder } from './reading-back.ts';
import type { Claim } from './resolve.ts';

/** A heading and the claims up to the next one; sections without claims are left out. */
export interface OutlineSection {
  /** The heading's prose on one line; empty before the first heading. */
  readonly title: string;
  readonly claims: readonly OutlinedClaim[];
}

export interface OutlinedClaim {
  readonly span: SourceSpan;
  /** The source text of `span`. */
  readonly text: string;
  readonly strength: 'bare' | 'hedged' | 'attributed';
  /** What is found in it, whether it stands or was set aside; nothing where no rule objects. */
  readonly finding?: Finding;
  readonly setAside?: SetAside;
}

export function outline(analysis: Analysis): readonly OutlineSection[] {
  const { draft, setAside, findings } = analysis;
  const found = [...findings, ...setAside.map(({ finding }) => finding)];
  const asideBy = new Map(setAside.map((one) => [one.finding, one]));
  const judged = found.map((finding): Placed => {
    const aside = asideBy.get(finding);
    const { span, text, block } = finding;
    const strength = strengthOf(claimUnder(analysis, finding));
    return { block, span, text, strength, finding, ...(aside && { setAside: aside }) };
  });
  const claims = [...judged, ...clearClaims(analysis, found)];
  claims.sort((a, b) => a.span.start - b.span.start);

  const sections = new Map<number, { title: string; claims: OutlinedClaim[] }>();
  for (const { block, ...claim } of claims) {
    const heading = headingOf(block, analysis);
    const title = draft.blocks[heading]?.text.replaceAll(/\s+/g, ' ').trim() ?? '';
    const section = sections.get(heading) ?? { title, claims: [] };
    sections.set(heading, section);
    section.claims.push(claim);
  }
  return [...sections.values()];
}

type Placed = OutlinedClaim & { readonly block: number };

/** The block of the heading that a block stands under, or that it is; -1 before the first. */
function headingOf(index: number, { draft }: Analysis): number {
  const block = draft.blocks[index];
  return block?.kind === 'heading' ? index : (block?.place.section.at(-1) ?? -1);
}

function strengthOf(claim: Claim | undefined): OutlinedClaim['strength'] {
  const attribution = claim?.frame.attribution ?? 'none';
  if (claim?.excuse === 'attributed' || !['none', 'proof'].includes(attribution))
    return 'attributed';
  return claim?.modality === 'hedged' || claim?.modality === 'aimed' ? 'hedged' : 'bare';
}

/** What a rule would object to if it were said as a fact and by nobody else. */
function clearClaims(analysis: Analysis, found: readonly Finding[]): readonly Placed[] {
  const { claims, draft, library, options } = analysis;
  const bluntly = new Map(
    claims.flatMap((claim) => (isExcused(claim) ? [] : [[bare(claim), claim]])),
  );
  const { kind } = options;
  const verdicts = judge(
    [{ claims: [...bluntly.keys()] }],
    draft.blocks,
    library,
    kind ? { kind } : {},
  );
  const taken = new Map<number, Finding[]>();
  for (const finding of found)
    taken.set(finding.block, [...(taken.get(finding.block) ?? []), finding]);
  return verdicts.flatMap((verdict): readonly Placed[] => {
    const block = draft.blocks[verdict.claim.block];
    const rivals = taken.get(verdict.claim.block) ?? [];
    if (!block || rivals.some(({ basis }) => overlap(basis, verdict))) return [];
    const span = toSource(block, { start: verdict.start, end: verdict.end });
    const text = draft.source.slice(span.start, span.end);
    const strength = strengthOf(bluntly.get(verdict.claim));
    return [{ block: verdict.claim.block, span, text, strength }];
  });
}

const isExcused = ({ excuse }: Claim): boolean => excuse !== undefined && excuse !== 'attributed';

function bare({ excuse: _, ...claim }: Claim): Claim {
  const { rung: __, ...frame } = claim.frame;
  const asserted = { ...frame, modality: 'asserted', attribution: 'none' } as const;
  return { ...claim, modality: 'asserted', frame: asserted };
}

const overlap = (one: { start: number; end: number }, other: Verdict): boolean =>
  one.start < other.end && one.end > other.start;
