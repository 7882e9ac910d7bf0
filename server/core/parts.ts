/**
 * A parsed text in parts: its top-level blocks, and of lists among them the items. An edit leaves
 * most of them as they are (restart.ts), so a part says where it stands by numbers of its own.
 */

import type { RootContent } from 'mdast';
import { parseMarkdown } from './syntax.ts';

export interface Part {
  /** Its offsets count from `origin`. */
  readonly node: RootContent;
  readonly origin: number;
  /** Where its first line starts. */
  readonly start: number;
  /** For an item of a list: of which sort, and whether it begins the list. */
  readonly list?: { readonly ordered: boolean; readonly first: boolean };
  /** What is defined in it, as `definition A` or `footnote B`. */
  readonly labels: readonly string[];
}

/** A text and its parts, in order. */
export interface Parsed {
  readonly text: string;
  readonly mdx: boolean;
  readonly parts: readonly Part[];
}

export function parseAll(text: string, mdx: boolean): Parsed {
  return { text, mdx, parts: partsOf(parseMarkdown(text, mdx).children, text, 0) };
}

/** The parts of a stretch of a text that begins where a part does; `labels` are defined around it. */
export function parseStretch(
  text: string,
  mdx: boolean,
  { start, end }: { readonly start: number; readonly end: number },
  labels: ReadonlySet<string>,
): Part[] {
  const piece = text.slice(start, end);
  const named = (kind: string): readonly string[] =>
    [...labels].filter((label) => label.startsWith(kind)).map((label) => label.slice(kind.length));
  const elsewhere = { definitions: named(DEFINITION), footnotes: named(FOOTNOTE) };
  return partsOf(parseMarkdown(piece, mdx, start === 0, elsewhere).children, piece, start);
}

function partsOf(nodes: readonly RootContent[], text: string, origin: number): Part[] {
  const partOf = (node: RootContent): Part => {
    const start = origin + lineStart(text, node.position?.start.offset ?? 0);
    return { node, origin, start, labels: labelsIn(node) };
  };
  return nodes.flatMap((node): readonly Part[] => {
    if (node.type !== 'list') return [partOf(node)];
    const ordered = node.ordered === true;
    return node.children.map((item, at) => ({
      ...partOf(item),
      list: { ordered, first: at === 0 },
    }));
  });
}

const DEFINITION = 'definition ';
const FOOTNOTE = 'footnote ';

/** Walks without recursion. The parser compares labels in capitals. */
function labelsIn(node: RootContent): readonly string[] {
  const found: string[] = [];
  const waiting: RootContent[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { type } = next;
    if (type === 'definition') found.push(DEFINITION + next.identifier.toUpperCase());
    if (type === 'footnoteDefinition') found.push(FOOTNOTE + next.identifier.toUpperCase());
    if (type === 'list' || type === 'listItem' || type === 'blockquote')
      waiting.push(...next.children);
    if (type === 'footnoteDefinition') waiting.push(...next.children);
  }
  return found;
}

/** The words of a label, as it is looked for. */
export const wordsOfLabel = (label: string): readonly string[] => label.split(' ').slice(1);

// --- Lines -----------------------------------------------------------------------------------

const LF = 10;
const CR = 13;

/** Where the line that holds an offset begins. Lines end with LF, CRLF or a lone CR. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !endsLine(text, at - 1)) at--;
  return at;
}

/** Where the line after the one that holds an offset begins. */
export function nextLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !endsLine(text, at)) at++;
  return Math.min(at + 1, text.length);
}

/** Whether the last unit of a line's ending stands here. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
}

/** Where the line before the one that begins at `start` begins; -1 before the first. */
export function lineBefore(text: string, start: number): number {
  return start === 0 ? -1 : lineStart(text, start - 1);
}
