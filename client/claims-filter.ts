/** Asks which claims the view is to show. */

import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Claim } from '../server/lsp/protocol.ts';
import { STATUSES, statusName, STRENGTHS, strengthName, type Facet } from './claims.ts';

/** The facets to hide; `undefined` where the writer thought better of it. */
export async function pickFacets(hidden: ReadonlySet<Facet>): Promise<Set<Facet> | undefined> {
  const item = (facet: Facet, label: string, description = ''): FacetItem => ({
    facet,
    label,
    description,
    picked: !hidden.has(facet),
  });
  const picked = await window.showQuickPick<FacetItem>(
    [
      { label: l10n.t('what was found'), kind: QuickPickItemKind.Separator },
      ...STATUSES.map((status) => item(status, statusName(status))),
      { label: l10n.t('how surely it is said'), kind: QuickPickItemKind.Separator },
      ...STRENGTHS.map((each) => item(each, strengthName(each), meaningOf(each))),
    ],
    {
      canPickMany: true,
      title: l10n.t('Filter Claims'),
      placeHolder: l10n.t('Which claims the view shows'),
    },
  );
  if (!picked) return undefined;
  const kept = new Set(picked.map(({ facet }) => facet));
  return new Set([...STATUSES, ...STRENGTHS].filter((facet) => !kept.has(facet)));
}

/** A separator has no facet. */
interface FacetItem extends QuickPickItem {
  readonly facet?: Facet;
}

function meaningOf(strength: Claim['strength']): string {
  switch (strength) {
    case 'bare':
      return l10n.t('stated as fact');
    case 'hedged':
      return l10n.t('with “may”, “might”, “could” and the like');
    case 'attributed':
      return l10n.t('told as the word of somebody else');
  }
}
