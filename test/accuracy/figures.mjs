// The figures that the engine is held to: what each is called, its goal, and which way is better.

/** `goal` is a bound; `worse` is how far it may move the wrong way before `--check` fails. */
const POINT = 0.01;
const higher = (of, id, title, goal) => ({ of, id, title, goal, better: 1, worse: POINT });
const lower = (of, id, title, goal, worse = POINT) => ({ of, id, title, goal, better: -1, worse });

export const FIGURES = [
  higher('drafts', 'precision', 'precision', 0.85),
  higher('drafts', 'recall', 'recall', 0.78),
  higher('drafts', 'f1', 'F1'),
  higher('drafts', 'strictPrecision', 'precision, claims of label 2 alone'),
  higher('drafts', 'errorPrecision', 'precision of errors', 0.97),
  higher('drafts', 'categoryRate', 'category right, of hits', 0.85),
  lower('drafts', 'markedTwice', 'claims marked more than once, of hits'),
  higher('drafts', 'label1Seen', 'label 1 with a finding', 0.6),
  lower('drafts', 'label1AtWarning', 'label 1 at warning', 0.35),
  lower('drafts', 'label0Information', 'label 0 with an information', 0.04),
  lower('drafts', 'innocentsFlagged', 'marked innocents flagged', 0.03),
  lower('drafts', 'cleanWarnings', 'warnings in clean drafts, number', 0),
  lower('drafts', 'cleanInformation', 'informations in clean drafts, per 500 words', 1, 0.25),
  higher('sentences', 'precision', 'precision', 0.8),
  higher('sentences', 'recall', 'recall', 0.65),
  higher('sentences', 'f1', 'F1'),
  higher('sentences', 'spanRate', 'span marked, of hits', 0.8),
  higher('sentences', 'categoryRate', 'category right, of hits', 0.85),
  higher('sentences', 'errorPrecision', 'precision of errors'),
  higher('sentences', 'label1Seen', 'label 1 with a finding', 0.6),
  lower('sentences', 'label1AtWarning', 'label 1 at warning', 0.35),
  lower('sentences', 'label0Information', 'label 0 with an information', 0.04),
  lower('sentences', 'scepticalFlagged', 'regulator and sceptical pages: label 0 flagged', 0.02),
  higher('rewordings', 'offeredRate', 'findings with an offer'),
  higher('rewordings', 'clearedRate', 'first offer clears its sentence'),
];

/** A goal in words, and whether a value reaches it. A figure without a goal is only watched. */
export const goalOf = ({ goal, better }) =>
  goal === undefined ? '' : `${better > 0 ? '≥' : '≤'} ${goal}`;
export const reaches = ({ goal, better }, value) =>
  goal === undefined || (value - goal) * better >= 0;

const key = ({ of, id }) => `${of}.${id}`;

/** The figures of one part, flat, as the baseline keeps them. */
export const figuresOf = (measured) =>
  Object.fromEntries(FIGURES.map((figure) => [key(figure), measured[figure.of][figure.id]]));

/** Figures that got worse than the baseline allows, in words. */
export function fallen(baseline, now, part) {
  return FIGURES.flatMap((figure) => {
    const [was, is] = [baseline[key(figure)], now[key(figure)]];
    if (was === undefined) return [`${part}: ${key(figure)} is not in the baseline.`];
    const lost = (was - is) * figure.better;
    if (lost <= figure.worse + 1e-9) return [];
    return [`${part}: ${figure.of}, ${figure.title} went from ${was} to ${is}.`];
  });
}

/** Figures that the baseline no longer shows as they are. */
export const moved = (baseline, now) =>
  Object.keys(now).filter((each) => baseline[each] !== now[each]);
