/** The prose in front matter: titles, descriptions and tags, with exact offsets. */

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Piece } from './align.ts';
import type { Excerpt } from './excerpt.ts';
import { hasProse, proseOf } from './inline.ts';
import type { Block } from './model.ts';

const proseKeys = new Set([
  'title',
  'subtitle',
  'description',
  'summary',
  'excerpt',
  'tags',
  'keywords',
]);

/** The blocks of front matter whose fences are at `start` and before `end` of the excerpt. */
export function readFrontMatter(
  excerpt: Excerpt,
  start: number,
  end: number,
  type: 'yaml' | 'toml',
): readonly Block[] {
  const whole = excerpt.text.slice(start, end);
  const inner = /^.*(?:\r\n?|\n)/.exec(whole)?.[0].length ?? whole.length;
  const from = start + inner;
  const text = whole.slice(inner, Math.max(inner, whole.length - 3));
  const scalars = type === 'yaml' ? yamlScalars(text) : tomlScalars(text);
  return scalars.flatMap(({ key, value, start, end, style }) => {
    const pieces = alignScalar(value, excerpt.text, from + start, from + end, style);
    const prose = proseOf(pieces, { excerpt, text: excerpt.text });
    const place = { section: [], quoted: 0, key };
    return hasProse(prose) ? [{ kind: 'front-matter', ...prose, place } as const] : [];
  });
}

const MAX_LENGTH = 16_384;
const MAX_DEPTH = 64;

/**
 * Why front matter must not be given to a YAML parser, if it must not: parsers of YAML recurse, and
 * where the stack ends inside a regular expression the whole process dies.
 */
export function unreadable(text: string): string | undefined {
  const message = (why: string) =>
    `This front matter is ${why} and was left unread; shorten it to have it checked.`;
  if (text.length > MAX_LENGTH) return message('longer than 16 KB');
  let open = 0;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const indent = line.length - line.trimStart().length;
    const nested = line.match(/[-?:](?=[ \t])/g)?.length ?? 0;
    for (const [bracket] of line.matchAll(/[[\]{}]/g)) {
      open = Math.max(0, open + (bracket === '[' || bracket === '{' ? 1 : -1));
      if (open > MAX_DEPTH) return message('nested too deeply');
    }
    if (indent + nested > 2 * MAX_DEPTH) return message('nested too deeply');
  }
  return undefined;
}

interface Scalar {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

function yamlScalars(text: string): readonly Scalar[] {
  // To YAML a lone carriage return is no line ending.
  const map = yamlRoot(text.replace(/\r(?!\n)/g, '\n'));
  if (!isMap(map)) return [];
  return map.items.flatMap((pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value).toLowerCase() : '';
    if (!proseKeys.has(key)) return [];
    const values: readonly unknown[] = isSeq(pair.value) ? pair.value.items : [pair.value];
    return values.flatMap((value) => yamlScalar(key, value));
  });
}

/** The parser recurses into nested collections and may throw on absurd depths. */
function yamlRoot(text: string): Node | null {
  try {
    return parseDocument(text, { logLevel: 'silent', uniqueKeys: false }).contents;
  } catch {
    return null;
  }
}

function yamlScalar(key: string, node: unknown): readonly Scalar[] {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  const styles = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', PLAIN: 'plain' } as const;
  const type = node.type ?? 'PLAIN';
  const style = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? 'block' : styles[type];
  return [{ key, value: node.value, start, end, style }];
}

const tomlLine = /^[ \t]*([\w-]+)[ \t]*=[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')[ \t]*(?:#.*)?$/gm;

/** Of TOML only `key = "value"` on one line is read. */
function tomlScalars(text: string): readonly Scalar[] {
  return Array.from(text.matchAll(tomlLine)).flatMap((m) => {
    const [line, name = '', quoted = ''] = m;
    const key = name.toLowerCase();
    if (!proseKeys.has(key)) return [];
    const start = m.index + line.indexOf(quoted, line.indexOf('='));
    const inner = quoted.slice(1, -1);
    const double = quoted.startsWith('"');
    const value = double ? inner.replace(escapes, (e) => unescape(e) ?? e) : inner;
    return [{ key, value, start, end: start + quoted.length, style: double ? 'double' : 'plain' }];
  });
}

const escapes = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[^uUx])/g;
const escapeAt = new RegExp(escapes.source, 'y');
const gap = /[ \t]*(?:\r\n?|\n)[ \t\r\n]*/y;
const named: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xA0',
  L: '\u2028',
  P: '\u2029',
};

/** What a backslash escape of a double-quoted scalar stands for; all but a few for themselves. */
function unescape(escape: string): string | undefined {
  const code = escape.slice(2);
  if (code === '') return named[escape.charAt(1)] ?? escape.charAt(1);
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Walks a scalar's value along its source. Where that fails, the scalar is one atomic piece. */
function alignScalar(
  value: string,
  text: string,
  start: number,
  end: number,
  style: Scalar['style'],
): readonly Piece[] {
  const trimmed = value.trimEnd();
  let from = start;
  let to = end;
  if (style === 'block') {
    gap.lastIndex = start + (/^[|>][^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0);
    from = gap.exec(text)?.[0].length ? gap.lastIndex : start;
  } else if (/^["']/.test(text.slice(start, end))) {
    from = start + 1;
    to = end - 1;
  }
  const whole: Piece = { prose: trimmed, start, end, verbatim: false };
  return walk(trimmed, text, from, to, style) ?? [whole];
}

function walk(
  value: string,
  text: string,
  start: number,
  end: number,
  style: Scalar['style'],
): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let i = start;
  for (let j = 0; j < value.length;) {
    const step = stepAt(value, j, text, i, style);
    if (!step || step.end > end) return undefined;
    pieces.push(step);
    i = step.end;
    j += step.prose.length;
  }
  return pieces;
}

/** The next piece: a fold, an escape, or one character that is equal. */
function stepAt(
  value: string,
  j: number,
  text: string,
  i: number,
  style: Scalar['style'],
): Piece | undefined {
  gap.lastIndex = i;
  const space = gap.exec(text)?.[0];
  if (space !== undefined) {
    const prose = /^[ \n]*/.exec(value.slice(j))?.[0] ?? '';
    return prose === '' ? undefined : atomic(prose, i, i + space.length);
  }
  if (style === 'single' && text.startsWith("''", i))
    return value[j] === "'" ? atomic("'", i, i + 2) : undefined;
  if (style === 'double' && text[i] === '\\') {
    escapeAt.lastIndex = i;
    const escape = escapeAt.exec(text)?.[0];
    const prose = escape === undefined ? undefined : unescape(escape);
    return escape !== undefined && prose !== undefined && value.startsWith(prose, j)
      ? atomic(prose, i, i + escape.length)
      : undefined;
  }
  if (text[i] !== value[j]) return undefined;
  return { prose: value.charAt(j), start: i, end: i + 1, verbatim: true };
}

const atomic = (prose: string, start: number, end: number): Piece => ({
  prose,
  start,
  end,
  verbatim: false,
});
