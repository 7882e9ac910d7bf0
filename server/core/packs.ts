/** Raw pack data -> library and problems. One bad entry is a problem; the rest loads. */

import { evidenceOf, regulatoryOf, sourceOf, termOf } from './entries.ts';
import type {
  Condition,
  Evidence,
  Problem,
  RegulatoryStatus,
  Rule,
  Source,
  Term,
} from './model.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { entryOf, flag, id, isMapping, listOf, onlyKeys, text, texts, type Entry } from './raw.ts';
import { ruleOf } from './rules.ts';
import { NO_SCORER, readScorer, type Scorer } from './scorer.ts';
import { conditionFault } from './slots.ts';
import { buildTermIndex, type TermIndex } from './terms.ts';

/** The YAML files of the packs as JSON, by pack-relative path: no meaning added. */
export interface RawLibrary {
  readonly packs: readonly {
    readonly id: string;
    readonly files: Readonly<Record<string, unknown>>;
  }[];
}

/** What pack.yml says. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Ids of the packs that this one builds on. */
  readonly uses: readonly string[];
  /** Used only where a setting or a project names it. */
  readonly optional: boolean;
}

/** All packs as one. Maps are by id and in the order of the files. */
export interface Library {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly termIndex: TermIndex;
  readonly sources: ReadonlyMap<string, Source>;
  readonly evidence: readonly Evidence[];
  readonly regulatory: readonly RegulatoryStatus[];
  readonly lexicon: Lexicon;
}

/** The packs that are used where nobody chooses: all but those that are optional. */
export function byDefault({ packs }: RawLibrary): RawLibrary {
  const isOptional = (pack: unknown): boolean => isMapping(pack) && pack['optional'] === true;
  return { packs: packs.filter(({ files }) => !isOptional(files['pack.yml'])) };
}

export function loadLibrary(raw: RawLibrary): { library: Library; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = allFiles(raw, problems);
  const packs = readPacks(files, problems);
  const sources = new Map<string, Source>();
  for (const file of files.filter(({ path }) => path === 'sources.yml'))
    readList(file, sources, sourceOf, problems);
  const terms = new Map<string, Term>();
  for (const file of files.filter(({ path }) => path.startsWith('terms/')))
    readList(file, terms, (entry) => termOf(entry, sources), problems);
  const termIndex = buildTermIndex(terms.values());
  const evidence = new Map<string, Evidence>();
  for (const file of files.filter(({ path }) => path === 'evidence.yml'))
    readList(file, evidence, (entry) => evidenceOf(entry, terms, sources), problems);
  const regulatory = new Map<string, RegulatoryStatus>();
  for (const file of files.filter(({ path }) => path === 'regulatory.yml'))
    readList(file, regulatory, (entry) => regulatoryOf(entry, terms, sources), problems);
  const words = files.filter(({ path }) => path.startsWith('lexicon/'));
  const lexicon = compileLexicon(
    words.map(({ name, value }) => ({ file: name, raw: value })),
    terms.values(),
    scorerOf(files, problems),
    problems,
  );
  const faultOf = (condition: Condition) => conditionFault(condition, lexicon);
  const rules = readRules(files, { sources, faultOf }, problems);
  for (const { form, terms: both } of termIndex.clashes)
    problems.push({
      file: 'terms',
      message: `"${form}" names both "${both[0].id}" and "${both[1].id}". Take it from one of them.`,
    });
  const library = {
    packs,
    rules,
    terms,
    termIndex,
    sources,
    evidence: [...evidence.values()],
    regulatory: [...regulatory.values()],
    lexicon,
  };
  return { library, problems };
}

interface File {
  readonly pack: string;
  /** Within the pack. */
  readonly path: string;
  /** As problems name it. */
  readonly name: string;
  readonly value: unknown;
}

const PLACES =
  /^(?:(?:pack|sources|evidence|regulatory|scorer)\.yml|(?:terms|rules|lexicon)\/[^/]+\.yml)$/;

