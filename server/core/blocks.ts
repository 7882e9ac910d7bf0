/** Parsed parts -> blocks of prose, and where each stands. */

import type { PhrasingContent, RootContent } from 'mdast';
import { commentsBetween } from './comments.ts';
import { endInSource, startInSource, type Excerpt } from './excerpt.ts';
import { readFrontMatter, unreadable } from './front-matter.ts';
import { hasProse, readInline, startOf, type Page } from './inline.ts';
import type { Block, BlockKind, Comment, Draft, Notice, Place } from './model.ts';
import type { Part } from './parts.ts';

/** What a block stands in; handed down from container to contents. */
interface Scope {
  readonly kind: BlockKind;
  readonly quoted: number;
  readonly list?: NonNullable<Place['list']>;
  readonly leadIn?: number | undefined;
}

/** One container that is being walked. */
interface Level {
  readonly nodes: readonly Node[];
  next: number;
  readonly scope: Scope;
  section: readonly number[];
  /** The paragraph or heading right before, which may introduce a list. */
  before?: number | undefined;
}

type Node = RootContent;

/** What was read of a text, and how far it was at each part. */
export interface Reader {
  page: Page;
  readonly blocks: Block[];
  readonly comments: Comment[];
  readonly notices: Notice[];
  frontMatter?: Draft['frontMatter'];
  readonly parts: readonly Part[];
  /** One for each part. */
  readonly stops: Stop[];
}

/** How much was read before a part, and what it stands in. */
interface Stop {
  readonly blocks: number;
  readonly comments: number;
  readonly section: readonly number[];
  readonly before: number | undefined;
  /** Of the list that an item goes on with. */
  readonly items: Scope;
}

/**
 * All blocks of the parts, in document order, with their places. An earlier version of the text
 * lends what stands before the first part that changed, and behind the last if the places are the
 * same.
 */
export function readParts(
  parts: readonly Part[],
  page: Omit<Page, 'origin'>,
  earlier?: Reader,
): Reader {
  const isWhole = [page, earlier?.page].every((one) => one?.excerpt.gaps.length === 0);
  const last = isWhole ? earlier : undefined;
  const reader = begin(parts, page, last);
  const top = inside([], { kind: 'paragraph', quoted: 0 }, []);
  const at = reader.stops.at(-1);
  let items = at?.items ?? top.scope;
  if (at) Object.assign(top, { section: at.section, before: at.before });
  const tail = last && unchangedTail(parts, last.parts);
  for (let i = Math.max(0, reader.stops.length - 1); i < parts.length; i++) {
    const part = parts[i];
    if (!part) break;
    const stop = stopAt(reader, top, items);
    if (reader.stops.length === i) reader.stops.push(stop);
    if (last && i === tail && goOnAs(reader, stop, last)) break;
    const { node, origin, list } = part;
    reader.page = { ...page, origin };
    if (list?.first) items = listScope(top, list.ordered);
    const first = list ? inside([node], items, top.section) : readNode(reader, top, node);
    if (list) top.before = undefined;
    if (first) readLevels(reader, first);
  }
  return reader;
}

const stopAt = ({ blocks, comments }: Reader, { section, before }: Level, items: Scope): Stop => ({
  blocks: blocks.length,
  comments: comments.length,
  section,
  before,
  items,
});

/** With what was read of the parts at the head that are as they were, up to the stop behind them. */
function begin(
  parts: readonly Part[],
  page: Omit<Page, 'origin'>,
  last: Reader | undefined,
): Reader {
  const whole = { ...page, origin: 0 };
  const nothing = { page: whole, parts, blocks: [], comments: [], notices: [], stops: [] };
  if (!last) return nothing;
  let head = 0;
  while (head < parts.length && parts[head] === last.parts[head]) head++;
  const stop = last.stops[head === last.parts.length ? head - 1 : head];
  const count = stop && last.stops.indexOf(stop);
  if (!stop || !count) return nothing;
  return {
    page: whole,
    parts,
    blocks: last.blocks.slice(0, stop.blocks),
    comments: last.comments.slice(0, stop.comments),
    // All notices are about front matter.
    notices: last.notices,
    stops: last.stops.slice(0, count + 1),
    ...(last.frontMatter && { frontMatter: last.frontMatter }),
  };
}

