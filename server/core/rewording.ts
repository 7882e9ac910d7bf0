/** Offers of rewording for a finding, computed when asked for, each tried on the draft first. */

import type { Analysis } from './analyze.ts';
import type { Edit, Finding, Offer } from './model.ts';
import { changesBetween } from './offers/changes.ts';
import { ladder } from './offers/ladder.ts';
import { editsOf } from './offers/markup.ts';
import { passageOf, reread, type Passage, type State } from './offers/passage.ts';
import { query } from './offers/questions.ts';
import { cutQuotation, isQuoted } from './offers/quotations.ts';
import { quoted, type Rewrite } from './offers/rewrite.ts';
import { holdsTogether } from './offers/parsed.ts';
import { stands, tryOut, type Tried } from './offers/verify.ts';

const known = new WeakMap<Finding, readonly Offer[]>();

/** Best first; the question to the author last. */
export function rewordingsFor(analysis: Analysis, finding: Finding): readonly Offer[] {
  const before = known.get(finding);
  if (before) return before;
  const offers = offersFor(analysis, finding);
  known.set(finding, offers);
  return offers;
}

/** More would not be read. */
const MOST = 3;

function offersFor(analysis: Analysis, finding: Finding): readonly Offer[] {
  const { source } = analysis.draft;
  const block = analysis.draft.blocks[finding.block];
  const state = reread(analysis, finding.block);
  const passage = state && passageOf(state, finding.rule, finding.prose);
  if (!block || !passage) return [];
  const offers: Offer[] = [];
  for (const rewrite of settled(passage)) {
    const edits = editsOf(source, block, changesBetween(block.text, rewrite.text));
    if (
      !edits ||
      edits.length === 0 ||
      !holdsTogether(analysis, finding.block, edits, rewrite.text)
    )
      continue;
    if (offers.some((offer) => sameEdits(offer.edits, edits))) continue;
    offers.push({
      title: rewrite.title,
      kind: rewrite.kind,
      preferred: offers.length === 0 && rewrite.last !== true,
      edits,
    });
    if (offers.length === MOST) break;
  }
  const asked = query(source, block, finding);
  return asked ? [...offers, asked] : offers;
}

function sameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What clears the whole sentence: by itself, with more than one step, or as a last resort. */
function* settled(passage: Passage): Iterable<Rewrite> {
  const all = isQuoted(passage) ? [...cutQuotation(passage)] : [...ladder(passage)];
  const strong = passage.state.strong.length > 0;
  const seen = new Set<string>();
  const partly: { rewrite: Rewrite; tried: Tried }[] = [];
  const last: Rewrite[] = [];
  for (const rewrite of all) {
    if (seen.has(rewrite.text)) continue;
    seen.add(rewrite.text);
    if (!strong && !rewrite.last) {
      yield rewrite;
      continue;
    }
    const tried = tryOut(passage, rewrite.text);
    if (!tried || tried.outcome === 'same' || !stands(passage, tried.state)) continue;
    if (rewrite.last) last.push(rewrite);
    else if (tried.outcome === 'clear') yield rewrite;
    else partly.push({ rewrite, tried });
  }
  for (const { rewrite, tried } of partly.slice(0, 3)) {
    const further = goOn(passage, rewrite, tried.state, 4);
    if (further) yield further;
  }
  yield* last;
}

/** Rewords what is left in the sentence, one finding after the other. */
function goOn(passage: Passage, so: Rewrite, state: State, steps: number): Rewrite | undefined {
  const { start } = passage.sentence.sentence;
  const end = passage.sentence.sentence.end + state.text.length - passage.text.length;
  const left = state.strong.find((verdict) => verdict.end > start && verdict.start < end);
  const next = left && passageOf(state, left.rule.id, left);
  if (!left || !next || steps === 0 || isQuoted(next)) return undefined;
  for (const rewrite of ladder(next)) {
    const tried = tryOut(next, rewrite.text);
    if (rewrite.last || !tried || tried.outcome === 'same' || !stands(next, tried.state)) continue;
    const both = together(passage, so, rewrite);
    if (tried.outcome === 'clear') return both;
    const further = goOn(passage, both, tried.state, steps - 1);
    if (further) return further;
  }
  return undefined;
}

function together(passage: Passage, first: Rewrite, second: Rewrite): Rewrite {
  const { start, end } = passage.sentence.sentence;
  const now = second.text.slice(start, end + second.text.length - passage.text.length);
  return {
    text: second.text,
    kind: first.kind === 'cut' && second.kind === 'cut' ? 'cut' : 'weaken',
    title: `Reword the sentence: ${quoted(now)}`,
  };
}
