/** Whose claim it is: negation, questions, quotation, distance, studies. */

import { actorOf } from './actors.ts';
import type { Excuse, Form, Frame, Unweighed } from './claims.ts';
import type { Predicate } from './clauses.ts';
import { isDenied } from './reporting.ts';
import type { Context } from './sentence-context.ts';
import type { Word } from './words.ts';

export function attributionOf(at: number, { cues, words }: Context): Frame['attribution'] {
  if (isStudy(words)) return isUncontrolled(words) ? 'uncontrolled' : 'study';
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

/** A design without a control group: what followed need not be an effect. */
function isUncontrolled(words: readonly Word[]): boolean {
  return (
    words.some((word) => word.classes.has('uncontrolled')) &&
    !words.some((word) => /^(?:randomi[sz]ed|controlled|placebo|sham)/.test(word.norm))
  );
}

/** The first predicate's negation and excuse reach what hangs on it; a hedge does not. */
export function inherited(
  predicate: Predicate,
  partner: Unweighed | undefined,
): Excuse | undefined {
  if (!partner?.excuse) return undefined;
  // What is being studied is left open; a participle that hangs on it may still assert.
  if (partner.excuse === 'asked' && HANGS.has(predicate.form)) return undefined;
  if (partner.excuse !== 'negated') return partner.excuse;
  return predicate.form === 'relative' || predicate.subject ? undefined : 'negated';
}

export function excuseOf(predicate: Predicate, context: Context): Excuse | undefined {
  const { words, question } = context;
  if (predicate.negated || isAbsence(predicate, words)) return 'negated';
  if (isNotAll(predicate, words)) return 'negated';
  if (
    predicate.subject &&
    actorOf(words.slice(predicate.subject.first, predicate.subject.last)) === 'nobody'
  )
    return 'negated';
  if (words[predicate.start - 1]?.classes.has('without')) return 'negated';
  if (predicate.form === 'by-phrase' && words[predicate.start - 2]?.tag === 'not') return 'negated';
  // "shows no benefit"; "no more pain" is one.
  if (words[predicate.verb + 1]?.norm === 'no' && words[predicate.verb + 2]?.norm !== 'more')
    return 'negated';
  if (question) return 'asked';
  if (isDenied(predicate.start, context)) return 'unproven';
  if (inScareQuotes(words, predicate.start)) return 'distanced';
  return excuseAt(predicate.start, predicate.verb, context);
}

/** "Not everyone responds" */
function isNotAll({ subject }: Predicate, words: readonly Word[]): boolean {
  if (!subject) return false;
  return words[subject.first]?.tag === 'not' || words[subject.first - 1]?.tag === 'not';
}

/** "There is no cure"; what is said to be lacking may still be a claim, as a phrase of its own. */
function isAbsence({ start, verb }: Predicate, words: readonly Word[]): boolean {
  if (words[verb]?.tag !== 'aux' || words[start - 1]?.norm !== 'there') return false;
  const next = words.slice(verb + 1).find(({ tag }) => tag !== 'adv');
  return next?.norm === 'no';
}

/** Cues before a place excuse it, unless "but" or a semicolon stands between. */
export function excuseAt(at: number, verb: number, context: Context): Excuse | undefined {
  const { words, cues } = context;
  const from = lastTurn(words, at);
  for (const cue of cues) {
    if (cue.name === 'laboratory') return 'laboratory';
    if (cue.name === 'animal') return 'animal';
    if (cue.name === 'biology') return 'other-sense';
    if (cue.name === 'course' && !words.slice(0, cue.first).some(isTherapy)) return 'other-sense';
    if (cue.name === 'other-use' && cue.first <= verb && verb < cue.last) return 'other-sense';
    if (cue.name === 'refuted') return 'distanced';
    if (cue.name === 'other-sense' && cue.last > at - 2 && cue.first <= verb + 3)
      return 'other-sense';
    if (cue.first > verb || cue.first < from) continue;
    if (cue.name === 'distance') return 'distanced';
    if (cue.name === 'caveat' && cue.last <= verb + 1) return 'unproven';
    if (cue.name === 'requirement' && cue.first < at && !pauseBetween(words, cue.last, at))
      return 'unproven';
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

const OPENS: ReadonlySet<string> = new Set(['"', '“', '‘']);
const CLOSES: ReadonlySet<string> = new Set(['"', '”', '’']);

/** Whether a place stands inside a few quoted words that are no sentence of their own: not the author's. */
export function inScareQuotes(words: readonly Word[], at: number): boolean {
  let open = -1;
  for (let i = at; i >= 0 && i > at - 8; i--) {
    const norm = words[i]?.norm ?? '';
    if (OPENS.has(norm) && !(norm === '"' && i === at)) {
      open = i;
      break;
    }
    if (norm === '”' || norm === '.') return false;
  }
  if (open === 0 && isTalkedOf(words, at)) return true;
  if (open < 1 || words[open - 1]?.norm === ':' || words[open - 1]?.norm === ',') return false;
  // What an expert is quoted to praise the author stands behind.
  if (words.some((word) => word.classes.has('expert') || word.norm === 'dr' || word.norm === 'we'))
    return false;
  for (let i = at; i < open + 9; i++) if (CLOSES.has(words[i]?.norm ?? '')) return true;
  return false;
}

/** "“Zero risk”: no treatment has none", "“Guaranteed regrowth” is nonsense": the sentence is about the words. */
function isTalkedOf(words: readonly Word[], at: number): boolean {
  const close = words.findIndex(({ norm }, i) => i > at && CLOSES.has(norm));
  const next = close < 0 ? undefined : words[close + 1];
  return (
    next !== undefined && (next.norm === ':' || (next.tag === 'aux' && next.classes.has('be')))
  );
}

const HANGS: ReadonlySet<Form> = new Set(['participle', 'by-phrase', 'relative']);

const isTherapy = ({ classes }: Word): boolean =>
  classes.has('therapy') || classes.has('product') || classes.has('cell');

function pauseBetween(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(({ norm }) => /^[,;:.!?()—–]$/.test(norm));
}

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
