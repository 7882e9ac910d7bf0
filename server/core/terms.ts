/** Where a text mentions terms: one linear pass, longest match first. */

import { HYPHENS, waysToWrite, type Way } from './forms.ts';
import type { ProseSpan, Term } from './model.ts';
import { tokenise, type Token } from './tokens.ts';

/** A term where a text names it. */
export interface Mention extends ProseSpan {
  readonly term: Term;
  /** Whether a name, an abbreviation, or a verb of the term ("differentiated") stands there. */
  readonly as: Way['as'];
  /** Indexes into the tokens: `[first, last)`. */
  readonly first: number;
  readonly last: number;
}

interface Candidate extends Way {
  readonly term: Term;
}

/** Every way to write every term, by first word, those of most words first. */
export interface TermIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Candidate[]>;
  /** Ways to write that two terms lay claim to; the first term has them. */
  readonly clashes: readonly { readonly form: string; readonly terms: readonly [Term, Term] }[];
}

/** Mentions in order, none overlapping another. `tokens` are those of `text`, where at hand. */
export function findMentions(
  text: string,
  index: TermIndex,
  tokens: readonly Token[] = tokenise(text),
): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const found = mentionAt(text, index, tokens, first);
    if (!found) continue;
    mentions.push(found);
    first = found.last - 1;
  }
  return mentions;
}

function mentionAt(
  text: string,
  index: TermIndex,
  tokens: readonly Token[],
  first: number,
): Mention | undefined {
  const start = tokens[first];
  if (!start || !isWordStart(tokens, first)) return undefined;
  for (const candidate of index.byFirstWord.get(start.norm) ?? []) {
    const last = endOfMatch(text, candidate, tokens, first);
    const end = last === undefined ? undefined : tokens[last - 1];
    if (last === undefined || !end) continue;
    const { term, as } = candidate;
    return { term, as, start: start.start, end: end.end, first, last };
  }
  return undefined;
}

/** The index after the last token of the candidate, if all of its words stand here in order. */
function endOfMatch(
  text: string,
  { words, exact }: Candidate,
  tokens: readonly Token[],
  first: number,
): number | undefined {
  let at = first;
  for (let i = 0; i < words.length; i++) {
    if (i > 0 && isHyphen(tokens[at])) at++;
    const token = tokens[at];
    if (!token || token.norm !== words[i]) return undefined;
    if (exact && text.slice(token.start, token.end) !== exact[i]) return undefined;
    at++;
  }
  return isWordEnd(tokens, at) ? at : undefined;
}

/** "3MSC" is no word that starts at M; "AD-MSC" has one that does. */
function isWordStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || tokens[at]?.spaced === true || before.kind === 'mark';
}

function isWordEnd(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  return !after || after.spaced || after.kind === 'mark' || after.norm.includes("'");
}

/** A hyphen that ties two words; a dash with a space before it does not. */
function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && !token.spaced && HYPHENS.has(token.norm);
}

export function buildTermIndex(terms: Iterable<Term>): TermIndex {
  const taken = new Map<string, Candidate>();
  const clashes: { form: string; terms: [Term, Term] }[] = [];
  for (const term of terms)
    for (const way of waysToWrite(term)) {
      const key = (way.exact ?? way.words).join(' ');
      const known = taken.get(key);
      if (!known) taken.set(key, { ...way, term });
      else if (known.term !== term) clashes.push({ form: key, terms: [known.term, term] });
    }
  const byFirstWord = new Map<string, Candidate[]>();
  for (const candidate of taken.values()) {
    const first = candidate.words[0] ?? '';
    const others = byFirstWord.get(first);
    if (others) others.push(candidate);
    else byFirstWord.set(first, [candidate]);
  }
  for (const candidates of byFirstWord.values())
    candidates.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord, clashes };
}
