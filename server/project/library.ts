/** The packs that a project uses, with the terms and the evidence that it adds. */

import { byDefault, loadLibrary, type Library, type RawLibrary } from '../core/index.ts';
import type { Configuration } from './configuration.ts';
import type { EntryPlace, KnownEntry, Knowledge, Synonyms } from './knowledge.ts';
import type { FileProblem } from './nodes.ts';

/** What the project adds is loaded as one more pack, so that it is judged and used like the others. */
const OWN = 'project';

/** `undefined` where a project adds nothing and leaves nothing out: the library is the shipped one. */
export function projectLibrary(
  raw: RawLibrary,
  { packs, knowledge }: Pick<Configuration, 'packs' | 'knowledge'>,
  file: string,
): { readonly library: Library; readonly problems: readonly FileProblem[] } | undefined {
  if (!packs && !knowledge) return undefined;
  const chosen = packs ? withUsed(raw, packs) : byDefault(raw).packs;
  if (!knowledge) return { library: loadLibrary({ packs: chosen }).library, problems: [] };
  const names = namesIn(chosen);
  const { extended, problems } = withSynonyms(chosen, knowledge.synonyms, names, file);
  const own = ownPack(knowledge, names, sourceIds(chosen));
  const loaded = loadLibrary({ packs: [...extended, own.pack] });
  for (const { message } of loaded.problems) problems.push(placed(message, own.places, file));
  return { library: loaded.library, problems };
}

type RawPack = RawLibrary['packs'][number];
type Fields = Readonly<Record<string, unknown>>;

function withUsed({ packs }: RawLibrary, wanted: readonly string[]): readonly RawPack[] {
  const all = new Set<string>();
  const add = (id: string): void => {
    const pack = packs.find((each) => each.id === id);
    if (!pack || all.has(id)) return;
    all.add(id);
    const about = pack.files['pack.yml'];
    const uses = isFields(about) ? about['uses'] : undefined;
    if (Array.isArray(uses)) uses.filter((each) => typeof each === 'string').forEach(add);
  };
  wanted.forEach(add);
  return packs.filter(({ id }) => all.has(id));
}

/** A problem of the loader begins with the entry's id in quotation marks, or names it within. */
function placed(
  message: string,
  places: ReadonlyMap<string, EntryPlace>,
  file: string,
): FileProblem {
  const [, named = '', rest] = /^"([^"]+)": (.*)$/s.exec(message) ?? [];
  const own = places.get(named);
  if (own && rest !== undefined) return { file, ...own, message: `“${named}”: ${rest}` };
  const [, place] = [...places].find(([id]) => message.includes(`"${id}"`)) ?? [];
  return { file, ...place, message };
}

// --- The project's own pack ----------------------------------------------------------------------

function ownPack(
  { terms, evidence }: Knowledge,
  names: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): { readonly pack: RawPack; readonly places: ReadonlyMap<string, EntryPlace> } {
  const places = new Map<string, EntryPlace>();
  const sources = new Map<string, string>();
  const sourceId = (title: unknown): unknown => {
    if (typeof title !== 'string' || known.has(title)) return title;
    const id = sources.get(title) ?? `${OWN}-source-${sources.size + 1}`;
    sources.set(title, id);
    return id;
  };
  const rawTerms = terms.map((entry) => {
    const [first] = listOf(entry.fields['forms']);
    const id = idOf(entry, typeof first === 'string' ? first : '', places);
    const cited = listOf(entry.fields['sources'] ?? 'This project');
    return { ...entry.fields, id, sources: cited.map(sourceId) };
  });
  const own = new Map([...names, ...namesOf(rawTerms)]);
  const idOfTerm = (name: unknown): unknown =>
    typeof name === 'string' ? (own.get(name.toLowerCase()) ?? name) : name;
  const rawEvidence = evidence.map((entry, index) => {
    const id = idOf(entry, `evidence ${index + 1}`, places);
    const filled: Record<string, unknown> = { rung: rungOf(entry), ...entry.fields, id };
    for (const key of ['interventions', 'conditions', 'outcomes'])
      if (key in filled) filled[key] = listOf(filled[key]).map(idOfTerm);
    if ('citations' in filled) filled['citations'] = listOf(filled['citations']).map(sourceId);
    return filled;
  });
  const cited = [...sources].map(([title, id]) => ({ id, title, verified: 'unverified' }));
  const about = { id: OWN, title: 'This project', version: '1', description: 'What it adds.' };
  return {
    places,
    pack: {
      id: OWN,
      files: {
        'pack.yml': { ...about, uses: [] },
        ...(cited.length > 0 && { 'sources.yml': cited }),
        'terms/own.yml': rawTerms,
        'evidence.yml': rawEvidence,
      },
    },
  };
}

