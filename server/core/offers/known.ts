/** A rewording that says what is not known, without what the claim was given as a reason for. */

import type { Word } from '../words.ts';
import { splice } from './changes.ts';
import { startsClause } from './joints.ts';
import { leftIn, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';

export function known(passage: Passage, text: string, said: string): Rewrite {
  const { sentence } = passage.sentence;
  const end = sentence.end + text.length - passage.text.length;
  let own = text.slice(sentence.start, end);
  if (/\bwhether\b/.test(own)) own = orWhether(passage, own).replace(NEXT, '$1and$2');
  else own = own.replace(NEXT, ',$1and it is not known whether$2');
  own = withoutReasons(own);
  return {
    text: splice(text, sentence.start, end, own),
    kind: 'weaken',
    title: `Say what is not known: ${quoted(said.split(/[.;]/)[0] ?? said)}`,
  };
}

/** How surely, how soon or by how much: in a denial or a doubt that is left standing, and it is none. */
const MEASURES = [
  /,?\s+(?:hands down|no ifs or buts|once and for all|across the board|without fail|time after time|time and again|every time|in half the time|as good as new|just like that|guaranteed|naturally)(?=[.,;!?*_]|$)/,
  /,?\s+by (?:a|some|far|quite)\b(?:\s+\w+){0,2}\s+(?:margin|distance|mile|way|stretch)(?=[.,;!?*_]|$)/,
  /,\s+(?:whatever|no matter|irrespective of|regardless of|however)\b[^,;.!?]*(?=[.;!?]|$)/,
  /,\s+(?:and )?not (?:just|only|merely|simply)?[^,;.!?]*(?=[.;!?]|$)/,
  /\s+(?:rather than|instead of) [^,;.!?]*(?=[.;!?]|$)/,
];

/** What was said to follow from the claim, or to explain it, goes with it. */
const FOLLOWS = [
  ...MEASURES,
  // What a thing in doubt would bring about: ", which then restores what age has taken".
  /,\s+which\s+(?:then|thus|in turn|also|so|means|stops|slows|halts|arrests|reverses|improves|reduces|eases|relieves|allows|enables|restores|rebuilds|repairs|lets|makes|keeps|leads|helps|brings|gives|spares|ends|cures|heals)\b[^,;.!?]*(?=[.;!?]|$)/,
  /\s+for (?:lasting|long[- ]term|permanent|faster|better) (?:relief|results|comfort|recovery|healing)\b/,
  /,\s+so (?!far|long|as)[^.;!?]*(?=[.;!?]|$)/,
  /,?\s+(?:because|,\s+(?:since|as)) (?!of\b)[^.;!?]*(?=[.;!?]|$)/,
  /,\s+(?:since|as) (?:it|they|the|there|these|this|your|an?|no|only|we|you|nothing|that)\b[^.;!?]*(?=[.;!?]|$)/,
];

/** What a claim was the reason for: "…, and that's why so many trust it". */
const WHY = /,?\s+(?:and )?(?:that|this|which)(?:['’]s| is) (?:why|how)\b[^.;!?]*(?=[.;!?]|$)/;

/** A sentence without what it gives as a reason, or draws from it. */
export function withoutReasons(sentence: string): string {
  return [...FOLLOWS, WHY].reduce((left, reason) => left.replace(reason, ''), sentence);
}

/** The next clause stays under the "whether": "whether it works and it lasts", without a comma. */
const NEXT =
  /,(\s+)and(\s+(?:it|they)\s+)(?!(?:may|might|could|can|is not|are not|do not|does not|has not|have not)\b)/;

/** "A heals, and B lasts": where B is flagged too it comes under a "whether" of its own. */
function orWhether(passage: Passage, own: string): string {
  const { words, predicates, sentence, first, state } = passage;
  for (const [at, word] of words.entries()) {
    if (at < first || word.norm !== ',' || words[at + 1]?.norm !== 'and') continue;
    const next = words[at + 2];
    if (!next || !startsClause(words, predicates, at + 2)) continue;
    const flagged = leftIn(passage, state).some(({ start }) => start >= next.start);
    const verb = predicates.find(({ verb: main, subject }) => subject && main > at)?.verb ?? at;
    const claimed = words.slice(at + 2, verb).some(isTreatment);
    if (!flagged && !claimed) return own;
    const from = own.length - (sentence.sentence.end - word.end);
    const to = own.length - (sentence.sentence.end - next.start);
    if (!/^\s+and\s+$/.test(own.slice(from, to))) return own;
    // "whether no tendon is too old" would ask the wrong thing.
    return next.norm === 'no'
      ? own.slice(0, from - 1) + own.slice(own.search(/[.!?]*$/))
      : splice(own, from, to, ' or whether ');
  }
  return own;
}

const isTreatment = ({ classes, norm }: Word): boolean =>
  ['therapy', 'cell', 'product', 'generic-treatment'].some((name) => classes.has(name)) ||
  /^(?:doses?|injections?|sessions?|effects?|relief|results?|benefits?|pain)$/.test(norm);
