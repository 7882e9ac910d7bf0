/** Reading a block again after an edit: only the sentences that it touched. The reading is the same. */

import type { Frame, Reading, SentenceReading } from './claims.ts';
import type { Lexicon } from './lexicon.ts';
import type { ProseSpan } from './model.ts';
import { readSentence } from './read.ts';
import { sentencesOf, tokenise, type Sentence } from './tokens.ts';

/** A block as it was read before. */
export interface Earlier {
  readonly text: string;
  readonly reading: Reading;
}

export function readAgain(text: string, lexicon: Lexicon, earlier: Earlier): Reading {
  const tokens = tokenise(text);
  const untouched = sentencesBefore(text, earlier);
  const sentences: SentenceReading[] = [];
  const frames: Frame[] = [];
  for (const sentence of sentencesOf(text, tokens)) {
    const index = sentences.length;
    const old = untouched(sentence);
    if (old === undefined) {
      sentences.push(readSentence(sentence, index, tokens, lexicon, frames));
      continue;
    }
    const { reading } = earlier;
    const was = reading.sentences[old];
    if (!was) continue;
    const shift = sentence.start - was.sentence.start;
    const base = frames.length - reading.frames.findIndex((frame) => frame.sentence === old);
    for (const frame of reading.frames)
      if (frame.sentence === old) frames.push(movedFrame(frame, shift, index, base));
    sentences.push(movedSentence(was, sentence, shift));
  }
  return { sentences, frames };
}

/** Units beside a sentence that may bear on where it and its words end. */
const MARGIN = 3;

/** By a sentence of the text, the index of the same one in the reading before, if the edit spared it. */
function sentencesBefore(text: string, { text: old, reading }: Earlier) {
  const most = Math.min(text.length, old.length);
  let head = 0;
  while (head < most && text.charCodeAt(head) === old.charCodeAt(head)) head++;
  const shift = text.length - old.length;
  let tail = text.length;
  while (
    tail > head &&
    tail - shift > head &&
    text.charCodeAt(tail - 1) === old.charCodeAt(tail - 1 - shift)
  )
    tail--;
  const byStart = new Map(reading.sentences.map(({ sentence }, at) => [sentence.start, at]));
  return ({ start, end, first, last }: Sentence): number | undefined => {
    const moved = end + MARGIN <= head ? 0 : start - MARGIN >= tail ? shift : undefined;
    const at = moved === undefined ? undefined : byStart.get(start - moved);
    const was = at === undefined ? undefined : reading.sentences[at]?.sentence;
    const isSame = was && was.end + (moved ?? 0) === end && was.last - was.first === last - first;
    return isSame ? at : undefined;
  };
}

function movedSentence(was: SentenceReading, sentence: Sentence, shift: number): SentenceReading {
  if (shift === 0) return { ...was, sentence };
  const words = was.words.map((word) => ({ ...word, ...movedSpan(word, shift) }));
  return { ...was, sentence, words };
}

function movedFrame(frame: Frame, shift: number, sentence: number, base: number): Frame {
  const { span, head, subject, joined } = frame;
  return {
    ...frame,
    sentence,
    span: movedSpan(span, shift),
    head: movedSpan(head, shift),
    ...(subject && { subject: movedSpan(subject, shift) }),
    ...(joined !== undefined && { joined: joined + base }),
  };
}

const movedSpan = ({ start, end }: ProseSpan, shift: number): ProseSpan => ({
  start: start + shift,
  end: end + shift,
});
