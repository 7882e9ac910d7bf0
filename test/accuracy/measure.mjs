// Reads every labelled set with every reader, and counts.
import { ablations } from './ablations.mjs';
import { agreementOf } from './agreement.mjs';
import { draftFigures, readDrafts } from './drafts.mjs';
import { engine } from './engine.mjs';
import { keywords } from './keywords.mjs';
import { applyOffers, rewordingFigures } from './rewordings.mjs';
import { readSentences, sentenceFigures } from './sentences.mjs';
import { jsonLines, readSet, split } from './sets.mjs';

/** What the tables have a column for. `dev` is a part of what was worked on. */
const PARTS = { dev: ['dev'], ...split };

export const partOf = (set) => Object.keys(split).find((part) => split[part].includes(set));

let read;
/** All sets by name, read once. */
export const sets = () => (read ??= Object.values(split).flat().sort().map(readSet));

/** The sets as one reader reads them, by set. */
export const readWith = (find, wanted = Object.values(split).flat()) =>
  new Map(
    sets()
      .filter(({ name }) => wanted.includes(name))
      .map(({ name, sentences, drafts }) => [
        name,
        { sentences: readSentences(sentences, find), drafts: readDrafts(drafts, find) },
      ]),
  );

const figures = (read, names) => {
  const all = (key) => names.flatMap((name) => read.get(name)[key]);
  return { sentences: sentenceFigures(all('sentences')), drafts: draftFigures(all('drafts')) };
};

/** The engine's figures: by part with the rewordings, and by set. */
export function measureEngine(reader) {
  const found = readWith(reader.find);
  const cases = new Map(sets().map(({ name, drafts }) => [name, applyOffers(drafts, reader)]));
  const parts = Object.fromEntries(
    Object.entries(PARTS).map(([part, names]) => [
      part,
      {
        ...figures(found, names),
        rewordings: rewordingFigures(names.flatMap((name) => cases.get(name))),
      },
    ]),
  );
  const bySet = sets().map(({ name }) => ({ name, part: partOf(name), ...figures(found, [name]) }));
  return { parts, bySet };
}

/** What the engine is compared with; built before anything is measured, from the same sources. */
export async function otherReaders() {
  const built = Object.entries(ablations).map(async ([id, { title }]) => ({
    title,
    find: (await engine({ ablation: id })).find,
  }));
  const rules = engine({ scorer: undefined }).then(({ find }) => ({
    title: 'without the scorer',
    find,
  }));
  return [...(await Promise.all([...built, rules])), { title: 'keyword list', find: keywords }];
}

/** Part -> the other readers, each with its figures. */
export function measureOthers(others) {
  const readers = others.map(({ title, find }) => ({ title, read: readWith(find) }));
  return Object.fromEntries(
    Object.entries(PARTS).map(([part, names]) => [
      part,
      readers.map(({ title, read }) => {
        const found = figures(read, names);
        if (found.sentences.right === 0)
          throw new Error(`${title}: it finds nothing, so it no longer fits the engine. Mend it.`);
        return { title, ...found };
      }),
    ]),
  );
}

export function secondReading() {
  const labels = new Map(
    sets().flatMap(({ sentences }) => sentences.map(({ id, label }) => [id, label])),
  );
  return agreementOf(
    jsonLines('second-reader.jsonl').map(({ id, label }) => {
      if (!labels.has(id)) throw new Error(`second-reader.jsonl: there is no sentence ${id}.`);
      return [labels.get(id), label];
    }),
  );
}

export const draftsIn = (part) =>
  sets()
    .filter(({ name }) => PARTS[part].includes(name))
    .flatMap(({ drafts }) => drafts);