/** From where on the parts only moved. */
function unchangedTail(parts: readonly Part[], before: readonly Part[]): number {
  const shift = before.length - parts.length;
  let tail = parts.length;
  while (tail > 1 && tail + shift > 1 && isSame(parts[tail - 1], before[tail - 1 + shift])) tail--;
  return tail;
}

const isSame = (now: Part | undefined, was: Part | undefined): boolean =>
  now?.node === was?.node && now?.list === was?.list;

/** Takes over the rest as it was read before, where it stands in the same; says whether it did. */
function goOnAs(reader: Reader, now: Stop, last: Reader): boolean {
  const { parts, blocks, comments, stops } = reader;
  const at = stops.length - 1;
  const old = at + last.parts.length - parts.length;
  const was = last.stops[old];
  const shift = (parts[at]?.origin ?? 0) - (last.parts[old]?.origin ?? 0);
  if (!was || !isSameStop(now, was)) return false;
  // What stands below a heading hangs on how deep the heading is, too.
  if (now.section.some((i) => blocks[i]?.place.level !== last.blocks[i]?.place.level)) return false;
  for (const block of last.blocks.slice(was.blocks))
    blocks.push({ ...block, start: block.start + shift });
  for (const { span, text } of last.comments.slice(was.comments))
    comments.push({ span: { start: span.start + shift, end: span.end + shift }, text });
  const more = now.comments - was.comments;
  for (const stop of last.stops.slice(old + 1))
    stops.push(more === 0 ? stop : { ...stop, comments: stop.comments + more });
  return true;
}

function isSameStop(now: Stop, was: Stop): boolean {
  return (
    now.blocks === was.blocks &&
    now.before === was.before &&
    now.items.leadIn === was.items.leadIn &&
    now.items.list?.ordered === was.items.list?.ordered &&
    now.section.length === was.section.length &&
    now.section.every((index, i) => index === was.section[i])
  );
}

/** Walks without recursion. */
function readLevels(reader: Reader, first: Level): void {
  const levels = [first];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) levels.pop();
    else {
      const inner = readNode(reader, level, node);
      if (inner) levels.push(inner);
    }
  }
}

/** Reads a leaf, or says what to walk next. */
function readNode(reader: Reader, level: Level, node: Node): Level | undefined {
  const { scope, section } = level;
  const before = level.before;
  if (node.type !== 'html' && node.type !== 'definition') level.before = undefined;
  switch (node.type) {
    case 'paragraph':
      level.before = readBlock(reader, scope.kind, node.children, placeOf(level));
      break;
    case 'heading':
      readHeading(reader, level, node);
      break;
    case 'blockquote':
      return inside(node.children, { ...scope, quoted: scope.quoted + 1 }, section);
    case 'list':
      return inside(node.children, listScope({ scope, before }, node.ordered === true), section);
    case 'listItem':
      return inside(node.children, scope, section);
    case 'footnoteDefinition':
      return inside(node.children, { kind: 'footnote', quoted: scope.quoted }, section);
    case 'table':
      readTable(reader, level, node);
      break;
    case 'html':
      addComments(reader, node.position?.start.offset, node.position?.end.offset);
      break;
    case 'definition':
      if (node.data?.title) readBlock(reader, 'title', node.data.title, placeOf(level));
      break;
    default:
      readMatter(reader, node);
  }
  return undefined;
}

const inside = (nodes: readonly Node[], scope: Scope, section: readonly number[]): Level => ({
  nodes,
  next: 0,
  scope,
  section,
});

