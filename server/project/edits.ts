/**
 * Changes to files that people wrote: what is added goes in where it belongs, and nothing else is
 * touched, neither comments nor layout.
 */

import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type YAMLMap } from 'yaml';
import type { Edit } from '../core/index.ts';
import { nesting } from './nodes.ts';

/** Words for the writer: why a file cannot be changed, and what to do. */
export class BrokenFile extends Error {}

/** A value as one line of YAML; `flow` for JSON and for lists and maps in brackets. */
export type Value = string | Readonly<Record<string, string>>;

/** Puts an item at the end of a list under a key at the top of a file; makes the list where there is none. */
export function addedToList(text: string, key: string, item: Value): Edit {
  const contents = contentsOf(text);
  const found = contents && entryIn(contents, key);
  const list = found?.value;
  if (contents?.flow === true && !list)
    return intoFlowMap(contents, `${inFlow(key)}: [${inFlow(item)}]`);
  if (isSeq<Node>(list)) {
    if (list.flow === true) return intoFlow(list.range?.[1], list.items.length, inFlow(item), text);
    const last = list.items.at(-1);
    const dash = columnOf(text, lineStart(text, list.range?.[0] ?? 0), '-');
    return newLines(text, endOf(last) ?? text.length, itemLines(item, ' '.repeat(dash)));
  }
  if (found && list && !(isScalar(list) && list.value === null))
    throw new BrokenFile(`“${key}” is no list. Make it one, then try again.`);
  if (found) return newLines(text, endOf(found.key) ?? text.length, itemLines(item, '  '));
  return newLines(text, text.length, [`${key}:`, ...itemLines(item, '  ')]);
}

/** Sets a value in maps within maps; makes those that are missing. */
export function setIn(text: string, path: readonly string[], value: string): Edit {
  let at = contentsOf(text);
  let depth = 0;
  let parent: Node | undefined;
  for (; at && depth < path.length; depth++) {
    const found = entryIn(at, path[depth] ?? '');
    if (!found) return intoMap(text, at, path.slice(depth), value);
    const next = found.value;
    parent = found.key;
    if (depth === path.length - 1) return replaced(text, found.key, next, value);
    if (isMap<Node, Node | null>(next)) at = next;
    else if (next && !(isScalar(next) && next.value === null))
      throw new BrokenFile(`“${path[depth] ?? ''}” is no map. Make it one, then try again.`);
    else at = undefined;
  }
  const indent = parent ? columnOf(text, lineStart(text, parent.range?.[0] ?? 0)) + 2 : 0;
  const rest = path.slice(depth);
  return newLines(text, endOf(parent) ?? text.length, mapLines(rest, value, ' '.repeat(indent)));
}

// --- Finding the place ---------------------------------------------------------------------------

type Map_ = YAMLMap<Node, Node | null>;

function contentsOf(text: string): Map_ | undefined {
  if (nesting(text) > 50) throw new BrokenFile('The file is nested too deeply to be changed.');
  const { contents, errors } = parseDocument(text);
  const [error] = errors;
  if (error)
    throw new BrokenFile(
      `The file is broken (${error.message.split('\n')[0] ?? ''}). Mend it first.`,
    );
  if (contents === null || (isScalar(contents) && contents.value === null)) return undefined;
  if (isMap<Node, Node | null>(contents)) return contents;
  throw new BrokenFile('The file must be a map: one “key: value” a line. Mend it first.');
}

function entryIn(
  map: Map_,
  name: string,
): { readonly key: Node; readonly value: Node | null } | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === name);
}

const endOf = (node: Node | undefined): number | undefined => node?.range?.[1];

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** How far a line is indented, or where a mark stands in it. */
function columnOf(text: string, start: number, mark?: string): number {
  const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? '';
  return mark === undefined
    ? line.length - line.trimStart().length
    : Math.max(0, line.indexOf(mark));
}

// --- Putting it in -------------------------------------------------------------------------------

/** New lines behind the line in which something ends. */
function newLines(text: string, end: number, lines: readonly string[]): Edit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = text.indexOf('\n', Math.max(0, end - 1));
  const before = text.slice(0, end).trimEnd();
  if (end > 0 && at >= 0 && before.length > lineStart(text, at)) {
    const span = { start: at + 1, end: at + 1 };
    return { span, text: lines.map((line) => `${line}${newline}`).join('') };
  }
  const open = text === '' || text.endsWith('\n') ? '' : newline;
  const span = { start: text.length, end: text.length };
  return { span, text: open + lines.map((line) => `${line}${newline}`).join('') };
}

function intoMap(text: string, map: Map_, path: readonly string[], value: string): Edit {
  if (map.flow === true) {
    const nested = path
      .slice(1)
      .reduceRight((inner, key) => `{${inFlow(key)}: ${inner}}`, inFlow(value));
    return intoFlowMap(map, `${inFlow(path[0] ?? '')}: ${nested}`);
  }
  const indent = columnOf(text, lineStart(text, map.items[0]?.key.range?.[0] ?? 0));
  const last = map.items.at(-1);
  const end = endOf(last?.value ?? undefined) ?? endOf(last?.key) ?? text.length;
  return newLines(text, end, mapLines(path, value, ' '.repeat(indent)));
}

function mapLines(path: readonly string[], value: string, indent: string): string[] {
  return path.map((key, depth) => {
    const line = `${indent}${'  '.repeat(depth)}${inBlock(key)}:`;
    return depth === path.length - 1 ? `${line} ${inBlock(value)}` : line;
  });
}

function itemLines(item: Value, indent: string): string[] {
  if (typeof item === 'string') return [`${indent}- ${inBlock(item)}`];
  return Object.entries(item).map(
    ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${inBlock(value)}`,
  );
}

function replaced(text: string, key: Node, value: Node | null, to: string): Edit {
  const [start, end] = value?.range ?? [];
  if (start === undefined || end === undefined || start === end) {
    const at = text.indexOf(':', endOf(key)) + 1;
    return { span: { start: at, end: at }, text: ` ${inBlock(to)}` };
  }
  const flow = /^["']/.test(text.slice(start, end));
  return { span: { start, end }, text: flow ? inFlow(to) : inBlock(to) };
}

/** In front of what stands in a map in braces: before the first key no comma can be missing. */
function intoFlowMap(map: Map_, entry: string): Edit {
  const start = (map.range?.[0] ?? 0) + 1;
  return { span: { start, end: start }, text: map.items.length > 0 ? `${entry}, ` : entry };
}

function intoFlow(end: number | undefined, count: number, item: string, text: string): Edit {
  const close = (end ?? text.length) - 1;
  const at = text.slice(0, close).trimEnd().length;
  const comma = count > 0 && text.charAt(at - 1) !== ',' ? ', ' : '';
  return { span: { start: at, end: at }, text: `${comma}${item}` };
}

/** `off` is a word here, as the files are read. */
const inBlock = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();

const inFlow = (value: Value): string => JSON.stringify(value);
