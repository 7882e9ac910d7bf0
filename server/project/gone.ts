/** Accepted claims that their draft no longer makes. */

import { claimText, type Analysis } from '../core/index.ts';
import { acceptedIn } from './effect.ts';
import type { Project } from './find.ts';
import type { FileProblem } from './nodes.ts';

/** A word in the side file on each: it says nothing wrong, but nothing any longer. */
export function goneClaims(
  analysis: Analysis,
  project: Project,
  uri: string,
): readonly FileProblem[] {
  const entries = acceptedIn(project, uri);
  if (entries.length === 0) return [];
  const { findings, setAside, library, options } = analysis;
  const rules = new Set(entries.map(({ rule }) => rule));
  const all = [...findings, ...setAside.map(({ finding }) => finding)];
  const made = new Set(
    all
      .filter(({ rule }) => rules.has(rule))
      .map((one) => keyOf(one.rule, claimText(one, analysis))),
  );
  return entries
    .filter(
      ({ rule, claim }) =>
        // Of a rule that does not speak here nobody knows whether it would.
        library.rules.has(rule) &&
        options.severities?.[rule] !== 'off' &&
        !made.has(keyOf(rule, claim)),
    )
    .map(({ draft, rule, place }) => ({
      ...place,
      message: `No such claim is found in ${draft} any longer (${rule}): it was changed, or is gone. Remove this entry, or accept the claim anew.`,
      mild: true,
      isGone: true,
    }));
}

const keyOf = (rule: string, claim: string): string => `${rule} ${claim}`;

/** What to take out of the text of a side file to remove the entry at a place; nothing in flow style. */
export function entryAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  if (!/^[ \t]*-[ \t]+$/.test(text.slice(line, start))) return undefined;
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: line, end: end + rest };
}
