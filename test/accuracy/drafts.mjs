// Whole drafts. Recall: label-2 claims that a warning or error marks without leaving the claim's
// sentence. Precision: sentences touched by one that hold a claim of label 1 or 2 (strict: 2).
import {
  count,
  f1,
  interval,
  overlaps,
  share,
  strong,
  total,
  unitsOf,
  within,
} from './counting.mjs';
import { categories, fits } from './sets.mjs';

export const readDrafts = (drafts, find) =>
  drafts.map((draft) => readDraft(draft, find(draft.text)));

function readDraft({ set, name, text, claims, innocents }, findings) {
  const flags = strong(findings);
  const units = unitsOf(text).map(([start, end]) => unitOf(start, end, text, claims, findings));
  const judged = claims.map((claim) => judgedClaim(claim, claims, units, findings));
  const strongClaims = judged.filter(({ label }) => label === 2);
  const weak = judged.filter(({ label }) => label === 1);
  const plain = units.filter(({ label, empty }) => label === 0 && !empty);
  const touched = units.filter(({ touching, empty }) => touching.length > 0 && !empty);
  const errors = touched.filter(({ touching }) => touching.some(isError));
  const clean = claims.length === 0;
  return {
    set,
    name,
    text,
    judged,
    touchedUnits: touched,
    claims: strongClaims.length,
    hit: count(strongClaims, ({ hit }) => hit),
    category: count(strongClaims, ({ categoryRight }) => categoryRight),
    twice: count(strongClaims, ({ marks }) => marks > 1),
    touched: touched.length,
    right: count(touched, ({ label }) => label > 0),
    strict: count(touched, ({ label }) => label === 2),
    errors: errors.length,
    errorsRight: count(errors, ({ label }) => label === 2),
    weak: weak.length,
    weakSeen: count(weak, ({ seen }) => seen),
    weakFlagged: count(weak, ({ hit, shared }) => hit && !shared),
    plain: plain.length,
    plainInformation: count(plain, ({ informed }) => informed),
    innocents: innocents.length,
    innocentsFlagged: count(innocents, (one) => isFlaggedInnocent(one, claims, flags)),
    clean: clean ? 1 : 0,
    cleanWarnings: clean ? flags.length : 0,
    cleanInformation: clean ? findings.filter(isInformation).length : 0,
    cleanWords: clean ? text.split(/\s+/).filter(Boolean).length : 0,
  };
}

const isError = ({ severity }) => severity === 'error';
const isInformation = ({ severity }) => severity === 'information';

function unitOf(start, end, text, claims, findings) {
  const here = findings.filter((one) => overlaps(one, start, end));
  const label = Math.max(
    0,
    ...claims
      .filter((claim) => claim.offset < end && claim.end > start)
      .map((claim) => claim.label),
  );
  const touching = strong(here).filter((one) =>
    text.slice(Math.max(one.start, start), Math.min(one.end, end)).trim(),
  );
  const empty = !text.slice(start, end).trim();
  return { start, end, label, touching, empty, informed: here.some(isInformation) };
}

function judgedClaim(claim, claims, units, findings) {
  const { offset, end, label, categories: named } = claim;
  const around = units.filter((unit) => unit.start < end && unit.end > offset);
  const [from, to] = [around[0].start, around.at(-1).end];
  const marking = findings.filter((one) => overlaps(one, offset, end) && within(one, from, to));
  const flags = strong(marking);
  return {
    ...claim,
    label,
    hit: flags.length > 0,
    marks: flags.length,
    categoryRight: flags.some(({ rule }) => fits(rule, named)),
    seen: marking.some(({ severity }) => severity !== 'hint'),
    // What marks a graver claim beside this one does not count against it.
    shared: claims.some(
      (other) => other.label === 2 && flags.some((flag) => overlaps(flag, other.offset, other.end)),
    ),
  };
}

const isFlaggedInnocent = ({ offset, end }, claims, flags) =>
  flags.some((flag) => overlaps(flag, offset, end)) &&
  !claims.some((claim) => claim.offset < end && claim.end > offset);

const precisionOf = (drafts) => total(drafts, 'right') / (total(drafts, 'touched') || 1);
const recallOf = (drafts) => total(drafts, 'hit') / (total(drafts, 'claims') || 1);
const f1Of = (drafts) => f1(precisionOf(drafts), recallOf(drafts));

export function draftFigures(drafts) {
  const sum = (key) => total(drafts, key);
  const part = (one, whole) => share(sum(one), sum(whole));
  return {
    drafts: drafts.length,
    claims: sum('claims'),
    precision: part('right', 'touched'),
    recall: part('hit', 'claims'),
    f1: f1Of(drafts),
    intervals: {
      precision: interval(drafts, precisionOf),
      recall: interval(drafts, recallOf),
      f1: interval(drafts, f1Of),
    },
    strictPrecision: part('strict', 'touched'),
    errors: sum('errors'),
    errorPrecision: part('errorsRight', 'errors'),
    categoryRate: part('category', 'hit'),
    markedTwice: part('twice', 'hit'),
    label1Seen: part('weakSeen', 'weak'),
    label1AtWarning: part('weakFlagged', 'weak'),
    label0Information: part('plainInformation', 'plain'),
    innocents: sum('innocents'),
    innocentsFlagged: part('innocentsFlagged', 'innocents'),
    cleanDrafts: sum('clean'),
    cleanWarnings: sum('cleanWarnings'),
    cleanInformation: share(sum('cleanInformation') * 500, sum('cleanWords')),
    byCategory: Object.fromEntries(categories.map((each) => [each, ofCategory(drafts, each)])),
  };
}

function ofCategory(drafts, category) {
  const claims = drafts
    .flatMap(({ judged }) => judged)
    .filter(({ label, categories: named }) => label === 2 && named.includes(category));
  return {
    claims: claims.length,
    recall: share(
      count(claims, ({ hit }) => hit),
      claims.length,
    ),
  };
}

const lineOf = (text, offset) => text.slice(0, offset).split('\n').length;

/** What went wrong, for those who tune. */
export const draftErrors = (drafts) =>
  drafts.flatMap(({ set, name, text, judged, touchedUnits }) => [
    ...judged
      .filter(({ label, hit }) => label === 2 && !hit)
      .map(({ line, text: claim, categories: named }) => ({
        what: 'missed',
        where: `${set}/drafts/${name}:${line}`,
        categories: named,
        text: claim,
      })),
    ...touchedUnits
      .filter(({ label }) => label === 0)
      .map(({ touching }) => ({
        what: 'alarm',
        where: `${set}/drafts/${name}:${lineOf(text, touching[0].start)}`,
        rules: touching.map(({ rule, text: marked }) => `${rule}: ${marked}`),
      })),
  ]);
