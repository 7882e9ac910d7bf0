/** What only the whole draft shows: a claim hedged in one place and bare in another, and benefits without balance. */

import { hedgedAbove } from './above-evidence.ts';
import { barredProduct } from './advertising.ts';
import { toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import type { SentenceReading } from './claims.ts';
import { inBlocks, lacksBalance, overlap } from './balance.ts';
import { ceiling, findingOf, fires, outranks, type Verdict } from './judge.ts';
import type { Finding, ProseSpan, Rule, RuleCase } from './model.ts';
import type { Library } from './packs.ts';
import type { Claim, Resolved } from './resolve.ts';
import { draftCase } from './slots.ts';
import type { Word } from './words.ts';

/** An analysis before its findings. */
export type Whole = Omit<Analysis, 'claims' | 'findings' | 'setAside' | 'remarks'>;

/** Verdicts on claims -> findings, with those that the whole draft gives. One finding on the same words. */
export function findingsOf(verdicts: readonly Verdict[], whole: Whole): Finding[] {
  const { blocks, source } = whole.draft;
  const hedged = hedgedElsewhere(whole.resolved);
  const all = withInconsistent(verdicts, hedged, whole);
  const byBlock = inBlocks(all);
  const findings: Finding[] = [];
  for (const verdict of all) {
    const block = blocks[verdict.claim.block];
    if (!block) continue;
    const finding = findingOf(verdict, source, block);
    const other = hedged.get(verdict.claim);
    const place = other && blocks[other.block];
    if (!place) findings.push(finding);
    else {
      const span = toSource(place, other.frame.span);
      findings.push({ ...finding, related: [{ span, message: 'Hedged here.' }] });
    }
  }
  return findings.concat(
    aboveEvidence(byBlock, whole),
    missingBalance(all, byBlock, whole),
    barredProduct(whole),
  );
}

type ByBlock = ReturnType<typeof inBlocks>;

/** A hedge that says more than is known, where nothing graver was found in the sentence. */
function aboveEvidence(byBlock: ByBlock, whole: Whole): readonly Finding[] {
  const { blocks, source } = whole.draft;
  let taken: Verdict[] = [];
  return hedgedAbove(whole).flatMap(([claim, { line }]) => {
    const verdict = verdictOf(claim, ABOVE_EVIDENCE, whole);
    const block = blocks[claim.block];
    if (!verdict || !block) return [];
    const { sentence } = claim.sentence;
    const rivals = byBlock.get(claim.block) ?? [];
    if (rivals.some((one) => overlap(one, sentence) || overlap(one, verdict))) return [];
    // Verbs under one hedge are one claim here.
    if (taken[0]?.claim.block !== claim.block) taken = [];
    if (taken.some((one) => overlap(one, verdict))) return [];
    taken.push(verdict);
    const finding = findingOf(verdict, source, block);
    return [{ ...finding, message: `${finding.message} What is known: ${line}` }];
  });
}

// --- Hedged in one place, bare in another --------------------------------------------------------

const OBJECTS = ['symptom', 'function', 'process', 'tissue', 'damage', 'disease', 'benefit-noun'];

/** Claims without a hedge, each with the first claim of another sentence that says the same with one. */
function hedgedElsewhere(resolved: readonly Resolved[]): ReadonlyMap<Claim, Claim> {
  const hedges = new Map<string, Claim>();
  const said: Said[] = [];
  for (const { claims } of resolved) {
    if (claims.length === 0) continue;
    const here = saidIn(claims);
    for (const [key, claim] of here.hedged) if (!hedges.has(key)) hedges.set(key, claim);
    if (here.bare.length > 0) said.push(here);
  }
  const found = new Map<Claim, Claim>();
  if (hedges.size === 0) return found;
  for (const { bare } of said)
    for (const [key, claim] of bare) {
      const other = hedges.get(key);
      if (other && other.sentence !== claim.sentence) found.set(claim, other);
    }
  return found;
}

type Keyed = readonly (readonly [key: string, claim: Claim])[];

interface Said {
  readonly hedged: Keyed;
  readonly bare: Keyed;
}

/** What was told of a list of claims before. */
const known = new WeakMap<readonly Claim[], Said>();

/** What claims say, with a hedge and without. */
function saidIn(claims: readonly Claim[]): Said {
  const before = known.get(claims);
  if (before) return before;
  const hedged: [string, Claim][] = [];
  const bare: [string, Claim][] = [];
  for (const claim of claims) {
    if (claim.excuse) continue;
    const said = claim.modality === 'hedged' ? hedged : bare;
    for (const key of keysOf(claim)) said.push([key, claim]);
  }
  known.set(claims, { hedged, bare });
  return { hedged, bare };
}

/** What the claim says as kinds of verb with the nouns that they act on: `relieve pain`. */
function keysOf({ frame, sentence }: Claim): readonly string[] {
  if (frame.form === 'phrase') return [];
  const object = within(sentence, { start: frame.head.end, end: frame.span.end });
  const words = frame.passive ? [...within(sentence, frame.subject), ...object] : object;
  const nouns: Word[] = [];
  for (const word of words) {
    // "reduces pain in the hip": what follows a preposition says where, and not what.
    if (nouns.length > 0 && word.tag === 'prep' && word.norm !== 'of') break;
    if (word.tag === 'noun' && OBJECTS.some((name) => word.classes.has(name))) nouns.push(word);
  }
  // "damaged cartilage" is one word of the lexicon, and its last says what it is.
  return nouns.flatMap(({ lemma }) =>
    Array.from(frame.verb, (verb) => `${verb} ${lemma.slice(lemma.lastIndexOf(' ') + 1)}`),
  );
}

function within(sentence: SentenceReading, span: ProseSpan | undefined): readonly Word[] {
  if (!span) return [];
  return sentence.words.filter(({ start, end }) => start >= span.start && end <= span.end);
}

/** A verdict that is stronger stays on its words; else the inconsistency takes its place. */
function withInconsistent(
  verdicts: readonly Verdict[],
  hedged: ReadonlyMap<Claim, Claim>,
  whole: Whole,
): readonly Verdict[] {
  const more: Verdict[] = [];
  const gone = new Set<Verdict>();
  const byBlock = hedged.size === 0 ? undefined : inBlocks(verdicts);
  for (const claim of hedged.keys()) {
    const verdict = verdictOf(claim, HEDGED_ELSEWHERE, whole);
    if (!verdict) continue;
    const rivals = (byBlock?.get(claim.block) ?? []).filter((one) => overlap(one, verdict));
    if (!rivals.every((one) => outranks(verdict, one))) continue;
    for (const one of rivals) gone.add(one);
    more.push(verdict);
  }
  if (more.length === 0) return verdicts;
  // What is marked of others beyond their basis makes room.
  const added = inBlocks(more);
  const left = verdicts
    .filter((one) => !gone.has(one))
    .map((one) => {
      const { mark, claim } = one;
      const clash = mark && added.get(claim.block)?.some((other) => overlap(mark, other));
      return clash ? unmarked(one) : one;
    });
  return [...left, ...more];
}

function unmarked({ mark: _, ...verdict }: Verdict): Verdict {
  return verdict;
}

const HEDGED_ELSEWHERE: ReadonlySet<string> = new Set(['hedged-elsewhere']);
const ABOVE_EVIDENCE: ReadonlySet<string> = new Set(['above-evidence']);
const UNBALANCED: ReadonlySet<string> = new Set(['unbalanced']);

/** What rules that ask for a fact of the draft said of a claim, in a draft of this kind. */
interface Spoken {
  readonly kind: Whole['options']['kind'];
  readonly verdicts: readonly Verdict[];
}

const spokenOf = new WeakMap<ReadonlySet<string>, WeakMap<Claim, Spoken>>();

/** What the first rule that asks for this fact of the draft, and is not off, says of the claim. */
function verdictOf(claim: Claim, document: ReadonlySet<string>, whole: Whole): Verdict | undefined {
  const { kind, severities } = whole.options;
  let known = spokenOf.get(document);
  if (!known) spokenOf.set(document, (known = new WeakMap()));
  let spoken = known.get(claim);
  if (!spoken || spoken.kind !== kind) {
    spoken = { kind, verdicts: readVerdicts(claim, document, whole) };
    known.set(claim, spoken);
  }
  const found = spoken.verdicts.find(({ rule }) => severities?.[rule.id] !== 'off');
  const limit = found && severities?.[found.rule.id];
  if (!found || limit === undefined || limit === 'off') return found;
  return { ...found, severity: ceiling(found.severity, limit) };
}

function readVerdicts(
  claim: Claim,
  document: ReadonlySet<string>,
  { draft, options, library }: Whole,
): readonly Verdict[] {
  const block = draft.blocks[claim.block];
  if (!block) return [];
  const one = { ...draftCase(options, library.lexicon.effects), claim, block, document };
  return rulesOnDrafts(library.rules).flatMap(({ rule, cases }): readonly Verdict[] => {
    const found = cases.find((each) => fires(each, one));
    if (!found) return [];
    const { severity, message } = found;
    return [{ rule, severity, message, claim, ...claim.frame.span }];
  });
}

interface RuleOnDrafts {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
}

const onDrafts = new WeakMap<Library['rules'], readonly RuleOnDrafts[]>();

/** The rules that ask for facts of the draft, with the cases that do. */
function rulesOnDrafts(rules: Library['rules']): readonly RuleOnDrafts[] {
  const known =
    onDrafts.get(rules) ??
    [...rules.values()].flatMap((rule) => {
      const cases = rule.cases.filter(({ when }) => when['document'] !== undefined);
      return cases.length === 0 ? [] : [{ rule, cases }];
    });
  onDrafts.set(rules, known);
  return known;
}

// --- Benefits without harms, doubts, status or alternatives ---------------------------------------

/** Fewer benefits need no section of risks. */
const BENEFITS = 3;

/** At most one finding: on the first heading, or else the first sentence, that has none of its own. */
function missingBalance(
  verdicts: readonly Verdict[],
  byBlock: ByBlock,
  whole: Whole,
): readonly Finding[] {
  const { draft } = whole;
  const verdict = benefitIn(verdicts, whole);
  if (!verdict || !lacksBalance(byBlock, whole)) return [];
  const place = placeFor(byBlock, whole);
  const block = place && draft.blocks[place.block];
  if (!block) return [];
  const prose = { start: place.start, end: place.end };
  const span = toSource(block, prose);
  const text = draft.source.slice(span.start, span.end);
  const { rule, severity, message } = verdict;
  return [
    { rule: rule.id, severity, message, span, text, block: place.block, prose, basis: prose },
  ];
}

/** What is said of the first benefit, if there are enough of them. */
function benefitIn(verdicts: readonly Verdict[], whole: Whole): Verdict | undefined {
  let first: Verdict | undefined;
  let count = 0;
  for (const { severity, claim, further = [] } of verdicts) {
    if (severity === 'hint') continue;
    for (const one of [claim, ...further]) {
      const verdict = verdictOf(one, UNBALANCED, whole);
      if (!verdict) continue;
      first ??= verdict;
      if (++count === BENEFITS) return first;
    }
  }
  return undefined;
}

/** The first heading without a finding of its own, or else the first sentence; or else whatever is first. */
function placeFor(byBlock: ByBlock, { draft, readings }: Whole) {
  const places = draft.blocks.flatMap(({ kind, text }, block) =>
    kind === 'heading'
      ? [{ block, start: 0, end: text.length }]
      : (readings[block]?.sentences ?? [])
          .slice(0, kind === 'paragraph' ? 1 : 0)
          .map(({ sentence }) => ({ block, start: sentence.start, end: sentence.end })),
  );
  const isHeading = ({ block }: { block: number }) => draft.blocks[block]?.kind === 'heading';
  const free = places.filter(
    (place) => !byBlock.get(place.block)?.some((one) => overlap(one, place)),
  );
  return free.find(isHeading) ?? free[0] ?? places[0];
}
