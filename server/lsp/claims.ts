/** `hedgerow/claims`: every claim of a draft by section, for a view beside it. */

import type { Connection } from 'vscode-languageserver';
import { outline, type OutlinedClaim } from '../core/index.ts';
import { calmly } from './calm.ts';
import { rangeOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import type { Claim, ClaimsAnswer, ClaimsParams } from './protocol.ts';

const METHOD = 'hedgerow/claims';

export function provideClaims(connection: Connection, read: ReadDraft): void {
  connection.onRequest(
    METHOD,
    calmly(connection, METHOD, null, async ({ uri }: ClaimsParams, token) => {
      const snapshot = await read(uri, token);
      return snapshot ? answerOf(snapshot) : null;
    }),
  );
}

function answerOf(snapshot: Snapshot): ClaimsAnswer {
  const sections = outline(snapshot.analysis).map(({ title, claims }) => ({
    title,
    claims: claims.map((claim) => claimOf(claim, snapshot)),
  }));
  return { version: snapshot.version, sections };
}

function claimOf(claim: OutlinedClaim, { lines }: Snapshot): Claim {
  const { span, text, strength, finding, setAside } = claim;
  const reason = setAside?.reason;
  return {
    range: rangeOf(span, lines),
    text,
    strength,
    status: statusOf(claim),
    ...(finding && { rule: finding.rule, severity: finding.severity, message: finding.message }),
    ...(reason !== undefined && { reason }),
  };
}

function statusOf({ finding, setAside }: OutlinedClaim): Claim['status'] {
  if (!finding) return 'clear';
  if (!setAside) return 'finding';
  return setAside.by === 'suppression' ? 'suppressed' : 'accepted';
}
