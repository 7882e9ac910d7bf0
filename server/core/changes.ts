/** What became of a text: the least stretch outside of which two versions of it are the same. */

/** `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** `undefined` where the two are the same. */
export function changeBetween(old: string, now: string): Change | undefined {
  if (old === now) return undefined;
  const start = sameAtHead(old, now);
  const most = Math.min(old.length, now.length) - start;
  const tail = Math.min(most, sameAtTail(old, now));
  return { start, oldEnd: old.length - tail, newEnd: now.length - tail };
}

/** Units that are compared at once. */
const STEP = 1024;

/** How many units two texts have in common at their heads. */
export function sameAtHead(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.slice(at, at + STEP) === other.slice(at, at + STEP)) at += STEP;
  at = Math.min(at, end);
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many units two texts have in common at their tails. */
export function sameAtTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  const tail = (text: string, from: number) =>
    text.slice(text.length - from - STEP, text.length - from);
  let length = 0;
  while (length + STEP <= most && tail(one, length) === tail(other, length)) length += STEP;
  while (
    length < most &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length++;
  return length;
}
