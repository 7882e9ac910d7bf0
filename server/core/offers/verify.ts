/** Reads the draft again with a rewording in it: is the claim gone, does the sentence still stand? */

import type { SentenceReading } from '../claims.ts';
import { predicatesOf } from '../clauses.ts';
import { hasMainClause } from './joints.ts';
import { leftIn, reread, type Passage, type State } from './passage.ts';

export interface Tried {
  /**
   * `clear`: no error or warning is left in the sentence; `less`: fewer than before; `moved`: the
   * sentence is clear, but another one now says more than it did.
   */
  readonly outcome: 'clear' | 'less' | 'moved' | 'same';
  readonly state: State;
}

export function tryOut(passage: Passage, text: string): Tried | undefined {
  const { state } = passage;
  const after = reread(state.analysis, state.index, text);
  if (!after) return undefined;
  const left = leftIn(passage, after).length;
  const was = leftIn(passage, state).length;
  const others = after.strong.length - left <= state.strong.length - was;
  const calm = after.elsewhere <= state.elsewhere && others;
  if (left >= was) return { outcome: 'same', state: after };
  if (left > 0) return { outcome: calm ? 'less' : 'same', state: after };
  return { outcome: calm ? 'clear' : 'moved', state: after };
}

/** Whether what the rewording left of a sentence reads as a sentence, as far as its words tell. */
export function stands({ sentence, state, words, predicates }: Passage, after: State): boolean {
  const { start } = sentence.sentence;
  const end = sentence.sentence.end + after.text.length - state.text.length;
  if (end <= start) return true;
  const stretch = after.text.slice(Math.max(0, start - 1), end);
  const before = state.text.slice(Math.max(0, start - 1), sentence.sentence.end);
  if (BROKEN.test(stretch) && !BROKEN.test(before)) return false;
  const now = after.reading.sentences.filter(
    (one) => one.sentence.end > start && one.sentence.start < end,
  );
  const [first] = now;
  if (!first) return false;
  const title = TITLES.has(state.block.kind) && words.at(-1)?.norm !== '.';
  if (!title && hasMainClause(words, predicates)) {
    if (!now.every((one) => hasMainClause(one.words, predicatesOf(one.words)))) return false;
  } else if (first.words[0]?.tag === 'prep' && words[0]?.tag !== 'prep') return false;
  const was = words.findLast((word) => word.tag !== 'mark')?.norm;
  return now.every((one) => endsWell(one, was));
}

const TITLES: ReadonlySet<string> = new Set(['heading', 'title', 'alt', 'cell', 'front-matter']);

// Left behind by a cut: doubled punctuation, empty brackets or quotation marks, a dangling dash.
const BROKEN =
  /,\s*[,.;:!?]|[;:]\s*[.,;!?]|\(\s*\)|“\s*”|"\s*"|\s[,.;!?](?!\d)|[–—]\s*[.,;:]|^\W?[,;]| {2}|[,;–—:]\s*$/;

const OPEN: ReadonlySet<string> = new Set(['det', 'conj', 'modal', 'to', 'rel']);

function endsWell({ words }: SentenceReading, was: string | undefined): boolean {
  const last = words.findLast((word) => word.tag !== 'mark');
  if (!last) return false;
  if (last.norm === was) return true;
  if (OPEN.has(last.tag) && !/^(?:that|this|these|those|all|one|some|any)$/.test(last.norm))
    return false;
  return !(last.tag === 'prep' && /^(?:of|for|with|by|to|from|at|as|than|into)$/.test(last.norm));
}
