/** All that decides how a draft is checked, the same for editor and command line. */

import ignore from 'ignore';
import type { Library, Notice, Options, RawLibrary } from '../core/index.ts';
import type { Configuration, Known } from './configuration.ts';
import { optionsOf, type Layers } from './effect.ts';
import type { Project } from './find.ts';
import { readFrontMatter } from './front-matter.ts';
import { projectLibrary } from './library.ts';
import type { FileProblem } from './nodes.ts';
import { folderOf, pathFrom } from './places.ts';

/** A project with its library. The same object for all drafts that share the project. */
export interface Situation {
  readonly project: Project;
  readonly library: Library;
  /** In the configuration file, the side file, and what the configuration adds to the library. */
  readonly problems: readonly FileProblem[];
}

export interface Shipped {
  readonly raw: RawLibrary;
  /** The same, loaded. */
  readonly library: Library;
}

/** What the files of a project are read against. */
export function knownOf({ raw, library }: Shipped, today: string): Known {
  // A severity may be set for a rule of a pack that is not used here.
  const files = raw.packs.flatMap((pack) => Object.keys(pack.files));
  const others = files.flatMap((file) => /^rules\/(.+)\.yml$/.exec(file)?.[1] ?? []);
  const rules = [...new Set([...library.rules.keys(), ...others])];
  return { rules, packs: raw.packs.map(({ id }) => id), today };
}

/** ISO date of the day, where the program runs. */
export function todayIs(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Makes each situation once. `fileName` is how problems name a file. */
export function situations(
  shipped: Shipped,
  fileName: (uri: string) => string,
): (project: Project, packs?: readonly string[]) => Situation {
  const made: Once<Project, Situation> = new Map();
  const libraries: Once<Configuration, ReturnType<typeof projectLibrary>> = new Map();
  return (project, packs = []) => {
    const { configuration, accepted, uri } = project;
    const key = packs.join(' ');
    const own = once(libraries, configuration, key, () => {
      const wanted = configuration.packs ?? (packs.length > 0 ? packs : undefined);
      const { knowledge } = configuration;
      const asked = { ...(wanted && { packs: wanted }), ...(knowledge && { knowledge }) };
      return projectLibrary(shipped.raw, asked, uri ? fileName(uri) : '');
    });
    return once(made, project, key, () => ({
      project,
      library: own?.library ?? shipped.library,
      problems: [...configuration.problems, ...(own?.problems ?? []), ...accepted.problems],
    }));
  };
}

type Once<K, T> = Map<K, Map<string, { readonly value: T }>>;

function once<K, T>(all: Once<K, T>, one: K, key: string, make: () => T): T {
  const known = all.get(one) ?? new Map<string, { readonly value: T }>();
  all.set(one, known);
  const made = known.get(key) ?? { value: make() };
  known.set(key, made);
  return made.value;
}

/** Whether the project leaves a draft unread. */
export function isIgnored({ configuration, uri: file }: Project, uri: string): boolean {
  const patterns = configuration.ignore;
  const folder = file && folderOf(file);
  const path = folder ? pathFrom(folder, uri) : undefined;
  if (!patterns || path === undefined) return false;
  return ignore({ allowRelativePaths: true })
    .add([...patterns])
    .ignores(path);
}

/** How one text is checked. */
export interface Conditions {
  readonly options: Options;
  readonly layers: Layers;
  /** Nothing is checked: the front matter says so. */
  readonly off: boolean;
  /** What is wrong in the front matter. */
  readonly notices: readonly Notice[];
}

/** `settings` are those of the writer's editor; the command line has none. */
export function conditionsFor(
  source: string,
  uri: string,
  project: Project,
  known: Known,
  settings: Options = {},
): Conditions {
  const draft = readFrontMatter(source, known);
  const layers = { settings, project, draft };
  const problems = draft?.problems ?? [];
  return {
    options: { ...optionsOf(layers, uri), today: known.today },
    layers,
    off: draft?.off === true,
    notices: problems.flatMap(({ span, message }) => (span ? [{ span, message }] : [])),
  };
}
