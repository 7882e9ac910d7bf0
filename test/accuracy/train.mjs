// Trains the scorer on the part that is worked on, and writes data/general/scorer.yml.
//   npm run train                 trains and writes
//   npm run train -- --check      fails where what is written is not what training gives
//   npm run train -- --validate   figures of rules alone and with a scorer, six-fold, by passage and draft
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { accuracyOf, inContext, readSentences } from './sentences.mjs';
import { draftFigures, readDrafts } from './drafts.mjs';
import { engine } from './engine.mjs';
import { overlaps } from './counting.mjs';
import { sets } from './measure.mjs';
import { scorerFrom } from './scorer.mjs';
import { mainCategory, spansOf, split } from './sets.mjs';

const FILE = path.resolve(import.meta.dirname, '../../data/general/scorer.yml');
const FOLDS = 6;
/** What the labels of the guidelines are as severities. */
const LABELS = { error: 2, warning: 2, information: 1, hint: 0 };
const NOTICE = `# yaml-language-server: $schema=../schema/scorer.schema.json
# Made by “npm run train” from the labelled sets of test/accuracy. Not for editing.
`;

const { values: option } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    validate: { type: 'boolean', default: false },
    settings: { type: 'string' },
  },
});
const settings = option.settings ? JSON.parse(option.settings) : {};

const worked = sets().filter(({ name }) => split['worked-on'].includes(name));
const bare = await engine({ scorer: undefined });
const texts = [...worked.flatMap(textsOf), ...bare.examples.map(exampleText)];

if (option.validate) await validate();
else {
  const file =
    NOTICE + stringify(scorerFrom(texts.flatMap(claimsOf), ...bare.scoring), { lineWidth: 0 });
  if (!option.check) writeFileSync(FILE, file);
  else if (readFileSync(FILE, 'utf8') !== file) {
    console.error('data/general/scorer.yml is not what training gives. Run "npm run train".');
    process.exitCode = 1;
  }
}

/** Each labelled text with its marked spans, and the group that must not be torn apart. */
function textsOf({ name, sentences, drafts }) {
  return [
    ...sentences.map((row) => {
      const { text, start } = inContext(row);
      const spans = row.label === 0 ? [] : spansOf(row);
      const marked = spans.map(([at, length]) => [start + at, start + at + length]);
      const { label, categories } = row;
      return {
        text,
        start,
        group: `${name}/${row.passage}`,
        marks: marked.map(([from, to]) => ({ start: from, end: to, label, categories })),
      };
    }),
    ...drafts.map(({ name: draft, text, claims }) => ({
      text,
      start: 0,
      group: `${name}/${draft}`,
      marks: claims.map(({ offset, end, label, categories }) => ({
        start: offset,
        end,
        label,
        categories,
      })),
    })),
  ];
}

/** What the rules find in their own examples is right: their tests hold it. */
function exampleText({ text, name }) {
  const marks = bare.find(text).map(({ start, end, severity, rule }) => ({
    start,
    end,
    label: LABELS[severity],
    categories: [mainCategory(rule)],
  }));
  return { text, start: 0, group: name, marks, example: true };
}

/** The claims of a text that a scorer may be asked of, labelled by the marks that they touch. */
function claimsOf({ text, start, marks, example = false }) {
  return bare.weighable(text).flatMap(({ span, features }) => {
    if (span.start < start) return [];
    const touched = marks.filter((mark) => overlaps(mark, span.start, span.end));
    const label = Math.max(0, ...touched.map((mark) => mark.label));
    const grave = touched.filter((mark) => mark.label === 2);
    return [{ features, label, categories: grave.flatMap((mark) => mark.categories), example }];
  });
}

async function validate() {
  const groups = [...new Set(texts.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, index) => [group, index % FOLDS]));
  const foldOfText = new Map(texts.map(({ text, group }) => [text, foldOf.get(group)]));
  const known = texts.map((one) => ({ fold: foldOf.get(one.group), claims: claimsOf(one) }));
  const readers = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = known.filter((one) => one.fold !== fold).flatMap(({ claims }) => claims);
    readers.push(await engine({ scorer: scorerFrom(others, ...bare.scoring, settings) }));
  }
  report('rules alone', bare.find);
  report('with a scorer', (text) => readers[foldOfText.get(text)].find(text));
}

function report(title, find) {
  const rows = readSentences(
    worked.flatMap(({ sentences }) => sentences),
    find,
  );
  const drafts = draftFigures(
    readDrafts(
      worked.flatMap((set) => set.drafts),
      find,
    ),
  );
  const { precision, recall, f1 } = accuracyOf(rows);
  console.log(title.padEnd(14), 'sentences', { precision, recall, f1 });
  console.log(''.padEnd(14), 'drafts', {
    precision: drafts.precision,
    recall: drafts.recall,
    f1: drafts.f1,
  });
}
