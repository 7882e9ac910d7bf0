/** Who or what a noun phrase names, as far as the phrase itself tells. */

import type { Actor } from './claims.ts';
import type { Word } from './words.ts';

/** In order: the first class that the head has decides, unless a modifier names a therapy. */
const BY_HEAD: readonly (readonly [string, Actor])[] = [
  ['nobody', 'nobody'],
  ['we', 'provider'],
  ['you', 'patient'],
  ['everybody', 'patient'],
  ['surgery', 'other-treatment'],
  ['drug', 'other-treatment'],
  ['usual-care', 'other-treatment'],
  ['other-care', 'other-treatment'],
  ['therapy', 'regenerative'],
  ['product', 'regenerative'],
  ['cell', 'regenerative'],
  ['patient', 'patient'],
  ['people-word', 'patient'],
  ['body', 'body'],
  ['regulator', 'regulator'],
  ['provider', 'provider'],
  ['expert', 'expert'],
  ['study-design', 'study'],
  ['generic-treatment', 'open'],
  ['study-word', 'study'],
  ['pronoun-it', 'open'],
  ['symptom', 'outcome'],
  ['process', 'outcome'],
  ['benefit-noun', 'outcome'],
  ['function', 'outcome'],
  ['disease', 'disease'],
  ['damage', 'disease'],
  ['tissue', 'anatomy'],
  ['somebody', 'patient'],
];

export function actorOf(phrase: readonly Word[]): Actor {
  const last = phrase.findLast(isHead);
  // "minoxidil 5%": a figure behind a noun measures it.
  const head = last?.tag === 'num' ? (phrase.find(({ tag }) => tag === 'noun') ?? last) : last;
  if (!head) return 'none';
  if (phrase[0]?.norm === 'no' || phrase[0]?.norm === 'neither' || phrase[0]?.norm === 'none')
    return 'nobody';
  if (head.brand) return 'open';
  const found = named(head.classes);
  if (found === 'open' || found === undefined || found === 'outcome' || found === 'anatomy') {
    // "stem cell injections", "PRP's growth factors": a modifier may name the therapy.
    if (
      phrase.some(
        (word) =>
          word.classes.has('therapy') ||
          word.classes.has('product') ||
          word.classes.has('cell') ||
          word.classes.has('regenerative-word'),
      )
    )
      return found === 'outcome' ? 'outcome' : 'regenerative';
    if (
      found === 'open' &&
      phrase.some(
        (word) =>
          word.classes.has('surgery') || word.classes.has('drug') || word.classes.has('usual-care'),
      )
    )
      return 'other-treatment';
    if (found === 'open' && head.classes.has('generic-treatment')) return genericActor(phrase);
  }
  if (found === 'patient' && head.tag === 'num') return 'patient';
  return found ?? 'unknown';
}

const NAMED = new WeakMap<ReadonlySet<string>, { readonly actor: Actor | undefined }>();

/** What a head with these classes names; words that are used alike share theirs. */
function named(classes: ReadonlySet<string>): Actor | undefined {
  let known = NAMED.get(classes);
  if (!known) {
    known = { actor: BY_HEAD.find(([name]) => classes.has(name))?.[1] };
    NAMED.set(classes, known);
  }
  return known.actor;
}

const isHead = ({ tag }: Word): boolean => tag === 'noun' || tag === 'pron' || tag === 'num';

/** "the treatment", "our protocol" stand for the therapy; "most treatments", "a treatment" need not. */
function genericActor(phrase: readonly Word[]): Actor {
  const first = phrase.find((word) => word.tag === 'det' || word.norm === 'one');
  if (!first) return phrase.length === 1 ? 'open' : 'unknown';
  return /^(?:the|this|these|our|that|those|such|each|every|one|a|an|its|both|my)$/.test(first.norm)
    ? 'open'
    : 'unknown';
}
