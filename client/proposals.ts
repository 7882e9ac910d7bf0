/** What the server would change for a command: asked for, made, saved, and shown to be typed over. */

import { l10n, Selection, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Proposal, ProposeParams } from '../server/lsp/protocol.ts';
import type { Server } from './server.ts';

/**
 * Makes the change, and gives the document that was changed. `undefined` where nothing was changed;
 * the writer has then been told why.
 */
export async function makeChange(
  server: Server,
  params: ProposeParams,
): Promise<TextDocument | undefined> {
  try {
    return await change(server, params);
  } catch (error) {
    server.log.warn(`${params.kind} failed.`, error);
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function change(server: Server, params: ProposeParams): Promise<TextDocument> {
  const proposal = await server.request<Proposal | null>('hedgerow/propose', params);
  if (!proposal) throw new Error(l10n.t('The draft has changed meanwhile; nothing was done.'));
  if (!(await workspace.applyEdit(await server.editOf(proposal.edit))))
    throw new Error(l10n.t('The change could not be made; nothing was done.'));
  return settle(proposal, params.uri);
}

/** A file that the writer did not open is saved, or the change would wait there unseen. */
async function settle({ uri, select }: Proposal, draft: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  if (uri !== draft) await document.save();
  if (select) {
    const { start, end } = select;
    const selection = new Selection(start.line, start.character, end.line, end.character);
    await window.showTextDocument(document, { selection });
  }
  return document;
}
