/** Words of the lexicon -> the tree of their forms: inflected, split into tokens, with their classes. */

import { plural, verbForms, type Irregular, type VerbForm } from './inflect.ts';
import { wordsIn } from './tokens.ts';
import type { FormNode, Sense, Tag } from './words.ts';

/** A verb inflects in its first word ("take away"), a noun in its last ("side effect"). */
export function addWord(
  forms: FormNode,
  word: string,
  {
    tag,
    name,
    rung,
  }: {
    readonly tag: Tag;
    readonly name: string;
    readonly rung?: number | undefined;
  },
  irregular: Irregular,
): void {
  // A clitic ("'ve") is written with its apostrophe, which alone would be a mark.
  const parts = /^'[a-z]+$|^n't$/.test(word) ? [word] : wordsIn(word);
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return;
  const lemma = parts.join(' ');
  const add = (path: readonly string[], form: VerbForm): void => {
    const sense: Sense = {
      tag,
      lemma: lemmaOf(lemma, tag),
      form,
      classes: classSet([name]),
    };
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
function insert(root: FormNode, path: readonly string[], sense: Sense): void {
  let node = root;
  for (const step of path) {
    node.next ??= new Map();
    let next = node.next.get(step);
    if (!next) node.next.set(step, (next = { senses: NO_SENSES }));
    node = next;
  }
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
