/** A block -> its reading: sentences, cues, and frames with open slots. Pure in the block's text. */

import { actorOf } from './actors.ts';
import { governedForm, modalityOf, type Certainty } from './certainty.ts';
import type { Actor, Frame, Reading, SentenceReading, Unweighed } from './claims.ts';
import { predicatesOf, type Predicate } from './clauses.ts';
import { attributionOf, excuseOf, inherited } from './excuses.ts';
import type { Lexicon } from './lexicon.ts';
import { findMatches, type Match } from './patterns.ts';
import { phraseFrame, verblessFrame } from './phrases.ts';
import { weigh } from './scorer.ts';
import { classesOf, span, type Context } from './sentence-context.ts';
import { sentencesOf, tokenise, type Sentence, type Token } from './tokens.ts';
import { wordsOf, type Word } from './words.ts';

export function readBlock(text: string, lexicon: Lexicon): Reading {
  const tokens = tokenise(text);
  const sentences: SentenceReading[] = [];
  const frames: Frame[] = [];
  for (const sentence of sentencesOf(text, tokens)) {
    const reading = readSentence(sentence, sentences.length, tokens, lexicon, frames);
    sentences.push(reading);
  }
  return { sentences, frames };
}

/** The frames of the sentence are put behind those before it. */
export function readSentence(
  sentence: Sentence,
  index: number,
  tokens: readonly Token[],
  lexicon: Lexicon,
  frames: Frame[],
): SentenceReading {
  const words = wordsOf(tokens, sentence.first, sentence.last, lexicon.forms);
  const matches = findMatches(words, lexicon.patterns);
  const cues = outermost(matches.filter((match) => !match.claim));
  const question =
    words.findLast((word) => word.tag === 'mark' && !/["”’')\]*_]/.test(word.norm))?.norm === '?';
  const predicates = predicatesOf(words);
  const context: Context = { index, words, cues, predicates, question };
  const first = frames.length;
  const read: Unweighed[] = [];
  for (const predicate of predicates) read.push(frameOf(predicate, context, read, first));
  for (const match of outermost(matches.filter((one) => one.claim)))
    read.push(phraseFrame(match, context));
  const verbless = read.length === 0 ? verblessFrame(context) : undefined;
  if (verbless) read.push(verbless);
  const finite = predicates.filter(isFinite);
  const subjects = finite.flatMap(({ subject }) =>
    subject ? [actorOf(words.slice(subject.first, subject.last))] : [],
  );
  const reading: SentenceReading = {
    sentence,
    words,
    cues,
    question,
    fragment: finite.length === 0,
    about: subjects[0] ?? (finite.length > 0 ? 'none' : fragmentActor(words)),
    leaves: subjects.findLast((actor) => NAMES.has(actor)) ?? 'none',
  };
  weigh(read, reading, lexicon.scorer);
  for (const frame of read) frames.push(frame);
  return reading;
}

const NAMES: ReadonlySet<Actor> = new Set([
  'regenerative',
  'other-treatment',
  'disease',
  'anatomy',
  'study',
]);

/** A bare phrase is about the therapy or another treatment if it names one. */
function fragmentActor(words: readonly Word[]): Actor {
  const end = words.findIndex((word) => word.tag === 'prep');
  const actor = actorOf(end > 0 ? words.slice(0, end) : words);
  return actor === 'regenerative' || actor === 'other-treatment' ? actor : 'none';
}

function isFinite({ form }: Predicate): boolean {
  return form === 'finite' || form === 'imperative';
}

/** Of matches of one name that overlap, the longer; across names a shorter one inside a longer gives way. */
function outermost(matches: readonly Match[]): Match[] {
  return matches.filter(
    (one) =>
      !matches.some(
        (other) =>
          other !== one &&
          other.first <= one.first &&
          other.last >= one.last &&
          other.last - other.first > one.last - one.first &&
          (other.name === one.name || one.claim || other.name === 'other-sense'),
      ),
  );
}

function frameOf(
  predicate: Predicate,
  context: Context,
  earlier: readonly Unweighed[],
  base: number,
): Unweighed {
  const { words } = context;
  const { verb, start, end, passive, subject } = predicate;
  const partner = earlier[predicate.joined ?? predicate.hangsOn ?? -1];
  const main = words[verb];
  const subjectWords = subject ? words.slice(subject.first, subject.last) : [];
  const object = words.slice(verb + 1, end);
  const own = modalityOf(predicate, context, partner);
  const excuse = excuseOf(predicate, context) ?? inherited(predicate, partner);
  return {
    sentence: context.index,
    span: span(words, spanStart(predicate, words), end),
    head: span(words, start, verb + 1),
    ...(subject ? { subject: span(words, subject.first, subject.last) } : {}),
    lemma: main?.lemma ?? '',
    verb: main?.tag === 'aux' ? BE : main && main.senses.length > 0 ? main.classes : UNKNOWN,
    form: governedForm(predicate, own.governed, partner),
    passive,
    modality: own.modality,
    ...(own.rung === undefined ? {} : { rung: own.rung }),
    actor: passive
      ? agentOf(words.slice(verb + 1))
      : subject
        ? actorOf(subjectWords)
        : actorWithout(predicate, context, partner, own.governed),
    target: classesOf(passive ? [...subjectWords, ...object] : object),
    named: classesOf(subjectWords),
    degree: classesOf(words.slice(Math.max(0, start - 1), end), (word) =>
      word.tag === 'num' ? 'number' : undefined,
    ),
    attribution: attributionOf(predicate.start, context),
    ...(excuse ? { excuse } : {}),
    ...(predicate.hangsOn !== undefined && partner
      ? { main: partner.main ?? partner.modality }
      : {}),
    ...(predicate.joined !== undefined ? { joined: base + predicate.joined } : {}),
    weight: 0,
  };
}

/** A verb that no lexicon knows: what it does is told by its target alone. */
const UNKNOWN: ReadonlySet<string> = new Set(['unknown']);
const BE: ReadonlySet<string> = new Set(['be']);

/** A finding marks "can cure" whole, but begins at a word: not at a clitic, not at a relative's auxiliary. */
function spanStart(predicate: Predicate, words: readonly Word[]): number {
  let start = predicate.start;
  while (start < predicate.verb && words[start]?.tag === 'aux' && predicate.form === 'relative')
    start++;
  if (start < predicate.verb && words[start]?.tag === 'aux' && words[start]?.spaced === false)
    start++;
  return start;
}

/** Of a passive: who stands after "by" or "with"; left open where nobody does. */
function agentOf(rest: readonly Word[]): Actor {
  const at = rest.findIndex(
    (word) => word.tag === 'prep' && (word.classes.has('by') || word.norm === 'with'),
  );
  if (at < 0 || at > 8) return 'none';
  const end = rest.findIndex(
    (word, i) => i > at && (word.tag === 'mark' || word.tag === 'verb' || word.tag === 'conj'),
  );
  return actorOf(rest.slice(at + 1, end < 0 ? rest.length : end));
}

function actorWithout(
  predicate: Predicate,
  context: Context,
  partner: Unweighed | undefined,
  governed: Certainty['governed'],
): Actor {
  if (predicate.form === 'imperative') return 'none';
  // "is thought to repair": what the hedge or finding is said of does the repairing.
  const raised = context.predicates[predicate.hangsOn ?? predicate.joined ?? -1];
  if (raised?.passive && raised.subject) {
    const subject = actorOf(context.words.slice(raised.subject.first, raised.subject.last));
    if (governed === 'raised' || subject === 'regenerative') return subject;
  }
  if (partner) return partner.actor;
  // A fronted participle or by-phrase takes the subject of the clause that follows.
  const next = context.predicates.find((one) => one.verb > predicate.verb && one.subject);
  return next?.subject
    ? actorOf(context.words.slice(next.subject.first, next.subject.last))
    : 'none';
}
