/** The language status item: how many claims there are to reword, or why there is no saying. */

import { Disposable, l10n, languages, LanguageStatusSeverity, workspace } from 'vscode';
import type { ActiveDraft, ActiveDrafts } from './active-draft.ts';
import { toReword } from './claims.ts';
import { draftSelector } from './drafts.ts';

/** What the item says; `LanguageStatusItem` has these and more. */
export interface Status {
  readonly text: string;
  readonly detail?: string;
  readonly busy: boolean;
  readonly severity: LanguageStatusSeverity;
  readonly command: { readonly title: string; readonly command: string };
}

export function showStatus(drafts: ActiveDrafts): Disposable {
  const item = languages.createLanguageStatusItem('hedgerow.status', draftSelector());
  item.name = 'Hedgerow';
  item.accessibilityInformation = { label: 'Hedgerow' };
  const show = (draft: ActiveDraft): void => {
    const { detail, ...status } = statusOf(draft);
    Object.assign(item, status, {
      detail,
      accessibilityInformation: { label: l10n.t('Hedgerow: {0}', status.text) },
    });
  };
  show(drafts.current());
  return Disposable.from(
    item,
    drafts.onDidChange(show),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hedgerow.languages')) item.selector = draftSelector();
    }),
  );
}

/** Nothing found is no clean bill of health, and never shown as one. */
export function statusOf(draft: ActiveDraft): Status {
  const calm = { busy: false, severity: LanguageStatusSeverity.Information };
  const view = { title: l10n.t('Show Claims'), command: 'hedgerow.claims.focus' };
  if (draft.kind === 'none') return { ...calm, text: l10n.t('Waiting for a draft'), command: view };
  if (draft.kind === 'read') {
    const count = toReword(draft.answer.sections).length;
    return { ...calm, text: verdict(count), detail: 'Hedgerow', busy: draft.busy, command: view };
  }
  switch (draft.why) {
    case 'starting':
      return { ...calm, text: l10n.t('Starting…'), detail: 'Hedgerow', busy: true, command: view };
    case 'off':
      return {
        ...calm,
        text: l10n.t('Off for this draft'),
        detail: 'Hedgerow',
        command: { title: l10n.t('Show Configuration'), command: 'hedgerow.showConfiguration' },
      };
    case 'failed':
      return {
        ...calm,
        text: l10n.t('Nothing is checked: the language server has stopped'),
        detail: 'Hedgerow',
        severity: LanguageStatusSeverity.Error,
        command: { title: l10n.t('Restart'), command: 'hedgerow.restart' },
      };
  }
}

function verdict(count: number): string {
  if (count === 0) return l10n.t('No overstated claims found; not a medical or legal review');
  return count === 1 ? l10n.t('1 claim to reword') : l10n.t('{0} claims to reword', count);
}
