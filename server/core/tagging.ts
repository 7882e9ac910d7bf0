/** Parts of speech from closed tables and neighbours, not from a trained tagger: those call "cures" a noun. */

import type { VerbForm } from './inflect.ts';
import type { Token } from './tokens.ts';
import type { Sense, Tag, Word } from './words.ts';

const NONE: ReadonlySet<string> = new Set();

/** Gives every word the one part of speech that its neighbours allow, left to right. */
export function tagWords(words: readonly Word[], tokens: readonly Token[], first: number): void {
  const kinds = new Map<number, Token['kind']>();
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (token) kinds.set(token.start, token.kind);
    if (token && token.end >= (words.at(-1)?.end ?? 0)) break;
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const [tag, form] = decide(words, i, kinds.get(word.start) ?? 'word');
    const chosen = word.senses.filter(
      (sense) => sense.tag === tag && (tag !== 'verb' || sense.form === form),
    );
    const any = chosen.length > 0 ? chosen : word.senses.filter((sense) => sense.tag === tag);
    word.tag = tag;
    word.form = form;
    word.lemma = any[0]?.lemma ?? word.norm;
    word.classes = merged(any);
  }
}

function merged(senses: readonly Sense[]): ReadonlySet<string> {
  const [only] = senses;
  if (!only) return NONE;
  if (senses.length === 1) return only.classes;
  const all = new Set<string>();
  for (const sense of senses) for (const name of sense.classes) all.add(name);
  return all;
}

type Choice = readonly [Tag, VerbForm];

function decide(words: readonly Word[], i: number, kind: Token['kind']): Choice {
  const word = words[i];
  if (!word) return ['mark', 'base'];
  if (kind === 'mark' && word.senses.length === 0) return ['mark', 'base'];
  if (kind === 'number' && word.senses.length === 0) return ['num', 'base'];
  const tags = new Set(word.senses.map((sense) => sense.tag));
  if (tags.size === 0) return guess(words, i);
  if (word.norm === "'s") return [isClitic(words, i), 'base'];
  if (word.norm === 'to') return [verbFollows(words, i) ? 'to' : 'prep', 'base'];
  if (tags.has('rel')) return [decideThat(words, i, tags), 'base'];
  if (tags.has('aux')) return [decideAuxiliary(words, i, tags), formOf(word, 'verb')];
  if (tags.has('det') && tags.size > 1)
    return [
      isNominal(words[i + 1]) && !isVerbOnly(words[i + 1]) ? 'det' : otherThan(tags, 'det'),
      'base',
    ];
  if (tags.has('verb') && tags.size > 1) return decideVerb(words, i, tags);
  if (tags.has('verb')) return loneVerb(words, i);
  if (tags.has('adj') && tags.has('noun'))
    return [isNominal(words[i + 1]) ? 'adj' : 'noun', 'base'];
  if (tags.has('prep') && tags.has('adv'))
    return [isNominal(words[i + 1]) || isDeterminer(words[i + 1]) ? 'prep' : 'adv', 'base'];
  const [first] = word.senses;
  return [first?.tag ?? 'noun', first?.form ?? 'base'];
}

function otherThan(tags: ReadonlySet<Tag>, tag: Tag): Tag {
  for (const other of tags) if (other !== tag) return other;
  return tag;
}

function formOf(word: Word, tag: Tag): VerbForm {
  return word.senses.find((sense) => sense.tag === tag)?.form ?? 'base';
}

const has = (word: Word | undefined, tag: Tag): boolean =>
  word?.senses.some((sense) => sense.tag === tag) ?? false;
const isDeterminer = (word: Word | undefined): boolean => has(word, 'det');
const isVerbOnly = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.senses.length > 0 &&
  word.senses.every(
    (sense) => sense.tag === 'verb' && sense.form !== 'ing' && sense.form !== 'participle',
  );

function isNominal(word: Word | undefined): boolean {
  if (!word) return false;
  if (word.senses.length === 0) return /^[a-z0-9]/.test(word.norm) && !/ly$/.test(word.norm);
  return word.senses.some(
    (sense) =>
      sense.tag === 'noun' ||
      sense.tag === 'adj' ||
      (sense.tag === 'verb' && (sense.form === 'ing' || sense.form === 'participle')),
  );
}

/** "it's" and "the cell's ready" hold a verb; "the body's own" a possessive. */
function isClitic(words: readonly Word[], i: number): Tag {
  const before = words[i - 1];
  const after = words[i + 1];
  if (!before || before.tag === 'pron' || before.tag === 'adv' || before.tag === 'rel')
    return 'aux';
  return isDeterminer(after) || has(after, 'not') || has(after, 'prep') ? 'aux' : 'det';
}

/** Whether a base form follows, over adverbs: the infinitive's "to". */
function verbFollows(words: readonly Word[], i: number): boolean {
  for (let j = i + 1; j < i + 4; j++) {
    const next = words[j];
    if (!next) return false;
    if (next.senses.some((sense) => sense.tag === 'verb' && sense.form === 'base')) return true;
    if (next.senses.some((sense) => sense.tag === 'aux') && /^(?:be|have|do|get)$/.test(next.norm))
      return true;
    if (next.senses.length === 0)
      return !/(?:s|ly|ing)$/.test(next.norm) && j === i + 1 && isUnknownVerbPlace(words, j);
    if (!has(next, 'adv') && !has(next, 'not')) return false;
  }
  return false;
}

