/** Every way to write a term: plural, verb forms, spellings, hyphens. */

import { plural, verbForms } from './inflect.ts';
import type { Term } from './model.ts';
import { spellingsOf } from './spelling.ts';
import { tokenise } from './tokens.ts';

/** A way to write a term, as tokens in lower case, without hyphens. */
export interface Way {
  readonly as: 'name' | 'abbreviation' | 'verb' | 'adjective';
  readonly words: readonly string[];
  /** For an abbreviation: the same in its own letters, which alone count. */
  readonly exact?: readonly string[];
}

/** What may tie the words of a compound: hyphens, and the en dash that some writers prefer. */
export const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011', '\u2013']);

export function* waysToWrite(term: Term): Generator<Way> {
  for (const form of term.forms)
    for (const words of compoundsOf(form))
      for (const spelled of spellings(words)) {
        yield { as: 'name', words: spelled };
        for (const last of pluralsOf(spelled.at(-1) ?? ''))
          yield { as: 'name', words: spelled.with(-1, last) };
      }
  for (const abbreviation of term.abbreviations) yield* abbreviated(abbreviation);
  for (const verb of term.verbs ?? [])
    for (const form of inflected(verb)) yield* asWritten('verb', form);
  for (const adjective of term.adjectives ?? []) yield* asWritten('adjective', adjective);
}

function* asWritten(as: Way['as'], form: string): Generator<Way> {
  for (const compound of compoundsOf(form))
    for (const words of spellings(compound)) yield { as, words };
}

/** "MSC" and "MSCs", "HCT/P" and "HCT/Ps". */
function* abbreviated(abbreviation: string): Generator<Way> {
  for (const written of [abbreviation, `${abbreviation}s`]) {
    const exact = tokenise(written)
      .map((token) => written.slice(token.start, token.end))
      .filter((word) => !HYPHENS.has(word));
    yield { as: 'abbreviation', words: exact.map((word) => word.toLowerCase()), exact };
  }
}

const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** The words of a form: apart, with compounds written solid, and with a possessive left out. */
function compoundsOf(form: string): readonly (readonly string[])[] {
  if (PLAIN.test(form)) return [form.split(' ')];
  const apart = tokenise(form);
  const ways = [apart.map((token) => token.norm).filter((word) => !HYPHENS.has(word))];
  if (apart.some((token) => HYPHENS.has(token.norm)))
    ways.push(tokenise(form.replaceAll(/(?<=\w)-(?=\w)/g, '')).map((token) => token.norm));
  if (apart.some((token) => token.norm === "'s"))
    ways.push(tokenise(form.replaceAll(/['’]s\b/g, '')).map((token) => token.norm));
  return ways;
}

function spellings(words: readonly string[]): readonly (readonly string[])[] {
  if (!words.some((word) => spellingsOf(word).length > 0)) return [words];
  return words.reduce<readonly (readonly string[])[]>(
    (ways, word) => {
      const spelled = [word, ...spellingsOf(word)];
      return ways.flatMap((way) => spelled.map((one) => [...way, one]));
    },
    [[]],
  );
}

/** Greek and Latin plurals stand beside the English one: "stenoses", "arthritides". */
function pluralsOf(word: string): readonly string[] {
  if (word.endsWith('itis')) return [`${word.slice(0, -1)}des`];
  if (/[xeo]sis$|lysis$/.test(word)) return [`${word.slice(0, -2)}es`];
  return /[a-z]{2}$/.test(word) ? [plural(word)] : [];
}

/** The forms of a verb, or of the verb that leads a phrase: "repairing damaged tissue". */
function inflected(phrase: string): readonly string[] {
  const [verb = '', ...rest] = phrase.split(' ');
  return verbForms(verb, new Map()).map(([, form]) => [form, ...rest].join(' '));
}
