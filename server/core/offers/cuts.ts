/** What is left out: a hanging part, a word of praise, at last the sentence. */

import { cut } from './changes.ts';
import { bodyEnd, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { partsAround } from './segments.ts';

/** Parts that hang on the sentence and hold the finding. */
export function* cutParts(passage: Passage): Iterable<Rewrite> {
  const { words } = passage;
  for (const { first, last } of partsAround(passage)) {
    if (last - first >= bodyEnd(words)) continue;
    const from = words[first];
    const to = words[last - 1];
    if (from && to) yield cutting(passage, from.start, to.end);
  }
}

const PRAISE = [
  'hype-strong',
  'hype-weak',
  'booster',
  'intensifier',
  'completely',
  'fast',
  'forever',
  'large',
  'duration',
  'comparative',
  'only-word',
  'natural',
];

/** Adjectives and adverbs that say too much, and what the finding marks where that is an adjunct. */
export function* cutWords(passage: Passage): Iterable<Rewrite> {
  const { words, first, last } = passage;
  const marked = words[first];
  const final = words[last - 1];
  const before = words[first - 1];
  for (let i = first; i < last; i++) {
    const word = words[i];
    if (!word || (word.tag !== 'adj' && word.tag !== 'adv')) continue;
    if (!PRAISE.some((name) => word.classes.has(name))) continue;
    // A predicate adjective is the claim itself: "is remarkable".
    const next = words[i + 1];
    const modifies = word.tag === 'adv' || next?.tag === 'noun' || next?.tag === 'adj';
    if (modifies) yield cutting(passage, word.start, word.end);
  }
  if (!marked || !final) return;
  const adjunct = marked.tag === 'prep' || marked.tag === 'adv' || marked.tag === 'adj';
  if (adjunct && (before?.tag !== 'aux' || marked.tag === 'prep'))
    yield cutting(passage, marked.start, final.end);
  if (before?.tag === 'prep' && marked.tag !== 'prep')
    yield cutting(passage, before.start, final.end);
}

function cutting({ text, sentence }: Passage, start: number, end: number): Rewrite {
  return {
    text: cut(text, start, end, sentence.sentence.start),
    kind: 'cut',
    title: `Cut ${quoted(text.slice(start, end))}`,
  };
}

/** The whole sentence, where others stand beside it. */
export function* cutSentence({ text, sentence, state }: Passage): Iterable<Rewrite> {
  if (state.reading.sentences.length < 2) return;
  const { start, end } = sentence.sentence;
  const left = text.slice(0, start).trimEnd();
  const right = text.slice(end);
  yield {
    text: left === '' ? right.trimStart() : left + right,
    kind: 'cut',
    title: `Cut the sentence ${quoted(text.slice(start, end))}`,
    last: true,
  };
}
