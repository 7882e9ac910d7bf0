/** Claims as the views show them: which, in what order, in what words. */

import { l10n } from 'vscode';
import type { Claim, ClaimSection } from '../server/lsp/protocol.ts';

/** What a claim is filtered by; each claim is of one status and one strength. */
export type Facet = Claim['status'] | Claim['strength'];

/** How the claims of a draft are put together. */
export type Grouping = 'section' | 'strength';

/** Claims under one heading of the view. */
export interface ClaimGroup {
  readonly title: string;
  readonly claims: readonly Claim[];
}

export const STATUSES: readonly Claim['status'][] = ['finding', 'accepted', 'suppressed', 'clear'];
export const STRENGTHS: readonly Claim['strength'][] = ['bare', 'hedged', 'attributed'];

/** Groups in the order of the text, or from the strongest claims to the weakest; never an empty one. */
export function groupsOf(
  sections: readonly ClaimSection[],
  hidden: ReadonlySet<Facet>,
  grouping: Grouping,
): readonly ClaimGroup[] {
  const isShown = ({ status, strength }: Claim): boolean =>
    !hidden.has(status) && !hidden.has(strength);
  const shown = sections.map((section) => ({
    title: section.title || l10n.t('Before the first heading'),
    claims: section.claims.filter(isShown),
  }));
  const groups =
    grouping === 'section' ? shown : STRENGTHS.map((strength) => groupOf(strength, shown));
  return groups.filter(({ claims }) => claims.length > 0);
}

function groupOf(strength: Claim['strength'], groups: readonly ClaimGroup[]): ClaimGroup {
  const claims = groups.flatMap((group) => group.claims);
  return {
    title: strengthName(strength),
    claims: claims.filter((claim) => claim.strength === strength),
  };
}

export function toReword(sections: readonly ClaimSection[]): readonly Claim[] {
  return sections.flatMap(({ claims }) => claims).filter(({ status }) => status === 'finding');
}

export function strengthName(strength: Claim['strength']): string {
  switch (strength) {
    case 'bare':
      return l10n.t('Bare');
    case 'hedged':
      return l10n.t('Hedged');
    case 'attributed':
      return l10n.t('Attributed');
  }
}

export function statusName(status: Claim['status']): string {
  switch (status) {
    case 'finding':
      return l10n.t('To reword');
    case 'accepted':
      return l10n.t('Accepted');
    case 'suppressed':
      return l10n.t('Suppressed');
    case 'clear':
      return l10n.t('Nothing found');
  }
}
