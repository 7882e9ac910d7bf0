/** Rewordings as quick fixes. They come from the analysis; nothing that a client sends back is trusted. */

import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
} from 'vscode-languageserver';
import { rewordingsFor, type Finding } from '../core/index.ts';
import { calmly } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { diagnosticOf, offsetOf, workspaceEditOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import { changeActions } from './rewordings.ts';
import { termActionsAt } from './term-actions.ts';

/** What a quick fix carries until its edit is asked for. */
interface Ticket {
  readonly uri: string;
  readonly version: number;
  readonly finding: string;
  readonly offer: number;
}

export function provideCodeActions(
  connection: Connection,
  client: ClientFeatures,
  read: ReadDraft,
): void {
  connection.onCodeAction(
    calmly(connection, 'textDocument/codeAction', [], async (params, token) => {
      const snapshot = await read(params.textDocument.uri, token);
      if (!snapshot) return [];
      const fixes = wantsQuickFixes(params) ? actionsAt(params, snapshot, client) : [];
      return [...fixes, ...termActionsAt(params, snapshot, client)];
    }),
  );
  connection.onCodeActionResolve((action, token) => {
    const resolve = async (): Promise<CodeAction> => {
      const ticket: unknown = action.data;
      if (!isTicket(ticket)) return action;
      const snapshot = await read(ticket.uri, token);
      return snapshot ? withEdit(action, ticket, snapshot, client) : action;
    };
    return calmly(connection, 'codeAction/resolve', action, resolve)(action, token);
  });
}

/** Kinds are paths: who asks for `` or `quickfix` wants quick fixes. */
function wantsQuickFixes({ context: { only } }: CodeActionParams): boolean {
  return only?.some((kind) => kind === '' || kind === CodeActionKind.QuickFix) ?? true;
}

function actionsAt(
  { range }: CodeActionParams,
  snapshot: Snapshot,
  client: ClientFeatures,
): CodeAction[] {
  const { draft, findings } = snapshot.analysis;
  const start = offsetOf(range.start, draft.source, snapshot.lines);
  const end = offsetOf(range.end, draft.source, snapshot.lines);
  return [
    ...findings
      .filter(({ span }) => span.start <= end && span.end >= start)
      .flatMap((finding) => actionsFor(finding, snapshot, client)),
    ...changeActions({ start, end }, snapshot, client),
  ];
}

function actionsFor(finding: Finding, snapshot: Snapshot, client: ClientFeatures): CodeAction[] {
  const { uri, version, analysis } = snapshot;
  const diagnostics = [diagnosticOf(finding, snapshot)];
  return rewordingsFor(analysis, finding).map((offer, index) => {
    const ticket: Ticket = { uri, version, finding: keyOf(finding), offer: index };
    return {
      title: offer.title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(offer.preferred && { isPreferred: true }),
      ...(client.resolvesEdits
        ? { data: ticket }
        : { edit: workspaceEditOf(offer.edits, snapshot, client.versionsEdits) }),
    };
  });
}

/** The action as it is where its draft has moved on: an editor then says that nothing was changed. */
function withEdit(
  action: CodeAction,
  ticket: Ticket,
  snapshot: Snapshot,
  client: ClientFeatures,
): CodeAction {
  const { analysis, version } = snapshot;
  if (ticket.version !== version) return action;
  const finding = analysis.findings.find((each) => keyOf(each) === ticket.finding);
  const offer = finding && rewordingsFor(analysis, finding)[ticket.offer];
  if (!offer) return action;
  return { ...action, edit: workspaceEditOf(offer.edits, snapshot, client.versionsEdits) };
}

function keyOf({ rule, span }: Finding): string {
  return `${rule} ${span.start}-${span.end}`;
}

function isTicket(value: unknown): value is Ticket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'version' in value &&
    typeof value.version === 'number' &&
    'finding' in value &&
    typeof value.finding === 'string' &&
    'offer' in value &&
    typeof value.offer === 'number'
  );
}
