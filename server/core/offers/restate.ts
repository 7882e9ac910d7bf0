/** Set phrases with a known honest counterpart: figures, quantities, safety, praise, bold leads. */

import { capital, cut, fixArticle, splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { withoutReasons } from './known.ts';
import { SET_PHRASES } from './set-phrases.ts';
import { baseOf } from './verbs.ts';

export function* restated(passage: Passage): Iterable<Rewrite> {
  const { text, sentence, topic = '', state } = passage;
  const { start, end } = sentence.sentence;
  const own = text.slice(start, end);
  for (const { topics, kinds, from, to } of SET_PHRASES) {
    if (topics && !topics.includes(topic)) continue;
    if (kinds && !kinds.includes(state.block.kind)) continue;
    const match = from.exec(own);
    if (!match || !touches(passage, start + match.index, match[0].length, to)) continue;
    let by = to.replace(/\$(\d)/g, (_, group: string) => {
      const words = match[Number(group)] ?? '';
      return to.startsWith('How') ? words.toLowerCase() : words;
    });
    by = by.replace('@be', /^(?:carries|has|poses|involves)\b/i.test(match[0]) ? 'is' : 'are');
    by = by.replace('@1', match[1] === '' ? 'e' : (match[1] ?? ''));
    by = by.replace('do@es', match[1] === 's' ? 'does' : 'do');
    const small = match.index > 0 && /^(?:in|of|for|and)$/.test(by.trim());
    const begins = match.index === 0 && /^\d/.test(match[0]);
    if (/^['’]/.test(match[0]) && /^\w/.test(by)) by = ` ${by}`;
    const lead = (begins || /^\p{Lu}/u.test(match[0])) && /^\p{Ll}/u.test(by) && !small;
    if (lead) by = capital(by);
    const at = start + match.index;
    // "harmless when the equipment is sterile": the condition does not bring the risk about.
    if (
      by.endsWith('not free of risk') &&
      /^ (?:when|if)\b/.test(own.slice(match.index + match[0].length))
    )
      by += ' even';
    const put = fixArticle(agreeing(passage, at + match[0].length, by, at), at);
    const opens = !/\p{L}/u.test(own.slice(0, match.index));
    const after = REASONED.has(topic)
      ? withoutReason(put, start, end + put.length - text.length)
      : opens && by === ''
        ? capitalAt(put, at)
        : put;
    const kind = by === '' ? 'cut' : 'weaken';
    const title = by === '' ? `Cut ${quoted(match[0])}` : `Write ${quoted(by)}`;
    yield { text: after, kind, title };
  }
  yield* withoutGerund(passage);
  yield* notOnly(passage);
}

/** The text with the words put in, and "every patient comes" as "some patients come". */
function agreeing(passage: Passage, end: number, by: string, start: number): string {
  const { words, predicates, text } = passage;
  const put = splice(text, start, end, by);
  if (!/^some\s+\w+s\b/i.test(by)) return put;
  let after = put;
  for (const { start: at, subject } of predicates) {
    const verb = words[at];
    const own = subject && words[subject.first];
    if (!verb || verb.start < end) continue;
    // "every patient who has it comes back": both verbs, but no later clause's.
    const before = subject && words[subject.first - 1];
    if (own && own.start >= end && /^(?:conj|mark)$/.test(before?.tag ?? '')) break;
    const third = verb.tag === 'verb' && verb.form === 's';
    const many = MANY.get(verb.norm) ?? (third ? baseOf(verb) : undefined);
    const moved = after.length - text.length;
    if (many !== undefined) after = splice(after, verb.start + moved, verb.end + moved, many);
  }
  return after;
}

const MANY: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
]);

const capitalAt = (text: string, at: number): string =>
  splice(text, at, at + 1, text.charAt(at).toUpperCase());

/** Rules whose claims come with a reason that would not fit what is left. */
const REASONED: ReadonlySet<string> = new Set(['safety', 'everyone']);

/** "Since the cells are hidden, …", "Apart from that, …": a reason for the opposite, or an aside. */
const BEFORE =
  /^(?:(?:because|since|as) [^,.;]+, |(?:apart from|beyond|other than) that,? |otherwise,? )/i;

/** The sentence at `start` without what it gave as a reason for there being no harm. */
function withoutReason(text: string, start: number, end: number): string {
  const own = withoutReasons(text.slice(start, end)).replace(AS, '').replace(SINCE, '');
  const match = BEFORE.exec(own.replace(/\s/g, ' '));
  const from = match?.[0].length ?? 0;
  const left = match ? own.charAt(from).toUpperCase() + own.slice(from + 1) : own;
  return splice(text, start, end, left);
}

/** ", since young cells have no memory": whatever it names, it was a reason for there being no harm. */
const SINCE = /,\s+(?:since|because|as)\s[^,.;!?]*(?=[.;!?]|$)/;

const AS =
  /,?\s+as (?:the |your |our |it |they |these )?(?:stem )?(?:cells?|it|they|material|blood)\b[^.;!?]*(?=[.;!?]|$)/;

/** A set phrase counts where it overlaps what the finding marks, or stands right beside it. */
function touches({ words, first, last }: Passage, at: number, length: number, to: string): boolean {
  const from = words[Math.max(0, first - (to.endsWith(' that') ? 10 : 2))]?.start ?? 0;
  const until = words[Math.min(words.length - 1, last + 1)]?.end ?? 0;
  return at < until && at + length > from;
}

/** "Calming Inflammation:" -> "Inflammation:"; "Healing the ligament" -> "Treating the ligament". */
function* withoutGerund({ text, words, first, sentence, state }: Passage): Iterable<Rewrite> {
  const word = words[first];
  const next = words[first + 1];
  if (!word || !next || first > 0 || word.form !== 'ing' || word.end > next.start) return;
  const title = state.block.kind === 'heading' || state.block.kind === 'title';
  const lead = title || /^[^.?!]{0,60}:/.test(text.slice(sentence.sentence.start));
  if (!lead && !sentence.fragment) return;
  // "Softening of scar": the noun goes with its preposition.
  const after = next.norm === 'of' ? words[first + 2] : undefined;
  if (after) {
    yield {
      text: cut(text, word.start, next.end, sentence.sentence.start),
      kind: 'cut',
      title: `Cut ${quoted(text.slice(word.start, next.end))}`,
    };
    return;
  }
  if (next.tag !== 'det')
    yield {
      text: cut(text, word.start, word.end, sentence.sentence.start),
      kind: 'cut',
      title: `Cut ${quoted(text.slice(word.start, word.end))}`,
    };
  yield {
    text: splice(text, word.start, word.end, 'Treating'),
    kind: 'weaken',
    title: 'Write “Treating”',
  };
}

/** "treating not only the pain but also the damaged tissues that …" -> "treating the pain". */
function* notOnly({ text, sentence }: Passage): Iterable<Rewrite> {
  const { start, end } = sentence.sentence;
  const own = text.slice(start, end);
  const match =
    /\bnot\s+(?:only|just)\s+((?:the\s+|an?\s+)?[\w\s]+?),?\s+but\s+(?:also\s+)?[^,.;:!?]+/i.exec(
      own,
    );
  if (!match) return;
  const at = start + match.index;
  yield {
    text: splice(text, at, at + match[0].length, match[1] ?? ''),
    kind: 'cut',
    title: `Write ${quoted(match[1] ?? '')}`,
  };
}
