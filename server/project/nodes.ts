/** Reading YAML that anybody may have typed: values out, and a word at the right place on the rest. */

import {
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import { didYouMean, type Problem, type SourceSpan } from '../core/index.ts';

/** Something wrong in a file of the project, and where in its text. */
export interface FileProblem extends Problem {
  readonly span?: SourceSpan;
  /** Worth a word, but the file says what it should. */
  readonly mild?: boolean;
  /** An entry that may go. */
  readonly isGone?: boolean;
}

/** Notes a problem at a node; at the top of the file where there is none. */
export type Say = (node: Node | null, message: string, mild?: 'mild') => void;

export interface Parsed {
  readonly contents: Node | null;
  readonly say: Say;
  /** The line of a node, from 1. */
  readonly lineOf: (node: Node | null) => number;
  /** Grows as `say` is called. */
  readonly problems: readonly FileProblem[];
}

/** More than these of a file's syntax errors say nothing that the first ones do not. */
const syntaxErrorsShown = 3;

/** UTF-16 units: some thousands of terms and accepted claims. */
const longest = 500_000;

/** A configuration needs five levels. */
const deepest = 50;

/**
 * `file` is the name under which problems are told. Where the text is a part of a file, `offset`
 * says where it begins, and `line` how many lines are above it.
 */
export function parseYaml(
  text: string,
  file: string,
  { offset = 0, line: above = 0 }: { readonly offset?: number; readonly line?: number } = {},
): Parsed {
  const lines = new LineCounter();
  const problems: FileProblem[] = [];
  const lineAt = (at: number): number => above + Math.max(1, lines.linePos(at).line);
  const note = (start: number, end: number, message: string, mild: boolean): void => {
    const span = { start: offset + start, end: offset + Math.max(start, end) };
    problems.push({ file, line: lineAt(start), span, message, ...(mild && { mild }) });
  };
  const say: Say = (node, message, mild) => {
    const [start, end] = node?.range ?? [0, 0];
    note(start, end, message, mild !== undefined);
  };
  const lineOf = (node: Node | null): number => lineAt(node?.range?.[0] ?? 0);
  if (text.length > longest || nesting(text) > deepest) {
    problems.push({ file, message: 'Too long or too deeply nested for a configuration.' });
    return { contents: null, say, lineOf, problems };
  }
  const document: Document.Parsed = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
  });
  for (const { pos, message } of document.errors.slice(0, syntaxErrorsShown))
    note(pos[0], pos[1], `${message}.`, false);
  return { contents: document.contents, say, lineOf, problems };
}

/**
 * How deep brackets and list marks are nested. The parser is recursive, and where it exhausts the
 * stack inside of a regular expression, Node dies at once: nothing can be caught.
 */
export function nesting(text: string): number {
  let brackets = 0;
  let marks = 0;
  let most = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets -= 1;
    else if (lexeme === '-' || lexeme === '?') marks += 1;
    else if (lexeme.endsWith('\n')) marks = 0;
    most = Math.max(most, brackets + marks);
  }
  return most;
}

export interface Entry {
  readonly key: Node | null;
  readonly name: string;
  readonly value: Node | null;
}

/** The entries of a map; a word about anything else, unless it is empty. */
export function entries(node: Node | null, what: string, say: Say): readonly Entry[] {
  if (isEmpty(node)) return [];
  if (!isMap<Node, Node | null>(node)) {
    say(node, `${what} must be a map: one “key: value” a line.`);
    return [];
  }
  return node.items.map(({ key, value }: Pair<Node, Node | null>) => ({
    key,
    name: isScalar(key) ? String(key.value) : String(key),
    value,
  }));
}

/** The items of a list; a word about anything else, unless it is empty. */
export function items(node: Node | null, message: string, say: Say): readonly Node[] {
  if (isEmpty(node)) return [];
  if (isSeq<Node>(node)) return node.items;
  say(node, message);
  return [];
}

/** The texts of a list, each trimmed and not empty; `one` says what an item must be. */
export function texts(node: Node | null, message: string, one: string, say: Say): string[] {
  return items(node, message, say).flatMap((item) => {
    const text = textOf(item);
    if (text === undefined) say(item, one);
    return text ?? [];
  });
}

/** A text that is not empty. */
export function textOf(node: Node | null): string | undefined {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
  return text === '' ? undefined : text;
}

export function oneOf<T extends string>(
  node: Node | null,
  known: readonly T[],
  what: string,
  say: Say,
): T | undefined {
  if (isEmpty(node)) return undefined;
  const value = isScalar(node) ? String(node.value) : String(node);
  const found = known.find((candidate) => candidate === value);
  if (found === undefined)
    say(
      node,
      `Unknown ${what}: “${value.slice(0, 40)}”.${didYouMean(value, known)} Use ${listed(known)}.`,
    );
  return found;
}

export function flag(node: Node | null, what: string, say: Say): boolean | undefined {
  if (isEmpty(node)) return undefined;
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  say(node, `“${what}” must be true or false.`);
  return undefined;
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** An ISO date, such as 2026-11-22. */
export function dateOf(node: Node | null, what: string, say: Say): string | undefined {
  if (isEmpty(node)) return undefined;
  const text = isScalar(node) ? String(node.value) : '';
  if (DATE.test(text)) return text;
  say(node, `“${what}” must be a date, such as 2026-11-22.`);
  return undefined;
}

/** A key without a value, and a file of comments alone, are no mistake. */
export function isEmpty(node: Node | null): node is null {
  return node === null || (isScalar(node) && node.value === null);
}

export function unknownKey({ key, name }: Entry, known: readonly string[], say: Say): void {
  say(key, `Unknown key “${name}”.${didYouMean(name, known)} Known are ${listed(known)}.`);
}

function listed(words: readonly string[]): string {
  const [last = '', ...others] = [...words].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}
