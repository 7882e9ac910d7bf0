// Single sentences. Each is read below a heading, after the sentence before it where there is one.
// Label 2 must be flagged, label 0 must not be; label 1 is outside precision and recall.
import {
  count,
  f1,
  interval,
  marks,
  overlaps,
  share,
  strong,
  unique,
  within,
} from './counting.mjs';
import { categories, fits, flat, mainCategory, spansOf } from './sets.mjs';

export function readSentences(sentences, find) {
  return sentences.map((row) => readSentence(row, find));
}

/** The text that a sentence is read in, and where the sentence stands in it. */
export function inContext(row) {
  const before = flat(row.previous);
  const head = `# Stem cell therapy\n\n${before ? `${before} ` : ''}`;
  const text = `${head}${flat(row.sentence)}\n`;
  return { text, start: head.length, end: text.length - 1 };
}

function readSentence(row, find) {
  const { text, start, end } = inContext(row);
  const here = find(text).filter((one) => overlaps(one, start, end) && within(one, start, end));
  const flags = strong(here);
  return {
    ...row,
    flags,
    flagged: flags.length > 0,
    seen: here.some(({ severity }) => severity !== 'hint'),
    error: flags.some(({ severity }) => severity === 'error'),
    spanRight: spansOf(row).some(([at, length]) =>
      flags.some((one) => marks(text, one, start + at, start + at + length)),
    ),
    categoryRight: flags.some(({ rule }) => fits(rule, row.categories)),
  };
}

/** Precision, recall and F1 of label 2 against label 0. */
export const accuracyOf = (rows) => accuracyFrom([tally(rows)]);

function tally(rows) {
  return {
    right: count(rows, ({ label, flagged }) => label === 2 && flagged),
    wrong: count(rows, ({ label, flagged }) => label === 0 && flagged),
    claims: count(rows, ({ label }) => label === 2),
  };
}

function accuracyFrom(tallies) {
  let [right, wrong, claims] = [0, 0, 0];
  for (const one of tallies) {
    right += one.right;
    wrong += one.wrong;
    claims += one.claims;
  }
  const precision = share(right, right + wrong);
  const recall = share(right, claims);
  return { claims, right, wrong, precision, recall, f1: f1(precision, recall) };
}

export function sentenceFigures(rows) {
  const labelled = (label) => rows.filter((row) => row.label === label);
  const [plain, weak, claims] = [0, 1, 2].map(labelled);
  const hits = claims.filter(({ flagged }) => flagged);
  const errors = rows.filter(({ error }) => error);
  const sceptical = rows.filter(({ kind }) => kind === 'regulator_sceptic');
  const plainSceptical = sceptical.filter(({ label }) => label === 0);
  return {
    sentences: rows.length,
    ...accuracyOf(rows),
    intervals: intervalsOf(rows),
    spanRate: share(
      count(hits, ({ spanRight }) => spanRight),
      hits.length,
    ),
    categoryRate: share(
      count(hits, ({ categoryRight }) => categoryRight),
      hits.length,
    ),
    label1Seen: share(
      count(weak, ({ seen }) => seen),
      weak.length,
    ),
    label1AtWarning: share(
      count(weak, ({ flagged }) => flagged),
      weak.length,
    ),
    label0Information: share(
      count(plain, ({ seen, flagged }) => seen && !flagged),
      plain.length,
    ),
    errors: errors.length,
    errorPrecision: share(
      count(errors, ({ label }) => label === 2),
      errors.length,
    ),
    scepticalFlagged: share(
      count(plainSceptical, ({ flagged }) => flagged),
      plainSceptical.length,
    ),
    byKind: Object.fromEntries(
      unique(rows.map(({ kind }) => kind)).map((kind) => [
        kind,
        accuracyOf(rows.filter((row) => row.kind === kind)),
      ]),
    ),
    byCategory: Object.fromEntries(categories.map((each) => [each, ofCategory(rows, each)])),
  };
}

/** Neighbours are alike: whole passages are drawn. */
function intervalsOf(rows) {
  const passages = new Map();
  for (const row of rows) passages.set(row.passage, [...(passages.get(row.passage) ?? []), row]);
  const tallies = [...passages.values()].map(tally);
  const of = (key) => interval(tallies, (drawn) => accuracyFrom(drawn)[key]);
  return { precision: of('precision'), recall: of('recall'), f1: of('f1') };
}

/** Recall: of the claims labelled so. Precision: of the sentences flagged by a rule that mostly stands for it. */
function ofCategory(rows, category) {
  const claims = rows.filter((row) => row.label === 2 && row.categories.includes(category));
  const flagged = rows.filter(
    ({ label, flags }) => label !== 1 && flags.some(({ rule }) => mainCategory(rule) === category),
  );
  const precision = share(
    count(flagged, ({ label }) => label === 2),
    flagged.length,
  );
  const recall = share(
    count(claims, (row) => row.flagged),
    claims.length,
  );
  return {
    claims: claims.length,
    flagged: flagged.length,
    precision,
    recall,
    f1: f1(precision, recall),
  };
}

/** What went wrong, for those who tune. */
export const sentenceErrors = (rows) =>
  rows
    .filter(({ label, flagged }) => label !== 1 && (label === 2) !== flagged)
    .map(({ id, kind, label, previous, sentence, span, categories: named, flags }) => ({
      what: label === 2 ? 'missed' : 'alarm',
      where: id,
      kind,
      ...(label === 2 ? { span, categories: named } : { rules: namesOf(flags) }),
      sentence,
      ...(previous && { previous }),
    }));

const namesOf = (flags) => unique(flags.map(({ rule, text }) => `${rule}: ${text}`));
