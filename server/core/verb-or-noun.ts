/** Verb, noun or adjective: the choice that English leaves to a word's neighbours. */

import type { VerbForm } from './inflect.ts';
import type { Tag, Word } from './words.ts';

/** A part of speech, and for verbs which form. */
export type Choice = readonly [Tag, VerbForm];

export const has = (word: Word | undefined, tag: Tag): boolean => word?.uses.tags.has(tag) ?? false;
export const isDeterminer = (word: Word | undefined): boolean => has(word, 'det');
export const isVerbOnly = (word: Word | undefined): boolean => word?.uses.verbOnly ?? false;

/** Whether a noun phrase may go on with the word. */
export function isNominal(word: Word | undefined): boolean {
  if (!word) return false;
  if (word.senses.length > 0) return word.uses.nominal;
  const { norm } = word;
  return isPlain(norm.charCodeAt(0)) && !norm.endsWith('ly');
}

/** A letter of English, or a digit. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The form of the first sense with the tag. */
export function formOf(word: Word, tag: Tag): VerbForm {
  return word.senses.find((sense) => sense.tag === tag)?.form ?? 'base';
}

/** The nearest word before that is no adverb; the auxiliary, where "not" follows one. */
export function previous(words: readonly Word[], i: number): Word | undefined {
  for (let j = i - 1; j >= 0; j--) {
    const word = words[j];
    if (!word || word.tag === 'adv') continue;
    const before = word.tag === 'not' ? words[j - 1] : undefined;
    return before?.tag === 'aux' || before?.tag === 'modal' ? before : word;
  }
  return undefined;
}

const formsOf = ({ uses }: Word): ReadonlySet<VerbForm> => uses.verbForms;

function nounLike(word: Word, tags: ReadonlySet<Tag>, next: Word | undefined): Choice {
  if (tags.has('adj') && isNominal(next)) return ['adj', 'base'];
  if (tags.has('noun')) return ['noun', 'base'];
  if (tags.has('adj')) return ['adj', 'base'];
  const forms = formsOf(word);
  if (forms.has('participle') || forms.has('past')) return ['adj', 'participle'];
  if (forms.has('ing')) return [isNominal(next) ? 'adj' : 'noun', 'ing'];
  return ['noun', 'base'];
}

/** A word that may be a verb and something else: its neighbours decide. */
export function decideVerb(words: readonly Word[], i: number, tags: ReadonlySet<Tag>): Choice {
  const word = words[i];
  if (!word) return ['noun', 'base'];
  const forms = formsOf(word);
  const before = previous(words, i);
  const next = words[i + 1];
  const finite: VerbForm = forms.has('s')
    ? 's'
    : forms.has('base')
      ? 'base'
      : forms.has('past')
        ? 'past'
        : forms.has('ing')
          ? 'ing'
          : 'participle';
  const object = isDeterminer(next) || has(next, 'pron');
  switch (before?.tag) {
    case 'modal':
    case 'to':
      return forms.has('base') ? ['verb', 'base'] : nounLike(word, tags, next);
    case 'not':
      return ['verb', finite];
    case 'aux':
      return afterAuxiliary(word, before, tags, next);
    case 'det':
    case 'num':
      return nounLike(word, tags, next);
    case 'adj':
      return object && forms.has('s') ? ['verb', 's'] : nounLike(word, tags, next);
    case 'prep':
      return forms.has('ing') &&
        (!tags.has('noun') || object || (before.classes.has('by') && isNominal(next)))
        ? ['verb', 'ing']
        : nounLike(word, tags, next);
    case 'pron':
    case 'rel':
      if (before.norm === 'one' && tags.has('noun')) return ['noun', 'base'];
      return forms.has('ing') || finite === 'participle'
        ? nounLike(word, tags, next)
        : ['verb', finite];
    case 'noun':
      return afterNoun(word, before, tags, next, forms, finite);
    case 'verb':
      if (forms.has('ing') && tags.has('noun') && !object) return nounLike(word, tags, next);
      if (
        before.classes.has('help') &&
        forms.has('base') &&
        (object || isNominal(next) || !tags.has('noun'))
      )
        return ['verb', 'base'];
      return nounLike(word, tags, next);
    default:
      return atStart(word, words, i, tags, finite, object);
  }
}

function afterAuxiliary(
  word: Word,
  before: Word,
  tags: ReadonlySet<Tag>,
  next: Word | undefined,
): Choice {
  const forms = formsOf(word);
  if (before.lemma === 'do')
    return forms.has('base') ? ['verb', 'base'] : nounLike(word, tags, next);
  if (forms.has('participle'))
    return tags.has('adj') && !has(next, 'prep') ? ['adj', 'base'] : ['verb', 'participle'];
  if (forms.has('ing') && before.lemma !== 'have')
    return tags.has('noun') && !isDeterminer(next) && !isNominal(next)
      ? ['verb', 'ing']
      : ['verb', 'ing'];
  return nounLike(word, tags, next);
}

