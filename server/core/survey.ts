/** One pass over the lines of a text: what must not get to the parser at all. */

import { lineAt, type Counts, type LineShape } from './line-shape.ts';
import type { SourceSpan } from './model.ts';
import {
  BUDGET,
  endRun,
  isItem,
  noSpending,
  spendOnBlank,
  spendOnLine,
  type Spending,
} from './spending.ts';

export interface Survey {
  /** In order, not overlapping. What has no message is no loss to a reader. */
  readonly cuts: readonly Cut[];
  /** Whether some stretch without a blank line holds so much that its leaves must be looked at. */
  readonly dense: boolean;
  /** What the parser is expected to spend, of BUDGET. */
  readonly spent: number;
}

export interface Cut extends SourceSpan {
  readonly message?: string;
}

/** The longest line or leaf that is read, in UTF-16 units: 64 KB of plain English. */
export const MAX_BLOCK = 65_536;
export const MAX_BRACKETS = 1000;

const MAX_DEPTH = 100;
/** From these figures on, the leaves of a stretch are looked at one by one. */
const MANY_OPEN = 32;
const MANY_MARKS = 1000;
const MANY_TICKS = 500;
const MANY_DECLARATIONS = 100;
/** Blank lines in a row: more make no difference to prose, but each costs as much as a word. */
const MAX_BLANK = 8;

const tooLong =
  'This line is longer than 64 KB and was left unread; break it up to have it checked.';
const tooDeep =
  'This is nested more than 100 levels deep and was left unread; flatten it to have it checked.';
const tooMuch =
  'This draft has more list items, table cells and lines than are read at once. It was left unread from here on; split it to have all of it checked.';

interface State {
  readonly cuts: Loose<Cut>[];
  counts: Counts;
  readonly spending: Spending;
  blanks: number;
  blanksFrom: number;
  dense: boolean;
}

type Loose<T> = { -readonly [K in keyof T]: T[K] };

export function survey(text: string): Survey {
  const state: State = {
    cuts: [],
    counts: noCounts(),
    spending: noSpending(),
    blanks: 0,
    blanksFrom: 0,
    dense: false,
  };
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at, state.counts);
    if (line.blank) addBlank(state, line);
    else addLine(state, line);
    if (state.spending.spent > BUDGET) {
      cut(state, line.start, text.length, tooMuch);
      break;
    }
    at = line.next;
  }
  if (state.blanks > MAX_BLANK) cut(state, state.blanksFrom, text.length);
  endStretch(state);
  return { cuts: state.cuts, dense: state.dense, spent: state.spending.spent };
}

const noCounts = (): Counts => ({
  length: 0,
  brackets: 0,
  open: 0,
  deepest: 0,
  marks: 0,
  ticks: 0,
  declarations: 0,
});

function addBlank(state: State, line: LineShape): void {
  endStretch(state);
  if (state.blanks++ === MAX_BLANK / 2) state.blanksFrom = line.start;
  if (state.blanks <= MAX_BLANK) spendOnBlank(state.spending);
}

function addLine(state: State, line: LineShape): void {
  if (state.blanks > MAX_BLANK) cut(state, state.blanksFrom, line.start);
  state.blanks = 0;
  if (line.end - line.start > MAX_BLOCK) return cut(state, line.start, line.end, tooLong);
  if (line.markers > 0 && line.markers + line.indent / 2 > MAX_DEPTH)
    return cut(state, line.start, line.end, tooDeep);
  spendOnLine(state.spending, line);
  if (!isItem(line)) return;
  // Length alone costs nothing out of proportion, so here a guess at where a leaf ends will do.
  const length = line.end - line.start;
  if (state.counts.length - length > MAX_BLOCK) state.dense = true;
  state.counts.length = length;
}

function endStretch(state: State): void {
  const { length, brackets, deepest, marks, ticks, declarations } = state.counts;
  endRun(state.spending);
  if (length === 0) return;
  state.dense ||=
    length > MAX_BLOCK ||
    brackets > MAX_BRACKETS ||
    deepest > MANY_OPEN ||
    marks > MANY_MARKS ||
    ticks > MANY_TICKS ||
    declarations > MANY_DECLARATIONS;
  state.counts = noCounts();
}

/** Takes a part out. The same trouble on the next line makes the part longer. */
function cut(state: State, start: number, end: number, message?: string): void {
  const last = state.cuts.at(-1);
  if (last && message !== undefined && last.message === message && start - last.end <= 2)
    last.end = end;
  else state.cuts.push({ start, end, ...(message !== undefined && { message }) });
}
