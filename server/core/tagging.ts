/** Parts of speech from closed tables and neighbours, not from a trained tagger: those call "cures" a noun. */

import { assign } from './roles.ts';
import {
  decideVerb,
  formOf,
  has,
  isDeterminer,
  isNominal,
  isVerbOnly,
  loneVerb,
  previous,
  type Choice,
} from './verb-or-noun.ts';
import type { Tag, Word } from './words.ts';

/** Gives every word the one part of speech that its neighbours allow, left to right. */
export function tagWords(words: readonly Word[]): void {
  for (const [i, word] of words.entries()) assign(word, ...decide(words, i, word));
}

/** Numbers and marks are known by what they are made of, unless the lexicon knows better. */
function decide(words: readonly Word[], i: number, word: Word): Choice {
  const { tags } = word.uses;
  if (tags.size === 0) return word.tag === 'noun' ? guess(words, i) : [word.tag, 'base'];
  if (word.norm === "'s") return [isClitic(words, i), 'base'];
  if (word.norm === 'to') return [verbFollows(words, i) ? 'to' : 'prep', 'base'];
  if (tags.has('rel')) return [decideThat(words, i, tags), 'base'];
  if (tags.has('aux')) return [decideAuxiliary(words, i, tags), formOf(word, 'verb')];
  if (tags.has('det') && tags.size > 1)
    return [
      isNominal(words[i + 1]) && !isVerbOnly(words[i + 1]) ? 'det' : otherThan(tags, 'det'),
      'base',
    ];
  if (tags.has('verb') && isCompounded(words, i)) return ['adj', 'base'];
  if (tags.has('verb') && tags.size > 1) return decideVerb(words, i, tags);
  if (tags.has('verb')) return loneVerb(words, i);
  if (tags.has('adj') && tags.has('noun'))
    return [isNominal(words[i + 1]) && !isAgent(words, i) ? 'adj' : 'noun', 'base'];
  if (tags.has('prep') && tags.has('adv'))
    return [isNominal(words[i + 1]) || isDeterminer(words[i + 1]) ? 'prep' : 'adv', 'base'];
  const [first] = word.senses;
  return [first?.tag ?? 'noun', first?.form ?? 'base'];
}

/** "colony-forming cells", "PRP-treated discs": a participle behind a hyphen describes. */
function isCompounded(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  if (!word || word.spaced || !before || before.tag === 'mark') return false;
  return /(?:ing|ed|en)$/.test(word.norm) && isNominal(words[i + 1]);
}

/** "PRP heals tendons": before a verb in -s or a past with an object, the word is its subject. */
function isAgent(words: readonly Word[], i: number): boolean {
  const verb = words[i + 1];
  const object = words[i + 2];
  if (!verb?.spaced) return false;
  const { verbForms } = verb.uses;
  const finite = verbForms.has('s') || verbForms.has('past');
  return finite && (isDeterminer(object) || isNominal(object));
}

function otherThan(tags: ReadonlySet<Tag>, tag: Tag): Tag {
  for (const other of tags) if (other !== tag) return other;
  return tag;
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
    if (next.uses.verbForms.has('base')) return true;
    if (has(next, 'aux') && /^(?:be|have|do|get)$/.test(next.norm)) return true;
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
    if (lemma === 'do' && next.uses.verbForms.has('base')) return 'aux';
    if (
      !has(next, 'adv') &&
      !(next.senses.length === 0 && next.norm.endsWith('ly')) &&
      !(lemma === 'do' && (has(next, 'pron') || has(next, 'noun') || has(next, 'det')))
    )
      return 'verb';
  }
  return 'verb';
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
