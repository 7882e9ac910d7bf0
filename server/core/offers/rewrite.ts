/** A way to put a passage, before it is tried. */

import type { Offer } from '../model.ts';

export interface Rewrite {
  /** The whole prose of the block. */
  readonly text: string;
  readonly kind: Offer['kind'];
  readonly title: string;
  /** A whole sentence of our own: it stands whatever the reader makes of it. */
  readonly sound?: true;
  /** Takes whole sentences out, their reference marks with them. */
  readonly sentence?: true;
  /** Takes the whole block out: an item, a paragraph, a quotation. */
  readonly block?: true;
}

/** Titles quote the new words, short enough for a menu. */
export function quoted(words: string): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return `“${flat.length <= 80 ? flat : `${flat.slice(0, 77).trimEnd()}…`}”`;
}
