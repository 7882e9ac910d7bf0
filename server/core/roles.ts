/** What the words of one form may be, and are: worked out once, for all of them. */

import type { VerbForm } from './inflect.ts';
import type { Sense, Tag, Word } from './words.ts';

/** A form with one part of speech. Words of one form that are used alike have the same. */
export interface Role {
  readonly tag: Tag;
  readonly form: VerbForm;
  /** Left out where the word is not known as such: it is its own. */
  readonly lemma?: string;
  /** The classes of the senses that have the tag. */
  readonly classes: ReadonlySet<string>;
}

/** What the senses of a form come to. */
export interface Uses {
  /** In the order of the senses. */
  readonly tags: ReadonlySet<Tag>;
  readonly verbForms: ReadonlySet<VerbForm>;
  /** Whether a noun phrase may go on with it. */
  readonly nominal: boolean;
  /** Whether it is a finite verb or an infinitive, and nothing else. */
  readonly verbOnly: boolean;
  /** Lemmas, and classes in angle brackets: what patterns ask for. */
  readonly names: ReadonlySet<string>;
  /** Those that words were given so far. */
  readonly roles: Role[];
}

const known = new WeakMap<readonly Sense[], Uses>();

export function usesOf(senses: readonly Sense[]): Uses {
  const before = known.get(senses);
  if (before) return before;
  const verbs = senses.filter(({ tag }) => tag === 'verb');
  const describes = ({ form }: Sense) => form === 'ing' || form === 'participle';
  const uses = {
    tags: new Set(senses.map(({ tag }) => tag)),
    verbForms: new Set(verbs.map(({ form }) => form)),
    nominal: senses.some(({ tag }) => tag === 'noun' || tag === 'adj') || verbs.some(describes),
    verbOnly: senses.length > 0 && verbs.length === senses.length && !verbs.some(describes),
    names: new Set([...senses.map(({ lemma }) => lemma), ...classesIn(senses)]),
    roles: [],
  };
  known.set(senses, uses);
  return uses;
}

const classesIn = (senses: readonly Sense[]): readonly string[] =>
  senses.flatMap(({ classes }) => Array.from(classes, (name) => `<${name}>`));

/** Gives a word a part of speech. */
export function assign(word: Word, tag: Tag, form: VerbForm): void {
  const role = roleOf(word, tag, form);
  word.role = role;
  word.tag = tag;
  word.form = form;
  word.lemma = role.lemma ?? word.norm;
  word.classes = role.classes;
}

function roleOf({ senses, uses: { roles } }: Word, tag: Tag, form: VerbForm): Role {
  for (const role of roles) if (role.tag === tag && role.form === form) return role;
  const tagged = senses.filter((sense) => sense.tag === tag);
  const exact = tag === 'verb' ? tagged.filter((sense) => sense.form === form) : tagged;
  const meant = exact.length > 0 ? exact : tagged;
  const [first] = meant;
  const role = { tag, form, classes: merged(meant), ...(first && { lemma: first.lemma }) };
  roles.push(role);
  return role;
}

const NONE: ReadonlySet<string> = new Set();

function merged(senses: readonly Sense[]): ReadonlySet<string> {
  const [only, ...others] = senses;
  if (!only) return NONE;
  if (others.length === 0) return only.classes;
  return new Set(senses.flatMap(({ classes }) => [...classes]));
}
