/** Values of front matter <-> source: quotes, escapes and folded lines. */

import type { Piece } from './align.ts';

export interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

/** Walks a scalar's value along its source. Where that fails, the scalar is one atomic piece. */
export function alignScalar({ value, start, end, style }: Scalar, text: string): readonly Piece[] {
  const trimmed = value.trimEnd();
  let from = start;
  let to = end;
  if (style === 'block') {
    gap.lastIndex = start + (/^[|>][^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0);
    from = gap.test(text) ? gap.lastIndex : start;
  } else if (/^["']/.test(text.slice(start, end))) {
    from = start + 1;
    to = end - 1;
  }
  const whole: Piece = { prose: trimmed, start, end, verbatim: false };
  return walk(trimmed, text, from, to, style) ?? [whole];
}

/** The value between double quotes on one line. */
export const unescaped = (inner: string): string =>
  inner.replace(escapes, (escape) => unescape(escape) ?? escape);

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
