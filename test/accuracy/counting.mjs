// What the measures share: cutting a draft into units, what counts as a hit, small statistics.

/** Findings that count as flagged. An information asks; it flags nothing. */
export const strong = (findings) =>
  findings.filter(({ severity }) => severity === 'warning' || severity === 'error');

export const overlaps = (one, start, end) => one.start < end && one.end > start;
export const within = (one, start, end) => one.start >= start && one.end <= end;

/** A share rounded to thousandths; of nothing it is 0. */
export const share = (part, whole) => thousandths(part / (whole || 1));
export const thousandths = (value) => Number(value.toFixed(3));
export const f1 = (precision, recall) =>
  thousandths((2 * precision * recall) / (precision + recall || 1));

export const total = (list, key) => list.reduce((sum, one) => sum + one[key], 0);
export const count = (list, test) => list.filter(test).length;
export const unique = (list) => [...new Set(list)];

const CUTS = /[.!?]["”’)\]*_]*(?=\s)|\r?\n\s*\r?\n|\r?\n(?=\s*(?:[-*+>#|]|\d+[.)]\s))|\|/g;

/** The sentences, items, cells and headings of a draft, as [start, end) pairs that cover it in order. */
export function unitsOf(text) {
  const cuts = new Set([0, text.length]);
  for (const { index, 0: cut } of text.matchAll(CUTS)) cuts.add(index + cut.length);
  const at = [...cuts].sort((one, other) => one - other);
  return at.slice(1).map((end, index) => [at[index], end]);
}

const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

/** Half of their union is shared, or the labelled span lies in the finding with at most four words more. */
export function marks(text, finding, start, end) {
  const shared = Math.min(finding.end, end) - Math.max(finding.start, start);
  if (shared <= 0) return false;
  const union = Math.max(finding.end, end) - Math.min(finding.start, start);
  if (shared / union >= 0.5) return true;
  const whole = finding.start <= start && finding.end >= end;
  const more = wordsIn(text.slice(finding.start, finding.end)) - wordsIn(text.slice(start, end));
  return whole && more <= 4;
}

/** 95% interval of a figure, by drawing whole groups with replacement 500 times from a fixed seed. */
export function interval(groups, figure) {
  let state = 12345;
  const below = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const values = Array.from({ length: 500 }, () =>
    figure(groups.map(() => groups[below(groups.length)])),
  ).sort((one, other) => one - other);
  return [Number(values[12].toFixed(2)), Number(values[487].toFixed(2))];
}
