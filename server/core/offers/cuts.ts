/** What is left out: a hanging part, a word of praise, at last the sentence. */

import { cut, splice } from './changes.ts';
import { mayGo, OPENS_PHRASE, startsClause } from './joints.ts';
import { bodyEnd, type Passage } from './passage.ts';
import type { Word } from '../words.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { clausesAround, partsAround } from './segments.ts';

/** Parts that hang on the sentence and hold the finding. */
export function* cutParts(passage: Passage): Iterable<Rewrite> {
  const { words, first } = passage;
  // "Drawing of a knee in which cells rebuild cartilage": a caption says what is seen.
  const rel = words.findLastIndex(({ tag }, i) => tag === 'rel' && i < first);
  if (passage.state.block.kind === 'alt' && rel > 0)
    yield* captionCut(
      passage,
      /^(?:in|on|by|with|at|of|from|through)$/.test(words[rel - 1]?.norm ?? '') ? rel - 1 : rel,
    );
  for (const { first, last } of partsAround(passage)) {
    if (last - first >= bodyEnd(words)) continue;
    yield* cutting(passage, first, last);
  }
}

function* captionCut({ text, words, sentence }: Passage, from: number): Iterable<Rewrite> {
  const start = words[from]?.start ?? 0;
  const end = words[bodyEnd(words) - 1]?.end ?? text.length;
  const title = `Cut ${quoted(text.slice(start, end))}`;
  yield { text: cut(text, start, end, sentence.sentence.start), kind: 'cut', title };
}

/** "It restores cartilage and may ease pain" -> "It may ease pain": the bare half goes, the honest one stays. */
export function* cutFirst(passage: Passage): Iterable<Rewrite> {
  const { words, predicates, text, first, sentence } = passage;
  for (const [at, one] of predicates.entries()) {
    const next = predicates.find(({ joined }) => joined === at);
    const from = words[one.start];
    const to = next && words[next.start];
    if (!from || !to || !one.subject || next.subject || one.negated || one.modal === 'may')
      continue;
    const before = words[next.start - 1]?.norm;
    const honest =
      next.modal === 'may'
        ? before === 'and' || before === 'but'
        : next.negated && before === 'but';
    if (!honest || first < one.start || first >= next.start) continue;
    yield {
      text: cut(text, from.start, to.start, sentence.sentence.start),
      kind: 'cut',
      title: `Cut ${quoted(text.slice(from.start, to.start))}`,
    };
  }
}

/** A clause of its own that holds the finding: "…; these cells repair it". */
export function* cutClauses(passage: Passage): Iterable<Rewrite> {
  for (const { first, last } of clausesAround(passage))
    if (last - first < bodyEnd(passage.words)) yield* cutting(passage, first, last);
}

const PRAISE = [
  'hype-strong',
  'hype-weak',
  'booster',
  'intensifier',
  'completely',
  'fast',
  'forever',
  'large',
  'duration',
  'comparative',
  'only-word',
  'natural',
];

const LASTING =
  /^(?:long|longer|lasting|durable|permanent|fast|faster|quick|quicker|rapid|superior|total|complete|full)\b/;

const DENIES =
  /^(?:no|not|never|without|excludes?|rules? out|eliminates?|avoids?|prevents?|free of)$/;

/** Adjectives and adverbs that say too much, and what the finding marks where that is an adjunct. */
export function* cutWords(passage: Passage): Iterable<Rewrite> {
  const { words, first, last } = passage;
  for (let i = first; i < last; i++) {
    const word = words[i];
    if (!word || (word.tag !== 'adj' && word.tag !== 'adv')) continue;
    if (!PRAISE.some((name) => word.classes.has(name)) && !LASTING.test(word.norm)) continue;
    const than = words.slice(i, i + 8).some(({ norm }) => norm === 'than');
    if (than && (word.classes.has('comparative') || /^(?:more|less)\b/.test(word.norm))) continue;
    if (/^(?:how|so|as|too)$/.test(words[i - 1]?.norm ?? '')) continue;
    // "excludes long-term hazards", "no real downtime": without its limit a denial denies more.
    if (
      word.tag === 'adj' &&
      words.slice(Math.max(0, i - 2), i).some(({ norm }) => DENIES.test(norm))
    )
      continue;
    // A predicate adjective is the claim itself: "is remarkable".
    const next = words[i + 1];
    if (word.tag === 'adv' || next?.tag === 'noun' || next?.tag === 'adj')
      yield* superlative(passage, i) ?? cutting(passage, i, i + 1);
  }
  yield* adjectives(passage);
  const marked = words.slice(first, last);
  if (marked.some(({ tag }) => tag === 'verb' || tag === 'aux')) return;
  const [opening] = marked;
  const before = words[first - 1];
  if (!opening || passage.topic === 'cure') return;
  if (opening.tag === 'prep' || opening.tag === 'adv' || opening.tag === 'adj')
    yield* cutting(passage, first, last);
  if (before?.tag === 'prep' && before.norm !== 'as' && opening.tag !== 'prep')
    yield* cutting(passage, first - 1, last);
}

