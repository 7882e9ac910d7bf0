/** The row of evidence that a claim answers to: intervention, condition and outcome all match. */

import type { SentenceReading } from '../claims.ts';
import type { Block, Evidence, Term, TermKind, Topic } from '../model.ts';
import type { Library } from '../packs.ts';
import type { Claim } from '../resolve.ts';
import { findMentions, type Mention } from '../terms.ts';
import { tokenise } from '../tokens.ts';
import type { Passage } from './passage.ts';

const cache = new WeakMap<Passage, { readonly row: Evidence | undefined }>();

/** Of the rows that match, the one that allows least. */
export function evidenceFor(passage: Passage): Evidence | undefined {
  const known = cache.get(passage);
  if (known) return known.row;
  const { state, sentence, claims, topic } = passage;
  const { library, draft } = state.analysis;
  const { blocks } = draft;
  const row = weakestRow({ library, blocks, block: state.block, sentence, claims, topic });
  cache.set(passage, { row });
  return row;
}

/** Claims of one sentence, where they stand, and what the rule that objects to them is about, if any. */
export interface Asked {
  readonly library: Library;
  readonly blocks: readonly Block[];
  readonly block: Block;
  readonly sentence: SentenceReading;
  readonly claims: readonly Claim[];
  readonly topic?: Topic | undefined;
  /** Where many are asked for, what texts that stand around several of them mention. */
  readonly mentioned?: Map<string, readonly Mention[]>;
}

function mentionsIn(text: string, { library, mentioned }: Asked): readonly Mention[] {
  const found = mentioned?.get(text) ?? findMentions(text, library.termIndex);
  mentioned?.set(text, found);
  return found;
}

export function weakestRow(passage: Asked): Evidence | undefined {
  const { library } = passage;
  const [interventions, conditions] = nearest(passage, [['product', 'procedure'], ['condition']]);
  if (!interventions || !conditions) return undefined;
  const about = library.evidence.filter(
    (row) =>
      row.interventions.some((id) => interventions.has(id)) &&
      row.conditions.some((id) => conditions.has(id)),
  );
  if (about.length === 0) return undefined;
  const said = saidIn(passage);
  let best: Evidence | undefined;
  for (const row of about)
    if ((!best || row.rung < best.rung) && namesOutcome(passage, said, row)) best = row;
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

/** For each list of kinds the terms of these kinds where they are named first, going outwards. */
function nearest(
  asked: Asked,
  lists: readonly (readonly TermKind[])[],
): readonly (ReadonlySet<string> | undefined)[] {
  const found = lists.map((): ReadonlySet<string> | undefined => undefined);
  for (const text of around(asked)) {
    const mentions = mentionsIn(text, asked);
    for (const [at, kinds] of lists.entries()) {
      const named = mentions.filter(({ term }) => kinds.includes(term.kind));
      if (named.length > 0) found[at] ??= new Set(named.map(({ term }) => term.id));
    }
    if (found.every((ids) => ids !== undefined)) break;
  }
  return found;
}

/** What a sentence names: terms by id, and single words. */
interface Said {
  readonly terms: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function saidIn(asked: Asked): Said {
  const { sentence, block } = asked;
  const { start, end } = sentence.sentence;
  const named = mentionsIn(block.text.slice(start, end), asked);
  return {
    terms: new Set(named.map(({ term }) => term.id)),
    words: new Set(
      sentence.words.flatMap(({ norm, lemma }) =>
        norm.includes(' ') || lemma.includes(' ') ? `${norm} ${lemma}`.split(' ') : [norm, lemma],
      ),
    ),
  };
}

/** Structure answers to rows on structure only, symptoms to rows on symptoms; never across. */
function namesOutcome({ library, claims, topic }: Asked, said: Said, row: Evidence): boolean {
  if (topic === 'comparison')
    return row.direction === 'no difference' && comparesWith(said.words, row);
  const mends = claims.some(({ frame }) => MENDS.some((name) => frame.verb.has(name)));
  return row.outcomes.some((id) => {
    const term = library.terms.get(id);
    if (!term || (term.kind === 'mechanism') !== mends) return false;
    return said.terms.has(id) || partlyNamed(term, said.words, mends);
  });
}

const MENDS = ['repair', 'become', 'reverse'];

/** "knee pain" names pain; where the verb mends, "cartilage" names its regeneration. */
function partlyNamed(term: Term, words: ReadonlySet<string>, mends: boolean): boolean {
  return partsOf(term).some((parts) => {
    const needed = mends ? parts.slice(0, -1) : parts;
    return needed.length > 0 && needed.every((part) => words.has(part));
  });
}

/** Terms are data that does not change. */
const PARTS = new WeakMap<Term, readonly (readonly string[])[]>();

/** The words of each form of a term. */
function partsOf(term: Term): readonly (readonly string[])[] {
  const known = PARTS.get(term);
  if (known) return known;
  const parts = term.forms.map((form) => tokenise(form).map(({ norm }) => norm));
  PARTS.set(term, parts);
  return parts;
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
