/**
 * Readings -> claims: one linear fold over the whole draft that fills the slots a block leaves open:
 * who "it" and "the treatment" are, what an item hangs on, what the draft is about. Where all that a
 * block hangs on is as it was the last time, so are its claims.
 */

import { actorOf } from './actors.ts';
import type { Actor, Excuse, Frame, Modality, Reading, SentenceReading } from './claims.ts';
import { counterparts, type Version } from './counterparts.ts';
import type { Block } from './model.ts';
import { isTakenBack, surroundings, type Surroundings } from './surroundings.ts';

/** A frame in its place in the draft. */
export interface Claim {
  readonly frame: Frame;
  readonly block: number;
  readonly actor: Actor;
  readonly modality: Modality;
  readonly excuse?: Excuse;
  readonly sentence: SentenceReading;
  /** A heading, a bullet, a cell, alt text or a bare noun phrase: it promises without a verb. */
  readonly bare: boolean;
}

interface Context {
  readonly blocks: readonly Block[];
  readonly readings: readonly Reading[];
  /** Whether the draft is about regenerative therapy. */
  readonly topical: boolean;
  /** Whether a heading, by its index, stands over references. */
  readonly references: Map<number, boolean>;
}

/** A reading in its place, and what comes of it. */
export interface Resolved {
  readonly index: number;
  readonly kind: Block['kind'];
  readonly topical: boolean;
  readonly carried: Actor;
  readonly around: Surroundings;
  readonly claims: readonly Claim[];
  /** Who a pronoun in the next block stands for. */
  readonly leaves: Actor;
}

/** One for each block. Where nothing about a block changed, the lists of its claims are the same. */
export function resolve(
  blocks: readonly Block[],
  readings: readonly Reading[],
  version: Version<Resolved> = { draft: { blocks: [] }, readings: [], resolved: [] },
): readonly Resolved[] {
  const earlier = counterparts(blocks, readings, version);
  const topical = isTopical(blocks, readings);
  const context: Context = { blocks, readings, topical, references: new Map() };
  let carried: Actor = 'none';
  return blocks.map((block, index) => {
    const reading = readings[index] ?? NO_READING;
    if (block.kind === 'heading' || block.kind === 'front-matter') carried = 'none';
    const { before, isAround } = earlier(index);
    const around = before && isAround ? before.around : surroundings(block, index, context);
    const now: Resolved =
      before && holdsFor(before, block, carried, around, topical)
        ? placedAt(index, before)
        : resolveBlock(reading, { index, block, around, context }, carried);
    carried = now.leaves;
    return now;
  });
}

const NO_READING: Reading = { sentences: [], frames: [] };

function holdsFor(
  before: Resolved,
  { kind }: Block,
  carried: Actor,
  { excuse, hedged, actor }: Surroundings,
  topical: boolean,
): boolean {
  const { around } = before;
  return (
    before.kind === kind &&
    before.carried === carried &&
    before.topical === topical &&
    around.excuse === excuse &&
    around.hedged === hedged &&
    around.actor === actor
  );
}

function placedAt(index: number, before: Resolved): Resolved {
  if (before.index === index) return before;
  return { ...before, index, claims: before.claims.map((claim) => ({ ...claim, block: index })) };
}

type Spot = Pick<At, 'index' | 'block' | 'around' | 'context'>;

function resolveBlock(reading: Reading, spot: Spot, carried: Actor): Resolved {
  const claims: Claim[] = [];
  const { index, block, around, context } = spot;
  let leaves = carried;
  let next = 0;
  for (const [at, sentence] of reading.sentences.entries()) {
    for (; reading.frames[next]?.sentence === at; next++) {
      const frame = reading.frames[next];
      if (frame) claims.push(claimOf(frame, { ...spot, sentence, carried: leaves }));
    }
    leaves = carriedOn(sentence, leaves);
  }
  return { index, kind: block.kind, topical: context.topical, carried, around, claims, leaves };
}

interface At {
  readonly index: number;
  readonly block: Block;
  readonly sentence: SentenceReading;
  readonly carried: Actor;
  readonly around: Surroundings;
  readonly context: Context;
}

function claimOf(frame: Frame, at: At): Claim {
  const actor = resolvedActor(frame, at);
  const excuse =
    frame.excuse ??
    at.around.excuse ??
    (isTakenBack(at.context.readings[at.index], frame.sentence) ? 'distanced' : undefined) ??
    excuseOf(frame, actor, at);
  const bare =
    at.sentence.fragment &&
    (at.block.kind !== 'paragraph' ||
      BULLET.test(at.sentence.words[0]?.norm ?? '') ||
      at.sentence.words.at(-1)?.norm === ':');
  return {
    frame,
    block: at.index,
    actor,
    modality: at.around.hedged && frame.modality === 'asserted' ? 'hedged' : frame.modality,
    ...(excuse ? { excuse } : {}),
    sentence: at.sentence,
    bare,
  };
}

// Lists that were typed as paragraphs.
const BULLET = /^[•·▪◦✓✔✅☑★➤►–—-]$/;

