/** The hedges that may be offered: first those that the draft itself uses, then the usual ones. */

import type { Analysis } from '../analyze.ts';
import { toSource } from '../align.ts';
import { Lines } from '../lines.ts';

/** A hedge on a verb: "may help repair", "might reduce", "has the potential to ease". */
export interface Hedge {
  readonly modal: 'may' | 'might' | 'could' | 'has the potential to';
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

const FORM =
  /\b(may|might|could|(?:has|have)\s+the\s+potential\s+to)\b(?:\s+\w+ly|\s+also|\s+then)?(\s+help\b)?/gi;

const POTENTIAL = /\b(?:has|have)\s+the\s+potential\s+(?:to\s+)?$/i;

/** The hedge as its subject wants it; nothing where the number of that is not known. */
export function modalFor({ modal }: Hedge, many: boolean | undefined): string | undefined {
  if (modal !== 'has the potential to') return modal;
  return many === undefined ? undefined : `${many ? 'have' : 'has'} the potential to`;
}

/** The hedge that words are, as a project lists them; nothing for what stands before no verb. */
function hedgeOf(words: string): Hedge | undefined {
  const match = /^(may|might|could|(?:has|have) (?:the )?potential to)( help)?$/i.exec(
    words.trim().replace(/\s+/g, ' '),
  );
  const modal = modalOf(match?.[1]);
  return modal && { modal, help: match?.[2] !== undefined };
}

function modalOf(words: string | undefined): Hedge['modal'] | undefined {
  const modal = words?.toLowerCase();
  if (modal === 'may' || modal === 'might' || modal === 'could') return modal;
  return modal === undefined ? undefined : 'has the potential to';
}

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
    // The noun in "has the potential to ease" stands before the verb's own group.
    const before = POTENTIAL.exec(block.text.slice(0, frame.head.start))?.[0] ?? '';
    const head = before + block.text.slice(frame.head.start, frame.head.end);
    for (const match of head.matchAll(FORM)) {
      const modal = modalOf(match[1]);
      if (!modal) continue;
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

/** Fitting hedges, best first: the draft's own, the project's, then the usual ones, without repetition. */
export function hedgesFor(analysis: Analysis, wanted: Wanted): readonly Hedge[] {
  const all: Hedge[] = [];
  const preferred =
    analysis.options.preferredHedges?.flatMap((words) => hedgeOf(words) ?? []) ?? [];
  const own = [...harvested(analysis), ...preferred];
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
    if (modalOf(match[1]) === modal && (match[2] !== undefined) === help) count++;
  return count;
}
