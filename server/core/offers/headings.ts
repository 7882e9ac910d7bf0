/** Headings that promise, as questions: "Heal Your Ankle" -> "Is It Possible to Heal Your Ankle?" */

import { splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { baseOf, isPlural } from './verbs.ts';

export function* headings(passage: Passage): Iterable<Rewrite> {
  // "Is it possible to ditch surgery?" urges still.
  if (passage.topic === 'advice') return;
  const { state, text, words, sentence } = passage;
  const { kind } = state.block;
  if (kind !== 'heading' && kind !== 'front-matter' && kind !== 'title') return;
  const opening = words[0];
  const { start, end } = sentence.sentence;
  const own = text.slice(start, end);
  if (!opening || own.length > 120 || /[.?]$/.test(own)) return;
  if (isTag(passage) || /^(?:what|when|who|which|where|whether)$/.test(opening.norm)) return;
  const titled = isTitled(own);
  const put = (from: number, to: number, by: string): Rewrite => {
    const after = splice(withMark(text, start, end), from, to, titled ? capitalised(by) : by);
    return headed(after, start, end, text);
  };
  const first = text.charAt(opening.start);
  const small = titled ? first : first.toLowerCase();
  if (isCall(passage)) yield put(opening.start, opening.start + 1, `Is it possible to ${small}`);
  else if (opening.tag === 'verb' && opening.form === 'ing') {
    const after = splice(text, opening.start, opening.start + 1, `Is ${small}`);
    const until = closeOf(after, start, end + after.length - text.length);
    yield headed(
      splice(after, until, until, titled ? ' Possible?' : ' possible?'),
      start,
      end,
      text,
    );
  } else yield* asked(passage, titled);
}

const CALLS =
  /^(?:walk|live|get|enjoy|feel|say|skip|avoid|forget|keep|move|return|regain|run|play|stay|sleep|wake|discover|experience)$/;

/** "Heal your ankle", "Walk again": the headline calls on its reader. */
function isCall(passage: Passage): boolean {
  const [opening] = passage.words;
  if (!opening) return false;
  if (opening.tag === 'verb') return opening.form === 'base';
  const acts = opening.senses.some(({ tag, form }) => tag === 'verb' && form === 'base');
  return (acts || CALLS.test(opening.norm)) && !hasFinite(passage);
}

/** A tag or a category is no headline. */
const isTag = ({ state }: Passage): boolean =>
  /^(?:tags?|keywords?|categor)/i.test(state.block.place.key ?? '');

const hasFinite = ({ predicates }: Passage): boolean =>
  predicates.some(({ form, subject }) => form === 'finite' && subject?.first === 0);

/** The last thing to do with a headline that cannot be turned: a question mark behind it. */
export function* asQuestion(passage: Passage): Iterable<Rewrite> {
  const { state, text, sentence } = passage;
  if (isTag(passage) || isCall(passage)) return;
  const { kind } = state.block;
  const { start, end } = sentence.sentence;
  if (kind !== 'heading' && kind !== 'front-matter' && kind !== 'title') return;
  // "Your mornings will look like this": a question mark alone makes no question of a promise.
  if (passage.words.some(({ norm }) => /^(?:will|['’]ll)$/.test(norm))) return;
  if (end - start > 120 || /[.?]$/.test(text.slice(start, end))) return;
  yield headed(withMark(text, start, end), start, end, text);
}

/** What a headline says of its source: ", trial shows", "in new study". */
const SOURCE =
  /(?:, [^,]{0,60}\b(?:shows?|says?|finds?|found|reveals?|suggests?|proves?|confirms?)| in (?:an? |the )?(?:new |latest |large |small )*(?:trial|study))(?=\?|$)/i;

/** "PRP regenerates tendons", "How PRP regenerates tendons" -> "Does PRP regenerate tendons?" */
function* asked(passage: Passage, titled: boolean): Iterable<Rewrite> {
  const { words, predicates, text, sentence } = passage;
  const main = predicates.find(({ form }) => form === 'finite');
  const verb = main && words[main.verb];
  const how = /^(?:how|why)$/.test(words[0]?.norm ?? '') ? words[0] : undefined;
  const opening = how ? words[1] : words[0];
  if (!main?.subject || main.subject.first > (how ? 2 : 1) || !verb || !opening) return;
  if (main.start !== main.verb || verb.tag !== 'verb' || main.modal) return;
  if (verb.form !== 's' && verb.form !== 'base') return;
  const many = isPlural(words, main);
  if (many === undefined) return;
  const { start, end } = sentence.sentence;
  const written = text.slice(opening.start, opening.start + 2);
  const common = !titled && opening.senses.length > 0 && /^[A-Z](?![A-Z0-9])/.test(written);
  const initial = text.charAt(opening.start);
  const base = titled ? capitalised(baseOf(verb)) : baseOf(verb);
  let after = splice(withMark(text, start, end), verb.start, verb.end, base);
  const lead = `${many ? 'Do' : 'Does'} ${common ? initial.toLowerCase() : initial}`;
  after = splice(after, (how ?? opening).start, opening.start + 1, lead);
  const until = end + after.length - text.length;
  const own = after.slice(start, until);
  yield headed(splice(after, start, until, own.replace(SOURCE, '')), start, end, text);
}

/** Where the claim of a heading ends: before " | Name of the clinic" and the exclamation mark. */
function closeOf(text: string, start: number, end: number): number {
  const own = text.slice(start, end);
  const bar = own.search(/\s+[|]\s/);
  return start + (bar >= 0 ? bar : own.replace(/[!:]+$/, '').length);
}

function withMark(text: string, start: number, end: number): string {
  const at = closeOf(text, start, end);
  return splice(text, at, /[!]/.test(text.charAt(at)) ? at + 1 : at, '?');
}

function headed(after: string, start: number, end: number, text: string): Rewrite {
  const by = after.slice(start, end + after.length - text.length);
  return { text: after, kind: 'weaken', title: `Ask instead: ${quoted(by)}` };
}

const capitalised = (words: string): string =>
  words.replace(/(?<!\S)(?!to\b|of\b|the\b)\p{Ll}/gu, (letter) => letter.toUpperCase());

/** Whether most words that could be small have a capital. */
function isTitled(text: string): boolean {
  const long = text.match(/\b\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length > 2 && capitals.length > long.length / 2;
}
