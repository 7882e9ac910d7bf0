/** Setting a value in the front matter of a draft; front matter is made where there is none. */

import type { Edit } from '../core/index.ts';
import { setIn } from './edits.ts';
import { fenced } from './front-matter.ts';

/** `undefined` where the front matter is of another kind, or too long to be read. */
export function frontMatterEdit(
  source: string,
  path: readonly string[],
  value: string,
): Edit | undefined {
  const found = fenced(source);
  if (found) {
    const { span, text } = setIn(found.text, path, value);
    const from = found.start;
    return { span: { start: from + span.start, end: from + span.end }, text };
  }
  if (/^\uFEFF?(?:---|\+\+\+)[ \t]*[\r\n]/.test(source)) return undefined;
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const made = `---\n${setIn('', path, value).text}---\n\n`;
  const text = source.includes('\r\n') ? made.replaceAll('\n', '\r\n') : made;
  return { span: { start, end: start }, text };
}
