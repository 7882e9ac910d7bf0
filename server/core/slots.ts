/** The slots that a rule's `when` may name, and whether a claim has what it asks. */

import type { Condition } from './model.ts';
import type { Claim } from './resolve.ts';
import type { Lexicon } from './lexicon.ts';
import type { Block, Jurisdiction } from './model.ts';
import type { DraftKind, Options } from './options.ts';

/** What rules may ask of a draft: its kind, where it is published, what it shows as a whole. */
export interface DraftCase {
  readonly kind: DraftKind;
  readonly jurisdiction?: Jurisdiction;
  readonly effects: ReadonlyMap<string, Condition>;
  /** What the whole draft shows, of the claim or by itself: document.ts, advertising.ts. */
  readonly document?: ReadonlySet<string>;
}

export function draftCase(options: Options, effects: DraftCase['effects']): DraftCase {
  const { kind = 'editorial', jurisdiction } = options;
  return { kind, effects, ...(jurisdiction && { jurisdiction }) };
}

/** A claim with what rules may also ask of: its block, and its draft. */
export interface Case extends DraftCase {
  readonly claim: Claim;
  readonly block: Block;
}

/** Of a draft without a claim, the slots of claims hold nothing. */
type Asked = DraftCase & Partial<Case>;

type Values = string | boolean | ReadonlySet<string>;

// Slots that hold classes of the lexicon.
const OF_CLASSES: ReadonlySet<string> = new Set([
  'verb',
  'target',
  'degree',
  'subject',
  'clause',
  'host',
]);

const NOTHING: ReadonlySet<string> = new Set();

// An uncontrolled study is a study all the same.
const UNCONTROLLED: ReadonlySet<string> = new Set(['study', 'uncontrolled']);

const SLOTS: Readonly<Record<string, (one: Asked) => Values | undefined>> = {
  verb: ({ claim }) => claim?.frame.verb,
  lemma: ({ claim }) => claim?.frame.lemma,
  target: ({ claim }) => claim?.frame.target,
  degree: ({ claim }) => claim?.frame.degree,
  subject: ({ claim }) => claim?.frame.named,
  clause: ({ claim }) => claim && (claim.frame.clause ?? NOTHING),
  host: ({ claim }) => claim && (claim.frame.host ?? NOTHING),
  actor: ({ claim }) => claim?.actor,
  form: ({ claim }) => claim?.frame.form,
  modality: ({ claim }) => claim?.modality,
  main: ({ claim }) => claim && (claim.frame.main ?? 'none'),
  attribution: ({ claim }) =>
    claim?.frame.attribution === 'uncontrolled' ? UNCONTROLLED : claim?.frame.attribution,
  excuse: ({ claim }) => claim && (claim.excuse ?? 'none'),
  passive: ({ claim }) => claim?.frame.passive,
  bare: ({ claim }) => claim?.bare,
  block: ({ block }) => block?.kind,
  draft: ({ kind }) => kind,
  jurisdiction: ({ jurisdiction }) => jurisdiction ?? 'any',
  document: ({ document }) => document ?? NOTHING,
};

const LISTED: Readonly<Record<string, readonly string[]>> = {
  form: [
    'finite',
    'imperative',
    'participle',
    'by-phrase',
    'gerund',
    'infinitive',
    'relative',
    'reduced',
    'phrase',
  ],
  modality: ['asserted', 'boosted', 'will', 'can', 'would', 'aimed', 'hedged'],
  main: ['none', 'asserted', 'boosted', 'will', 'can', 'would', 'aimed', 'hedged'],
  actor: [
    'regenerative',
    'open',
    'provider',
    'patient',
    'body',
    'other-treatment',
    'disease',
    'anatomy',
    'study',
    'expert',
    'outcome',
    'regulator',
    'nobody',
    'unknown',
    'none',
  ],
  attribution: ['none', 'vague', 'proof', 'study', 'uncontrolled'],
  excuse: [
    'none',
    'negated',
    'asked',
    'distanced',
    'attributed',
    'laboratory',
    'animal',
    'unproven',
    'other-treatment',
    'other-topic',
    'other-sense',
    'established',
    'reference',
  ],
  block: ['paragraph', 'heading', 'item', 'cell', 'alt', 'title', 'footnote', 'front-matter'],
  draft: ['editorial', 'patient', 'press', 'scientific', 'promotional'],
  jurisdiction: ['any', 'US', 'CA', 'UK', 'EU', 'AU', 'JP', 'KR', 'IN'],
  document: ['hedged-elsewhere', 'above-evidence', 'unbalanced', 'not-advertised'],
};

const NEVER: Condition = { any: [] };

