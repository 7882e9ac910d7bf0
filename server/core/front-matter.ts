/** The prose in front matter: titles, descriptions and tags, with exact offsets. */

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Excerpt } from './excerpt.ts';
import { hasProse, proseOf } from './inline.ts';
import type { Block } from './model.ts';
import { alignScalar, unescaped, type Scalar } from './scalars.ts';

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
  const entries = type === 'yaml' ? yamlScalars(text) : tomlScalars(text);
  return entries.flatMap((entry) => {
    const scalar = { ...entry, start: from + entry.start, end: from + entry.end };
    const prose = proseOf(alignScalar(scalar, excerpt.text), {
      excerpt,
      text: excerpt.text,
      origin: 0,
    });
    const place = { section: [], quoted: 0, key: entry.key };
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

interface Entry extends Scalar {
  readonly key: string;
}

function yamlScalars(text: string): readonly Entry[] {
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

function yamlScalar(key: string, node: unknown): readonly Entry[] {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  const styles = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double', PLAIN: 'plain' } as const;
  const type = node.type ?? 'PLAIN';
  const style = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? 'block' : styles[type];
  return [{ key, value: node.value, start, end, style }];
}

const tomlLine = /^[ \t]*([\w-]+)[ \t]*=[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')[ \t]*(?:#.*)?$/gm;

/** Of TOML only `key = "value"` on one line is read. */
function tomlScalars(text: string): readonly Entry[] {
  return Array.from(text.matchAll(tomlLine)).flatMap((m) => {
    const [line, name = '', quoted = ''] = m;
    const key = name.toLowerCase();
    if (!proseKeys.has(key)) return [];
    const start = m.index + line.indexOf(quoted, line.indexOf('='));
    const inner = quoted.slice(1, -1);
    const double = quoted.startsWith('"');
    const value = double ? unescaped(inner) : inner;
    return [{ key, value, start, end: start + quoted.length, style: double ? 'double' : 'plain' }];
  });
}
