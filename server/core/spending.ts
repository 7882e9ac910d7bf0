/**
 * An estimate of what the parser will spend on the lines of a text, so that no text takes it longer
 * than a moment. The unit is a list item, some 60 µs; the other figures were measured against it.
 */

import type { LineShape } from './line-shape.ts';

/** Under a second. A book of 100,000 words spends half of it. */
export const BUDGET = 12_000;

const COST_LINE = 0.2;
const COST_CELL = 0.25;
/** Of a block of its own: the first line after a blank one, a heading, HTML. */
const COST_BLOCK = 0.4;
const COST_DEFINITION = 1;
/** Of each level that a list is indented by. */
const COST_LEVEL = 0.3;
/** The parser walks back over a paragraph's lines at each that goes on without its list's mark. */
const COST_LAZY = 1 / 400;
/** It copies all that it has read where a nested container ends, and where a heading is underlined. */
const COST_COPY = 1 / 400;
const COST_UNDERLINE = 1 / 130;

export interface Spending {
  spent: number;
  /** Without what goes into walking back and copying. */
  size: number;
  /** Lines since the last blank one or the last list item. */
  run: number;
  /** Whether the lines since the last blank one began in a quote or a list. */
  contained: boolean;
  /** How deep the last line was nested by its markers, and what it began with behind them. */
  depth: number;
  lead: string;
}

export const noSpending = (): Spending => ({
  spent: 0,
  size: 0,
  run: 0,
  contained: false,
  depth: 0,
  lead: '',
});

export function spendOnBlank(spending: Spending): void {
  spending.spent += COST_LINE;
  endRun(spending);
}

export function endRun(spending: Spending): void {
  spending.run = 0;
  spending.contained = false;
}

const block = /[#<|`~$*_=+:-]/;

export function spendOnLine(spending: Spending, line: LineShape): void {
  const { run, depth } = spending;
  const marked = line.markers > 0;
  const own = costOf(line) + (run === 0 ? COST_BLOCK : 0);
  spending.size += own;
  spending.spent += own;
  if (marked || (run === 0 && line.indent > 0)) spending.contained = true;
  const outer = Math.floor(line.indent / 2);
  const underlines = line.underline && run > 0;
  // Text goes on in a quote or a list without a mark; another block, or text behind one, ends it.
  const lazy = !marked && run > 0 && line.indent < 4 && block.test(line.lead + spending.lead);
  const leaves = marked
    ? line.level + outer < depth
    : depth > 0 && (lazy || (run === 0 && line.indent < 2));
  if (underlines) spending.spent += spending.size * COST_UNDERLINE;
  if (leaves) spending.spent += spending.size * COST_COPY;
  spending.lead = line.lead;
  if (marked) spending.depth = line.markers + outer;
  else if (leaves) spending.depth = 0;
  if (spending.contained && !line.quoted && !isItem(line)) spending.spent += run * COST_LAZY;
  spending.run = isItem(line) ? 1 : run + 1;
}

/** Whether the line surely begins a list item: further in it may be text that goes on. */
export const isItem = (line: LineShape) => line.markers > 0 && !line.quoted && line.indent < 4;

function costOf({ markers, indent, lead, pipes }: LineShape): number {
  const levels = markers > 0 ? markers + (indent / 2) * COST_LEVEL : 0;
  const begun = lead === '#' || lead === '<' ? COST_BLOCK : lead === '[' ? COST_DEFINITION : 0;
  return COST_LINE + levels + begun + pipes * COST_CELL;
}
