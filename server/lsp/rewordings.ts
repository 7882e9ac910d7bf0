/** What is done to a whole draft: all rewordings for review, and tracked changes decided. */

import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver';
import {
  decided,
  firstRewordings,
  rewordingsFor,
  trackedChanges,
  type Decision,
  type SourceSpan,
} from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import { calmly } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { offsetOf, reviewEditOf, workspaceEditOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import type {
  ReviewAnswer,
  ReviewParams,
  SettleChangesAnswer,
  SettleChangesParams,
} from './protocol.ts';
import type { Turn } from './turns.ts';

const REVIEW = 'hedgerow/reviewAll';
const SETTLE = 'hedgerow/settleChanges';

export function provideRewordings(
  connection: Connection,
  client: ClientFeatures,
  read: ReadDraft,
  turn: Turn,
): void {
  connection.onRequest(
    REVIEW,
    calmly<ReviewParams, ReviewAnswer | null>(connection, REVIEW, null, async ({ uri }, token) => {
      const snapshot = await read(uri, token);
      if (!snapshot) return null;
      // Once each has been asked for by itself, all are at hand.
      for (const finding of snapshot.analysis.findings)
        await turn(() => rewordingsFor(snapshot.analysis, finding), token);
      return reviewOf(snapshot);
    }),
  );
  connection.onRequest(
    SETTLE,
    calmly<SettleChangesParams, SettleChangesAnswer | null>(
      connection,
      SETTLE,
      null,
      async (params, token) => {
        const snapshot = await read(params.uri, token);
        return snapshot ? settled(params, snapshot, client) : null;
      },
    ),
  );
}

function reviewOf(snapshot: Snapshot): ReviewAnswer {
  const rewordings = firstRewordings(snapshot.analysis);
  return { count: rewordings.length, edit: reviewEditOf(rewordings, snapshot) };
}

function settled(
  { decision, range }: SettleChangesParams,
  snapshot: Snapshot,
  client: ClientFeatures,
): SettleChangesAnswer {
  const { lines, analysis } = snapshot;
  const { source } = analysis.draft;
  const span = range && {
    start: offsetOf(range.start, source, lines),
    end: offsetOf(range.end, source, lines),
  };
  const changes = trackedChanges(source, span);
  const edits = decided(source, changes, decision === 'reject' ? 'reject' : 'accept');
  return { count: changes.length, edit: workspaceEditOf(edits, snapshot, client.versionsEdits) };
}

/** Quick fixes for the tracked changes that a range touches, and for all of them. */
export function changeActions(
  span: SourceSpan,
  snapshot: Snapshot,
  client: ClientFeatures,
): CodeAction[] {
  const { source } = snapshot.analysis.draft;
  const here = trackedChanges(source, span);
  if (here.length === 0) return [];
  const all = trackedChanges(source);
  const action = (title: string, changes: typeof all, decision: Decision): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    edit: workspaceEditOf(decided(source, changes, decision), snapshot, client.versionsEdits),
  });
  const comment = here.every(({ kind }) => kind === 'comment');
  const own = comment
    ? [action(l10n.t('Remove the comment'), here, 'accept')]
    : [
        action(l10n.t('Accept the tracked change'), here, 'accept'),
        action(l10n.t('Reject the tracked change'), here, 'reject'),
      ];
  if (all.length === here.length) return own;
  return [
    ...own,
    action(l10n.t('Accept all {0} tracked changes and comments', all.length), all, 'accept'),
    action(l10n.t('Reject all {0} tracked changes and comments', all.length), all, 'reject'),
  ];
}
