/** What a clause can bear: a hedge, or being put in doubt. Reports, counts, cases and wit bear neither. */

import type { Predicate } from '../clauses.ts';
import { isMain } from './joints.ts';
import type { Passage } from './passage.ts';

/** A hedge is for a general claim on what people feel or can do; never for what somebody saw or counted. */
export function bearsHedge(passage: Passage, host: Predicate): boolean {
  const { claims, suspected, predicates, words } = passage;
  const head = headOf(host, predicates);
  if (!isGeneral(passage, head) || isReported(passage, head) || namesOne(passage, host))
    return false;
  const be = words[host.verb];
  const said = words.slice(host.verb + 1).find(({ tag }) => tag !== 'adv');
  if (be?.tag === 'aux' && be.lemma === 'be' && /^(?:det|prep|noun)$/.test(said?.tag ?? ''))
    return false;
  const subject = head.subject && words[head.subject.last - 1];
  if (subject && /^(?:i|we)$/.test(subject.norm)) return false;
  const stop = words.findIndex(
    ({ tag, norm }, i) => i > host.verb && tag === 'mark' && /^[.;:!?]$/.test(norm),
  );
  const clause = words.slice(host.start, stop < 0 ? words.length : stop);
  if (clause.some(({ norm }) => FIGURE.test(norm))) return false;
  const has = (names: readonly string[], of: 'target' | 'verb'): boolean =>
    claims.some(({ frame }) => names.some((name) => frame[of].has(name)));
  if (!suspected) return has(FELT, 'target') || has(HELPS, 'verb');
  const acts = claims.some(({ actor }) => actor === 'regenerative' || actor === 'open');
  return acts && has(FELT, 'target') && has(EASES, 'verb');
}

const FELT = ['symptom', 'function', 'benefit-noun'];
const EASES = ['relieve', 'improve'];
const HELPS = ['recover', 'respond', 'treat', 'effective', 'good', 'benefit', 'work', 'mask'];

/** What a hedge does not cover: "may shrink scars by half". */
const FIGURE = /^(?:\d.*|%|percent|per cent|half|twice|double|fold)$/;

/** Whether "it is not known whether" can stand before the clause. */
export function bearsDoubt(passage: Passage, clause: Predicate): boolean {
  return isGeneral(passage, clause) && !isReported(passage, clause) && !namesOne(passage, clause);
}

/** "It is put into the skin, leading to gains": the doubt would fall on what was done. */
export function isElsewhere({ claims, words }: Passage, main: Predicate, host: Predicate): boolean {
  const { form, start, joined } = host;
  if (start <= main.verb || joined !== undefined) return false;
  if (form === 'finite') return !isMain(words, host);
  const hangs = form === 'participle' || form === 'relative' || form === 'reduced';
  return hangs && !claims.some(({ frame }) => frame.form === 'finite');
}

/**
 * Whether one doubt can cover what is said from the word at `at` on: not "they home in, they dock",
 * nor the last of three claims, nor what a colon sets apart.
 */
export function saysOneThing(
  { words, predicates }: Passage,
  clause: Predicate,
  at: number,
): boolean {
  const clauses = predicates.filter(
    (one) => one.subject !== undefined && one.form === 'finite' && isMain(words, one),
  );
  const chained = clauses.some((one) => {
    const from = one.subject?.first ?? 0;
    const apart = words[from - 1]?.norm === ',' && words[from]?.norm !== 'so';
    return one !== clause && apart && from > at;
  });
  if (chained || clauses.filter(({ verb }) => verb < at).length > 1) return false;
  return !words.some(({ norm }, i) => norm === ':' && i >= at && i < words.length - 1);
}

/** The first of coordinated verbs, which has the subject. */
function headOf(host: Predicate, predicates: readonly Predicate[]): Predicate {
  const up = host.subject || host.joined === undefined ? undefined : predicates[host.joined];
  return up ? headOf(up, predicates) : host;
}

