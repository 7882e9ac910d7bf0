/** Tokens -> words: multiword expressions joined, senses looked up, parts of speech decided. */

import type { VerbForm } from './inflect.ts';
import type { ProseSpan } from './model.ts';
import { usesOf, type Role, type Uses } from './roles.ts';
import { tagWords } from './tagging.ts';
import type { Token } from './tokens.ts';

/** Part of speech; `phrase` marks patterns, which are no words. */
export type Tag =
  | 'noun'
  | 'verb'
  | 'adj'
  | 'adv'
  | 'det'
  | 'prep'
  | 'pron'
  | 'conj'
  | 'aux'
  | 'modal'
  | 'not'
  | 'to'
  | 'rel'
  | 'num'
  | 'mark';

/** What a lexicon entry says of one form of a word. */
export interface Sense {
  readonly tag: Tag;
  readonly lemma: string;
  /** For verbs: which form; for nouns: `s` is the plural. */
  readonly form: VerbForm;
  readonly classes: ReadonlySet<string>;
  /** For a hedge: the rung of the hedging ladder that it puts a claim on. */
  readonly rung?: number;
}

/** A node of the tree of forms: one step a token. */
export interface FormNode {
  /** Most forms go no further, and there are many. */
  readonly next?: { readonly get: (token: string) => FormNode | undefined };
  readonly senses: readonly Sense[];
}

/** A word of a sentence, with the one part of speech that its place gives it. */
export interface Word extends ProseSpan {
  readonly norm: string;
  readonly senses: readonly Sense[];
  readonly uses: Uses;
  /** What it is here; tag, form, lemma and classes are the role's. */
  role: Role;
  tag: Tag;
  form: VerbForm;
  lemma: string;
  classes: ReadonlySet<string>;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  readonly brand: boolean;
}

const NO_SENSES: readonly Sense[] = [];

/** Before its neighbours were looked at. */
const OPEN: Readonly<Record<Token['kind'], Role>> = {
  word: { tag: 'noun', form: 'base', classes: new Set() },
  number: { tag: 'num', form: 'base', classes: new Set() },
  mark: { tag: 'mark', form: 'base', classes: new Set() },
};

/** `[first, last)` of the tokens -> words with their parts of speech. */
export function wordsOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  forms: FormNode,
): Word[] {
  const words: Word[] = [];
  for (let i = first; i < last;) {
    const token = tokens[i];
    if (!token) break;
    if (isHyphen(token, tokens[i + 1])) {
      i++;
      continue;
    }
    const { end, senses } = longest(tokens, i, last, forms);
    const final = tokens[end - 1] ?? token;
    const role = OPEN[token.kind];
    words.push({
      start: token.start,
      end: final.end,
      norm: end === i + 1 ? token.norm : normOf(tokens, i, end),
      senses,
      uses: usesOf(senses),
      role,
      tag: role.tag,
      form: role.form,
      lemma: token.norm,
      classes: role.classes,
      spaced: token.spaced,
      brand: token.brand && senses.length === 0,
    });
    i = end;
  }
  tagWords(words);
  return words;
}

/** A hyphen inside a compound joins as a space does: "long-term" is "long term". */
function isHyphen(token: Token, next: Token | undefined): boolean {
  return (
    token.kind === 'mark' &&
    (token.norm === '-' || token.norm === '‑' || token.norm === '\u00ad') &&
    !token.spaced &&
    next !== undefined &&
    !next.spaced
  );
}

function longest(tokens: readonly Token[], from: number, last: number, forms: FormNode) {
  let node: FormNode | undefined = forms;
  let end = from + 1;
  let senses = NO_SENSES;
  for (let i = from; i < last && node; i++) {
    const token = tokens[i];
    if (!token) break;
    if (i > from && isHyphen(token, tokens[i + 1])) continue;
    node = node.next?.get(token.norm);
    if (node && node.senses.length > 0) {
      end = i + 1;
      senses = node.senses;
    }
  }
  return { end, senses };
}

function normOf(tokens: readonly Token[], from: number, end: number): string {
  let norm = '';
  for (let i = from; i < end; i++) {
    const token = tokens[i];
    if (!token || (i > from && token.kind === 'mark')) continue;
    norm = norm === '' ? token.norm : `${norm} ${token.norm}`;
  }
  return norm;
}