/** An unknown word after "to" is a verb where a determiner or pronoun follows it. */
function isUnknownVerbPlace(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return has(next, 'det') || has(next, 'pron') || has(next, 'prep');
}

function decideThat(words: readonly Word[], i: number, tags: ReadonlySet<Tag>): Tag {
  if (!tags.has('det')) return 'rel';
  const before = words[i - 1];
  const after = words[i + 1];
  const finite =
    has(after, 'aux') ||
    has(after, 'modal') ||
    has(after, 'not') ||
    isVerbOnly(after) ||
    has(after, 'verb');
  if (before?.tag === 'noun' && (finite || has(after, 'adv'))) return 'rel';
  if (before && (before.tag === 'verb' || before.tag === 'adj' || before.tag === 'noun'))
    return 'conj';
  if (finite && !isNominal(after)) return 'pron';
  return after && (isNominal(after) || has(after, 'adj')) ? 'det' : 'pron';
}

function decideAuxiliary(words: readonly Word[], i: number, tags: ReadonlySet<Tag>): Tag {
  const word = words[i];
  if (!tags.has('verb') || !word) return 'aux';
  const lemma = word.senses.find((sense) => sense.tag === 'aux')?.lemma;
  if (lemma === 'be') return 'aux';
  for (let j = i + 1; j < i + 4; j++) {
    const next = words[j];
    if (!next) return 'verb';
    if (has(next, 'not')) return 'aux';
    if (
      lemma === 'have' &&
      next.senses.some((sense) => sense.form === 'participle' && sense.tag !== 'noun')
    )
      return 'aux';
    if (lemma === 'have' && next.norm === 'been') return 'aux';
    if (lemma === 'have' && next.senses.length === 0 && next.norm.endsWith('ed')) return 'aux';
    if (
      lemma === 'do' &&
      next.senses.some((sense) => sense.tag === 'verb' && sense.form === 'base')
    )
      return 'aux';
    if (
      !has(next, 'adv') &&
      !(next.senses.length === 0 && next.norm.endsWith('ly')) &&
      !(lemma === 'do' && (has(next, 'pron') || has(next, 'noun') || has(next, 'det')))
    )
      return 'verb';
  }
  return 'verb';
}

/** The nearest word before that is no adverb. */
function previous(words: readonly Word[], i: number): Word | undefined {
  for (let j = i - 1; j >= 0; j--) {
    const word = words[j];
    if (word && word.tag !== 'adv') return word;
  }
  return undefined;
}

const formsOf = (word: Word): ReadonlySet<VerbForm> =>
  new Set(word.senses.filter((sense) => sense.tag === 'verb').map((sense) => sense.form));

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
function decideVerb(words: readonly Word[], i: number, tags: ReadonlySet<Tag>): Choice {
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
      return forms.has('ing') && (!tags.has('noun') || object)
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
    return !plural && (object || !tags.has('noun') || has(next, 'prep') || has(next, 'adv'))
      ? ['verb', 's']
      : nounLike(word, tags, next);
  if (forms.has('base'))
    return plural &&
      (object ||
        !tags.has('noun') ||
        has(next, 'prep') ||
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
function loneVerb(words: readonly Word[], i: number): Choice {
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

/** A word that the lexicon does not know, by its ending and its place. */
function guess(words: readonly Word[], i: number): Choice {
  const norm = words[i]?.norm ?? '';
  const before = previous(words, i);
  if (norm.endsWith('ly')) return ['adv', 'base'];
  if (/[a-z]{2}ed$/.test(norm)) {
    const attribute =
      before && (before.tag === 'det' || before.tag === 'adj' || before.tag === 'prep');
    return attribute ? ['adj', 'participle'] : ['verb', 'past'];
  }
  if (/[a-z]{2}ing$/.test(norm) && before?.tag !== 'det' && before?.tag !== 'adj')
    return ['verb', 'ing'];
  if (/(?:ous|ful|ive|able|ible|ical|less|ish|ic|al)$/.test(norm) && isNominal(words[i + 1]))
    return ['adj', 'base'];
  if (before?.tag === 'modal' || before?.tag === 'to') return ['verb', 'base'];
  if (standsAsVerb(words, i, before)) return ['verb', norm.endsWith('s') ? 's' : 'base'];
  return ['noun', /[^s]s$/.test(norm) ? 's' : 'base'];
}

/** "they nurture the joint", "dextrose nurtures the joint": between a subject that agrees and an object. */
function standsAsVerb(words: readonly Word[], i: number, before: Word | undefined): boolean {
  const norm = words[i]?.norm ?? '';
  const next = words[i + 1];
  if (!isDeterminer(next) && next?.tag !== 'pron' && !has(next, 'pron')) return false;
  const third = /[^s]s$/.test(norm);
  if (before?.tag === 'pron') return true;
  if (before?.tag !== 'noun') return false;
  return third !== (before.form === 's');
}
