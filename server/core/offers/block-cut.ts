/** Takes an item, a paragraph or a quotation out with its marker and the blank line after it. */

import { toSource } from '../align.ts';
import type { Block, Edit } from '../model.ts';

export function blockCut(source: string, block: Block): readonly Edit[] | undefined {
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
