/** What a `.hedgerow.yml` or `.hedgerow.json` says: text in, options and problems out. */

import {
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
} from 'yaml';
import type { DraftKind, Options, Problem, Severity } from '../core/index.ts';
import { didYouMean } from '../core/index.ts';

export interface Configuration {
  readonly options: Options;
  /** What was wrong with the file; everything else in it holds. */
  readonly problems: readonly Problem[];
}

/** From the gravest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const draftKinds: readonly DraftKind[] = [
  'editorial',
  'patient',
  'press',
  'scientific',
  'promotional',
];

/** More than these of a file's syntax errors say nothing that the first ones do not. */
const syntaxErrorsShown = 3;

/** UTF-16 units. Three keys, and a phrase for every day of ten years. */
const longest = 200_000;

/** A configuration needs three levels. */
const deepest = 50;

const keys = ['severity', 'kind', 'allowed'];

/**
 * JSON is read as the YAML that it is. `file` is the name under which problems are told, and
 * `ruleIds` are the rules that a severity may be set for.
 */
export function parseConfiguration(
  text: string,
  file: string,
  ruleIds: Iterable<string>,
): Configuration {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const say: Say = (node, message) =>
    problems.push({ file, line: lineAt(node?.range?.[0] ?? 0), message });

  if (text.length > longest || nesting(text) > deepest) {
    problems.push({ file, message: 'Too long or too deeply nested for a configuration.' });
    return { options: {}, problems };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors.slice(0, syntaxErrorsShown))
    problems.push({ file, line: lineAt(error.pos[0]), message: `${error.message}.` });
  return { options: readOptions(document.contents, new Set(ruleIds), say), problems };
}

/**
 * How deep brackets and list marks are nested. The parser is recursive, and where it exhausts the
 * stack inside of a regular expression, Node dies at once: nothing can be caught.
 */
function nesting(text: string): number {
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

type Say = (node: Node | null, message: string) => void;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readOptions(contents: Node | null, ruleIds: ReadonlySet<string>, say: Say): Options {
  const options: Writable<Options> = {};
  for (const { key, name, value } of entries(contents, 'A configuration', say)) {
    if (name === 'severity') options.severities = readSeverities(value, ruleIds, say);
    else if (name === 'kind') {
      const kind = oneOf(value, draftKinds, 'kind', say);
      if (kind !== undefined) options.kind = kind;
    } else if (name === 'allowed') options.allowed = readAllowed(value, say);
    else say(key, `Unknown key “${name}”.${didYouMean(name, keys)} Known are ${list(keys)}.`);
  }
  return options;
}

function readSeverities(
  node: Node | null,
  ruleIds: ReadonlySet<string>,
  say: Say,
): NonNullable<Options['severities']> {
  const levels = ['off', ...severities] as const;
  const read: [string, Severity | 'off'][] = [];
  for (const { key, name, value } of entries(node, '“severity”', say)) {
    const level = oneOf(value, levels, `severity of “${name}”`, say);
    if (!ruleIds.has(name))
      say(key, `Unknown rule “${name}”.${didYouMean(name, ruleIds)} All: hedgerow rules.`);
    else if (level !== undefined) read.push([name, level]);
  }
  return Object.fromEntries(read);
}

function readAllowed(node: Node | null, say: Say): string[] {
  if (isEmpty(node)) return [];
  if (!isSeq<Node>(node)) {
    say(node, '“allowed” must be a list of phrases, one “- phrase” a line.');
    return [];
  }
  const phrases: string[] = [];
  for (const item of node.items) {
    const phrase = isScalar(item) && typeof item.value === 'string' ? item.value.trim() : '';
    if (phrase !== '') phrases.push(phrase);
    else say(item, 'An allowed phrase must be text; put it in quotation marks.');
  }
  return phrases;
}

interface Entry {
  readonly key: Node | null;
  readonly name: string;
  readonly value: Node | null;
}

/** The entries of a map; a word about anything else, unless it is empty. */
function entries(node: Node | null, what: string, say: Say): readonly Entry[] {
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

function oneOf<T extends string>(
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
      `Unknown ${what}: “${value.slice(0, 40)}”.${didYouMean(value, known)} Use ${list(known)}.`,
    );
  return found;
}

/** A key without a value, and a file of comments alone, are no mistake. */
function isEmpty(node: Node | null): node is null {
  return node === null || (isScalar(node) && node.value === null);
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