type Test = (one: Asked) => boolean;

/** Conditions are data that does not change: each is turned into a test once. */
const TESTS = new WeakMap<Condition, Test>();

/** Classes of which a claim's verb must have one for the condition to hold; nothing where that is not told. */
export function verbsOf(
  condition: Condition,
  effects: ReadonlyMap<string, Condition>,
): readonly string[] | undefined {
  const { verb, effect, any, all } = condition;
  if (verb !== undefined) return namesIn(verb);
  if (effect !== undefined) {
    const named = namesIn(effect).map((name) => effects.get(name) ?? NEVER);
    const verbs = verbsOfAny(named, effects);
    if (verbs) return verbs;
  }
  const parts = (all ?? []).map((part) => verbsOf(part, effects));
  return parts.find((part) => part !== undefined) ?? (any && verbsOfAny(any, effects));
}

function verbsOfAny(parts: readonly Condition[], effects: ReadonlyMap<string, Condition>) {
  const verbs = parts.map((part) => verbsOf(part, effects));
  return verbs.every((one) => one !== undefined) ? verbs.flat() : undefined;
}

const namesIn = (wanted: NonNullable<Condition[string]>): readonly string[] =>
  (Array.isArray(wanted) ? wanted : [wanted]).map(String);

/** Every slot must hold; a slot holds if it has one of the values named. */
export function holds(condition: Condition, one: Asked): boolean {
  let test = TESTS.get(condition);
  if (!test) TESTS.set(condition, (test = testOf(condition)));
  return test(one);
}

function testOf(condition: Condition): Test {
  const tests = Object.entries(condition)
    .toSorted(([one], [other]) => costOf(one) - costOf(other))
    .flatMap(([slot, wanted]) => (wanted === undefined ? [] : [slotTest(slot, wanted)]));
  return (one) => {
    for (const test of tests) if (!test(one)) return false;
    return true;
  };
}

/** What takes longer is asked last. */
function costOf(slot: string): number {
  if (slot === 'any' || slot === 'all' || slot === 'effect') return 2;
  return OF_CLASSES.has(slot) ? 1 : 0;
}

function slotTest(slot: string, wanted: NonNullable<Condition[string]>): Test {
  if (slot === 'any' || slot === 'all') {
    const parts = (wanted as readonly Condition[]).map(testOf);
    return slot === 'any'
      ? (one) => parts.some((part) => part(one))
      : (one) => parts.every((part) => part(one));
  }
  const names = namesIn(wanted);
  if (slot === 'effect')
    return (one) => names.some((name) => holds(one.effects.get(name) ?? NEVER, one));
  const read = SLOTS[slot];
  return (one) => {
    const has = read?.(one);
    if (has === undefined) return false;
    if (typeof has === 'boolean') return has === wanted;
    if (typeof has === 'string') return names.includes(has);
    for (const name of names) if (has.has(name)) return true;
    return false;
  };
}

/** What is wrong with a condition, in a sentence that says what to do. */
export function conditionFault(condition: Condition, lexicon: Lexicon): string | undefined {
  for (const [slot, wanted] of Object.entries(condition)) {
    if (slot === 'any' || slot === 'all') {
      for (const part of wanted as readonly Condition[]) {
        const fault = conditionFault(part, lexicon);
        if (fault !== undefined) return fault;
      }
      continue;
    }
    if (slot === 'effect') {
      for (const name of Array.isArray(wanted) ? wanted : [wanted])
        if (!lexicon.effects.has(String(name)))
          return `"${String(name)}" is no effect. Add it to lexicon/effects.yml, or correct it.`;
      continue;
    }
    if (!(slot in SLOTS))
      return `"${slot}" is no slot. Use one of ${Object.keys(SLOTS).join(', ')}, any, all.`;
    if (slot === 'passive' || slot === 'bare') {
      if (typeof wanted !== 'boolean') return `"${slot}" takes true or false.`;
      continue;
    }
    const allowed = LISTED[slot];
    for (const value of Array.isArray(wanted) ? wanted : [wanted]) {
      if (typeof value !== 'string') return `"${slot}" takes a word or a list of words.`;
      if (allowed && !allowed.includes(value))
        return `"${value}" is no value of "${slot}". Use one of ${allowed.join(', ')}.`;
      const classes = OF_CLASSES.has(slot);
      if (
        classes &&
        !lexicon.names.has(value) &&
        value !== 'number' &&
        value !== 'be' &&
        value !== 'no-verb' &&
        value !== 'unknown'
      )
        return `"${value}" is no class of the lexicon. Add it to lexicon/, or correct it.`;
    }
  }
  return undefined;
}
