/** Prose text -> tokens and sentences. One linear pass each; every offset is exact. */

import type { ProseSpan } from './model.ts';

export interface Token extends ProseSpan {
  /** Lower case, straight apostrophe; a clitic is a token of its own (`do` + `n't`, `it` + `'s`). */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether white space (or the start of the text) stands before it. */
  readonly spaced: boolean;
  /** A capital inside the word ("StemRenew"): the mark of a trade name. */
  readonly brand: boolean;
}

export interface Sentence extends ProseSpan {
  /** Indexes into the tokens: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

/** Sorts of characters, by code unit up to Cyrillic; what is beyond is a mark, or white space. */
const MARK = 0;
const LETTER = 1;
const SMALL = 2;
const DIGIT = 3;
const SPACE = 4;
const SORTS = new Uint8Array(0x530).map((_, code) => sortOf(String.fromCharCode(code)));

function sortOf(char: string): number {
  if (/[a-z]/.test(char)) return SMALL;
  if (/[A-Z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u052F]/.test(char))
    return LETTER;
  if (/[0-9]/.test(char)) return DIGIT;
  return /\s/.test(char) ? SPACE : MARK;
}

function sortAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return SORTS[code] ?? (/\s/.test(text.charAt(at)) ? SPACE : MARK);
}

const isLetter = (sort: number): boolean => sort === SMALL || sort === LETTER;

const CLITIC = /(?:n't|'(?:s|re|ve|ll|d|m))$/;
const WHOLE: Readonly<Record<string, readonly [string, string]>> = {
  "can't": ['can', "n't"],
  "won't": ['will', "n't"],
  "shan't": ['shall', "n't"],
  "ain't": ['be', "n't"],
};

/** A trade mark sign ends a name without breaking it. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (let start = 0; start < text.length;) {
    const sort = sortAt(text, start);
    if (sort === SPACE) {
      start++;
      continue;
    }
    const spaced = start !== previousEnd;
    if (isLetter(sort)) previousEnd = pushWord(tokens, text, start, spaced);
    else {
      const end = sort === DIGIT ? endOfNumber(text, start) : endOfMark(text, start);
      const kind = sort === DIGIT ? 'number' : 'mark';
      tokens.push({ start, end, norm: text.slice(start, end), kind, spaced, brand: false });
      previousEnd = end;
    }
    start = previousEnd;
  }
  return tokens;
}

/** "3", "3.5", "1,000". */
function endOfNumber(text: string, start: number): number {
  let end = start;
  do {
    end++;
    while (sortAt(text, end) === DIGIT) end++;
  } while ((text[end] === '.' || text[end] === ',') && sortAt(text, end + 1) === DIGIT);
  return end;
}

/** Any character by itself, but for "...". */
const endOfMark = (text: string, start: number): number =>
  text.startsWith('...', start) ? start + 3 : start + 1;

/** The words of an entry of a list: as tokens are, without marks. */
export function wordsIn(entry: string): readonly string[] {
  if (PLAIN.test(entry)) return entry.split(' ');
  return tokenise(entry)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ norm }) => norm);
}

const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** A word, in two where it ends in a clitic; gives its end. */
function pushWord(tokens: Token[], text: string, start: number, spaced: boolean): number {
  let end = start;
  let small = true;
  let joined = false;
  for (;;) {
    const sort = sortAt(text, end);
    if (isLetter(sort)) {
      if (sort === LETTER) small = false;
      end++;
    } else if (isApostrophe(text, end) && isLetter(sortAt(text, end + 1))) {
      joined = true;
      end++;
    } else break;
  }
  const word = text.slice(start, end);
  // Most words are small letters and nothing else.
  const lower = small ? word : word.toLowerCase();
  const norm = joined ? lower.replaceAll('’', "'") : lower;
  const brand = !small && /[a-z][A-Z][a-z]/.test(word);
  const clitic = joined ? CLITIC.exec(norm) : null;
  if (clitic === null || clitic.index === 0) {
    tokens.push({ start, end, norm, kind: 'word', spaced, brand });
    return end;
  }
  const whole = WHOLE[norm];
  // In "can't" the n belongs to both halves: the first keeps it, so that no unit is lost.
  const middle = start + (whole ? norm.indexOf("'") : clitic.index);
  const first = whole?.[0] ?? norm.slice(0, clitic.index);
  const second = whole?.[1] ?? clitic[0];
  tokens.push({ start, end: middle, norm: first, kind: 'word', spaced, brand });
  tokens.push({ start: middle, end, norm: second, kind: 'word', spaced: false, brand: false });
  return end;
}

