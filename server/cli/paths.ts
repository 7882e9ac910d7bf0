/** How paths are shown: with slashes on every system, as seen from the working folder. */

import path from 'node:path';

export function slashes(file: string): string {
  return file.split(path.sep).join('/');
}

/** An absolute path as a person in the working folder would write it. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return slashes(relative.startsWith('..') || path.isAbsolute(relative) ? file : relative);
}
