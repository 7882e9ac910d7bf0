/** Inline markup -> prose: the text of one block with its runs and marks. */

import type { Image, ImageReference, Link, PhrasingContent } from 'mdast';
import { withoutAddresses } from './addresses.ts';
import { align, type Piece } from './align.ts';
import { endInSource, NOTHING, OBJECT, startInSource, type Excerpt } from './excerpt.ts';
import type { Mark, Run } from './model.ts';

/** The text as it was parsed (`text`), and what it stands for. */
export interface Page {
  readonly excerpt: Excerpt;
  /** The excerpt with parts covered. */
  readonly text: string;
  /** Where in it the offsets of the nodes at hand count from. */
  readonly origin: number;
}

export interface Prose {
  readonly text: string;
  readonly start: number;
  readonly runs: readonly Run[];
  readonly marks: readonly Mark[];
}

/** Text that hangs on an image or a link, read as a block of its own. */
export interface Aside {
  readonly kind: 'alt' | 'title';
  readonly nodes: readonly PhrasingContent[];
}

export interface Inline extends Omit<Prose, 'start'> {
  readonly asides: readonly Aside[];
  /** Where inline HTML stands, as the nodes count. */
  readonly html: readonly Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Making {
  readonly page: Page;
  readonly start: number;
  text: string;
  readonly runs: Loose<Run>[];
  readonly marks: Loose<Mark>[];
  readonly asides: Aside[];
  readonly html: Span[];
}

type Loose<T> = { -readonly [K in keyof T]: T[K] };

interface Level {
  readonly nodes: readonly PhrasingContent[];
  next: number;
  readonly mark?: Loose<Mark>;
  readonly title?: readonly PhrasingContent[] | undefined;
}

/** What was read of nodes, which an edit elsewhere leaves as they are. */
const known = new WeakMap<readonly PhrasingContent[], Inline>();

/** A block begins where its first inline node does: the nodes of headings may begin too early. */
export function startOf(nodes: readonly PhrasingContent[], { origin, excerpt }: Page): number {
  return startInSource(excerpt, origin + (nodes[0]?.position?.start.offset ?? 0));
}

/** What inline nodes say; the same object as long as nothing in them changes. */
export function readInline(nodes: readonly PhrasingContent[], page: Page): Inline {
  const start = startOf(nodes, page);
  const from = page.origin + (nodes[0]?.position?.start.offset ?? 0);
  const to = page.origin + (nodes.at(-1)?.position?.end.offset ?? 0);
  // Where something was cut out in between, the source may have changed and the nodes not.
  const whole = start - from === endInSource(page.excerpt, to) - to;
  const before = whole ? known.get(nodes) : undefined;
  if (before) return before;
  const inline = readAnew(nodes, page, start);
  if (whole) known.set(nodes, inline);
  return inline;
}

function readAnew(nodes: readonly PhrasingContent[], page: Page, start: number): Inline {
  const making: Making = { page, start, text: '', runs: [], marks: [], asides: [], html: [] };
  const levels: Level[] = [{ nodes, next: 0 }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (node) {
      const inner = readNode(making, node);
      if (inner) levels.push(inner);
      continue;
    }
    if (level.mark) level.mark.end = making.text.length;
    if (level.title) making.asides.push({ kind: 'title', nodes: level.title });
    levels.pop();
  }
  const { text, runs, asides, html } = making;
  const marks = making.marks.filter((mark) => mark.end > mark.start);
  return { text, runs, marks, asides, html };
}

/** The prose of pieces that are at hand. */
export function proseOf(pieces: readonly Piece[], page: Page): Prose {
  const start = startInSource(page.excerpt, pieces[0]?.start ?? 0);
  const making: Making = { page, start, text: '', runs: [], marks: [], asides: [], html: [] };
  for (const { prose, start, end, verbatim } of pieces) add(making, prose, start, end, verbatim);
  const { text, runs, marks } = making;
  return { text, start, runs, marks };
}

/** Whether there is anything to read: a letter or a figure. */
export const hasProse = (prose: Pick<Prose, 'text'>) => /[\p{L}\p{N}]/u.test(prose.text);

function readNode(making: Making, node: PhrasingContent): Level | undefined {
  const { origin } = making.page;
  const start = origin + (node.position?.start.offset ?? 0);
  const end = origin + (node.position?.end.offset ?? 0);
  switch (node.type) {
    case 'text':
      addText(making, node.value, start, end);
      break;
    case 'break':
      add(making, '\n', start, end, false);
      break;
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { nodes: node.children, next: 0, mark: openMark(making, node.type) };
    case 'link':
      if (making.page.text[start] !== '<') return linkLevel(making, node);
      addObject(making, start, end, 'link');
      break;
    case 'linkReference':
      return { nodes: node.children, next: 0, mark: openMark(making, 'link') };
    case 'image':
    case 'imageReference':
      addObject(making, start, end, 'image');
      addAsides(making, node);
      break;
    case 'footnoteReference':
      addObject(making, start, end, 'citation');
      break;
    case 'html':
      making.html.push({ start: start - origin, end: end - origin });
      addObject(making, start, end, 'html');
      break;
    default:
      addObject(making, start, end, 'code');
  }
  return undefined;
}

function addText(making: Making, value: string, start: number, end: number): void {
  for (const piece of withoutAddresses(align(value, making.page.text, start, end)))
    if (piece.prose === OBJECT && !piece.verbatim)
      addObject(making, piece.start, piece.end, 'link');
    else addPiece(making, piece);
}

function linkLevel(making: Making, node: Link): Level {
  const mark = openMark(making, 'link');
  return { nodes: node.children, next: 0, mark, title: node.data?.title };
}

function addAsides(making: Making, node: Image | ImageReference): void {
  if (node.data?.label) making.asides.push({ kind: 'alt', nodes: node.data.label });
  if (node.data?.title) making.asides.push({ kind: 'title', nodes: node.data.title });
}

/** Reserved on entering, so that marks come outermost first; its end follows. */
function openMark(making: Making, kind: Mark['kind']): Loose<Mark> {
  const mark: Loose<Mark> = { kind, start: making.text.length, end: making.text.length };
  making.marks.push(mark);
  return mark;
}

function addObject(making: Making, start: number, end: number, kind: Mark['kind']): void {
  const from = making.text.length;
  making.marks.push({ kind, start: from, end: from + 1 });
  add(making, OBJECT, start, end, false);
}

/** Adds a piece of text, with what is covered in it taken out. */
function addPiece(making: Making, piece: Piece): void {
  const { text, excerpt } = making.page;
  if (
    text === excerpt.text ||
    text.startsWith(excerpt.text.slice(piece.start, piece.end), piece.start)
  )
    return add(making, piece.prose, piece.start, piece.end, piece.verbatim);
  if (!piece.verbatim) {
    const prose = piece.prose.replaceAll(NOTHING, '');
    return add(making, prose, piece.start, piece.end, false);
  }
  for (let i = piece.start; i < piece.end;) {
    const covered = coveredAt(making.page, i);
    const from = i;
    while (i < piece.end && coveredAt(making.page, i) === covered) i++;
    if (!covered) add(making, text.slice(from, i), from, i, true);
    else if (covered === OBJECT) addObject(making, from, i, 'html');
  }
}

function coveredAt({ text, excerpt }: Page, at: number): string | undefined {
  const char = text[at];
  return (char === OBJECT || char === NOTHING) && char !== excerpt.text[at] ? char : undefined;
}

/** Adds prose that stands from `start` to `end` in the parsed text. */
function add(making: Making, prose: string, start: number, end: number, verbatim: boolean): void {
  if (prose === '') return;
  const { excerpt } = making.page;
  const from = startInSource(excerpt, start);
  const to = Math.max(from, endInSource(excerpt, end));
  const exact = verbatim && to - from === prose.length;
  const source = from - making.start;
  const last = making.runs.at(-1);
  if (last && exact && last.verbatim && last.source + last.sourceLength === source) {
    last.proseLength += prose.length;
    last.sourceLength += prose.length;
  } else {
    making.runs.push({
      prose: making.text.length,
      proseLength: prose.length,
      source,
      sourceLength: to - from,
      verbatim: exact,
    });
  }
  making.text += prose;
}