/** "a safe and effective treatment" -> "a treatment". */
function* adjectives(passage: Passage): Iterable<Rewrite> {
  const { words, first, last } = passage;
  const from = words.findIndex(({ tag }, i) => i >= first && i < last && tag === 'adj');
  if (from < 0) return;
  let to = from;
  while (words[to]?.tag === 'adj' || words[to]?.tag === 'adv' || words[to]?.tag === 'conj') to++;
  const start = words[from - 1]?.tag === 'adv' ? from - 1 : from;
  const pair = words.slice(from, to).some(({ tag }) => tag === 'conj');
  if (pair && words[to]?.tag === 'noun' && to < last + 2 && words[to - 1]?.tag === 'adj')
    yield* cutting(passage, start, to);
}

/** What a superlative is measured by. */
const SINCE =
  /\s+(?:(?:for|in) (?:\w+ )?(?:years|decades|a generation|a decade|a century|centuries)|since [^,.;!?]+|of (?:our|all) times?|ever)(?=[.,;!?]|$)/;

/** "the most exciting advance" -> "an advance". */
function superlative({ text, words }: Passage, at: number): readonly Rewrite[] | undefined {
  const article = words[at - 1];
  const most = words[at];
  if (
    article?.norm !== 'the' ||
    !most ||
    !/^most\b|^(?:biggest|greatest|best|latest|leading)$/.test(most.norm)
  )
    return undefined;
  const rest = words.findIndex(({ tag }, i) => i > at && tag === 'noun');
  const noun = words[rest];
  if (!noun || rest > at + 3) return undefined;
  const plural = noun.form === 's' || /[^s]s$/.test(noun.norm);
  const by = plural ? '' : /^[aeiou]/.test(noun.norm) ? 'an ' : 'a ';
  const all = words[rest + 1]?.norm === 'of' && words[rest + 2]?.norm === 'all';
  const end = (all ? words[rest + 2]?.end : undefined) ?? noun.end;
  const since = SINCE.exec(text.slice(end));
  const opens = text.charAt(article.start) === 'T';
  return [
    {
      text: splice(
        since ? splice(text, end + since.index, end + since.index + since[0].length, '') : text,
        article.start,
        end,
        (opens ? by.replace('a', 'A') : by) + text.slice(noun.start, noun.end),
      ),
      kind: 'cut',
      title: `Cut ${quoted(text.slice(most.start, noun.start))}`,
    },
  ];
}

function* cutting(passage: Passage, first: number, until: number): Iterable<Rewrite> {
  const { text, sentence, words } = passage;
  // What closes the sentence stays.
  const last = Math.min(until, Math.max(bodyEnd(words), first + 1));
  const from = words[first];
  const to = words[last - 1];
  if (!from || !to || !mayGo(passage, first, last)) return;
  const comma = listComma(passage, first, last);
  const after = cut(text, from.start, to.end, sentence.sentence.start);
  yield {
    text: comma ? splice(after, comma.at, comma.at + 1, ` ${comma.by}`) : after,
    kind: 'cut',
    title: `Cut ${quoted(text.slice(from.start, to.end))}`,
  };
}

/** "A, B and C" without C is "A and B": the comma that has to become the conjunction. */
function listComma({ words, predicates }: Passage, first: number, last: number) {
  const opening = words[words[first]?.norm === ',' ? first + 1 : first];
  if (opening?.norm !== 'and' && opening?.norm !== 'or') return undefined;
  if (last < bodyEnd(words) && words[last]?.tag !== 'mark') return undefined;
  for (let i = first - 1; i > 0; i--) {
    const word = words[i];
    if (!word || word.tag === 'conj' || word.tag === 'rel') return undefined;
    if (word.norm !== ',') continue;
    const next = words[i + 1];
    const like =
      next?.tag === 'verb'
        ? next.form !== 'ing' || opening.norm === 'or'
        : next?.tag === 'noun' || next?.tag === 'adj';
    const apart = startsClause(words, predicates, i + 1) || OPENS_PHRASE.test(words[0]?.norm ?? '');
    return like && !apart ? { at: word.start, by: opening.norm } : undefined;
  }
  return undefined;
}

