/** The hedges that may be offered: first those that the draft itself uses, then the usual ones. */

import type { Analysis } from '../analyze.ts';
import { toSource } from '../align.ts';
import { Lines } from '../lines.ts';

/** A hedge on a verb: "may help repair", "might reduce". */
export interface Hedge {
  readonly modal: 'may' | 'might' | 'could';
  readonly help: boolean;
  /** The line, from 1, on which the draft uses it. */
  readonly line?: number;
}

/** Weak to strong, as careful plain-language summaries use them (GRADE: "may" is low certainty). */
const USUAL: readonly Hedge[] = [
  { modal: 'may', help: true },
  { modal: 'might', help: true },
  { modal: 'may', help: false },
  { modal: 'might', help: false },
  { modal: 'could', help: false },
];

const FORM = /\b(may|might|could)\b(?:\s+\w+ly|\s+also|\s+then)?(\s+help\b)?/gi;

const harvests = new WeakMap<Analysis, readonly Hedge[]>();

/** The hedges that stand on claims of the draft, in order of their first place. */
export function harvested(analysis: Analysis): readonly Hedge[] {
  const known = harvests.get(analysis);
  if (known) return known;
  const found = new Map<string, Hedge>();
  const lines = new Lines(analysis.draft.source);
  for (const { frame, block: index, modality, excuse } of analysis.claims) {
    const block = analysis.draft.blocks[index];
    if (!block || modality !== 'hedged' || excuse !== undefined) continue;
    const head = block.text.slice(frame.head.start, frame.head.end);
    for (const match of head.matchAll(FORM)) {
      const modal = match[1]?.toLowerCase();
      if (modal !== 'may' && modal !== 'might' && modal !== 'could') continue;
      const help = match[2] !== undefined;
      const key = `${modal} ${help}`;
      if (found.has(key)) continue;
      const { line } = lines.at(toSource(block, frame.head).start);
      found.set(key, { modal, help, line: line + 1 });
    }
  }
  const all = [...found.values()];
  harvests.set(analysis, all);
  return all;
}

export interface Wanted {
  /** Whether "help" can stand before the verb. */
  readonly help: boolean;
  /** Where nothing is known, "may" says too much. */
  readonly weak: boolean;
  /** For "can", which says too much by itself: a plain "might" comes first. */
  readonly might?: boolean;
  /** The paragraph: the same hedge stands there twice at most where another fits. */
  readonly paragraph: string;
}

/** Fitting hedges, best first: the draft's own, then the usual ones, without repetition. */
export function hedgesFor(analysis: Analysis, wanted: Wanted): readonly Hedge[] {
  const all: Hedge[] = [];
  const own = harvested(analysis);
  const might: Hedge = { modal: 'might', help: false };
  const first = own.find((one) => one.modal === 'might' && !one.help) ?? might;
  for (const hedge of [...(wanted.might ? [first] : []), ...own, ...USUAL]) {
    if (hedge.help && !wanted.help) continue;
    if (wanted.weak && hedge.modal === 'may') continue;
    if (!all.some((one) => one.modal === hedge.modal && one.help === hedge.help)) all.push(hedge);
  }
  const fresh = all.filter((hedge) => uses(wanted.paragraph, hedge) < 2);
  return fresh.length > 0 ? fresh : all;
}

function uses(text: string, { modal, help }: Hedge): number {
  let count = 0;
  for (const match of text.matchAll(FORM))
    if (match[1]?.toLowerCase() === modal && (match[2] !== undefined) === help) count++;
  return count;
}
