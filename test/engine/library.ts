/** The packs of data/, read as the build reads them. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { byDefault, loadLibrary, type Library, type RawLibrary } from '../../server/core/index.ts';

export const packIds: readonly string[] = readdirSync('data').filter((id) =>
  existsSync(path.join('data', id, 'pack.yml')),
);

/** The YAML files of a pack, by path within it, with slashes. */
export function yamlFiles(pack: string): readonly string[] {
  return readdirSync(path.join('data', pack), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

export function readPack(id: string): RawLibrary['packs'][number] {
  const value = (file: string): unknown => parse(readFileSync(path.join('data', id, file), 'utf8'));
  return { id, files: Object.fromEntries(yamlFiles(id).map((file) => [file, value(file)])) };
}

let loaded: ReturnType<typeof loadLibrary> | undefined;

/** The library as it is used by default, with the problems found on the way; loaded once. */
export function shipped(): ReturnType<typeof loadLibrary> {
  loaded ??= loadLibrary(byDefault({ packs: packIds.map(readPack) }));
  return loaded;
}

export function library(): Library {
  return shipped().library;
}

/** The packs that are used only where they are named, each with those that it builds on. */
export function optionalLibraries(): readonly Library[] {
  const packs = packIds.map(readPack);
  const usual = byDefault({ packs }).packs.map(({ id }) => id);
  return packIds
    .filter((id) => !usual.includes(id))
    .map((id) => {
      const uses = loadLibrary({ packs }).library.packs.get(id)?.uses ?? [];
      return loadLibrary({
        packs: packs.filter((pack) => pack.id === id || uses.includes(pack.id)),
      }).library;
    });
}
