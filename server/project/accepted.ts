/** Claims that somebody answers for: the side file `.hedgerow-accepted.yml`. */

import type { Node } from 'yaml';
import { didYouMean, type AcceptedClaim } from '../core/index.ts';
import {
  dateOf,
  entries,
  isEmpty,
  items,
  parseYaml,
  textOf,
  unknownKey,
  type FileProblem,
  type Say,
} from './nodes.ts';

export const acceptedName = '.hedgerow-accepted.yml';

/** The words above a new side file. */
export const acceptedHeader = `# Claims that were looked at and accepted. Each is open again once its sentence changes.
accepted:
`;

/** An entry of the side file. */
export interface AcceptedEntry extends AcceptedClaim {
  /** Path of the draft from the folder of the file, with slashes. */
  readonly draft: string;
  readonly by?: string;
  /** ISO dates: when it was accepted, and the last day on which it counts. */
  readonly date?: string;
  readonly expires?: string;
  /** Where it stands. */
  readonly place: Pick<FileProblem, 'file' | 'line' | 'span'>;
}

export interface Accepted {
  /** Those that count. */
  readonly entries: readonly AcceptedEntry[];
  readonly problems: readonly FileProblem[];
}

interface Known {
  readonly rules: readonly string[];
  /** ISO date of the day. */
  readonly today: string;
}

export function parseAccepted(text: string, file: string, known: Known): Accepted {
  const { contents, say, lineOf, problems } = parseYaml(text, file);
  const rules = new Set(known.rules);
  const read = entries(contents, 'This file', say).flatMap((entry) => {
    if (entry.name !== 'accepted') {
      unknownKey(entry, ['accepted'], say);
      return [];
    }
    const message = '“accepted” must be a list: one “- draft: …” for each claim.';
    return items(entry.value, message, say).flatMap((item) => {
      const [start = 0, end = start] = item.range ?? [];
      const place = { file, line: lineOf(item), span: { start, end } };
      const entry = readEntry(item, { rules, today: known.today }, say);
      return entry ? [{ ...entry, place }] : [];
    });
  });
  return { entries: read, problems };
}

const keys = ['draft', 'rule', 'claim', 'reason', 'by', 'date', 'expires'] as const;
const needed = ['draft', 'rule', 'claim'] as const;

function readEntry(
  item: Node,
  { rules, today }: { readonly rules: ReadonlySet<string>; readonly today: string },
  say: Say,
): Omit<AcceptedEntry, 'place'> | undefined {
  let faults = 0;
  const complain: Say = (at, message) => {
    faults++;
    say(at, message);
  };
  const found: Partial<Record<(typeof keys)[number], string>> = {};
  for (const entry of entries(item, 'An accepted claim', complain)) {
    const key = keys.find((each) => each === entry.name);
    if (!key) unknownKey(entry, keys, complain);
    else if (!isEmpty(entry.value)) {
      const value = isDate(key) ? dateOf(entry.value, key, complain) : textOf(entry.value);
      if (value !== undefined) found[key] = value;
      else if (!isDate(key))
        complain(entry.value, `“${key}” must be text; put it in quotation marks.`);
      if (key === 'rule' && value !== undefined && !rules.has(value))
        complain(entry.value, `Unknown rule “${value}”.${didYouMean(value, rules)}`);
    }
  }
  if (faults > 0) return undefined;
  const missing = needed.find((key) => found[key] === undefined);
  const { draft, rule, claim, ...others } = found;
  if (draft === undefined || rule === undefined || claim === undefined) {
    say(item, `This accepted claim has no “${missing ?? ''}”. Add it; it does not count without.`);
    return undefined;
  }
  if (others.expires !== undefined && others.expires < today) {
    const advice = 'Look at the claim again: give a later date, or remove this entry.';
    say(item, `This was accepted until ${others.expires}. ${advice}`, 'mild');
    return undefined;
  }
  return { draft: slashed(draft), rule, claim: claim.replaceAll(/\s+/g, ' '), ...others };
}

const isDate = (key: string): boolean => key === 'date' || key === 'expires';

const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');
