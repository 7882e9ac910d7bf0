// How well the engine finds what a careful editor would find.
//   npm run accuracy                       figures, beside the keyword list and the engine without one thing
//   npm run accuracy -- --check            fails where a figure fell by more than a point below baseline.json
//   npm run accuracy -- --write            writes baseline.json and docs/accuracy.md
//   npm run accuracy -- --errors 40        the first 40 errors of the part worked on [--from dev]
//   npm run accuracy -- --rewordings       how often a rewording is offered, and clears [--show 20]
//   npm run accuracy -- --json             everything measured, for programs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { draftErrors } from './drafts.mjs';
import { engine } from './engine.mjs';
import { fallen, figuresOf, moved } from './figures.mjs';
import {
  draftsIn,
  measureEngine,
  measureOthers,
  otherReaders,
  readWith,
  secondReading,
  sets,
} from './measure.mjs';
import { page, sections } from './page.mjs';
import { applyOffers, rewordingFigures } from './rewordings.mjs';
import { sentenceErrors } from './sentences.mjs';
import { split } from './sets.mjs';
import { figureTable } from './tables.mjs';

const BASELINE = path.join(import.meta.dirname, 'baseline.json');
const PAGE = path.resolve(import.meta.dirname, '../../docs/accuracy.md');

/** Errors of the held-out part are shown to nobody: whoever reads them tunes to them. */
const WORKED_ON = split['worked-on'];

const OPTIONS = {
  check: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  errors: { type: 'string' },
  from: { type: 'string' },
  rewordings: { type: 'boolean', default: false },
  show: { type: 'string' },
};

try {
  process.exitCode = await run(parseArgs({ options: OPTIONS }).values);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function run(option) {
  const wanted = wantedSets(option);
  const errors = numberOf(option, 'errors');
  const show = numberOf(option, 'show');
  const reader = await engine();
  if (errors !== undefined) return showErrors(reader, wanted, errors);
  if (option.rewordings) return showRewordings(reader, show);
  if (option.check) return check(measureEngine(reader).parts);
  const others = await otherReaders();
  const report = {
    ...measureEngine(reader),
    others: measureOthers(others),
    second: secondReading(),
  };
  if (option.json) {
    console.log(JSON.stringify(report, null, 1));
  } else for (const { title, body } of sections(report)) console.log(`## ${title}\n\n${body}\n`);
  if (option.write) write(report);
  return 0;
}

function numberOf(option, name) {
  if (option[name] === undefined) return undefined;
  const value = Number(option[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a number from 1.`);
}

function wantedSets({ from }) {
  if (from === undefined) return WORKED_ON;
  if (WORKED_ON.includes(from)) return [from];
  throw new Error(`--from takes a set of the part worked on: ${WORKED_ON.join(', ')}.`);
}

function showErrors(reader, wanted, limit) {
  const read = readWith(reader.find, wanted);
  const sentences = [...read.values()].flatMap((set) => sentenceErrors(set.sentences));
  const drafts = [...read.values()].flatMap((set) => draftErrors(set.drafts));
  for (const [name, errors] of Object.entries({ sentences, drafts })) {
    console.log(`# ${errors.length} errors in ${name}`);
    for (const error of errors.slice(0, limit)) console.log(JSON.stringify(error));
  }
  return 0;
}

function showRewordings(reader, show) {
  const cases = Object.fromEntries(
    Object.keys(split).map((part) => [part, applyOffers(draftsIn(part), reader)]),
  );
  if (show !== undefined) showPairs(cases['worked-on'], show);
  const parts = Object.fromEntries(
    Object.entries(cases).map(([part, list]) => [part, { rewordings: rewordingFigures(list) }]),
  );
  console.log(figureTable(parts, 'rewordings'));
  for (const [part, { rewordings }] of Object.entries(parts))
    console.log(`\n${part}: ${JSON.stringify(rewordings)}`);
  return 0;
}

/** Some of all, evenly spread, then those that clear nothing. */
function showPairs(cases, limit) {
  const offered = cases.filter(({ offers }) => offers > 0);
  const step = Math.max(1, Math.floor(offered.length / limit));
  const spread = offered.filter((_, index) => index % step === 0).slice(0, limit);
  for (const one of [...spread, ...offered.filter(({ cleared }) => !cleared).slice(0, limit)])
    console.log(
      `${one.cleared ? '' : 'NOT CLEARED '}[${one.rule}] ${one.where} “${one.found}”\n  - ${one.before}\n  + ${one.after}`,
    );
}

function check(parts) {
  if (!existsSync(BASELINE))
    throw new Error('There is no baseline. Run: npm run accuracy -- --write');
  const baseline = JSON.parse(readFileSync(BASELINE, 'utf8'));
  const names = Object.keys(split);
  const losses = names.flatMap((part) =>
    fallen(baseline[part] ?? {}, figuresOf(parts[part]), part),
  );
  for (const loss of losses) console.error(loss);
  const changes = names.flatMap((part) => moved(baseline[part] ?? {}, figuresOf(parts[part])));
  console.log(
    losses.length > 0
      ? `${losses.length} figures are worse than the baseline allows.`
      : `No figure is more than a point worse than the baseline; ${changes.length} moved.${changes.length > 0 ? ' To take them over: npm run accuracy -- --write' : ''}`,
  );
  return losses.length > 0 ? 1 : 0;
}

function write(report) {
  const baseline = Object.fromEntries(
    Object.keys(split).map((part) => [part, figuresOf(report.parts[part])]),
  );
  writeFileSync(BASELINE, `${JSON.stringify(baseline, null, 2)}\n`);
  writeFileSync(PAGE, page(report, sets()));
  console.log('wrote test/accuracy/baseline.json and docs/accuracy.md');
}
