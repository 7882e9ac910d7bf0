// A sample of first offers for readers who did not write them, and what they make of it.
//   node test/accuracy/offers.mjs --write --from SETS   writes offers/sample.jsonl: before and after, without a verdict;
//                                                       of the drafts of these sets, whose offers nobody tuned on yet
//   node test/accuracy/offers.mjs --score ONE TWO       figures of two readers' verdict files
//
// Drawn from the first offers of all warnings and errors that touch a labelled claim (false alarms
// are measured elsewhere: what is said in place of an innocent sentence is no matter of wording), in
// an order that depends on the texts alone. Sentences of the held-out part are among them: whoever
// mends rewordings does not read the file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { share, strong } from './counting.mjs';
import { engine } from './engine.mjs';
import { draftsIn } from './measure.mjs';
import { flat, split } from './sets.mjs';

const SAMPLE = path.join(import.meta.dirname, 'offers/sample.jsonl');
const SIZE = 150;

/** What is asked of each offer; all four are true or false in a verdict. */
export const QUESTIONS = {
  grammatical: 'is the text after it grammatical, as careful English',
  meaning: 'is the meaning kept but for the claim',
  sourced: 'could the writer stand behind it without finding a new source',
  accepted: 'would a medical editor accept it',
};

const OPTIONS = {
  write: { type: 'boolean' },
  from: { type: 'string' },
  score: { type: 'boolean' },
};

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.write && values.from) await write(values.from.split(','));
  else if (values.score && positionals.length === 2) score(...positionals);
  else
    throw new Error(
      'Say --write with --from and the sets, or --score with the verdict files of two readers.',
    );
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function write(from) {
  const reader = await engine();
  const all = Object.keys(split).flatMap((part) =>
    draftsIn(part).flatMap((draft) =>
      from.includes(draft.set) ? offersIn(draft, part, reader) : [],
    ),
  );
  const once = new Map(all.map((one) => [one.id, one]));
  const drawn = [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, SIZE);
  writeFileSync(SAMPLE, drawn.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const parts = Object.keys(split).map(
    (part) => `${drawn.filter((one) => one.part === part).length} ${part}`,
  );
  console.log(`wrote ${drawn.length} of ${once.size} offers (${parts.join(', ')})`);
}

function offersIn({ set, name, text, claims }, part, reader) {
  const { analysis, findings } = reader.analysed(text);
  return findings.flatMap((finding, index) => {
    const labelled = claims.some(({ offset, end }) => offset < finding.end && end > finding.start);
    const [first] = reader.offers(analysis, index);
    if (strong([finding]).length === 0 || !labelled || !first) return [];
    const { from, to, previous } = aroundOf(analysis, index, first.edits);
    const before = flat(text.slice(from, to));
    const after = flat(changed(text, first.edits, from, to));
    const id = createHash('sha256').update(`${before}\n${after}`).digest('hex').slice(0, 10);
    const { rule, text: marked } = finding;
    return [
      { id, part, draft: `${set}/${name}`, rule, marked: flat(marked), previous, before, after },
    ];
  });
}

/** The sentences that the finding or the offer touches, in source, and the one before them. */
function aroundOf(analysis, index, edits) {
  const finding = analysis.findings[index];
  const block = analysis.draft.blocks[finding.block];
  const sentences = analysis.readings[finding.block].sentences.map(({ sentence }) => ({
    from: sourceOf(block, sentence.start),
    to: sourceOf(block, sentence.end, true),
  }));
  const start = Math.min(finding.span.start, ...edits.map(({ span }) => span.start));
  const end = Math.max(finding.span.end, ...edits.map(({ span }) => span.end));
  const touched = sentences.filter(({ from, to }) => from < end && to > start);
  let from = Math.min(start, ...touched.map((one) => one.from));
  let to = Math.max(end, ...touched.map((one) => one.to));
  const { source } = analysis.draft;
  // A lead is read with what it leads to, a closing mark with what it closes.
  const next = sentences.find((one) => one.from >= to);
  if (next && /:\W*$/.test(source.slice(from, to))) to = next.to;
  const last = sentences.filter((one) => one.to <= from).at(-1);
  if (last && !/\w/.test(changed(source, edits, from, to))) from = last.from;
  const above = sentences.filter((one) => one.to <= from).at(-1);
  return { from, to, previous: above ? flat(source.slice(above.from, above.to)) : '' };
}

function sourceOf(block, offset, closing = false) {
  const run = block.runs.findLast(({ prose }) => (closing ? prose < offset : prose <= offset));
  if (!run) return block.start;
  const into = run.verbatim ? offset - run.prose : closing ? run.sourceLength : 0;
  return block.start + run.source + into;
}

function changed(text, edits, from, to) {
  let out = text.slice(from, to);
  for (const { span, text: put } of [...edits].sort((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start - from) + put + out.slice(span.end - from);
  return out;
}

function score(...files) {
  const sample = linesOf(SAMPLE);
  const readers = files.map((file) => verdictsOf(file, sample));
  for (const part of ['all', ...Object.keys(split)]) {
    const rows = sample.filter((one) => part === 'all' || one.part === part);
    if (rows.length === 0) continue;
    console.log(`\n${part}: ${rows.length} offers`);
    for (const [question, words] of Object.entries(QUESTIONS)) {
      const yes = rows.map(({ id }) => readers.map((verdicts) => verdicts.get(id)[question]));
      const by = readers.map((_, at) => percent(yes.filter((one) => one[at]).length, rows.length));
      const both = percent(yes.filter((one) => one.every(Boolean)).length, rows.length);
      const agree = percent(yes.filter(([one, two]) => one === two).length, rows.length);
      console.log(`  ${words}: ${by.join(' and ')}; both ${both}; they agree on ${agree}`);
    }
  }
  const refused = sample.filter(({ id }) => !readers.every((one) => one.get(id).accepted));
  console.log(`\nNot accepted by both, by rule: ${JSON.stringify(countBy(refused, 'rule'))}`);
  for (const { id, part, before, after } of refused)
    if (part !== 'held-out') console.log(`  ${id}\n  - ${before}\n  + ${after}`);
}

function percent(some, all) {
  return `${(share(some, all) * 100).toFixed(1)}%`;
}
function countBy(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(row[key], (groups.get(row[key]) ?? 0) + 1);
  return Object.fromEntries(groups);
}

/** Throws where a verdict is missing or is none. */
function verdictsOf(file, sample) {
  const verdicts = new Map(linesOf(file).map((one) => [one.id, one]));
  for (const { id } of sample) {
    const verdict = verdicts.get(id);
    if (!verdict) throw new Error(`${file}: there is no verdict on ${id}.`);
    for (const question of Object.keys(QUESTIONS))
      if (typeof verdict[question] !== 'boolean')
        throw new Error(`${file}, ${id}: “${question}” is neither true nor false.`);
  }
  return verdicts;
}

function linesOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}