/** In the present, or of what will be, on nobody in particular and no number of people. */
function isGeneral(passage: Passage, clause: Predicate): boolean {
  const { words, suspected, claims } = passage;
  if (isParticular(passage, clause)) return false;
  const perfect = words.slice(clause.start, clause.verb).some(({ norm }) => HAVE.test(norm));
  if (!perfect && !isPast(passage, clause)) return true;
  // "The infusion eased her pain" says what caused it; what else was, was.
  return !suspected && claims.some(({ actor }) => CAUSING.has(actor));
}

function isPast({ words }: Passage, { start, verb }: Predicate): boolean {
  const group = words.slice(start, verb + 1);
  const main = words[verb];
  const alone = group.length === 1 && main?.tag === 'verb';
  if (alone && (main.form === 'past' || main.form === 'participle')) return true;
  return group.some(({ norm, tag }) => tag === 'aux' && WAS.test(norm));
}

const HAVE = /^(?:has|have|['’]ve)$/;
const WAS = /^(?:was|were|had|did)$/;
const CAUSING: ReadonlySet<string> = new Set(['regenerative', 'open', 'outcome']);

function isParticular({ words, suspected }: Passage, { subject }: Predicate): boolean {
  if (!subject) return false;
  const own = words.slice(subject.first, subject.last);
  if (own.some(({ norm }) => SOMEBODY.test(norm))) return true;
  // "Most patients feel relief" can be said of some.
  const some = !suspected && /^(?:most|all)$/.test(words[0]?.norm ?? '') && subject.last <= 2;
  if (some) return false;
  const phrase = words.slice(Math.max(0, subject.first - 3), subject.last);
  const people = phrase.some(({ norm, classes }) => PEOPLE.test(norm) || classes.has('person'));
  return people && phrase.some(({ norm, tag }) => tag === 'num' || COUNTS.test(norm));
}

const SOMEBODY = /^(?:i|he|she|who|whoever|mine|everyone|everybody|nobody|no one)$/;
const PEOPLE =
  /^(?:patients?|people|clients?|guests?|members?|visitors?|men|women|those|folk|folks|players|athletes|of|us|them)$/;
const COUNTS =
  /^(?:most|many|few|all|plenty|dozens|hundreds|thousands|millions|majority|number|half|our|my)$/;

/** Under what somebody says, finds or thinks: that they do is a fact, and what they say is theirs. */
function isReported({ words, predicates }: Passage, { start, subject }: Predicate): boolean {
  const at = subject?.first ?? start;
  return predicates.some((one) => {
    const verb = words[one.verb];
    if (one.verb >= at || !verb || one.form !== 'finite') return false;
    const between = words.slice(one.verb + 1, at);
    if (between.some(({ tag }) => tag === 'mark')) return false;
    const that = between.length === 0 || between.some(({ norm }) => norm === 'that');
    return SAYS.test(verb.lemma) ? that : verb.lemma === 'be' && between[0]?.norm === 'that';
  });
}

const SAYS =
  /^(?:say|tell|report|find|agree|maintain|believe|think|mean|explain|describe|write|feel|see|insist|claim|swear|argue|add|note|recall|know)$/;

/** "Margaret, 66, is bowling again", "This is how it works": one case, or a phrase that is no claim. */
function namesOne({ words }: Passage, { verb, subject }: Predicate): boolean {
  const main = words[verb];
  const first = subject && words[subject.first];
  if (first && first.senses.length === 0 && words[subject.last]?.norm === ',') {
    if (words[subject.last + 1]?.tag === 'num') return true;
  }
  // "They do what is needed".
  if (main?.lemma === 'do') return true;
  if (main?.tag !== 'aux' || main.lemma !== 'be') return false;
  const said = words.slice(verb + 1).filter(({ tag }) => tag !== 'adv' && tag !== 'mark');
  const [opening] = said;
  if (!opening) return true;
  const noun = ['det', 'pron', 'noun', 'num', 'prep', 'rel', 'verb', 'to'].includes(opening.tag);
  return noun && !said.some(({ norm, classes }) => classes.has('comparative') || LIKE.test(norm));
}

/** What makes a predicate noun a comparison or a use, which can be true or not. */
const LIKE =
  /^(?:alternative|substitute|replacement|effective|equivalent|equal|free|safe|enough|useful|valuable|helpful|benefit|free of|free from|as)$|^(?:more|less|better|best|superior)\b/;
