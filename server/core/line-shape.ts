/** What one line of markdown begins with and what it holds, in one pass over its characters. */

/** What may be too much for the parser in a stretch of lines. */
export interface Counts {
  length: number;
  brackets: number;
  /** Brackets that are open now, and the most that ever were. */
  open: number;
  deepest: number;
  /** Of emphasis: `*`, `_` and `~`. */
  marks: number;
  /** Of code and math: backticks and dollars. */
  ticks: number;
  /** `<!` and `<?`. */
  declarations: number;
}

export interface LineShape {
  readonly start: number;
  /** Before the line ending. */
  readonly end: number;
  /** After it. */
  readonly next: number;
  readonly blank: boolean;
  /** How many quotes, list items and footnotes (for two) begin, or go on by a mark, at its head. */
  readonly markers: number;
  readonly quoted: boolean;
  /** Of the first marker that begins something new, counted from 1: at most `markers`. */
  readonly level: number;
  /** Columns of white space before the first of them, or before the text. */
  readonly indent: number;
  /** The first character behind them. */
  readonly lead: string;
  readonly pipes: number;
  /** The line may underline a heading. */
  readonly underline: boolean;
}

/** Reads the line that begins at `start`, and adds what it holds to `counts`. */
export function lineAt(text: string, start: number, counts: Counts): LineShape {
  const { at, dash, ...head } = headAt(text, start);
  let pipes = 0;
  let i = nextCounted(text, at);
  for (; i < text.length; i = nextCounted(text, i + 1)) {
    const code = text.charCodeAt(i);
    if (code === LF || code === CR) break;
    if (code === PIPE) pipes++;
    else countCharacter(text, i, code, counts);
  }
  counts.length += i - start;
  const next = text.charCodeAt(i) === CR && text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
  const underline = underlines(text, at) || (dash >= 0 && underlines(text, dash));
  const blank = at === i && head.markers === 0;
  return { start, end: i, next, blank, ...head, lead: text.charAt(at), pipes, underline };
}

const LF = 10;
const CR = 13;
const PIPE = 124;

const counted = /[\n\r|[\]*_~`$<]/g;

/** The next character that ends a line or is counted: most are neither. */
function nextCounted(text: string, from: number): number {
  counted.lastIndex = from;
  return counted.test(text) ? counted.lastIndex - 1 : text.length;
}

const underlineAt = /(?:=+|-+)[ \t]*(?![^\r\n])/y;

function underlines(text: string, at: number): boolean {
  underlineAt.lastIndex = at;
  return underlineAt.test(text);
}

function countCharacter(text: string, at: number, code: number, counts: Counts): void {
  switch (code) {
    case 91: // [
      counts.brackets++;
      if (++counts.open > counts.deepest) counts.deepest = counts.open;
      return;
    case 93: // ]
      counts.brackets++;
      if (counts.open > 0) counts.open--;
      return;
    case 42: // *
    case 95: // _
    case 126: // ~
      counts.marks++;
      return;
    case 96: // `
    case 36: // $
      counts.ticks++;
      return;
    case 60: {
      // <
      const next = text.charCodeAt(at + 1);
      if (next === 33 || next === 63) counts.declarations++;
    }
  }
}

const listMarker = /(?:[-*+]|\d{1,9}[.)])(?![^ \t\r\n])/y;
const footnoteMarker = /\[\^[^\]\s]{1,999}\]:/y;

interface Head {
  /** Where the text begins. */
  readonly at: number;
  readonly markers: number;
  readonly quoted: boolean;
  readonly level: number;
  readonly indent: number;
  /** Where the last marker is, if it is a `-`, which may also underline a heading. */
  readonly dash: number;
}

function headAt(text: string, start: number): Head {
  let at = start;
  let columns = 0;
  let indent = 0;
  let markers = 0;
  let quoted = false;
  let level = 0;
  let dash = -1;
  for (;;) {
    const code = text.charCodeAt(at);
    let length = 1;
    if (code === 32) columns++;
    else if (code === 9) columns += 4 - (columns % 4);
    else {
      length = code === 62 ? 1 : markerLength(text, at, code);
      if (length === 0) break;
      if (markers === 0) indent = columns;
      // A footnote costs the parser twice what a quote or a list item does.
      markers += code === 91 ? 2 : 1;
      if (code === 62) quoted = true;
      else if (level === 0) level = markers;
      dash = code === 45 ? at : -1;
      columns += length;
    }
    at += length;
  }
  if (markers === 0) indent = columns;
  return { at, markers, quoted, level: level || markers, indent, dash };
}

/** The length of a list or footnote marker, or 0. */
function markerLength(text: string, at: number, code: number): number {
  const digit = code >= 48 && code <= 57;
  const marker =
    digit || code === 45 || code === 42 || code === 43
      ? listMarker
      : code === 91
        ? footnoteMarker
        : undefined;
  if (!marker) return 0;
  marker.lastIndex = at;
  return marker.test(text) ? marker.lastIndex - at : 0;
}