/** The id of an entry, made of a name where it has none, and noted with its place. */
function idOf(
  { fields, ...place }: KnownEntry,
  name: string,
  places: Map<string, EntryPlace>,
): unknown {
  const given = fields['id'];
  const made =
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? `entry-${places.size + 1}`;
  const id = given ?? `${OWN}-${made}`;
  if (typeof id === 'string' && !places.has(id)) places.set(id, place);
  return id;
}

/** How surely one may speak where the project does not say: by the certainty of the evidence. */
const RUNGS: Readonly<Record<string, number>> = {
  high: 8,
  moderate: 5,
  low: 4,
  'very-low': 3,
  none: 0,
  'not-graded': 3,
};

const rungOf = ({ fields }: KnownEntry): number => RUNGS[String(fields['certainty'])] ?? 0;

// --- What the packs have -------------------------------------------------------------------------

/** Ids and names of all terms, in lower case -> id. */
function namesIn(packs: readonly RawPack[]): ReadonlyMap<string, string> {
  return new Map(packs.flatMap(({ files }) => namesOf(rawTermsIn(files))));
}

function rawTermsIn(files: RawPack['files']): readonly unknown[] {
  return Object.entries(files).flatMap(([path, value]) =>
    path.startsWith('terms/') ? listOf(value) : [],
  );
}

function namesOf(terms: readonly unknown[]): readonly (readonly [string, string])[] {
  return terms.flatMap((term) => {
    if (!isFields(term) || typeof term['id'] !== 'string') return [];
    const { id } = term;
    const names = [id, ...listOf(term['forms']), ...listOf(term['abbreviations'])];
    return names.map((name) => [String(name).toLowerCase(), id] as const);
  });
}

function sourceIds(packs: readonly RawPack[]): ReadonlySet<string> {
  const all = packs.flatMap(({ files }) => listOf(files['sources.yml']));
  return new Set(all.map((source) => (isFields(source) ? String(source['id']) : '')));
}

function withSynonyms(
  packs: readonly RawPack[],
  synonyms: readonly Synonyms[],
  names: ReadonlyMap<string, string>,
  file: string,
): { readonly extended: readonly RawPack[]; readonly problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const added = new Map<string, string[]>();
  for (const { term, forms, ...place } of synonyms) {
    const id = names.get(term.toLowerCase());
    if (id === undefined)
      problems.push({
        file,
        ...place,
        message: `There is no term “${term}”. Name one of “hedgerow terms”, or add it to “terms”.`,
      });
    else added.set(id, [...(added.get(id) ?? []), ...forms]);
  }
  if (added.size === 0) return { extended: packs, problems };
  const extend = (term: unknown): unknown => {
    const forms = isFields(term) ? added.get(String(term['id'])) : undefined;
    return isFields(term) && forms
      ? { ...term, forms: [...listOf(term['forms']), ...forms] }
      : term;
  };
  const extended = packs.map(({ id, files }) => ({
    id,
    files: Object.fromEntries(
      Object.entries(files).map(([path, value]) => [
        path,
        path.startsWith('terms/') ? listOf(value).map(extend) : value,
      ]),
    ),
  }));
  return { extended, problems };
}

/** A single value is a list of one. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
