/** Raw lexicon files and terms -> the tables that the claim reader looks words up in. */

import type { Irregular } from './inflect.ts';
import type { Condition, Problem, Term } from './model.ts';
import { indexPatterns, parsePattern, type Pattern, type PatternIndex } from './patterns.ts';
import { entryOf, isMapping, onlyKeys, shown, text, texts, type Entry } from './raw.ts';
import { isCondition } from './rules.ts';
import type { Scorer } from './scorer.ts';
import { participlesOf, treeOf, type Listed } from './word-tree.ts';
import type { FormNode, Tag } from './words.ts';

export interface Lexicon {
  readonly forms: FormNode;
  /** The past participle of a verb, by its lemma. */
  readonly participle: (lemma: string) => string | undefined;
  readonly patterns: PatternIndex;
  /** Every class, phrase and claim that rules may name. */
  readonly names: ReadonlySet<string>;
  /** Conditions with a name, for rules to share. */
  readonly effects: ReadonlyMap<string, Condition>;
  /** What words weigh where no rule knows them. */
  readonly scorer: Scorer;
}

interface RawFile {
  readonly file: string;
  readonly raw: unknown;
}

const TAGS: readonly Tag[] = [
  'noun',
  'verb',
  'adj',
  'adv',
  'det',
  'prep',
  'pron',
  'conj',
  'aux',
  'modal',
  'not',
  'to',
  'rel',
];

/** The lexicon class that mentions of a kind of term take in a claim. */
const CLASS_OF_KIND: Readonly<Partial<Record<Term['kind'], string>>> = {
  condition: 'disease',
  anatomy: 'tissue',
  mechanism: 'process',
};

/** What the files fill, entry by entry. */
interface Tables {
  readonly words: Listed[];
  readonly patterns: Pattern[];
  readonly names: Set<string>;
  readonly effects: Map<string, Condition>;
}

export function compileLexicon(
  files: readonly RawFile[],
  terms: Iterable<Term>,
  scorer: Scorer,
  problems: Problem[],
): Lexicon {
  const irregular = readIrregular(files, problems);
  const tables: Tables = {
    words: [],
    patterns: [],
    names: new Set(),
    effects: new Map(),
  };
  const entries = files.flatMap((file) => entriesOf(file, problems));
  for (const entry of entries)
    if (entry.fields['effect'] === undefined) readWords(entry, tables);
    else readEffect(entry, tables);
  for (const term of terms) addTerm(term, tables);
  const { words, names, effects } = tables;
  return {
    forms: treeOf(words, irregular),
    participle: participlesOf(words, irregular),
    patterns: indexPatterns(tables.patterns),
    names,
    effects,
    scorer,
  };
}

function entriesOf({ file, raw }: RawFile, problems: Problem[]): readonly Entry[] {
  if (isMapping(raw)) return [];
  if (!Array.isArray(raw)) {
    problems.push({
      file,
      message: 'This file is not a list. Start each entry with "- class: …".',
    });
    return [];
  }
  return raw.flatMap(
    (value: unknown, at) => entryOf(value, file, `entry ${at + 1}`, problems) ?? [],
  );
}

function readEffect(entry: Entry, { effects }: Tables): void {
  const when = entry.fields['when'];
  onlyKeys(entry, ['effect', 'when']);
  if (isCondition(when)) effects.set(text(entry, 'effect'), when);
  else entry.fault('"when" is no condition. Write slots and their values.');
}

function readWords(entry: Entry, tables: Tables): void {
  onlyKeys(entry, ['class', 'claim', 'pos', 'words', 'patterns', 'rung']);
  const claim = entry.fields['claim'] !== undefined;
  const name = text(entry, claim ? 'claim' : 'class');
  const rung = rungOf(entry);
  const patterns = texts(entry, 'patterns', false);
  const words = texts(entry, 'words', false);
  tables.names.add(name);
  for (const one of patterns) {
    if (/[^\s|?]<|>[^\s|?]/.test(one))
      entry.fault(`the pattern "${one}" joins a class to a word. Put a space or a stroke between.`);
    tables.patterns.push({ ...parsePattern(name, one, rung), claim });
  }
  if (words.length === 0) {
    if (patterns.length === 0) entry.fault('it has neither "words" nor "patterns". Add some.');
    return;
  }
  const tag = TAGS.find((one) => one === entry.fields['pos']);
  if (!tag) {
    entry.fault(`"pos" is ${shown(entry.fields['pos'])}. Use one of ${TAGS.join(', ')}.`);
    return;
  }
  for (const word of words) tables.words.push({ word, tag, name, rung });
}

function rungOf(entry: Entry): number | undefined {
  const rung = entry.fields['rung'];
  if (rung === undefined) return undefined;
  if (typeof rung === 'number' && Number.isInteger(rung) && rung >= 0 && rung <= 9) return rung;
  entry.fault(`"rung" is ${shown(rung)}. Give a whole number from 0 to 9.`);
  return undefined;
}

function addTerm({ role, kind, forms, abbreviations }: Term, tables: Tables): void {
  const name = role ?? CLASS_OF_KIND[kind];
  if (name === undefined) return;
  tables.names.add(name);
  for (const word of [...forms, ...abbreviations])
    tables.words.push({ word, tag: 'noun', name, rung: undefined });
}

function readIrregular(files: readonly RawFile[], problems: Problem[]): Irregular {
  const irregular = new Map<string, readonly [string, string]>();
  for (const { file, raw } of files) {
    if (!isMapping(raw)) continue;
    const table = raw['irregular'];
    if (!isMapping(table)) {
      problems.push({
        file,
        message: 'Expected "irregular:" with one "base: past participle" a line.',
      });
      continue;
    }
    for (const [base, value] of Object.entries(table)) {
      const [past, participle] = typeof value === 'string' ? value.split(' ') : [];
      if (past && participle) irregular.set(base, [past, participle]);
      else
        problems.push({
          file,
          message: `"${base}" needs its past and participle, as "began begun".`,
        });
    }
  }
  return irregular;
}