/** What the items of a list stand in, which stands at a level. */
function listScope({ scope, before }: Pick<Level, 'scope' | 'before'>, ordered: boolean): Scope {
  const list = { depth: (scope.list?.depth ?? 0) + 1, ordered };
  return { kind: 'item', quoted: scope.quoted, list, leadIn: before ?? scope.leadIn };
}

/** Adds the comments between two offsets, as the nodes count. */
function addComments({ page, comments }: Reader, start = 0, end = 0): void {
  const { excerpt, origin } = page;
  for (const one of commentsBetween(excerpt, origin + start, origin + end)) comments.push(one);
}

function placeOf({ scope, section }: Level): Place {
  const { quoted, list, leadIn } = scope;
  return { section, quoted, ...(list && { list }), ...(leadIn !== undefined && { leadIn }) };
}

/** A heading stands in the section above it, and opens one for what follows in its container. */
function readHeading(reader: Reader, level: Level, node: Node & { type: 'heading' }): void {
  const section = level.section.filter((i) => (reader.blocks[i]?.place.level ?? 0) < node.depth);
  level.section = section;
  const place = { ...placeOf(level), level: node.depth };
  const index = readBlock(reader, 'heading', node.children, place);
  if (index === undefined) return;
  level.section = [...section, index];
  level.before = index;
}

function readTable(reader: Reader, level: Level, table: Node & { type: 'table' }): void {
  const around = placeOf(level);
  const headers: (number | undefined)[] = [];
  table.children.forEach((line, row) => {
    let rowHeader: number | undefined;
    line.children.forEach((cell, column) => {
      const columnHeader = headers[column];
      const place = {
        row,
        column,
        ...(columnHeader !== undefined && { columnHeader }),
        ...(row > 0 && rowHeader !== undefined && { rowHeader }),
      };
      const index = readBlock(reader, 'cell', cell.children, { ...around, cell: place });
      if (row === 0) headers[column] = index;
      if (column === 0) rowHeader = index;
    });
  });
}

function readMatter(reader: Reader, node: Node): void {
  const { excerpt, origin } = reader.page;
  const start = origin + (node.position?.start.offset ?? 0);
  const end = origin + (node.position?.end.offset ?? 0);
  const type: string = node.type;
  if (type !== 'yaml' && type !== 'toml') return;
  const message = unreadable(excerpt.text.slice(start, end));
  if (message !== undefined) {
    const part = { start: startInSource(excerpt, start), end: endInSource(excerpt, end) };
    reader.notices.push({ span: part, message });
    return;
  }
  reader.blocks.push(...readFrontMatter(excerpt, start, end, type));
  if (type === 'yaml') reader.frontMatter = between(excerpt, start, end);
}

/** The front matter without its fences. */
function between(excerpt: Excerpt, start: number, end: number): Draft['frontMatter'] {
  const whole = excerpt.text.slice(start, end);
  const inner = /^---[^\r\n]*(?:\r\n?|\n)/.exec(whole)?.[0].length ?? 0;
  const fence = whole.lastIndexOf('---');
  const text = whole.slice(inner, Math.max(inner, fence));
  const from = start + inner;
  return {
    span: { start: startInSource(excerpt, from), end: endInSource(excerpt, from + text.length) },
    text,
  };
}

/**
 * Adds a block and, after it, what hangs on its images and links, whose place is the block's.
 * Gives the block's index.
 */
function readBlock(
  reader: Reader,
  kind: BlockKind,
  nodes: readonly PhrasingContent[],
  place: Place,
): number | undefined {
  const { page, blocks } = reader;
  const inline = readInline(nodes, page);
  const { text, runs, marks, asides, html } = inline;
  for (const { start, end } of html) addComments(reader, start, end);
  let index: number | undefined;
  if (hasProse(inline))
    index = blocks.push({ kind, text, start: startOf(nodes, page), runs, marks, place }) - 1;
  if (asides.length === 0) return index;
  const { level: _level, within: _within, ...around } = place;
  const beside = index === undefined ? around : { ...around, within: index };
  for (const aside of asides) readBlock(reader, aside.kind, aside.nodes, beside);
  return index;
}
