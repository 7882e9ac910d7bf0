/** What a project knows beyond the packs: terms, synonyms and evidence, as its configuration has them. */

import { isMap, type Node } from 'yaml';
import type { SourceSpan } from '../core/index.ts';
import { entries, items, texts, type Parsed, type Say } from './nodes.ts';

/** Where an entry stands in the configuration file. */
export interface EntryPlace {
  readonly line: number;
  readonly span?: SourceSpan;
}

/** An entry as it was typed; the packs' own loader judges it. */
export interface KnownEntry extends EntryPlace {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Further names of a term, which is called by its id or one of its names. */
export interface Synonyms extends EntryPlace {
  readonly term: string;
  readonly forms: readonly string[];
}

export interface Knowledge {
  readonly terms: readonly KnownEntry[];
  readonly synonyms: readonly Synonyms[];
  readonly evidence: readonly KnownEntry[];
}

type Part = keyof Knowledge;

/** The means to read a node. */
export interface At {
  readonly say: Say;
  readonly lineOf: Parsed['lineOf'];
}

/** Reads one part, beside what was read of the others. */
export function readKnowledge(part: Part) {
  return (node: Node | null, into: { knowledge?: Knowledge }, at: At): void => {
    const none: Knowledge = { terms: [], synonyms: [], evidence: [] };
    const read = part === 'synonyms' ? synonymsIn(node, at) : entriesIn(node, part, at);
    into.knowledge = { ...none, ...into.knowledge, [part]: read };
  };
}

function entriesIn(node: Node | null, part: string, { say, lineOf }: At): KnownEntry[] {
  const message = `“${part}” must be a list: one “- id: …” for each entry.`;
  return items(node, message, say).flatMap((item) => {
    if (!isMap(item)) {
      say(item, 'This entry must be a map: “- id: …”, and the other keys below it.');
      return [];
    }
    const fields: unknown = item.toJSON();
    return isFields(fields) ? [{ fields, ...placeOf(item, lineOf) }] : [];
  });
}

function synonymsIn(node: Node | null, { say, lineOf }: At): Synonyms[] {
  return entries(node, '“synonyms”', say).map(({ key, name, value }) => ({
    term: name,
    forms: texts(
      value,
      'Synonyms must be a list: “knee osteoarthritis: [worn-out knee]”.',
      'A synonym must be text; put it in quotation marks.',
      say,
    ),
    ...placeOf(key, lineOf),
  }));
}

function placeOf(node: Node | null, lineOf: Parsed['lineOf']): EntryPlace {
  const range = node?.range;
  return { line: lineOf(node), ...(range && { span: { start: range[0], end: range[1] } }) };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
