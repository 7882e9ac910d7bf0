/** What a `.hedgerow.yml` or `.hedgerow.json` says: text in, options and problems out. */

import type { Node } from 'yaml';
import {
  didYouMean,
  JURISDICTIONS,
  type DraftKind,
  type Options,
  type Severity,
  type Spelling,
} from '../core/index.ts';
import { readKnowledge, type Knowledge } from './knowledge.ts';
import { readStatements } from './statements.ts';
import {
  entries,
  flag,
  oneOf,
  parseYaml,
  texts,
  unknownKey,
  type FileProblem,
  type Parsed,
  type Say,
} from './nodes.ts';

/** What one place says: a file of the project, or the front matter of a draft. */
export interface Configuration {
  readonly options: Options;
  /** Drafts that are left unread, as in a .gitignore that lies beside the file. */
  readonly ignore?: readonly string[];
  /** Ids of the packs that are used; all but the optional ones where nothing is said. */
  readonly packs?: readonly string[];
  /** Terms and evidence that the project adds. */
  readonly knowledge?: Knowledge;
  /** Where each value stands: `kind`, `severity.hype-words` -> line, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** What was wrong; everything else holds. */
  readonly problems: readonly FileProblem[];
}

/** What a file is read against. */
export interface Known {
  /** The rules that a severity may be set for. */
  readonly rules: readonly string[];
  readonly packs: readonly string[];
  /** ISO date of the day: what has expired by then does not count. */
  readonly today: string;
}

/** From the gravest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const levels: readonly (Severity | 'off')[] = ['off', ...severities];

export const draftKinds: readonly DraftKind[] = [
  'editorial',
  'patient',
  'press',
  'scientific',
  'promotional',
];

export const spellings: readonly Spelling[] = ['american', 'british'];

/** JSON is read as the YAML that it is. `file` is the name under which problems are told. */
export function parseConfiguration(text: string, file: string, known: Known): Configuration {
  return readConfiguration(parseYaml(text, file), keys, 'A configuration', known);
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Writable<Omit<Configuration, 'options' | 'lines' | 'problems'>> & {
  readonly options: Writable<Options>;
  readonly lines: Map<string, number>;
};

interface At {
  readonly say: Say;
  readonly lineOf: Parsed['lineOf'];
  readonly known: Known;
}

type Read = (value: Node | null, into: Draft, at: At) => void;

/** One reader a key, in the order in which the keys are listed. */
const readers = {
  kind: (node, { options }, { say }) => {
    const kind = oneOf(node, draftKinds, 'kind', say);
    if (kind) options.kind = kind;
  },
  jurisdiction: (node, { options }, { say }) => {
    const place = oneOf(node, JURISDICTIONS, 'jurisdiction', say);
    if (place) options.jurisdiction = place;
  },
  severity: (node, into, at) => void (into.options.severities = readSeverities(node, into, at)),
  allowed: (node, { options }, { say }) =>
    void (options.allowed = texts(
      node,
      '“allowed” must be a list of phrases, one “- phrase” a line.',
      'An allowed phrase must be text; put it in quotation marks.',
      say,
    )),
  quotedText: (node, { options }, { say }) => {
    const level = oneOf(node, levels, 'severity of quoted text', say);
    if (level) options.quotedText = level;
  },
  preferredHedges: (node, { options }, { say }) =>
    void (options.preferredHedges = texts(
      node,
      '“preferredHedges” must be a list of hedges, one “- may help” a line, the best first.',
      'A hedge must be text; put it in quotation marks.',
      say,
    )),
  spelling: (node, { options }, { say }) => {
    const spelling = oneOf(node, spellings, 'spelling', say);
    if (spelling) options.spelling = spelling;
  },
  requireReason: (node, { options }, { say }) => {
    const asks = flag(node, 'requireReason', say);
    if (asks !== undefined) options.requireReason = asks;
  },
  ignore: (node, into, { say }) =>
    void (into.ignore = texts(
      node,
      '“ignore” must be a list of patterns, as in a .gitignore, one “- drafts/old/” a line.',
      'A pattern must be text; put it in quotation marks.',
      say,
    )),
  packs: (node, into, { say, known }) => {
    const ids = [...known.packs];
    const message = `“packs” must be a list of packs: ${ids.join(', ')}.`;
    into.packs = texts(node, message, message, say).filter((id) => {
      if (ids.includes(id)) return true;
      say(node, `Unknown pack “${id}”.${didYouMean(id, ids)} There are ${ids.join(', ')}.`);
      return false;
    });
  },
  terms: readKnowledge('terms'),
  synonyms: readKnowledge('synonyms'),
  evidence: readKnowledge('evidence'),
  approvedStatements: (node, { options }, { say, known }) =>
    void (options.approved = readStatements(node, known.today, say)),
} as const satisfies Readonly<Record<string, Read>>;

export type ConfigurationKey = keyof typeof readers;

export const keys = Object.keys(readers) as readonly ConfigurationKey[];

/** What the front matter of a draft may say; the rest is the project's to decide. */
export const draftKeys: readonly ConfigurationKey[] = [
  'kind',
  'severity',
  'allowed',
  'quotedText',
  'jurisdiction',
  'preferredHedges',
  'spelling',
];

export function readConfiguration(
  { contents, say, lineOf, problems }: Parsed,
  readable: readonly ConfigurationKey[],
  what: string,
  known: Known,
): Configuration {
  const into: Draft = { options: {}, lines: new Map() };
  for (const entry of entries(contents, what, say)) {
    const key = readable.find((each) => each === entry.name);
    if (!key) {
      unknownKey(entry, readable, say);
      continue;
    }
    into.lines.set(key, lineOf(entry.key));
    readers[key](entry.value, into, { say, lineOf, known });
  }
  return { ...into, problems };
}

function readSeverities(
  node: Node | null,
  { lines }: Draft,
  { say, lineOf, known }: At,
): NonNullable<Options['severities']> {
  const rules = new Set(known.rules);
  const read: [string, Severity | 'off'][] = [];
  for (const { key, name, value } of entries(node, '“severity”', say)) {
    const level = oneOf(value, levels, `severity of “${name}”`, say);
    if (!rules.has(name))
      say(key, `Unknown rule “${name}”.${didYouMean(name, rules)} All: hedgerow rules.`);
    else if (level !== undefined) {
      read.push([name, level]);
      lines.set(`severity.${name}`, lineOf(key));
    }
  }
  return Object.fromEntries(read);
}
