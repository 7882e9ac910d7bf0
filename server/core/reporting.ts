/** What a clause is said under: "nothing shows that …" denies it, "myths do not exist" its subject. */

import { actorOf } from './actors.ts';
import type { Predicate } from './clauses.ts';
import type { Context } from './sentence-context.ts';
import type { Word } from './words.ts';

/** Whether the clause at a place is what nobody found, or what something does not mean. */
export function isDenied(at: number, { words, predicates }: Context): boolean {
  const own = predicates.find(({ start, end }) => start <= at && at < end);
  const first = own?.subject?.first ?? own?.start ?? at;
  const from = words[first]?.norm === 'that' ? first + 1 : first;
  return predicates.some(
    (one) =>
      one.verb < from &&
      words[one.verb]?.classes.has('finding-verb') === true &&
      denies(one, { words }) &&
      isComplement(words, one.verb + 1, from),
  );
}

/** "find the cells …", "find that …", "say that … or that …": what stands from `from` is what is found. */
function isComplement(words: readonly Word[], after: number, from: number): boolean {
  const between = words.slice(after, from);
  const links = ({ tag, norm }: Word) => norm === 'that' || tag === 'adv' || /^["“‘]$/.test(norm);
  if (between.every(links)) return true;
  if (between[0]?.norm !== 'that' || between.at(-1)?.norm !== 'that') return false;
  return between.at(-2)?.tag === 'conj' && !between.some(({ norm }) => /^(?:;|but)$/.test(norm));
}

/** "Long-term results are lacking", "success was defined as": the verb leaves its subject open. */
export function isOpenSubject(at: number, name: string, context: Context): boolean {
  const { words, cues, predicates } = context;
  return predicates.some((one) => {
    const { subject, start, verb, end, passive } = one;
    if (!subject || subject.first > at || at >= start) return false;
    const finds = words[verb]?.classes.has('finding-verb') || words[verb]?.lemma === 'exist';
    if ((finds || (MEASURES.has(name) && passive)) && denies(one, { words })) return true;
    return cues.some(
      (cue) =>
        (cue.name === 'caveat' || (cue.name === 'measured' && MEASURES.has(name))) &&
        cue.first >= start - 1 &&
        cue.first <= end,
    );
  });
}

// Names of patterns that name a result, and claim one only with what is said of it.
const MEASURES: ReadonlySet<string> = new Set([
  'lasting',
  'outcome-promise',
  'figure',
  'effective',
]);

function denies(one: Predicate, { words }: Pick<Context, 'words'>): boolean {
  if (one.negated || words[one.verb + 1]?.classes.has('nobody')) return true;
  const { subject } = one;
  return subject !== undefined && actorOf(words.slice(subject.first, subject.last)) === 'nobody';
}
