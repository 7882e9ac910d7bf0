/** Offers of rewording for a finding, computed when asked for, each tried on the draft first. */

import type { Analysis } from './analyze.ts';
import type { Edit, Finding, Offer } from './model.ts';
import { approvedFor } from './offers/approved.ts';
import { blockCut } from './offers/block-cut.ts';
import { changesBetween } from './offers/changes.ts';
import { editsOf } from './offers/markup.ts';
import { holdsTogether } from './offers/parsed.ts';
import { passageOf, reread, type Passage } from './offers/passage.ts';
import { query } from './offers/questions.ts';
import type { Rewrite } from './offers/rewrite.ts';
import { introduces } from './offers/introductions.ts';
import { isOnBalance, riskSection } from './offers/section.ts';
import { isQuoted } from './offers/quotations.ts';
import { settled } from './offers/settle.ts';
import { suggestion } from './offers/suggest.ts';
import { statementFor, statementOffer } from './offers/statements.ts';
import { tryOut } from './offers/verify.ts';
import { claimUnder } from './reading-back.ts';

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

/**
 * UTF-16 units. A rewording is tried on its whole block, so the cost grows with the square of a
 * block's length; beyond some 800 words in one paragraph only the question to the author is offered.
 */
const LONGEST_BLOCK = 5_000;

function offersFor(analysis: Analysis, finding: Finding): readonly Offer[] {
  if (isOnBalance(analysis, finding)) return riskSection(analysis, finding);
  // A name that may not stand there at all has no better wording.
  if (!claimUnder(analysis, finding)) return [];
  const state = reread(analysis, finding.block);
  if (!state) return [];
  const passage = passageOf(state, finding.rule, finding.basis);
  const never = analysis.library.rules.get(finding.rule)?.reword === 'never';
  if (!passage || never || state.text.length > LONGEST_BLOCK) return [query(state, finding, false)];
  const offers: Offer[] = [];
  let first: Rewrite | undefined;
  for (const { rewrite, rung } of settled(passage)) {
    const edits = editsFor(analysis, passage, rewrite);
    if (!edits || offers.some((offer) => isSame(offer.edits, edits))) continue;
    offers.push({
      title: rewrite.title,
      kind: rewrite.kind,
      // What takes a sentence away, denies, or hedges what no trial has shown is never done unread.
      preferred:
        rung < 2 &&
        rewrite.block !== true &&
        edits.every(({ text }) => !DENIES.test(text)) &&
        !offers.some(({ preferred }) => preferred),
      edits,
    });
    first ??= rewrite;
    if (offers.length === MOST) break;
  }
  const stated = stateOffer(passage);
  if (stated) offers.push(stated);
  const [best] = offers;
  const left = first?.block === true ? undefined : first?.text;
  const suggested = best && first && suggestion(analysis, state, best, left);
  if (suggested) offers.push(suggested);
  const question = query(state, finding, true);
  const asked = first !== undefined && introduces(passage, first);
  return [
    ...approvedOffers(analysis, passage),
    ...(asked ? [question, ...offers] : [...offers, question]),
  ];
}

/** What was cleared for use is neither tried nor judged: it stands as it was approved. */
function approvedOffers(analysis: Analysis, passage: Passage): readonly Offer[] {
  return approvedFor(passage).flatMap((rewrite) => {
    const edits = editsFor(analysis, passage, rewrite);
    return edits ? [{ title: rewrite.title, kind: rewrite.kind, preferred: false, edits }] : [];
  });
}

// "It is not known whether …", "has not been shown to": statements, however modest.
const DENIES = /\b(?:not|no|never|nor|none|unknown|unclear|whether|known)\b|n[’']t\b/i;

function stateOffer(passage: Passage): Offer | undefined {
  const statement = statementFor(passage, passage.state.analysis.options.today);
  const tried = statement && tryOut(passage, statement.rewrite.text);
  if (!tried || tried.outcome !== 'clear' || isQuoted(passage)) return undefined;
  return statementOffer(passage, statement);
}

function editsFor(
  analysis: Analysis,
  { state, text }: Passage,
  rewrite: Rewrite,
): readonly Edit[] | undefined {
  const { source } = analysis.draft;
  const edits =
    rewrite.block === true
      ? blockCut(source, state.block)
      : editsOf(
          source,
          state.block,
          changesBetween(text, rewrite.text),
          rewrite.sentence ? 'cut' : 'kept',
        );
  if (!edits || edits.length === 0) return undefined;
  const left = rewrite.block === true ? undefined : rewrite.text;
  return holdsTogether(analysis, state.index, edits, left) ? edits : undefined;
}

function isSame(one: readonly Edit[], other: readonly Edit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
