/** Pieces of a draft that fit on a screen. */

/** A piece of text, and where in it the marked range now stands. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * At most about `width` units of a line, with the marked range in sight: in the middle if the line
 * is long, cut between words where one ends nearby, never within a surrogate pair.
 */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  if (line.length <= width) return { text: line, start, end };
  const marked = Math.min(end - start, width);
  const before = Math.floor((width - marked) / 2);
  const left = Math.max(0, Math.min(start - before, line.length - width));
  const from = left === 0 ? 0 : wordStart(line, left, start);
  const to = wordEnd(line, Math.min(line.length, left + width), start + marked);
  const head = from > 0 ? '…' : '';
  const text = head + line.slice(from, to) + (to < line.length ? '…' : '');
  const shift = head.length - from;
  return { text, start: start + shift, end: Math.min(end, to) + shift };
}

/** How far a cut may move to fall between words. */
const nearby = 20;

function wordStart(line: string, from: number, limit: number): number {
  const space = line.slice(from, Math.min(from + nearby, limit)).search(/\s\S/);
  const at = space < 0 ? from : from + space + 1;
  return cutsPair(line, at) ? at + 1 : at;
}

function wordEnd(line: string, to: number, limit: number): number {
  if (to >= line.length) return line.length;
  const least = Math.max(to - nearby, limit);
  const tail = line.slice(least, to);
  const space = tail.search(/\s\S*$/);
  const at = space < 0 ? to : least + space;
  return cutsPair(line, at) ? at - 1 : at;
}

function cutsPair(line: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(line.slice(at - 1, at + 1));
}

/** Lines of at most `width` units, broken between words; a longer word has a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
