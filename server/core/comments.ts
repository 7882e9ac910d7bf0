/** HTML comments, and where they stand. */

import { endInSource, startInSource, type Excerpt } from './excerpt.ts';
import type { Comment } from './model.ts';

/** The comments between two offsets of the excerpt, which there is HTML. */
export function commentsBetween(excerpt: Excerpt, start: number, end: number): readonly Comment[] {
  const found: Comment[] = [];
  const { text } = excerpt;
  for (let at = start; at < end;) {
    const open = text.indexOf('<!--', at);
    if (open < 0 || open >= end) break;
    const close = text.indexOf('-->', open + 4);
    if (close < 0 || close + 3 > end) break;
    found.push(commentAt(excerpt, open, close + 3, text.slice(open + 4, close)));
    at = close + 3;
  }
  return found;
}

export function commentAt(excerpt: Excerpt, start: number, end: number, text: string): Comment {
  const span = { start: startInSource(excerpt, start), end: endInSource(excerpt, end) };
  return { span, text: text.trim() };
}
