/** Headings that promise: "Heal Your Ankle Without Surgery" -> "What Is Known About Healing …". */

import { verbForms } from '../inflect.ts';
import { splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { baseOf, isPlural } from './verbs.ts';

export function* headings(passage: Passage): Iterable<Rewrite> {
  const { state, text, words, sentence, predicates } = passage;
  const { kind } = state.block;
  if (kind !== 'heading' && kind !== 'front-matter' && kind !== 'title') return;
  const opening = words[0];
  const { start, end } = sentence.sentence;
  if (!opening || text.slice(start, end).length > 90 || words.at(-1)?.norm === '.') return;
  const titled = isTitled(text.slice(start, end));
  const about = titled ? 'What Is Known About ' : 'What is known about ';
  const main = predicates.find(({ form }) => form === 'finite');
  if (opening.tag === 'verb' && (opening.form === 'base' || opening.form === 'ing')) {
    const [verb = '', ...rest] = opening.norm.split(' ');
    const ing = opening.form === 'ing' ? verb : (verbForms(verb, new Map()).at(-1)?.[1] ?? verb);
    const act = [titled ? capitalised(ing) : ing, ...rest].join(' ');
    yield headed(splice(text, opening.start, opening.end, about + act), start, end, text);
  } else if (main?.subject && main.subject.first === 0 && !main.modal)
    yield* asked(passage, titled);
  else {
    const written = text.slice(opening.start, opening.start + 2);
    const small = !titled && opening.senses.length > 0 && /^[A-Z](?![A-Z0-9])/.test(written);
    const initial = text.charAt(opening.start);
    const put = about + (small ? initial.toLowerCase() : initial);
    yield headed(splice(text, opening.start, opening.start + 1, put), start, end, text);
  }
}

/** "PRP regenerates tendons" -> "Does PRP regenerate tendons?" */
function* asked(
  { words, predicates, text, sentence }: Passage,
  titled: boolean,
): Iterable<Rewrite> {
  const main = predicates.find(({ form }) => form === 'finite');
  const verb = main && words[main.verb];
  const opening = words[0];
  if (!main || !verb || !opening || main.start !== main.verb || verb.tag !== 'verb') return;
  if (verb.form !== 's' && verb.form !== 'base') return;
  const many = isPlural(words, main);
  if (many === undefined || /[?:]/.test(text)) return;
  const { start, end } = sentence.sentence;
  const common =
    opening.senses.length > 0 &&
    /^[A-Z](?![A-Z0-9])/.test(text.slice(opening.start, opening.start + 2));
  const initial = text.charAt(opening.start);
  const base = titled ? capitalised(baseOf(verb)) : baseOf(verb);
  const closed = /[!]$/.test(text.slice(start, end)) ? end - 1 : end;
  let after = splice(text, closed, end, '?');
  after = splice(after, verb.start, verb.end, base);
  after = splice(
    after,
    opening.start,
    opening.start + 1,
    `${many ? 'Do' : 'Does'} ${common && !titled ? initial.toLowerCase() : initial}`,
  );
  yield headed(after, start, end, text);
}

function headed(after: string, start: number, end: number, text: string): Rewrite {
  const by = after.slice(start, end + after.length - text.length);
  return { text: after, kind: 'weaken', title: `Say what is not known: ${quoted(by)}` };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Whether most words that could be small have a capital. */
function isTitled(text: string): boolean {
  const long = text.match(/\b\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length > 2 && capitals.length > long.length / 2;
}