const CARRIED: ReadonlySet<Actor> = new Set([
  'regenerative',
  'other-treatment',
  'disease',
  'anatomy',
  'study',
]);

function carriedOn(sentence: SentenceReading, before: Actor): Actor {
  if (CARRIED.has(sentence.leaves)) return sentence.leaves;
  const named = namesTherapy(sentence);
  return named ? 'regenerative' : before;
}

function resolvedActor(frame: Frame, { sentence, carried, around, context }: At): Actor {
  const { actor } = frame;
  if (actor === 'open') {
    const here = namedBefore(frame, sentence);
    if (here) return here;
    const { about } = sentence;
    // "a review found that injections …": a treatment is no study.
    const other = about === 'study' && frame.named.has('generic-treatment');
    if (frame.subject && frame.subject.start > firstVerb(sentence) && CARRIED.has(about) && !other)
      return about;
    return CARRIED.has(carried) ? carried : topicActor(context);
  }
  if (LOOSE.has(actor) && HANGING.has(frame.form) && sentence.about !== actor) {
    const main =
      sentence.about === 'open'
        ? CARRIED.has(carried)
          ? carried
          : topicActor(context)
        : sentence.about;
    if (main === 'regenerative' || main === 'other-treatment') return main;
  }
  if (actor !== 'none') return actor;
  if (frame.form === 'finite' && !frame.passive && !sentence.fragment) return 'unknown';
  if (
    frame.form === 'phrase' &&
    sentence.about !== 'none' &&
    sentence.about !== 'open' &&
    sentence.about !== 'nobody'
  )
    return sentence.about;
  if (around.actor) return around.actor;
  if (sentence.about === 'open' && CARRIED.has(carried)) return carried;
  return namesTherapy(sentence) ? 'regenerative' : topicActor(context);
}

function namesTherapy({ words }: SentenceReading): boolean {
  return words.some((word) => isTherapyWord(word.classes, word.norm));
}

// "new collagen, which plumps the face": what hangs on a sentence about the therapy is its doing.
const LOOSE: ReadonlySet<Actor> = new Set(['anatomy', 'outcome', 'unknown', 'body']);
const HANGING: ReadonlySet<Frame['form']> = new Set([
  'relative',
  'participle',
  'by-phrase',
  'gerund',
  'phrase',
]);

/** Whom "they" stands for within its sentence: the nearest noun before it that can act. */
function namedBefore(frame: Frame, sentence: SentenceReading): Actor | undefined {
  const at = frame.subject?.start ?? frame.span.start;
  const before = sentence.words.findLast(
    (word) => word.end <= at && word.tag === 'noun' && CAN_ACT.has(actorOf([word])),
  );
  return before && actorOf([before]);
}

/** Where the first verb stands: what follows it is a further clause. */
function firstVerb({ sentence, words }: SentenceReading): number {
  return words.find(({ tag }) => tag === 'verb' || tag === 'aux')?.start ?? sentence.end;
}

const CAN_ACT: ReadonlySet<Actor> = new Set(['regenerative', 'other-treatment']);

const topicActor = (context: Context): Actor => (context.topical ? 'regenerative' : 'unknown');

/** Reasons that only the draft can give. */
function excuseOf(
  frame: Frame,
  actor: Actor,
  { sentence, carried, context }: At,
): Excuse | undefined {
  if (actor === 'other-treatment' && !frame.verb.has('mask')) return 'other-treatment';
  if (actor === 'patient' && sentence.about === 'other-treatment' && !namesTherapy(sentence))
    return 'other-treatment';
  if (sentence.words.some((word) => word.classes.has('established-use'))) return 'established';
  const about = carried === 'regenerative' && actor === 'regenerative';
  if (!context.topical && !about && !namesTherapy(sentence)) return 'other-topic';
  return undefined;
}

// --- The draft -----------------------------------------------------------------------------------

function isTherapyWord(classes: ReadonlySet<string>, norm: string): boolean {
  return (
    classes.has('therapy') ||
    classes.has('product') ||
    (classes.has('cell') && (norm.includes(' ') || /^(?:msc|adsc|ipsc)s?$/.test(norm)))
  );
}

/** Named in a title or heading, or at least twice in the text. */
function isTopical(blocks: readonly Block[], readings: readonly Reading[]): boolean {
  let count = 0;
  for (const [index, reading] of readings.entries()) {
    const kind = blocks[index]?.kind;
    count += timesNamed(reading) * (kind === 'heading' || kind === 'front-matter' ? 2 : 1);
    if (count >= 2) return true;
  }
  return false;
}

const named = new WeakMap<Reading, number>();

/** How often a reading names the therapy. */
function timesNamed(reading: Reading): number {
  let count = named.get(reading);
  if (count !== undefined) return count;
  count = 0;
  for (const { words } of reading.sentences)
    for (const { classes, norm } of words) if (isTherapyWord(classes, norm)) count++;
  named.set(reading, count);
  return count;
}
