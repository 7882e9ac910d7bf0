/** Prose in, prose out: cutting and splicing with the commas, spaces, articles and capitals put right. */

/** `text` with `[start, end)` replaced. */
export function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

const SPACE = /\s/;
const CLOSING = /[.,;:!?)\]”’"]/;

/** `text` without `[start, end)`; `opening` is where its sentence starts. */
export function cut(text: string, start: number, end: number, opening: number): string {
  let left = start;
  while (left > opening && SPACE.test(text.charAt(left - 1))) left--;
  let right = end;
  while (right < text.length && SPACE.test(text.charAt(right))) right++;
  if (left <= opening) return openedAt(text, start, right);
  const before = text.charAt(left - 1);
  const after = text.charAt(right);
  if (after === '' || CLOSING.test(after)) {
    if (/[,;–—]/.test(before) && (after === '' || /[,.;:!?)]/.test(after))) left--;
    while (left > opening && SPACE.test(text.charAt(left - 1))) left--;
    return splice(text, left, after === '' ? end : right, '');
  }
  if (/[([“‘]/.test(before)) return splice(text, left, right, '');
  const broken = text.slice(left, start).includes('\n') || text.slice(end, right).includes('\n');
  return fixArticle(splice(text, left, right, broken ? '\n' : ' '), left);
}

/** What follows becomes the start of the sentence. */
function openedAt(text: string, start: number, right: number): string {
  let from = right;
  while (/[,;:–—\s]/.test(text.charAt(from)) && from < text.length) from++;
  return splice(text, start, from + 1, text.charAt(from).toUpperCase());
}

/** "a interesting", "an new": the article before `at` agrees with the word after it. */
export function fixArticle(text: string, at: number): string {
  const before = /\b(an?)$/i.exec(text.slice(Math.max(0, at - 3), at))?.[1];
  if (before === undefined) return text;
  const after = text.slice(at).trimStart();
  const letters = /^(?:[AEFHILMNORSX](?:[A-Z]|-)|8)/.test(after);
  const vowel = letters || /^(?:[aeio](?!ne\b|ne-)|u(?!ni|se|su|ti)|hour|hono)/i.test(after);
  const right = before.charAt(0) + (vowel ? 'n' : '');
  return splice(text, at - before.length, at, right);
}

/** Capital for the first letter, as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One stretch of the old text and what stands there in the new one. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest changes, word by word, that lead from one text to the other. */
export function changesBetween(before: string, after: string): readonly Change[] {
  const a = pieces(before);
  const b = pieces(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const from = a.slice(head, a.length - tail);
  const to = b.slice(head, b.length - tail);
  const changes: { start: number; end: number; text: string }[] = [];
  let at = lengthOf(a.slice(0, head));
  let open: { start: number; end: number; text: string } | undefined;
  for (const step of stepsBetween(from, to)) {
    if (step.keep !== undefined) {
      if (open) changes.push(open);
      open = undefined;
      at += step.keep.length;
      continue;
    }
    open ??= { start: at, end: at, text: '' };
    if (step.drop !== undefined) {
      at += step.drop.length;
      open.end = at;
    }
    if (step.add !== undefined) open.text += step.add;
  }
  if (open) changes.push(open);
  return joined(changes, before).map((change) => settledLeft(change, before));
}

/** Of two equal cuts the one that takes the space before the words, not the one after them. */
function settledLeft(change: Change, before: string): Change {
  const { start, end, text } = change;
  const space = before.charAt(end - 1);
  const slides = text === '' && end > start && start > 0 && before.charAt(start - 1) === space;
  return slides && SPACE.test(space) ? { start: start - 1, end: end - 1, text } : change;
}

/** Changes with nothing but a space between them read better as one. */
function joined(changes: readonly Change[], before: string): readonly Change[] {
  const all: Change[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    const between = last && before.slice(last.end, change.start);
    if (last && between !== undefined && /^[ ,]?$/.test(between))
      all[all.length - 1] = {
        start: last.start,
        end: change.end,
        text: last.text + between + change.text,
      };
    else all.push(change);
  }
  return all;
}

const pieces = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|./gsu) ?? [];
const lengthOf = (parts: readonly string[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0);

interface Step {
  readonly keep?: string;
  readonly drop?: string;
  readonly add?: string;
}

/** Above this many pieces on either side the stretch is replaced as a whole. */
const LONGEST = 400;

function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  if (a.length > LONGEST || b.length > LONGEST) return [{ drop: a.join('') }, { add: b.join('') }];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    const down = table[(i + 1) * width + j] ?? 0;
    const across = table[i * width + j + 1] ?? 0;
    if (x !== undefined && x === y) {
      steps.push({ keep: x });
      i++;
      j++;
    } else if (x !== undefined && (y === undefined || down >= across)) {
      steps.push({ drop: x });
      i++;
    } else if (y !== undefined) {
      steps.push({ add: y });
      j++;
    }
  }
  return steps;
}
