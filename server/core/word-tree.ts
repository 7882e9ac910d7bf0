/**
 * Words of the lexicon -> the tree of their forms: inflected, split into tokens, with their classes.
 * A word is inflected when a text first has a token that begins as one of its forms does: no text has
 * a token for each, and to inflect them all takes longer than to read a draft.
 */

import {
  beginningOf,
  beginnings,
  plural,
  verbForms,
  type Irregular,
  type VerbForm,
} from './inflect.ts';
import { wordsIn } from './tokens.ts';
import type { FormNode, Sense, Tag } from './words.ts';

/** A word as the lexicon or a term lists it. */
export interface Listed {
  readonly word: string;
  readonly tag: Tag;
  /** Of its class. */
  readonly name: string;
  readonly rung: number | undefined;
}

/** A node to which forms are still added. */
interface Growing extends FormNode {
  next?: Map<string, Growing>;
  senses: readonly Sense[];
}

/** The root of the tree. Of words that share a form, the one listed first is the first sense. */
export function treeOf(words: readonly Listed[], irregular: Irregular): FormNode {
  const waiting = new Map<string, Listed[]>();
  for (const one of words)
    for (const beginning of beginningsOf(one, irregular)) {
      const others = waiting.get(beginning);
      if (others) others.push(one);
      else waiting.set(beginning, [one]);
    }
  const grown = new Map<string, Growing>();
  const get = (token: string): FormNode | undefined => {
    const found = grown.get(token);
    if (found) return found;
    const beginning = beginningOf(token);
    const listed = waiting.get(beginning);
    if (!listed) return undefined;
    waiting.delete(beginning);
    for (const one of listed) addForms(grown, one, beginning, irregular);
    return grown.get(token);
  };
  return { senses: NO_SENSES, next: { get } };
}

/** Lemma -> past participle, of the verbs that are listed. */
export function participlesOf(
  words: readonly Listed[],
  irregular: Irregular,
): (lemma: string) => string | undefined {
  let verbs: Map<string, Listed> | undefined;
  return (lemma) => {
    verbs ??= new Map(
      words.filter(({ tag }) => tag === 'verb').map((one) => [partsOf(one.word).join(' '), one]),
    );
    const verb = verbs.get(lemma);
    const found = verb && formsOf(verb, irregular).find(([, form]) => form === 'participle');
    return found?.[0].join(' ');
  };
}

function beginningsOf({ word, tag }: Listed, irregular: Irregular): readonly string[] {
  const [first = '', ...others] = partsOf(word);
  if (tag === 'verb' && !inflectsLast(word)) return beginnings(first, 'verb', irregular);
  return beginnings(first, tag === 'noun' && others.length === 0 ? 'noun' : undefined, irregular);
}

/** Puts those forms of a word into the tree that begin so. */
function addForms(
  tree: Map<string, Growing>,
  listed: Listed,
  beginning: string,
  irregular: Irregular,
): void {
  const { word, tag, name, rung } = listed;
  const lemma = lemmaOf(partsOf(word).join(' '), tag);
  const classes = classSet([name]);
  for (const [path, form] of formsOf(listed, irregular)) {
    if (beginningOf(path[0] ?? '') !== beginning) continue;
    const sense: Sense = { tag, lemma, form, classes };
    insert(tree, path, rung === undefined ? sense : { ...sense, rung });
  }
}

/** The forms of a word, each as its tokens. A noun inflects in its last one ("side effect"). */
function formsOf(
  { word, tag }: Listed,
  irregular: Irregular,
): readonly (readonly [path: readonly string[], form: VerbForm])[] {
  const parts = partsOf(word);
  const last = parts.at(-1);
  if (last === undefined) return [];
  if (tag === 'verb') {
    const at = inflectsLast(word) ? parts.length - 1 : 0;
    return verbForms(parts[at] ?? '', irregular).map(([form, text]) => [
      parts.with(at, text),
      form,
    ]);
  }
  if (tag !== 'noun') return [[parts, 'base']];
  if (looksPlural(last)) return [[parts, 's']];
  return [
    [parts, 'base'],
    [parts.with(-1, plural(last)), 's'],
  ];
}

/** A verb inflects in its first word ("take away"), but "kick-start" in its last. */
const inflectsLast = (verb: string): boolean => verb.includes('-') && !verb.includes(' ');

/** The tokens of a word; a clitic ("'ve") is written with its apostrophe, which alone would be a mark. */
const partsOf = (word: string): readonly string[] =>
  word.includes("'") && /^'[a-z]+$|^n't$/.test(word) ? [word] : wordsIn(word);

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

/** Classes by their names in order: few sets serve many thousand senses. */
const classSets = new Map<string, ReadonlySet<string>>();

function classSet(names: readonly string[]): ReadonlySet<string> {
  const key = names.join(' ');
  let known = classSets.get(key);
  if (!known) classSets.set(key, (known = new Set(names)));
  return known;
}

const NO_SENSES: readonly Sense[] = [];

/** Senses of one form, part of speech and lemma share their classes. */
function insert(tree: Map<string, Growing>, path: readonly string[], sense: Sense): void {
  let level = tree;
  let node: Growing | undefined;
  for (const step of path) {
    if (node) level = node.next ??= new Map();
    node = level.get(step);
    if (!node) level.set(step, (node = { senses: NO_SENSES }));
  }
  if (!node) return;
  // Two of "HA" are not "has".
  if (sense.tag === 'noun' && sense.form === 's' && node.senses.some(({ tag }) => tag === 'aux'))
    return;
  const same = node.senses.findIndex(
    (one) => one.tag === sense.tag && one.lemma === sense.lemma && one.form === sense.form,
  );
  const known = node.senses[same];
  if (!known) node.senses = [...node.senses, sense];
  else {
    const classes = classSet([...new Set([...known.classes, ...sense.classes])]);
    node.senses = node.senses.with(same, { ...known, ...sense, classes });
  }
}
