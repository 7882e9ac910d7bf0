/** A block -> its reading: sentences, cues, and frames with open slots. Pure in the block's text. */

import { actorOf } from './actors.ts';
import type { Actor, Excuse, Form, Frame, Modality, Reading, SentenceReading } from './claims.ts';
import { predicatesOf, type Predicate } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import { findMatches, type Match } from './patterns.ts';
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

function readSentence(
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
  const read: Frame[] = [];
  for (const predicate of predicates) read.push(frameOf(predicate, context, read, first));
  frames.push(...read);
  for (const match of outermost(matches.filter((one) => one.claim)))
    frames.push(phraseFrame(match, context));
  const finite = predicates.filter(isFinite);
  const subjects = finite.flatMap(({ subject }) =>
    subject ? [actorOf(words.slice(subject.first, subject.last))] : [],
  );
  return {
    sentence,
    words,
    cues,
    question,
    fragment: finite.length === 0,
    about: subjects[0] ?? (finite.length > 0 ? 'none' : fragmentActor(words)),
    leaves: subjects.findLast((actor) => NAMES.has(actor)) ?? 'none',
  };
}

const NAMES: ReadonlySet<Actor> = new Set(['regenerative', 'other-treatment', 'disease', 'anatomy', 'study']);

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

interface Context {
  readonly index: number;
  readonly words: readonly Word[];
  readonly cues: readonly Match[];
  readonly predicates: readonly Predicate[];
  readonly question: boolean;
}

function span(words: readonly Word[], first: number, last: number) {
  return { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

function frameOf(
  predicate: Predicate,
  context: Context,
  earlier: readonly Frame[],
  base: number,
): Frame {
  const { words } = context;
  const { verb, start, end, form, passive, subject } = predicate;
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
        : actorWithout(predicate, context, partner),
    target: classesOf(passive ? [...subjectWords, ...object] : object),
    degree: classesOf(words.slice(Math.max(0, start - 1), end), (word) =>
      word.tag === 'num' ? 'number' : undefined,
    ),
    attribution: attributionOf(predicate.start, context),
    ...(excuse ? { excuse } : {}),
    ...(predicate.hangsOn !== undefined && partner
      ? { main: partner.main ?? partner.modality }
      : {}),
    ...(predicate.joined !== undefined ? { joined: base + predicate.joined } : {}),
  };
}

const NONE: ReadonlySet<string> = new Set();
/** A verb that no lexicon knows: what it does is told by its target alone. */
const UNKNOWN: ReadonlySet<string> = new Set(['unknown']);
const BE: ReadonlySet<string> = new Set(['be']);

/** A finding marks "can cure" whole, but not the subject's own adverbs. */
function spanStart(predicate: Predicate, words: readonly Word[]): number {
  let start = predicate.start;
  while (start < predicate.verb && words[start]?.tag === 'aux' && predicate.form === 'relative')
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

function actorWithout(predicate: Predicate, context: Context, partner: Frame | undefined): Actor {
  if (predicate.form === 'imperative') return 'none';
  if (partner) return partner.actor;
  // A fronted participle or by-phrase takes the subject of the clause that follows.
  const next = context.predicates.find((one) => one.verb > predicate.verb && one.subject);
  return next?.subject
    ? actorOf(context.words.slice(next.subject.first, next.subject.last))
    : 'none';
}

function classesOf(
  words: readonly Word[],
  extra?: (word: Word) => string | undefined,
): ReadonlySet<string> {
  const all = new Set<string>();
  for (const word of words) {
    for (const name of word.classes) all.add(name);
    const more = extra?.(word);
    if (more) all.add(more);
  }
  return all;
}

// --- How surely ----------------------------------------------------------------------------------

interface Certainty {
  readonly modality: Modality;
  readonly rung?: number;
  /** Whether an infinitive is the governing verb's own predicate: "is able to repair", "prompts … to heal". */
  readonly governed?: boolean;
}

function modalityOf(predicate: Predicate, context: Context, partner: Frame | undefined): Certainty {
  const { words, cues } = context;
  const hedge = hedgeBefore(predicate, context);
  if (predicate.modal === 'may')
    return { modality: 'hedged', rung: words[predicate.start]?.norm === 'may' ? 4 : 3 };
  if (hedge !== undefined) return { modality: 'hedged', rung: hedge, governed: true };
  if (predicate.modal) return { modality: predicate.modal };
  if (cues.some((cue) => cue.name === 'ability' && governs(cue, predicate)))
    return { modality: 'can', governed: true };
  if (partner && sharesModality(predicate, words, partner))
    return {
      modality: partner.modality,
      ...(partner.rung === undefined ? {} : { rung: partner.rung }),
    };
  if (predicate.form === 'infinitive') return infinitive(predicate, context, partner);
  const boosted = words
    .slice(predicate.start, predicate.verb)
    .some((word) => word.classes.has('booster'));
  return { modality: boosted ? 'boosted' : 'asserted' };
}

function governedForm(
  { form, joined }: Predicate,
  governed: boolean | undefined,
  partner: Frame | undefined,
): Form {
  if (form === 'infinitive' && governed)
    return partner?.form === 'infinitive' ? form : (partner?.form ?? 'finite');
  return joined !== undefined && form === 'finite' && partner ? partner.form : form;
}

/** A cue reaches the verb that it ends at, over an adverb or two. */
function governs(cue: Match, predicate: Predicate): boolean {
  return (
    cue.first < predicate.verb && cue.last <= predicate.verb && cue.last >= predicate.start - 2
  );
}

/** Coordination shares a modal: "may ease pain and improve function"; "may ease pain and improves" does not. */
function sharesModality(predicate: Predicate, words: readonly Word[], partner: Frame): boolean {
  if (predicate.joined === undefined) return false;
  const form = words[predicate.verb]?.form;
  return (
    predicate.form === 'infinitive' ||
    form === 'base' ||
    form === 'participle' ||
    (form === 'ing' && partner.modality === 'hedged')
  );
}

function hedgeBefore(predicate: Predicate, context: Context): number | undefined {
  const { words, cues } = context;
  const governor = cues.find((cue) => cue.name === 'hedge-governor' && governs(cue, predicate));
  if (governor) return governor.rung ?? 3;
  for (let i = predicate.verb - 1; i >= 0 && i >= predicate.start - 3; i--) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && i < predicate.start) || word.tag === 'rel') break;
    if (word.classes.has('hedge-adverb')) return 3;
    if (word.classes.has('hedge-verb') && i >= predicate.start - 1) return 4;
  }
  return undefined;
}

