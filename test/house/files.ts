/** The files that the rules of the house are about, read as text. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface File {
  /** From the root of the project, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** Source files under folders, and files named one by one. What is built or installed is left out. */
export function filesIn(places: readonly string[], ending: RegExp): readonly File[] {
  return places
    .filter((place) => existsSync(place))
    .flatMap((place) => (path.extname(place) === '' ? namesUnder(place) : [place]))
    .filter((name) => ending.test(name) && !/(^|\/)(node_modules|dist|fixtures)\//.test(name))
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}

function namesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? namesUnder(name) : [name];
  });
}

/** One import or re-export. */
export interface Import {
  readonly specifier: string;
  /** Nothing of it is left when types are stripped. */
  readonly typesOnly: boolean;
}

export function importsOf({ text }: File): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = code.matchAll(/^(?:import|export)\b([^;'"]*?)\bfrom\s+['"]([^'"]+)['"]/gm);
  const bare = code.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, names = '', specifier = '']) => ({
      specifier,
      typesOnly: isTypesOnly(names.trim()),
    })),
    ...[...bare].map(([, specifier = '']) => ({ specifier, typesOnly: false })),
  ];
}

function isTypesOnly(names: string): boolean {
  if (names.startsWith('type ')) return true;
  const listed = /^\{([\s\S]*)\}$/
    .exec(names)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return listed?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}
