/** What a writer may do about a finding: rewordings first, decisions last. Rewordings come from the analysis; nothing that a client sends back is trusted. */

import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
} from 'vscode-languageserver';
import { rewordingsFor, type Finding } from '../core/index.ts';
import { calmly } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { diagnosticOf, offsetOf, remarkOf, workspaceEditOf } from './convert.ts';
import { decisionsFor, remarkFixes } from './decisions.ts';
import { isShown } from './diagnostics.ts';
import type { Drafts, Snapshot } from './documents.ts';
import { isOurs, type ProjectProblems } from './project-problems.ts';
import type { Projects } from './projects.ts';
import type { Propose } from './proposals.ts';
import type { ProposeParams } from './protocol.ts';
import { changeActions } from './rewordings.ts';
import { termActionsAt } from './term-actions.ts';
import type { Turn } from './turns.ts';

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
  { read, glance }: Drafts,
  turn: Turn,
  projects: Projects,
  problems: ProjectProblems,
  propose: Propose,
): void {
  connection.onCodeAction(
    calmly(connection, 'textDocument/codeAction', [], async (params, token) => {
      if (isOurs(params.textDocument.uri)) return [...(await problems.fixesAt(params))];
      const snapshot = await glance(params.textDocument.uri, params.range.end, token);
      if (!snapshot || snapshot.isAlone) return [];
      const terms = termActionsAt(params, snapshot, client);
      if (!wantsQuickFixes(params)) return [...terms];
      const { here, changes, decisions } = actionsAt(params, snapshot, client, projects);
      const rewordings: CodeAction[] = [];
      for (const finding of here)
        rewordings.push(...(await turn(() => actionsFor(finding, snapshot, client), token)));
      return [...rewordings, ...changes, ...terms, ...decisions];
    }),
  );
  connection.onCodeActionResolve((action, token) => {
    const resolve = async (): Promise<CodeAction> => {
      const ticket: unknown = action.data;
      if (isProposal(ticket)) {
        const proposed = await propose(ticket.proposal);
        return proposed ? { ...action, edit: proposed.edit } : action;
      }
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
  { range, context }: CodeActionParams,
  snapshot: Snapshot,
  client: ClientFeatures,
  projects: Projects,
): {
  readonly here: readonly Finding[];
  readonly changes: readonly CodeAction[];
  readonly decisions: readonly CodeAction[];
} {
  const { analysis, lines, settings } = snapshot;
  const start = offsetOf(range.start, analysis.draft.source, lines);
  const end = offsetOf(range.end, analysis.draft.source, lines);
  // No light bulb where nothing is underlined; who asks gets everything.
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  const here = analysis.findings.filter(
    ({ span, severity }) =>
      span.start <= end && span.end >= start && (asked || isShown(severity, settings)),
  );
  return {
    here,
    changes: changeActions({ start, end }, snapshot, client),
    decisions: [
      ...remarkFixes({ start, end }, snapshot, client, (remark) => remarkOf(remark, lines)),
      ...here.flatMap((finding) =>
        decisionsFor(finding, diagnosticOf(finding, snapshot), snapshot, client, projects),
      ),
    ],
  };
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

/** A decision carries what is asked for; it is looked up anew, as for the request. */
function isProposal(value: unknown): value is { readonly proposal: ProposeParams } {
  const proposal: unknown =
    typeof value === 'object' && value !== null && 'proposal' in value ? value.proposal : undefined;
  return (
    typeof proposal === 'object' &&
    proposal !== null &&
    'kind' in proposal &&
    'uri' in proposal &&
    typeof proposal.uri === 'string'
  );
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
