/** Where code stands in a text, told ahead of parsing: what looks like other markup there is none. */

export interface Region {
  readonly start: number;
  readonly end: number;
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const opening = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/;

/** Where the text begins, behind front matter. */
export function bodyStart(text: string): number {
  const first = opening.exec(text);
  if (!first) return 0;
  const closing = new RegExp(
    `[\\r\\n]${first[1] === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?![^\\r\\n])`,
    'g',
  );
  closing.lastIndex = first[0].length - 1;
  return closing.test(text) ? closing.lastIndex : 0;
}

/** Fenced and inline code, in order. */
export function codeRegions(text: string, from: number): readonly Region[] {
  const found: Region[] = [];
  let ticks: Region[] = [];
  let open: { readonly start: number; readonly mark: string } | undefined;
  const lines = /[^\r\n]*(?:\r\n?|\n|$)/y;
  for (let at = from; at < text.length; at = lines.lastIndex) {
    lines.lastIndex = at;
    const line = (lines.exec(text)?.[0] ?? '').trimEnd();
    if (open) {
      const mark = /^[ \t>]*(`{3,}|~{3,})$/.exec(line)?.[1];
      if (!mark?.startsWith(open.mark)) continue;
      found.push({ start: open.start, end: at + line.length });
      open = undefined;
      continue;
    }
    const mark = fence.exec(line)?.[1];
    if (mark === undefined && line !== '') {
      for (const m of line.matchAll(/`+/g))
        ticks.push({ start: at + m.index, end: at + m.index + m[0].length });
      continue;
    }
    addInlineCode(text, ticks, found);
    ticks = [];
    if (mark !== undefined) open = { start: at, mark };
  }
  addInlineCode(text, ticks, found);
  if (open) found.push({ start: open.start, end: text.length });
  return found;
}

/** Pairs the runs of backticks of one paragraph: each opens up to the next of its length. */
function addInlineCode(text: string, ticks: readonly Region[], found: Region[]): void {
  const nextOfLength = new Map<number, number>();
  const partners: (number | undefined)[] = [];
  for (let i = ticks.length - 1; i >= 0; i--) {
    const run = ticks[i];
    if (!run) continue;
    partners[i] = nextOfLength.get(run.end - run.start);
    nextOfLength.set(run.end - run.start, i);
  }
  for (let i = 0; i < ticks.length; i++) {
    const run = ticks[i];
    const partner = partners[i];
    const last = partner === undefined ? undefined : ticks[partner];
    if (!run || partner === undefined || !last || text[run.start - 1] === '\\') continue;
    found.push({ start: run.start, end: last.end });
    i = partner;
  }
}

/** Whether an offset is in one of the regions; to be asked for rising offsets only. */
export function within(regions: readonly Region[]): (offset: number) => Region | undefined {
  let k = 0;
  return (offset) => {
    while ((regions[k]?.end ?? Infinity) <= offset) k++;
    const region = regions[k];
    return region && region.start <= offset ? region : undefined;
  };
}

/** The next match at or after an offset; to be asked for rising offsets only, linear over all. */
export function nextMatch(text: string, pattern: RegExp): (offset: number) => Region {
  const global = new RegExp(pattern.source, 'g');
  const none = { start: Infinity, end: Infinity };
  let found: Region = { start: -1, end: -1 };
  return (offset) => {
    if (found.start >= offset) return found;
    global.lastIndex = offset;
    const m = global.exec(text);
    found = m ? { start: m.index, end: m.index + m[0].length } : none;
    return found;
  };
}

/** The end of a line and a blank one after it. */
export const blankLine = /(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:\r\n?|\n)/;