/** Verbs that hand their certainty on to the infinitive: "prompts your own cells to regenerate". */
const CAUSATIVE =
  /^(?:help|enable|allow|let|cause|prompt|encourage|stimulate|trigger|instruct|signal|teach|tell|force|coax|push|get|harness|activate|direct|mobilise|mobilize|work|use|combine|permit|make|recruit|team up|offer|provide|give|spare|free)$/;

function infinitive(predicate: Predicate, context: Context, partner: Frame | undefined): Certainty {
  if (partner && CAUSATIVE.test(partner.lemma))
    return { modality: partner.modality, governed: true };
  const shown = context.cues.some(
    (cue) => (cue.name === 'vague-attribution' || cue.name === 'proof') && governs(cue, predicate),
  );
  return shown ? { modality: 'asserted', governed: true } : { modality: 'aimed', rung: 2 };
}

// --- Whose claim ---------------------------------------------------------------------------------

function attributionOf(at: number, { cues, words }: Context): Frame['attribution'] {
  if (isStudy(words)) return 'study';
  const before = cues.filter((cue) => cue.first <= at + 1);
  if (before.some((cue) => cue.name === 'proof')) return 'proof';
  return before.some((cue) => cue.name === 'vague-attribution') ? 'vague' : 'none';
}

/** A study named with its design, or with a comparator and a figure. */
function isStudy(words: readonly Word[]): boolean {
  const figures = words.some((word) => word.tag === 'num');
  return words.some(
    (word) => word.classes.has('study-design') || (figures && word.classes.has('comparator')),
  );
}

/** The first predicate's negation and excuse reach what hangs on it; a hedge does not. */
function inherited(predicate: Predicate, partner: Frame | undefined): Excuse | undefined {
  if (!partner?.excuse) return undefined;
  // What is being studied is left open; a participle that hangs on it may still assert.
  if (partner.excuse === 'asked' && HANGS.has(predicate.form)) return undefined;
  if (partner.excuse !== 'negated') return partner.excuse;
  return predicate.form === 'relative' || predicate.subject ? undefined : 'negated';
}

function excuseOf(predicate: Predicate, context: Context): Excuse | undefined {
  const { words, question } = context;
  if (predicate.negated) return 'negated';
  if (
    predicate.subject &&
    actorOf(words.slice(predicate.subject.first, predicate.subject.last)) === 'nobody'
  )
    return 'negated';
  if (words[predicate.start - 1]?.classes.has('without')) return 'negated';
  if (question) return 'asked';
  if (inScareQuotes(words, predicate.start)) return 'distanced';
  return excuseAt(predicate.start, predicate.verb, context);
}

/** Cues before a place excuse it, unless "but" or a semicolon stands between. */
function excuseAt(at: number, verb: number, context: Context): Excuse | undefined {
  const { words, cues } = context;
  const from = lastTurn(words, at);
  for (const cue of cues) {
    if (cue.name === 'laboratory') return 'laboratory';
    if (cue.name === 'animal') return 'animal';
    if (cue.name === 'other-sense' && cue.last > at - 2 && cue.first <= verb + 3)
      return 'other-sense';
    if (cue.first > verb || cue.first < from) continue;
    if (cue.name === 'distance') return 'distanced';
    if (cue.name === 'caveat' && cue.last <= verb + 1) return 'unproven';
    if (
      cue.name === 'hedge-governor' &&
      cue.rung === 1 &&
      cue.last <= verb &&
      !commaBetween(words, cue.last, at)
    )
      return 'asked';
  }
  for (let i = at - 1; i >= from && i >= 0; i--) {
    const word = words[i];
    if (!word || word.norm === ',') break;
    // "how it works" names a question; "works" claims nothing there.
    if (words[verb]?.classes.has('work') && /^(?:how|why|what|whether)$/.test(word.norm))
      return 'asked';
    if (word.tag === 'conj' && word.classes.has('whether')) return 'asked';
  }
  return undefined;
}

