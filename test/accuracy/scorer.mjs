// The scorer from labelled claims: a model of how likely an editor is to have them reworded.
import { fit } from './logistic.mjs';
import { mainCategory } from './sets.mjs';

/** Chosen in cross-validation over the part that is worked on (`npm run train -- --validate`). */
const SETTINGS = {
  strength: 0.15,
  /** How much "an editor would query it" counts beside "an editor would insist". */
  query: 0.5,
  /** How much an example of a rule counts beside a labelled sentence: it was chosen to show the line. */
  example: 4,
  /** A feature that occurs in one claim alone says nothing of others. */
  occurs: 2,
  kept: 4500,
  ruleStrength: 0.3,
  keptByRule: 110,
  warning: -40,
  information: -75,
  agreement: 150,
};

const HUNDREDTHS = 100;

/** `claims` are {features, label, categories, example}; `rules` the ids of those that may be suspected. */
export function scorerFrom(claims, rules, ofSentence, settings = {}) {
  const set = { ...SETTINGS, ...settings };
  const names = commonFeatures(claims, set.occurs);
  const column = new Map(names.map((name, index) => [name, index]));
  const half = (name) => (ofSentence.has(name.split('\t')[0]) ? 0.5 : 1);
  const value = names.map(half);
  const rows = claims.map(({ features }) =>
    [...features].flatMap(([name, count]) => {
      const at = column.get(name);
      return at === undefined ? [] : [[at, count * value[at]]];
    }),
  );
  const terms = claims.flatMap(({ label, example }, row) => {
    const weight = example ? set.example : 1;
    return [
      { row, of: 0, yes: label === 2, weight },
      { row, of: 1, yes: label >= 1, weight: weight * set.query },
    ];
  });
  const shape = { columns: names.length, questions: 2, strength: set.strength };
  const { coefficients, biases } = fit(rows, terms, shape);
  const weighed = (which, kept) => weightsOf(names, which, value, kept);
  return {
    bias: Math.round(biases[0] * HUNDREDTHS),
    warning: set.warning,
    information: set.information,
    agreement: set.agreement,
    weights: weighed(coefficients, set.kept),
    rules: Object.fromEntries(
      rules.map((rule) => [rule, ruleModel(rule, claims, rows, names.length, weighed, set)]),
    ),
  };
}

/** Which of the claims that editors had reworded fall under the rule. */
function ruleModel(rule, claims, rows, columns, weighed, { ruleStrength, keptByRule }) {
  const terms = claims.flatMap(({ label, categories }, row) =>
    label === 2 ? [{ row, of: 0, yes: categories.includes(mainCategory(rule)), weight: 1 }] : [],
  );
  const { coefficients, biases } = fit(rows, terms, { columns, strength: ruleStrength });
  return {
    bias: Math.round(biases[0] * HUNDREDTHS),
    weights: weighed(coefficients, keptByRule),
  };
}

function commonFeatures(claims, occurs) {
  const counts = new Map();
  for (const { features } of claims)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= occurs ? [name] : [])).sort();
}

/** The weightiest coefficients, nested by kind, name and second name, in hundredths. */
function weightsOf(names, coefficients, value, kept) {
  const chosen = names
    .map((name, at) => ({ name, weight: Math.round(coefficients[at] * value[at] * HUNDREDTHS) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1))
    .slice(0, kept)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = {};
  for (const { name, weight } of chosen) {
    const [kind, first, second] = name.split('\t');
    const table = (nested[kind] ??= {});
    if (second === undefined) table[first] = weight;
    else (table[first] ??= {})[second] = weight;
  }
  return nested;
}
