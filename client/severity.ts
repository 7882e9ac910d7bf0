/** How grave a finding is, in a word and as an icon. */

import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { Claim } from '../server/lsp/protocol.ts';

export type Severity = NonNullable<Claim['severity']>;

export function severityName(severity: Severity): string {
  if (severity === 'error') return l10n.t('Error');
  return severity === 'warning' ? l10n.t('Warning') : l10n.t('Information');
}

/** The shapes differ, so that the colours add nothing that they do not say. */
export function severityIcon(severity: Severity): ThemeIcon {
  if (severity === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (severity === 'warning')
    return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon('info', new ThemeColor('editorInfo.foreground'));
}
