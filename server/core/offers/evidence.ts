/** The row of evidence that a claim answers to: intervention, condition and outcome all match. */

import type { SentenceReading } from '../claims.ts';
import type { Block, Evidence, Term, TermKind } from '../model.ts';
import type { Library } from '../packs.ts';
import type { Claim } from '../resolve.ts';
import { findMentions } from '../terms.ts';
import { tokenise } from '../tokens.ts';
import type { Passage } from './passage.ts';

const cache = new WeakMap<Passage, { readonly row: Evidence | undefined }>();

/** Of the rows that match, the one that allows least. */
export function evidenceFor(passage: Passage): Evidence | undefined {
  const known = cache.get(passage);
  if (known) return known.row;
  const { state, sentence, claims, rule } = passage;
  const { library, draft } = state.analysis;
  const { blocks } = draft;
  const row = weakestRow({ library, blocks, block: state.block, sentence, claims, rule });
  cache.set(passage, { row });
  return row;
}

/** Claims of one sentence, where they stand, and the rule that objects to them, if any. */
export interface Asked {
  readonly library: Library;
  readonly blocks: readonly Block[];
  readonly block: Block;
  readonly sentence: SentenceReading;
  readonly claims: readonly Claim[];
  readonly rule?: string;
}

export function weakestRow(passage: Asked): Evidence | undefined {
  const { library } = passage;
  const texts = around(passage);
  const interventions = nearest(passage, texts, ['product', 'procedure']);
  const conditions = nearest(passage, texts, ['condition']);
  if (interventions.size === 0 || conditions.size === 0) return undefined;
  let best: Evidence | undefined;
  for (const row of library.evidence) {
    if (!row.interventions.some((id) => interventions.has(id))) continue;
    if (!row.conditions.some((id) => conditions.has(id))) continue;
    if (!namesOutcome(passage, row)) continue;
    if (!best || row.rung < best.rung) best = row;
  }
  return best;
}

/** The sentence, what stands before it in its block, the headings above, the draft's first block. */
function around({ blocks, block: { text, place }, sentence }: Asked): readonly string[] {
  const { start, end } = sentence.sentence;
  const above = place.section.map((index) => blocks[index]?.text ?? '');
  return [
    text.slice(start, end),
    text.slice(0, start),
    ...above.toReversed(),
    blocks[0]?.text ?? '',
  ];
}

/** The terms of a kind where they are named first, going outwards. */
function nearest(
  { library }: Asked,
  texts: readonly string[],
  kinds: readonly TermKind[],
): ReadonlySet<string> {
  for (const text of texts) {
    const found = findMentions(text, library.termIndex).filter(({ term }) =>
      kinds.includes(term.kind),
    );
    if (found.length > 0) return new Set(found.map(({ term }) => term.id));
  }
  return new Set();
}

const COMPARES = 'superiority-over-conventional';

/** Structure answers to rows on structure only, symptoms to rows on symptoms; never across. */
function namesOutcome(asked: Asked, row: Evidence): boolean {
  const { library, sentence, block, claims, rule } = asked;
  const { terms, termIndex } = library;
  const { start, end } = sentence.sentence;
  const own = block.text.slice(start, end);
  const named = new Set(findMentions(own, termIndex).map(({ term }) => term.id));
  const words = new Set(sentence.words.flatMap(({ norm, lemma }) => `${norm} ${lemma}`.split(' ')));
  if (rule === COMPARES) return row.direction === 'no difference' && comparesWith(words, row);
  const mends = claims.some(({ frame }) => MENDS.some((name) => frame.verb.has(name)));
  return row.outcomes.some((id) => {
    const term = terms.get(id);
    if (!term || (term.kind === 'mechanism') !== mends) return false;
    return named.has(id) || partlyNamed(term, words, mends);
  });
}

const MENDS = ['repair', 'become', 'reverse'];

/** "knee pain" names pain; where the verb mends, "cartilage" names its regeneration. */
function partlyNamed({ forms }: Term, words: ReadonlySet<string>, mends: boolean): boolean {
  return forms.some((form) => {
    const parts = tokenise(form).map(({ norm }) => norm);
    const needed = mends ? parts.slice(0, -1) : parts;
    return needed.length > 0 && needed.every((part) => words.has(part));
  });
}

/** A comparison answers to a row whose line names the same rival. */
function comparesWith(words: ReadonlySet<string>, { line }: Evidence): boolean {
  const rivals = [
    'steroid',
    'cortisone',
    'corticosteroid',
    'surgery',
    'placebo',
    'sham',
    'hyaluronic',
  ];
  const steroid = /^(?:steroids?|cortisone|corticosteroids?)$/;
  return [...words].some(
    (word) =>
      (steroid.test(word) && /steroid|cortisone/i.test(line)) ||
      (rivals.includes(word) && new RegExp(`\\b${word}`, 'i').test(line)),
  );
}
