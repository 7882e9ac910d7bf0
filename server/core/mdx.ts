/**
 * MDX as markdown: tags, expressions and imports are covered, what stands between the tags is
 * prose. The parsers of MDX throw on half-typed text; here what is not whole is left as it stands.
 */

import type { Cover } from './excerpt.ts';
import { blankLine, bodyStart, codeRegions, nextMatch, within, type Region } from './regions.ts';

export interface Mdx {
  readonly covers: readonly Cover[];
  /** Comments in braces: the whole, and what stands between the delimiters. */
  readonly comments: readonly { readonly whole: Region; readonly inner: Region }[];
}

export function coverMdx(text: string): Mdx {
  const from = bodyStart(text);
  const code = codeRegions(text, from);
  const braces = readBraces(text, from, code);
  const found = readMarkup(text, from, code, braces.pairs);
  return { covers: blankLines(text, found), comments: braces.comments };
}

interface Braces {
  /** Where each brace that opens is closed. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly comments: Mdx['comments'];
}

/** Pairs braces from the inside out, so that one left open spoils nothing but itself. */
function readBraces(text: string, from: number, code: readonly Region[]): Braces {
  const pairs = new Map<number, number>();
  const comments: Mdx['comments'][number][] = [];
  const open: number[] = [];
  const inCode = within(code);
  const nextClose = nextMatch(text, /\*\//);
  const tokens = /\\[{}]|\{\s{0,99}\/\*|[{}]/g;
  tokens.lastIndex = from;
  for (let m = tokens.exec(text); m; m = tokens.exec(text)) {
    const [token] = m;
    const region = inCode(m.index);
    if (region) tokens.lastIndex = region.end;
    else if (token.endsWith('/*')) {
      const close = nextClose(tokens.lastIndex);
      const end = Number.isFinite(close.end)
        ? /^\s{0,99}\}/.exec(text.slice(close.end, close.end + 100))
        : null;
      if (end) {
        const whole = { start: m.index, end: close.end + end[0].length };
        comments.push({ whole, inner: { start: tokens.lastIndex, end: close.start } });
        pairs.set(whole.start, whole.end);
        tokens.lastIndex = whole.end;
      } else open.push(m.index);
    } else if (token === '{') open.push(m.index);
    else if (token === '}') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, m.index + 1);
    }
  }
  return { pairs, comments };
}

const esm =
  /^(?:import[ \t]*(?:['"{*]|[\w$]+[ \t]*(?:,|from\b))|export[ \t]+(?:default|const|let|var|function|class|async|type)\b|export[ \t]*[{*])/;

function readMarkup(
  text: string,
  from: number,
  code: readonly Region[],
  pairs: ReadonlyMap<number, number>,
): readonly Region[] {
  const found: Region[] = [];
  const inCode = within(code);
  const nextBlank = nextMatch(text, blankLine);
  const tokens = /\\[{<]|[{<]|^(?:im|ex)port\b/gm;
  tokens.lastIndex = from;
  for (let m = tokens.exec(text); m; m = tokens.exec(text)) {
    const { 0: token, index: start } = m;
    const region = inCode(start);
    let end: number | undefined;
    if (region) tokens.lastIndex = region.end;
    else if (token === '{') end = expressionEnd(text, start, pairs, nextBlank(start).start);
    else if (token === '<') end = elementEnd(text, start, pairs);
    else if (token.endsWith('port') && esm.test(text.slice(start, start + 200)))
      end = Math.min(nextBlank(start).start, text.length);
    if (end === undefined) continue;
    found.push({ start, end });
    tokens.lastIndex = end;
  }
  return found;
}

/** An expression in a sentence does not go on over a blank line; one that begins a line may. */
function expressionEnd(
  text: string,
  start: number,
  pairs: ReadonlyMap<number, number>,
  blank: number,
): number | undefined {
  const end = pairs.get(start);
  if (end === undefined || end <= blank) return end;
  return text.startsWith('/*', start + 1) || beginsLine(text, start) ? end : undefined;
}

/** The end of a tag; of a style sheet or script, of all of it. */
function elementEnd(
  text: string,
  start: number,
  pairs: ReadonlyMap<number, number>,
): number | undefined {
  const end = tagEnd(text, start, pairs);
  if (end === undefined || text[end - 2] === '/') return end;
  const name = /^<(style|script)\b/i.exec(text.slice(start, start + 8))?.[1];
  if (name === undefined) return end;
  const close = text.indexOf(`</${name}>`, end);
  return close < 0 ? end : close + name.length + 3;
}

const MAX_TAG = 10_000;
const tagStart = /<\/?(?:[A-Za-z_$][\w$.:-]*)?(?=[\s/>{])/y;
/** White space, but no blank line; then an attribute's name and the equals sign before its value. */
const attribute = /[ \t]*(?:\r\n?|\n)?[ \t]*(?:[A-Za-z_$][\w$:.-]*(\s{0,9}=\s{0,9})?)?/y;

function tagEnd(
  text: string,
  start: number,
  pairs: ReadonlyMap<number, number>,
): number | undefined {
  tagStart.lastIndex = start;
  if (!tagStart.test(text)) return undefined;
  for (let at = tagStart.lastIndex; at - start < MAX_TAG;) {
    const before = at;
    attribute.lastIndex = at;
    const hasValue = attribute.exec(text)?.[1] !== undefined;
    at = attribute.lastIndex;
    const char = text[at];
    if (char === '>' && !hasValue) return at + 1;
    if (char === '/' && text[at + 1] === '>' && !hasValue) return at + 2;
    const end = char === '{' ? pairs.get(at) : hasValue ? stringEnd(text, at) : undefined;
    if (end !== undefined) at = end;
    else if (hasValue || at === before) return undefined;
  }
  return undefined;
}

function stringEnd(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.slice(start + 1, start + MAX_TAG).indexOf(quote);
  return end < 0 ? undefined : start + end + 2;
}

const beginsLine = (text: string, offset: number) => {
  let i = offset;
  while (i > 0 && /[ \t>]/.test(text.charAt(i - 1))) i--;
  return i === 0 || /[\r\n]/.test(text.charAt(i - 1));
};

const endsLine = (text: string, offset: number) => {
  let i = offset;
  while (i < text.length && /[ \t]/.test(text.charAt(i))) i++;
  return i >= text.length || /[\r\n]/.test(text.charAt(i));
};

/** Markup that has its lines to itself leaves blank lines, other markup is an object in a sentence. */
function blankLines(text: string, found: readonly Region[]): readonly Cover[] {
  const covers: Cover[] = [];
  for (let k = 0; k < found.length;) {
    const group: Region[] = [];
    for (let one = found[k]; one; one = found[k]) {
      const last = group.at(-1);
      if (last && /[^ \t]/.test(text.slice(last.end, one.start))) break;
      group.push(one);
      k++;
    }
    const alone = beginsLine(text, group[0]?.start ?? 0) && endsLine(text, group.at(-1)?.end ?? 0);
    for (const one of group) covers.push({ ...one, as: alone ? 'blank' : 'object' });
  }
  return covers;
}
