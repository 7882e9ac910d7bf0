/** Takes an item, a paragraph or a quotation out with its marker and the blank line after it. */

import { toSource } from '../align.ts';
import type { Block, Edit } from '../model.ts';

export function blockCut(source: string, block: Block): readonly Edit[] | undefined {
  if (block.kind === 'front-matter') return entryCut(source, block);
  const { start, end } = toSource(block, { start: 0, end: block.text.length });
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const marker = source.slice(from, start);
  if (!/^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s|\[[ x]\]|[*_~["“]|\[)*$/i.test(marker)) return undefined;
  const line = source.indexOf('\n', end);
  const rest = line < 0 ? source.slice(end) : source.slice(end, line);
  if (/\w/.test(rest.replace(/\]\([^)]*\)/g, ''))) return undefined;
  const item = /^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s/.test(marker);
  // Blank lines may follow each other, but one between items would loosen the list.
  const to = line < 0 ? source.length : item ? line + 1 : line;
  return [{ span: { start: from, end: to }, text: '' }];
}

/** Takes an entry out of a YAML list: its line, or its words with the comma before or after them. */
function entryCut(source: string, block: Block): readonly Edit[] | undefined {
  const words = toSource(block, { start: 0, end: block.text.length });
  const quote = /["']$/.test(source.slice(0, words.start)) ? 1 : 0;
  const start = words.start - quote;
  const end = words.end + quote;
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const line = source.indexOf('\n', end);
  if (line < 0) return undefined;
  const before = source.slice(from, start);
  const after = source.slice(end, line);
  if (/^\s*-\s+$/.test(before) && after.trim() === '')
    return [{ span: { start: from, end: line + 1 }, text: '' }];
  const comma = /,\s*$/.exec(before);
  if (comma && /^\s*[,\]]/.test(after))
    return [{ span: { start: start - comma[0].length, end }, text: '' }];
  const next = /^\s*,\s*/.exec(after);
  return /\[\s*$/.test(before) && next
    ? [{ span: { start, end: end + next[0].length }, text: '' }]
    : undefined;
}
