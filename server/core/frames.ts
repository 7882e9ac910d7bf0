/** Lines that frame a note, and are not said in it: `:::note`, `:::`, `> [!WARNING]`. */

import type { Cover } from './excerpt.ts';

const framing =
  /^([ \t>]*)((?::{3,}[ \t]*[\w-]*|(?<=>[ \t]*)\[![\w-]{1,40}\][+-]?)[ \t]*)([^\r\n]*)$/gm;

/** The framing is covered; a title on the same line is prose and goes on into the note. */
export function coverFrames(text: string): readonly Cover[] {
  if (!text.includes(':::') && !text.includes('[!')) return [];
  return Array.from(text.matchAll(framing), (m) => {
    const [, before = '', frame = '', title = ''] = m;
    const start = m.index + before.length;
    const alone = !/[\p{L}\p{N}]/u.test(title.replace(/\{[^}]*\}/, ''));
    const end = start + frame.length + (alone ? title.length : 0);
    return { start, end, as: alone ? ('blank' as const) : ('nothing' as const) };
  });
}
