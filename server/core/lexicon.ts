/** Raw lexicon files and terms -> the tables that the claim reader looks words up in. */

import { plural, verbForms, type Irregular, type VerbForm } from './inflect.ts';
import type { Condition, Problem, Term } from './model.ts';
import { indexPatterns, parsePattern, type Pattern, type PatternIndex } from './patterns.ts';
import { entryOf, isMapping, onlyKeys, shown, text, texts } from './raw.ts';
import { isCondition } from './rules.ts';
import { tokenise } from './tokens.ts';
import type { FormNode, Sense, Tag } from './words.ts';

export interface Lexicon {
  readonly forms: FormNode;
  readonly patterns: PatternIndex;
  /** Every class, phrase and claim that rules may name. */
  readonly names: ReadonlySet<string>;
  /** Conditions with a name, for rules to share. */
  readonly effects: ReadonlyMap<string, Condition>;
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

export function compileLexicon(
  files: readonly RawFile[],
  terms: Iterable<Term>,
  problems: Problem[],
): Lexicon {
  const forms: FormNode = { next: new Map(), senses: [] };
  const patterns: Pattern[] = [];
  const names = new Set<string>();
  const effects = new Map<string, Condition>();
  const irregular = readIrregular(files, problems);
  for (const { file, raw } of files) {
    if (isMapping(raw)) continue;
    if (!Array.isArray(raw)) {
      problems.push({
        file,
        message: 'This file is not a list. Start each entry with "- class: …".',
      });
      continue;
    }
    for (const [at, value] of raw.entries()) {
      const entry = entryOf(value, file, `entry ${at + 1}`, problems);
      if (!entry) continue;
      if (entry.fields['effect'] !== undefined) {
        const when = entry.fields['when'];
        onlyKeys(entry, ['effect', 'when']);
        if (isCondition(when)) effects.set(text(entry, 'effect'), when);
        else entry.fault('"when" is no condition. Write slots and their values.');
        continue;
      }
      onlyKeys(entry, ['class', 'claim', 'pos', 'words', 'patterns', 'rung']);
      const claim = entry.fields['claim'] !== undefined;
      const name = text(entry, claim ? 'claim' : 'class');
      names.add(name);
      const rung = typeof entry.fields['rung'] === 'number' ? entry.fields['rung'] : undefined;
      for (const pattern of texts(entry, 'patterns', false))
        patterns.push({ ...parsePattern(name, pattern, rung), claim });
      const words = texts(entry, 'words', false);
      if (words.length === 0) continue;
      const tag = TAGS.find((one) => one === entry.fields['pos']);
      if (!tag) {
        entry.fault(`"pos" is ${shown(entry.fields['pos'])}. Use one of ${TAGS.join(', ')}.`);
        continue;
      }
      for (const word of words) addWord(forms, word, { tag, name, rung }, irregular);
    }
  }
  for (const term of terms) {
    const name = term.role ?? CLASS_OF_KIND[term.kind];
    if (name === undefined) continue;
    names.add(name);
    for (const form of [...term.forms, ...term.abbreviations])
      addWord(forms, form, { tag: 'noun', name }, irregular);
  }
  return { forms, patterns: indexPatterns(patterns), names, effects };
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

/** A verb inflects in its first word ("take away"), a noun in its last ("side effect"). */
function addWord(
  forms: FormNode,
  word: string,
  {
    tag,
    name,
    rung,
  }: { readonly tag: Tag; readonly name: string; readonly rung?: number | undefined },
  irregular: Irregular,
): void {
  const parts = tokenise(word)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.norm);
  // A clitic ("'ve") is written with its apostrophe, which alone would be a mark.
  if (/^'[a-z]+$|^n't$/.test(word)) parts.splice(0, parts.length, word);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return;
  const lemma = parts.join(' ');
  const add = (path: readonly string[], form: VerbForm): void => {
    const sense: Sense = { tag, lemma: lemmaOf(lemma, tag), form, classes: new Set([name]) };
    insert(forms, path, rung === undefined ? sense : { ...sense, rung });
  };
  // "kick-start" inflects in its last word, "take away" in its first.
  if (tag === 'verb' && word.includes('-') && !word.includes(' '))
    for (const [form, inflected] of verbForms(last, irregular))
      add([...parts.slice(0, -1), inflected], form);
  else if (tag === 'verb')
    for (const [form, inflected] of verbForms(first, irregular))
      add([inflected, ...parts.slice(1)], form);
  else if (tag === 'noun') {
    add(parts, looksPlural(last) ? 's' : 'base');
    if (!looksPlural(last)) add([...parts.slice(0, -1), plural(last)], 's');
  } else add(parts, 'base');
}

// Auxiliaries are listed by form; the reader asks which verb they are of.
const AUXILIARY: Readonly<Record<string, string>> = Object.fromEntries([
  ..."be is are was were been being am 're 'm 's".split(' ').map((form) => [form, 'be']),
  ..."have has had having 've".split(' ').map((form) => [form, 'have']),
  ...'do does did doing'.split(' ').map((form) => [form, 'do']),
]) as Record<string, string>;

function lemmaOf(lemma: string, tag: Tag): string {
  return tag === 'aux' ? (AUXILIARY[lemma] ?? lemma) : lemma;
}

function looksPlural(word: string): boolean {
  return (
    /(?:[^sui]s|people|men|women|children|teeth|folk)$/.test(word) &&
    !/(?:lupus|pancreas|arthritis|stenosis)$/.test(word)
  );
}

/** Senses of one form, part of speech and lemma share their classes. */
function insert(root: FormNode, path: readonly string[], sense: Sense): void {
  let node = root;
  for (const step of path) {
    let next = node.next.get(step);
    if (!next) {
      next = { next: new Map(), senses: [] };
      node.next.set(step, next);
    }
    node = next;
  }
  // Two of "HA" are not "has".
  if (sense.tag === 'noun' && sense.form === 's' && node.senses.some(({ tag }) => tag === 'aux'))
    return;
  const same = node.senses.findIndex(
    (one) => one.tag === sense.tag && one.lemma === sense.lemma && one.form === sense.form,
  );
  const known = node.senses[same];
  if (known)
    node.senses[same] = {
      ...known,
      ...sense,
      classes: new Set([...known.classes, ...sense.classes]),
    };
  else node.senses.push(sense);
}
