/** What holds for one draft: what the editor, the project and the draft itself say, in that order. */

import type { Options } from '../core/index.ts';
import type { Project } from './find.ts';
import type { DraftConfiguration } from './front-matter.ts';
import type { Configuration } from './configuration.ts';
import { folderOf, pathFrom } from './places.ts';

/** Where a value comes from. */
export type Origin = 'default' | 'settings' | 'project' | 'front matter';

/** Options of all who have a say, weakest first. */
export interface Layers {
  /** What the writer's editor says; the command line has none. */
  readonly settings: Options;
  readonly project: Project;
  readonly draft: DraftConfiguration | undefined;
}

/** All as the core takes it. Severities are merged rule by rule, allowed phrases add up. */
export function optionsOf({ settings, project, draft }: Layers, uri: string): Options {
  const layers = [settings, project.configuration.options, ...(draft ? [draft.options] : [])];
  const merged: Options = Object.assign({}, ...layers) as Options;
  const allowed = layers.flatMap((each) => each.allowed ?? []);
  const accepted = acceptedIn(project, uri);
  const approved = merged.approved?.filter(({ jurisdiction }) => {
    const anywhere = jurisdiction === undefined || merged.jurisdiction === undefined;
    return anywhere || jurisdiction === merged.jurisdiction;
  });
  return {
    ...merged,
    severities: Object.assign({}, ...layers.map((each) => each.severities ?? {})) as NonNullable<
      Options['severities']
    >,
    ...(allowed.length > 0 && { allowed }),
    ...(accepted.length > 0 && { accepted }),
    ...(approved && { approved }),
  };
}

/** The accepted claims of a draft, which entries name by its path from the side file. */
export function acceptedIn({ accepted, acceptedUri }: Project, uri: string) {
  const folder = acceptedUri && folderOf(acceptedUri);
  const path = folder && pathFrom(folder, uri);
  return path === undefined ? [] : accepted.entries.filter(({ draft }) => draft === path);
}

// --- Showing it ----------------------------------------------------------------------------------

/** One value, and who says so. */
export interface Value {
  /** As in `.hedgerow.yml`: `kind`, `severity.hype-words`. */
  readonly name: string;
  readonly value: string;
  readonly from: Origin;
  /** Of the file that says so. */
  readonly uri?: string;
  /** From 1. */
  readonly line?: number;
}

/** Every value that differs from the default, and `kind` in any case, in the order of the files. */
export function valuesIn(layers: Layers, uri: string): readonly Value[] {
  const { settings, project, draft } = layers;
  const values = new Map<string, Value>([
    ['kind', { name: 'kind', value: 'editorial', from: 'default' }],
  ]);
  const add = (found: ReadonlyMap<string, string>, from: Origin, place?: Place): void => {
    for (const [name, value] of found) {
      const line = place?.lines.get(name) ?? place?.lines.get(name.replace(/[.].*$/, ''));
      const where = place && { uri: place.uri, ...(line !== undefined && { line }) };
      values.set(name, { name, value, from, ...where });
    }
  };
  add(written(settings), 'settings');
  if (project.uri !== undefined) {
    const { configuration } = project;
    const place = { uri: project.uri, lines: configuration.lines };
    add(written(configuration.options), 'project', place);
    add(countsIn(configuration), 'project', place);
  }
  if (draft) {
    add(written(draft.options), 'front matter', { uri, lines: draft.lines });
    if (draft.off) add(new Map([['hedgerow', 'off']]), 'front matter', { uri, lines: draft.lines });
  }
  const accepted = acceptedIn(project, uri).length;
  if (accepted > 0 && project.acceptedUri !== undefined)
    add(new Map([['accepted claims', String(accepted)]]), 'project', {
      uri: project.acceptedUri,
      lines: new Map(),
    });
  return [...values.values()];
}

interface Place {
  readonly uri: string;
  readonly lines: ReadonlyMap<string, number>;
}

/** Options as text, severities rule by rule. */
function written(options: Options): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(options) as readonly [string, unknown][]) {
    if (name === 'severities') {
      for (const [rule, level] of Object.entries(options.severities ?? {}))
        found.set(`severity.${rule}`, level);
    } else if (name === 'approved') {
      found.set('approvedStatements', String(options.approved?.length ?? 0));
    } else if (value !== undefined) found.set(name, shown(value));
  }
  return found;
}

/** What the project brings beyond options, counted. */
function countsIn({ ignore, packs, knowledge }: Configuration): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (ignore) found.set('ignore', shown(ignore));
  if (packs) found.set('packs', shown(packs));
  for (const part of ['terms', 'synonyms', 'evidence'] as const)
    if (knowledge && knowledge[part].length > 0) found.set(part, String(knowledge[part].length));
  return found;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
