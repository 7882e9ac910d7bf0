// The labelled sets: read, checked, and kept in their parts.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'labels');
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Part -> the sets in it. Errors of the held-out part are never shown. */
export const split = json(path.join(folder, 'split.json'));
const categoriesOfRule = json(path.join(import.meta.dirname, 'categories.json'));
export const categories = [...new Set(Object.values(categoriesOfRule).flat())].sort();

/** Does a rule stand for one of the categories that a claim was labelled with? */
export const fits = (rule, wanted) =>
  (categoriesOfRule[rule] ?? []).some((each) => wanted.includes(each));

/** The category that a rule mostly stands for. */
export const mainCategory = (rule) => categoriesOfRule[rule]?.[0];

export const jsonLines = (file) =>
  readFileSync(path.join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Throws where a label cannot be what its annotator meant. */
export function readSet(name) {
  const ofSentences = `${name}/sentences.jsonl`;
  const sentences = existsSync(path.join(folder, ofSentences)) ? jsonLines(ofSentences) : [];
  const inDrafts = path.join(folder, name, 'drafts');
  const drafts = (existsSync(inDrafts) ? readdirSync(inDrafts) : [])
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readDraft(name, file));
  for (const row of sentences) checkSentence(name, row);
  const ids = new Set(sentences.map(({ id }) => id));
  if (ids.size < sentences.length) throw new Error(`${name}: two sentences have one id.`);
  return { name, sentences, drafts };
}

function readDraft(set, file) {
  const at = path.join(folder, set, 'drafts', file);
  const text = readFileSync(at, 'utf8');
  const { claims, must_stay_unflagged: innocents = [] } = json(at.replace(/\.md$/, '.labels.json'));
  for (const { text: marked, offset, end } of [...claims, ...innocents])
    if (text.slice(offset, end) !== marked)
      throw new Error(`${set}/drafts/${file}: what stands at ${offset} is not “${marked}”.`);
  for (const { label, categories: named, text: marked } of claims)
    checkLabel(`${set}/drafts/${file}, “${marked}”`, label, named, [1, 2]);
  return { set, name: file, text, claims, innocents };
}

export const flat = (text) => (text ?? '').trim().replace(/\s+/g, ' ');

/** The labelled spans of a sentence that are found in it, as [start, length). */
export const spansOf = ({ sentence, span, spans }) =>
  (spans?.length ? spans : [span])
    .filter(Boolean)
    .map((each) => [flat(sentence).indexOf(flat(each)), flat(each).length])
    .filter(([at]) => at >= 0);

function checkSentence(set, row) {
  const where = `${set}/sentences.jsonl, ${row.id}`;
  checkLabel(where, row.label, row.categories, [0, 1, 2]);
  if (!row.passage) throw new Error(`${where}: it belongs to no passage.`);
  if (row.label === 2 && spansOf(row).length === 0)
    throw new Error(`${where}: its span is not in the sentence.`);
}

function checkLabel(where, label, named, legal) {
  if (!legal.includes(label)) throw new Error(`${where}: ${label} is no label here.`);
  const unknown = named.find((each) => !categories.includes(each));
  if (unknown) throw new Error(`${where}: “${unknown}” is no category.`);
  if (label > 0 && named.length === 0) throw new Error(`${where}: it has no category.`);
}
