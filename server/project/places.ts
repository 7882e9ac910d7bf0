/** URIs as places: folders, what lies in them, and paths between. Windows paths are of two minds on case. */

import { URI, Utils } from 'vscode-uri';

/** One spelling for each place: `file:///C%3A/x` and `file:///c:/x` are the same. */
export function placeOf(uri: string): string {
  return URI.parse(uri).toString();
}

/** The folder that a file lies in; `undefined` for what lies nowhere, such as an untitled draft. */
export function folderOf(uri: string): string | undefined {
  const file = URI.parse(uri);
  if (!file.path.startsWith('/')) return undefined;
  return Utils.dirname(file).with({ query: '', fragment: '' }).toString();
}

/** The folder above, until the root of the file system. */
export function aboveOf(folder: string): string | undefined {
  const at = URI.parse(folder);
  const above = Utils.dirname(at);
  return above.path === at.path ? undefined : above.toString();
}

export function fileIn(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** The last part of a path, decoded. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The path of a file from a folder, with slashes, decoded; `undefined` where it lies elsewhere. */
export function pathFrom(folder: string, uri: string): string | undefined {
  const from = URI.parse(folder);
  const to = URI.parse(uri);
  const base = lowerDrive(from.path).replace(/\/?$/, '/');
  const path = lowerDrive(to.path);
  if (from.scheme !== to.scheme || from.authority.toLowerCase() !== to.authority.toLowerCase())
    return undefined;
  return path.startsWith(base) && path.length > base.length ? path.slice(base.length) : undefined;
}

/** The innermost of some folders that a file lies in. */
export function rootFor(uri: string, folders: readonly string[]): string | undefined {
  return folders
    .filter((folder) => pathFrom(folder, uri) !== undefined)
    .sort((a, b) => b.length - a.length)
    .map(placeOf)[0];
}

const lowerDrive = (path: string): string =>
  path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
