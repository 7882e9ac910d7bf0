/** The library that lies beside the program. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  byDefault,
  loadLibrary,
  type Library,
  type Problem,
  type RawLibrary,
} from '../core/index.ts';
import { Failure, reason } from './errors.ts';

const file = path.join(__dirname, 'library.json');

/** Throws a Failure where there is no library at all; what is wrong inside of it are problems. */
export async function openLibrary(): Promise<{
  raw: RawLibrary;
  library: Library;
  problems: readonly Problem[];
}> {
  const raw = await readRaw();
  return { raw, ...loadLibrary(byDefault(raw)) };
}

async function readRaw(): Promise<RawLibrary> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Failure(`The library ${file} cannot be read (${reason(error)}). ${advice}`);
  }
  if (!isRawLibrary(raw)) throw new Failure(`The library ${file} is damaged. ${advice}`);
  return raw;
}

const advice = 'Install hedgerow anew, or build it: npm run build';

/** As far as the border needs it: what stands in the files of a pack is the core's to judge. */
function isRawLibrary(raw: unknown): raw is RawLibrary {
  return isRecord(raw) && Array.isArray(raw['packs']) && raw['packs'].every(isRawPack);
}

function isRawPack(pack: unknown): boolean {
  return isRecord(pack) && typeof pack['id'] === 'string' && isRecord(pack['files']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