function allFiles(raw: RawLibrary, problems: Problem[]): readonly File[] {
  const packs: unknown = isMapping(raw) ? raw['packs'] : undefined;
  if (!Array.isArray(packs) || packs.length === 0) {
    problems.push({
      file: 'library.json',
      message: 'There are no packs in it. Build the project again, or install it again.',
    });
    return [];
  }
  return raw.packs.flatMap(({ id: pack, files }) =>
    Object.entries(files).flatMap(([path, value]): readonly File[] => {
      const name = `${pack}/${path}`;
      if (PLACES.test(path)) return [{ pack, path, name, value }];
      const message = 'This file has no place in a pack. Put it in terms/, rules/ or lexicon/.';
      problems.push({ file: name, message });
      return [];
    }),
  );
}

/** One pack brings a scorer; without one the rules judge alone. */
function scorerOf(files: readonly File[], problems: Problem[]): Scorer {
  const found = files.filter(({ path }) => path === 'scorer.yml');
  for (const { name } of found.slice(1))
    problems.push({ file: name, message: 'Another pack has a scorer. Keep one of them.' });
  const [file] = found;
  return file ? readScorer(file.value, file.name, problems) : NO_SCORER;
}

function readPacks(files: readonly File[], problems: Problem[]): ReadonlyMap<string, Pack> {
  const packs = new Map<string, Pack>();
  const ids = new Set(files.map(({ pack }) => pack));
  for (const file of files.filter(({ path }) => path === 'pack.yml')) {
    const entry = entryOf(file.value, file.name, 'the pack', problems);
    if (!entry) continue;
    const pack = packOf(entry);
    if (pack.id !== file.pack)
      entry.fault(`"id" is "${pack.id}" in the folder ${file.pack}. Give both the same name.`);
    for (const used of pack.uses)
      if (!ids.has(used))
        entry.fault(`"uses" names "${used}", which is no pack. Add it or drop it.`);
    if (entry.faults() === 0) packs.set(pack.id, pack);
  }
  return packs;
}

function packOf(entry: Entry): Pack {
  onlyKeys(entry, ['id', 'title', 'version', 'description', 'uses', 'optional']);
  return {
    id: id(entry),
    title: text(entry, 'title'),
    version: text(entry, 'version'),
    description: text(entry, 'description'),
    uses: texts(entry, 'uses', false),
    optional: entry.fields['optional'] !== undefined && flag(entry, 'optional'),
  };
}

/** Adds the good entries of a file that is a list. Ids are unique across packs. */
function readList<T extends { readonly id: string }>(
  file: File,
  into: Map<string, T>,
  read: (entry: Entry) => T,
  problems: Problem[],
): void {
  for (const [index, value] of listOf(file.value, file.name, problems).entries()) {
    const named = isMapping(value) && typeof value['id'] === 'string' ? `"${value['id']}"` : '';
    const entry = entryOf(value, file.name, named || `entry ${index + 1}`, problems);
    if (!entry) continue;
    const item = read(entry);
    if (into.has(item.id)) entry.fault('this id is taken by an earlier entry. Choose another.');
    if (entry.faults() === 0) into.set(item.id, item);
  }
}

function readRules(
  files: readonly File[],
  known: {
    readonly sources: ReadonlyMap<string, Source>;
    readonly faultOf: (condition: Condition) => string | undefined;
  },
  problems: Problem[],
): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const file of files.filter(({ path }) => path.startsWith('rules/'))) {
    const entry = entryOf(file.value, file.name, 'the rule', problems);
    if (!entry) continue;
    const rule = ruleOf(entry, file.pack, known);
    const name = file.path.slice('rules/'.length, -'.yml'.length);
    if (rule.id !== name)
      entry.fault(`"id" is "${rule.id}" in a file called ${name}.yml. Give both the same name.`);
    if (rules.has(rule.id)) entry.fault('another pack has a rule of this id. Choose another.');
    if (entry.faults() === 0) rules.set(rule.id, rule);
  }
  return rules;
}