const OPENS = /^["“‘]$/;
const CLOSES = /^["”’]$/;

/** Whether a place stands inside a few quoted words that are no sentence of their own: not the author's. */
function inScareQuotes(words: readonly Word[], at: number): boolean {
  // What an expert is quoted to praise the author stands behind.
  if (words.some((word) => word.classes.has('expert') || word.norm === 'dr' || word.norm === 'we'))
    return false;
  let open = -1;
  for (let i = at; i >= 0 && i > at - 8; i--) {
    const norm = words[i]?.norm ?? '';
    if (OPENS.test(norm) && !(norm === '"' && i === at)) {
      open = i;
      break;
    }
    if (norm === '”' || norm === '.') return false;
  }
  if (open < 1 || words[open - 1]?.norm === ':' || words[open - 1]?.norm === ',') return false;
  for (let i = at; i < open + 9; i++) if (CLOSES.test(words[i]?.norm ?? '')) return true;
  return false;
}

const HANGS: ReadonlySet<Form> = new Set(['participle', 'by-phrase', 'relative']);

function commaBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words[i]?.norm === ',') return true;
  return false;
}

function lastTurn(words: readonly Word[], at: number): number {
  for (let i = at - 1; i > 0; i--) {
    const word = words[i];
    if (
      word?.norm === ';' ||
      word?.norm === 'but' ||
      word?.norm === 'yet' ||
      word?.norm === 'whereas'
    )
      return i;
  }
  return 0;
}

// --- Phrases that claim by themselves ------------------------------------------------------------

function phraseFrame(match: Match, context: Context): Frame {
  const { words, question } = context;
  const hedged = hedgedPhrase(match, context);
  const excuse = question
    ? 'asked'
    : (negatedPhrase(match, words) ??
      (inScareQuotes(words, match.first) ? 'distanced' : undefined) ??
      excuseAt(match.first, match.first, context));
  const host = context.predicates.findLast(
    (one) => one.start <= match.first && one.end + 1 >= match.first,
  );
  const subject = host?.subject;
  const form: Form = 'phrase';
  return {
    sentence: context.index,
    span: span(words, match.first, match.last),
    head: span(words, match.first, match.first + 1),
    ...(subject ? { subject: span(words, subject.first, subject.last) } : {}),
    lemma: words[match.first]?.norm ?? '',
    verb: new Set([match.name]),
    form,
    passive: false,
    modality: hedged === undefined ? (host?.modal === 'can' ? 'can' : 'asserted') : 'hedged',
    ...(hedged === undefined ? {} : { rung: hedged }),
    actor: subject ? actorOf(words.slice(subject.first, subject.last)) : 'none',
    target: classesOf(words.slice(match.first, match.last + 3)),
    degree: classesOf(words.slice(Math.max(0, match.first - 1), match.last + 1), (word) =>
      word.tag === 'num' ? 'number' : undefined,
    ),
    attribution: attributionOf(match.first, context),
    ...(excuse ? { excuse } : {}),
  };
}

function hedgedPhrase(match: Match, { words, cues, predicates }: Context): number | undefined {
  const host = predicates.findLast((one) => one.start <= match.first && one.end + 4 >= match.first);
  if (host?.modal === 'may') return 4;
  if (
    cues.some(
      (cue) =>
        cue.name === 'hedge-governor' && cue.last <= match.first + 1 && cue.last >= match.first - 6,
    )
  )
    return 3;
  for (let i = match.first; i >= 0 && i >= match.first - 4; i--)
    if (
      words[i]?.classes.has('hedge-adverb') ||
      words[i]?.norm === 'potential' ||
      words[i]?.norm === 'possible'
    )
      return 3;
  return undefined;
}

function negatedPhrase(match: Match, words: readonly Word[]): Excuse | undefined {
  for (let i = match.first - 1; i >= 0 && i >= match.first - 5; i--) {
    const word = words[i];
    if (
      !word ||
      (word.tag === 'mark' && word.norm !== '“' && word.norm !== '‘' && word.norm !== '"') ||
      word.tag === 'rel'
    )
      return undefined;
    if (word.tag === 'not' || word.norm === 'no' || word.norm === 'without' || word.norm === 'nor')
      return 'negated';
    if (word.tag === 'verb' && i < match.first - 2) return undefined;
  }
  return undefined;
}