/** The whole sentence; the whole paragraph or item, where it is the only one. */
export function* cutSentence(passage: Passage): Iterable<Rewrite> {
  const { text, sentence, state, scope } = passage;
  const { start, end } = sentence.sentence;
  const { kind, place } = state.block;
  // A cell cannot go: what stands in it is not known.
  if (kind === 'cell' && text.trim() !== '' && scope.start === 0 && isLast(text, end))
    yield {
      text: CELL,
      kind: 'weaken',
      title: `Write ${quoted(CELL)}`,
      sound: true,
    };
  // A tag goes from its list.
  if (kind === 'front-matter' && /^(?:tags|keywords|categories)$/i.test(place.key ?? ''))
    yield { text: '', kind: 'cut', title: `Cut the tag ${quoted(text)}`, block: true };
  if (TITLES.has(kind) && scope.start < start) yield* cutRange(text, start, end, kind);
  yield* answer(text, start, end);
  // A lead goes with the sentence that it led to, and a question with its answer.
  const from = Math.min(start, scope.start);
  yield* cutRange(text, ledFrom(passage, from, end), end, state.block.kind);
}

/** Where what led to the sentence at `from` begins: a question, or a lead as "The first months." */
export function ledFrom({ text, state }: Passage, from: number, end: number): number {
  const before = text.slice(0, from);
  if (text.slice(end).trim() !== '') return from;
  const [lead] = state.reading.sentences;
  if (lead && before.length < 30 && LEAD.test(before) && isVerbless(lead.words)) return 0;
  return QUESTION.exec(before)?.index ?? from;
}

const isVerbless = (words: readonly Word[]): boolean =>
  !words.some(({ tag }) => tag === 'verb' || tag === 'aux' || tag === 'modal');

const LEAD = /^\W*(?:\p{L}[\p{L}-]*\s+){0,4}\p{L}+[.:]\W*$/u;
const QUESTION = /(?<=^|[.!?]["”’)\]*_]*\s+)[^.!?]*\?["”’)\]*_]*\s*$/;

const CELL = 'Not known';

/** "Does it always work? Nine times out of ten.": without its answer the question would be stranded. */
function* answer(text: string, start: number, end: number): Iterable<Rewrite> {
  if (!ASKED.test(text.slice(0, start)) || text.slice(start, end).includes('?')) return;
  const by = 'That is not known.';
  yield {
    text: splice(text, start, end, by),
    kind: 'weaken',
    title: `Answer ${quoted(by)}`,
    sound: true,
  };
}

/** A question on what the treatment does, right before. */
const ASKED =
  /(?<=^|[.!?]["”’)\]*_]*\s+)(?:(?:and|but|so) )?(?:do|does|did|is|are|can|could|will|would|how (?:long|well|much|many|soon|fast|often|quickly|does|do|will))\b[^.!?]*\?["”’)\]*_]*\s*$/i;

const TITLES: ReadonlySet<string> = new Set(['heading', 'title', 'front-matter']);
const isLast = (text: string, end: number): boolean => text.slice(end).trim() === '';

export function* cutRange(
  text: string,
  start: number,
  end: number,
  kind: string,
): Iterable<Rewrite> {
  const left = text.slice(0, start).trimEnd();
  if (left !== '' && isLast(text, end) && TITLES.has(kind)) {
    yield {
      text: left.replace(/\s*[:|–—-]$/, ''),
      kind: 'cut',
      sentence: true,
      title: `Cut ${quoted(text.slice(start, end))}`,
    };
    return;
  }
  const marks = /^\uFFFC*/.exec(text.slice(end))?.[0].length ?? 0;
  const right = text.slice(end + marks);
  const what = quoted(text.slice(start, end));
  if (left === '' && right.trim() === '') {
    if (kind === 'paragraph' || kind === 'item')
      yield { text: '', kind: 'cut', title: `Cut ${what}`, block: true };
    return;
  }
  // What a lead led to begins where it began.
  const lead = text.slice(start, end).endsWith(':');
  // The space or line break before the next sentence stays: markdown does not show it.
  yield {
    text: left + (lead && left === '' ? right.trimStart() : right),
    kind: 'cut',
    sentence: true,
    title: `Cut ${lead ? '' : 'the sentence '}${what}`,
  };
}
