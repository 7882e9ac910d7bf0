/** Reads the draft again with a rewording in it: is the claim gone, does the sentence still stand? */

import type { SentenceReading } from '../claims.ts';
import { predicatesOf } from '../clauses.ts';
import { readsWell } from './fluency.ts';
import { hasMainClause, hasVerbs } from './joints.ts';
import type { Word } from '../words.ts';
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
  const tried = (outcome: Tried['outcome']): Tried => ({ outcome, state: after });
  if (left > was) return tried('same');
  if (left === was && isLeft(passage, after)) return tried('same');
  if (left > 0) return tried(calm ? 'less' : 'same');
  return tried(calm ? 'clear' : 'moved');
}

/** Whether the finding itself is still there: another may have come to light under it. */
function isLeft(passage: Passage, after: State): boolean {
  const { rule, state, first, last, words, text } = passage;
  const marked = text.slice(words[first]?.start ?? 0, words[last - 1]?.end ?? 0);
  const before = leftIn(passage, state).length;
  const left = leftIn(passage, after);
  return (
    left.length > before ||
    left.some(
      (verdict) =>
        verdict.rule.id === rule || after.text.slice(verdict.start, verdict.end) === marked,
    )
  );
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
  const { text } = state;
  const outcome = {
    before: text.slice(start, sentence.sentence.end),
    after: after.text.slice(start, end),
    words: now.flatMap((one) => one.words),
  };
  if (!readsWell(outcome)) return false;
  const [first] = now;
  const opening = first?.words.find(({ tag }) => tag !== 'mark');
  const caption = state.block.kind === 'alt';
  if (!first || !opening || (!caption && isStump(words, first.words))) return false;
  const begins = words.find(({ tag }) => tag !== 'mark')?.norm;
  if (opening.norm !== begins && !opensWell(opening)) return false;
  if (caption) return now.every((one) => endsWell(one, undefined));
  if (!now.every((one) => hasVerbs(one.words))) return false;
  const title = TITLES.has(state.block.kind) && words.at(-1)?.norm !== '.';
  if (!title && hasMainClause(words, predicates)) {
    if (!now.every((one) => hasMainClause(one.words, predicatesOf(one.words)))) return false;
  } else if (first.words[0]?.tag === 'prep' && words[0]?.tag !== 'prep') return false;
  const was = words.findLast((word) => word.tag !== 'mark')?.norm;
  return now.every((one) => endsWell(one, was));
}

/** A sentence does not begin with what hung on another. */
function opensWell({ tag, norm, form }: Word): boolean {
  if (tag === 'verb' && form !== 'ing' && form !== 'base') return false;
  if (tag === 'rel' && norm !== 'that') return false;
  return !/^(?:and|but|or|nor|so|which|who|whose|than|including)$/.test(norm);
}

/** Too little is left of what was a sentence. */
function isStump(before: readonly Word[], after: readonly Word[]): boolean {
  const size = (words: readonly Word[]): number => words.filter(({ tag }) => tag !== 'mark').length;
  const was = size(before);
  const verbs = (words: readonly Word[]): boolean =>
    words.some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'modal');
  // "Clinically proven, risk-free injections": a participle alone makes no sentence.
  const sentence = before.some(
    ({ tag, form }) =>
      /^(?:aux|modal)$/.test(tag) || (tag === 'verb' && form !== 'participle' && form !== 'ing'),
  );
  if (was >= 8 && sentence && !verbs(after)) return true;
  return size(after) < (was >= 8 ? 3 : was >= 4 ? 2 : 1);
}

const TITLES: ReadonlySet<string> = new Set(['heading', 'title', 'alt', 'cell', 'front-matter']);

// Left behind by a cut: doubled punctuation, empty brackets or quotation marks, a dangling dash.
const BROKEN =
  /,\s*[,.;:!?]|[;:]\s*[.,;!?]|\(\s*\)|“\s*”|"\s*"|\s[,.;!?](?!\d)|[–—]\s*[.,;:–—]|^\W?[,;]| {2}|[,;–—:]\s*$/;

const OPEN: ReadonlySet<string> = new Set(['det', 'conj', 'modal', 'to', 'rel']);

function endsWell({ words }: SentenceReading, was: string | undefined): boolean {
  const last = words.findLast((word) => word.tag !== 'mark');
  if (!last) return false;
  if (last.norm === was) return true;
  const before = words[words.indexOf(last) - 1];
  if ((last.tag === 'adj' || last.tag === 'adv') && before?.tag === 'det') return false;
  if (/^(?:even|only|just|very|more|most|so|as|too)$/.test(last.norm)) return false;
  if (OPEN.has(last.tag) && !/^(?:that|this|these|those|all|one|some|any)$/.test(last.norm))
    return false;
  return !(
    last.tag === 'prep' &&
    /^(?:of|for|with|by|to|from|at|as|than|into|in|on|about)$/.test(last.norm)
  );
}