function afterNoun(
  word: Word,
  before: Word,
  tags: ReadonlySet<Tag>,
  next: Word | undefined,
  forms: ReadonlySet<VerbForm>,
  finite: VerbForm,
): Choice {
  const plural =
    before.form === 's' || /^(?:people|men|women|children|you|we|they)$/.test(before.norm);
  const object = isDeterminer(next) || has(next, 'pron') || isNominal(next) || has(next, 'adj');
  if (forms.has('s'))
    return !plural &&
      (object || !tags.has('noun') || has(next, 'prep') || has(next, 'to') || has(next, 'adv'))
      ? ['verb', 's']
      : nounLike(word, tags, next);
  if (forms.has('base'))
    return plural &&
      (object ||
        !tags.has('noun') ||
        has(next, 'prep') ||
        has(next, 'to') ||
        has(next, 'adv') ||
        next === undefined ||
        next.senses.length === 0)
      ? ['verb', 'base']
      : nounLike(word, tags, next);
  if (forms.has('ing'))
    return isDeterminer(next) || !tags.has('noun') ? ['verb', 'ing'] : nounLike(word, tags, next);
  if (tags.has('adj') && isNominal(next) && !isDeterminer(next)) return ['adj', 'base'];
  return ['verb', finite];
}

/** The first word of a clause: an imperative, a bullet ("Relieves pain"), a gerund, or a noun. */
function atStart(
  word: Word,
  words: readonly Word[],
  i: number,
  tags: ReadonlySet<Tag>,
  finite: VerbForm,
  object: boolean,
): Choice {
  const next = words[i + 1];
  const before = words[i - 1];
  if (before?.tag === 'conj') {
    const parallel = lastOpen(words, i - 1);
    if (
      parallel?.tag === 'verb' &&
      formsOf(word).has(parallel.form) &&
      (object || isNominal(next) || !tags.has('noun'))
    )
      return ['verb', parallel.form];
    if (parallel?.tag === 'noun' && !object) return nounLike(word, tags, next);
  }
  if (finite === 'participle' || finite === 'past')
    return isNominal(next) && !isDeterminer(next) ? ['adj', 'base'] : ['verb', finite];
  if (has(next, 'prep') || has(next, 'aux') || !next || next.norm === ':')
    return nounLike(word, tags, next);
  if (object) return ['verb', finite];
  if (finite === 's') return isNominal(next) ? ['verb', 's'] : nounLike(word, tags, next);
  if (finite === 'base')
    return isNominal(next) && !tags.has('adj') ? ['verb', 'base'] : nounLike(word, tags, next);
  return nounLike(word, tags, next);
}

/** The last verb, or else noun, before a conjunction: what it most likely coordinates. */
function lastOpen(words: readonly Word[], before: number): Word | undefined {
  let noun: Word | undefined;
  for (let j = before - 1; j >= 0 && j > before - 9; j--) {
    const word = words[j];
    if (!word) break;
    if (word.tag === 'verb') return word;
    if (word.tag === 'noun') noun ??= word;
    if (word.tag === 'mark' && word.norm !== ',') break;
  }
  return noun;
}

/** A word that the lexicon knows as a verb only. */
export function loneVerb(words: readonly Word[], i: number): Choice {
  const word = words[i];
  if (!word) return ['noun', 'base'];
  const forms = formsOf(word);
  const before = previous(words, i);
  const next = words[i + 1];
  const participle = forms.has('participle') || forms.has('past');
  if (before?.tag === 'aux') {
    if (forms.has('participle')) return ['verb', 'participle'];
    if (forms.has('base') && before.lemma === 'do') return ['verb', 'base'];
    return ['verb', forms.has('ing') ? 'ing' : formOf(word, 'verb')];
  }
  if (participle && !forms.has('base')) {
    if (before && ['det', 'adj', 'prep', 'num'].includes(before.tag) && words[i - 1]?.tag !== 'adv')
      return [isNominal(next) ? 'adj' : 'verb', 'participle'];
    if (before?.tag === 'verb' && isNominal(next) && !isDeterminer(next))
      return ['adj', 'participle'];
    if (before?.tag === 'noun' && (has(next, 'prep') || has(next, 'to')))
      return ['verb', forms.has('past') ? 'past' : 'participle'];
    const parallel = before?.tag === 'conj' ? lastOpen(words, i - 1) : undefined;
    if (!before || (parallel && parallel.form !== 'past' && parallel.form !== 'participle'))
      if (isNominal(next) && !isDeterminer(next)) return ['adj', 'participle'];
    return ['verb', forms.has('past') ? 'past' : 'participle'];
  }
  if (forms.has('ing')) {
    const object =
      before?.tag === 'verb' &&
      before.form !== 'ing' &&
      !/^(?:start|stop|begin|keep|go|continue)$/.test(before.lemma);
    if (object && isNominal(next) && !isDeterminer(next)) return ['adj', 'ing'];
    const modifies = before && (before.tag === 'det' || before.tag === 'adj');
    return modifies ? [isNominal(next) ? 'adj' : 'noun', 'ing'] : ['verb', 'ing'];
  }
  if (before && (before.tag === 'det' || before.tag === 'adj') && !forms.has('s'))
    return ['noun', 'base'];
  if (before?.tag === 'det' && forms.has('s') && !isDeterminer(next)) return ['noun', 's'];
  if (forms.has('s')) return ['verb', 's'];
  if (forms.has('base')) return ['verb', 'base'];
  return ['verb', formOf(word, 'verb')];
}
