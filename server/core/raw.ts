/** Reading raw pack data: every fault becomes a sentence that says what to do. */

import type { Problem } from './model.ts';

/** One entry of a pack file, and where to say what is wrong with it. */
export interface Entry {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Notes a fault. An entry with a fault does not load; the rest of its file does. */
  readonly fault: (message: string) => void;
  /** How many faults were noted so far. */
  readonly faults: () => number;
}

/** `undefined`, after a problem, where the value is no mapping. `name` is how messages call the entry. */
export function entryOf(
  value: unknown,
  file: string,
  name: string,
  problems: Problem[],
): Entry | undefined {
  if (!isMapping(value)) {
    problems.push({ file, message: `${name} is not a mapping. Write it as "key: value" lines.` });
    return undefined;
  }
  let count = 0;
  return {
    fields: value,
    fault: (message) => {
      count++;
      problems.push({ file, message: `${name}: ${message}` });
    },
    faults: () => count,
  };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a file that is a list. A file that is none is a problem and holds none. */
export function listOf(value: unknown, file: string, problems: Problem[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  problems.push({ file, message: 'This file is not a list. Start each entry with "- id: …".' });
  return [];
}

/** A misspelled key would be lost in silence: it is a fault. */
export function onlyKeys(entry: Entry, keys: readonly string[]): void {
  for (const key of Object.keys(entry.fields))
    if (!keys.includes(key))
      entry.fault(`unknown key "${key}". Remove it, or use one of ${keys.join(', ')}.`);
}

/** A text that must be there; the empty text, after a fault, where it is not. */
export function text(entry: Entry, key: string): string {
  const value = optionalText(entry, key);
  if (value === undefined && entry.fields[key] === undefined)
    entry.fault(`"${key}" is missing. Add it as a text.`);
  return value ?? '';
}

export function optionalText(entry: Entry, key: string): string | undefined {
  const value = entry.fields[key];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  entry.fault(`"${key}" is not a text. Write words after "${key}:", in quotes if YAML asks.`);
  return undefined;
}

/** Lower-case words joined by hyphens: ids become file names and links. */
export function id(entry: Entry): string {
  const value = text(entry, 'id');
  if (value !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value))
    entry.fault(`"id" is "${value}". Use lower-case letters, digits and single hyphens.`);
  return value;
}

/** A list of texts; without the key it is empty, which is a fault where one is needed. */
export function texts(entry: Entry, key: string, needed: boolean): readonly string[] {
  const value = entry.fields[key];
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    if (needed) entry.fault(`"${key}" is missing or empty. List at least one.`);
    return [];
  }
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' && item.trim() !== ''))
    return value.map((item: string) => item.trim());
  entry.fault(`"${key}" is not a list of texts. Write "${key}: [one, two]".`);
  return [];
}

/** One of `values`; the first of them, after a fault, where it is none. */
export function choice<T extends string>(
  entry: Entry,
  key: string,
  values: readonly [T, ...T[]],
): T {
  const found = values.find((value) => value === entry.fields[key]);
  if (found === undefined)
    entry.fault(`"${key}" is ${shown(entry.fields[key])}. Use one of ${values.join(', ')}.`);
  return found ?? values[0];
}

export function flag(entry: Entry, key: string): boolean {
  const value = entry.fields[key];
  if (typeof value !== 'boolean') entry.fault(`"${key}" is ${shown(value)}. Write true or false.`);
  return value === true;
}

/** A value as a message names it. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
