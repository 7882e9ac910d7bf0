/** Asks why, by whom and until when a claim is left as it is. Escape anywhere leaves all undone. */

import { l10n, Uri, window, workspace, type Memento } from 'vscode';
import type { AcceptParams } from '../server/lsp/protocol.ts';

const NAME = 'acceptedBy';

/** The words of the writer; empty only where the settings ask for no reason. */
export async function askReason(title: string, uri: string): Promise<string | undefined> {
  const required = workspace
    .getConfiguration('hedgerow', Uri.parse(uri))
    .get<boolean>('requireReason', false);
  const reason = await window.showInputBox({
    title,
    prompt: required
      ? l10n.t('Why is the claim left as it is? A reason is required here.')
      : l10n.t('Why is the claim left as it is? Whoever reads it later will want to know.'),
    placeHolder: l10n.t('For example: wording asked for by the ethics committee'),
    ignoreFocusOut: true,
    validateInput: (text) =>
      required && text.trim() === '' ? l10n.t('Write a reason.') : undefined,
  });
  return reason?.trim();
}

/** Who accepts a claim, and for how long; the name is remembered on this machine. */
export async function askAcceptance(
  memory: Memento,
): Promise<Pick<AcceptParams, 'by' | 'expires' | 'date'> | undefined> {
  const by = await window.showInputBox({
    title: l10n.t('Accept Claim (2 of 3)'),
    prompt: l10n.t('Who accepts it? The name is written beside the reason; it may be left empty.'),
    value: memory.get(NAME, ''),
    ignoreFocusOut: true,
  });
  if (by === undefined) return undefined;
  await memory.update(NAME, by.trim());
  const today = new Date();
  const terms = [
    { label: l10n.t('Until the claim changes') },
    { label: l10n.t('For 6 months'), expires: isoDate(addMonths(today, 6)) },
    { label: l10n.t('For 12 months'), expires: isoDate(addMonths(today, 12)) },
  ].map((term) => ({ ...term, description: term.expires ?? '' }));
  const term = await window.showQuickPick(terms, {
    title: l10n.t('Accept Claim (3 of 3)'),
    placeHolder: l10n.t('For how long?'),
    ignoreFocusOut: true,
  });
  if (!term) return undefined;
  return {
    date: isoDate(today),
    ...(by.trim() !== '' && { by: by.trim() }),
    ...(term.expires !== undefined && { expires: term.expires }),
  };
}

function addMonths(date: Date, months: number): Date {
  return new Date(date.getFullYear(), date.getMonth() + months, date.getDate());
}

/** The day where the writer is, not in Greenwich. */
function isoDate(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
