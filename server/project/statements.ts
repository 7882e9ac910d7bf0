/** The statements that a project has had approved, from its configuration. */

import type { Node } from 'yaml';
import { JURISDICTIONS, type ApprovedStatement } from '../core/index.ts';
import { dateOf, entries, items, oneOf, textOf, unknownKey, type Say } from './nodes.ts';

const keys = ['text', 'reference', 'approver', 'jurisdiction', 'expires'];

/** Those that can be used. `today` is an ISO date: what has expired by then is told, and left out. */
export function readStatements(node: Node | null, today: string, say: Say): ApprovedStatement[] {
  const message = '“approvedStatements” must be a list: one “- text: …” for each statement.';
  return items(node, message, say).flatMap((item) => readStatement(item, today, say) ?? []);
}

function readStatement(item: Node, today: string, say: Say): ApprovedStatement | undefined {
  const found: Record<string, string> = {};
  let faults = 0;
  const complain: Say = (at, message) => {
    faults++;
    say(at, message);
  };
  let expires: string | undefined;
  for (const entry of entries(item, 'An approved statement', complain)) {
    const { name, value } = entry;
    if (!keys.includes(name)) unknownKey(entry, keys, complain);
    else if (name === 'expires') expires = dateOf(value, name, complain);
    else if (name === 'jurisdiction') {
      const where = oneOf(value, JURISDICTIONS, name, complain);
      if (where) found[name] = where;
    } else {
      const text = textOf(value);
      if (text === undefined) complain(value ?? item, `“${name}” must be text.`);
      else found[name] = text;
    }
  }
  const { text, reference, approver, jurisdiction } = found;
  if (faults > 0) return undefined;
  if (text === undefined || reference === undefined) {
    const missing = text === undefined ? 'text' : 'reference';
    say(item, `This approved statement has no “${missing}”. Add it; it does not count without.`);
    return undefined;
  }
  if (expires !== undefined && expires < today) {
    const advice = 'Have it approved again, or remove it; it does not count any longer.';
    say(item, `This approved statement expired on ${expires}. ${advice}`, 'mild');
    return undefined;
  }
  return {
    text,
    reference,
    ...(approver !== undefined && { approver }),
    ...(jurisdiction !== undefined && { jurisdiction }),
  };
}