const isApostrophe = (text: string, at: number): boolean => text[at] === "'" || text[at] === '’';

// A full stop after one of these rarely ends a sentence.
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs eg ie e.g i.e etc approx fig figs no vol al ca cf inc ltd dept est jr sr min max mg ml cm mm kg wk wks mo mos yr yrs'.split(
    ' ',
  ),
);
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '*', '_']);

// In tokens. No sentence is this long, and what reads one looks at every word for every verb.
const LONGEST = 400;

/** Sentences of a tokenised text. A colon before a line break ends one, as headings in plain text do. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (i - first < LONGEST && !endsSentence(text, tokens, i)) continue;
    let last = i + 1;
    while (last < tokens.length && isCloser(tokens[last])) last++;
    push(sentences, tokens, first, last);
    first = last;
    i = last - 1;
  }
  push(sentences, tokens, first, tokens.length);
  return sentences;
}

function push(sentences: Sentence[], tokens: readonly Token[], first: number, last: number): void {
  const from = tokens[first];
  const to = tokens[last - 1];
  if (from && to && last > first) sentences.push({ start: from.start, end: to.end, first, last });
}

function isCloser(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && !token.spaced && CLOSERS.has(token.norm);
}

// The longest bold lead ("**Tissue Repair and Healing:** For conditions like …"), in tokens.
const LEAD = 9;

/** A colon ends a heading typed as a line, and the lead of a block that a capital follows. */
function endsLead(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const after = tokens[i + 1];
  if (!token || !after) return false;
  if (/^[^\S\n]*\n/.test(text.slice(token.end, token.end + 20))) return true;
  const initial = text.charAt(after.start);
  return i <= LEAD && after.spaced && after.kind === 'word' && initial !== initial.toLowerCase();
}

function endsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || token.kind !== 'mark') return false;
  if (token.norm === ':') return endsLead(text, tokens, i);
  if (!'.!?…'.includes(token.norm) && token.norm !== '...') return false;
  let next = i + 1;
  while (isCloser(tokens[next])) next++;
  // Runs such as "?!" and "!!!" end once, at their last mark.
  const after = tokens[next];
  if (!after) return true;
  if (after.kind === 'mark' && !after.spaced && '.!?…'.includes(after.norm)) return false;
  if (after.kind === 'mark' && after.norm === '[' && !after.spaced) return true;
  if (!after.spaced && after.kind !== 'mark') {
    // "results.2 Then" carries a reference number; "stem.cell" and "3.5" do not end here.
    const beyond = tokens[next + 1];
    return after.kind === 'number' && tokens[i - 1]?.kind === 'word' && (!beyond || beyond.spaced);
  }
  if (token.norm !== '.') {
    const initial = text.charAt(after.start);
    return token.norm !== '...' && token.norm !== '…' ? true : initial !== initial.toLowerCase();
  }
  const before = tokens[i - 1];
  if (before?.kind === 'word') {
    if (ABBREVIATIONS.has(before.norm)) return false;
    const alone = before.end - before.start === 1;
    if (alone && text.charAt(before.start) !== text.charAt(before.start).toLowerCase())
      return false;
    if (alone && before.norm !== 'i' && before.norm !== 'a') return false;
  }
  const initial = text.charAt(after.start);
  return after.kind !== 'word' || initial !== initial.toLowerCase() || isCloser(tokens[i + 1]);
}
