/** Claims + rules -> findings: the strongest rule that holds of each claim, one finding a claim. */

import { toSource } from './align.ts';
import { marksOf } from './marks.ts';
import type { Lexicon } from './lexicon.ts';
import type { Block, Finding, Options, ProseSpan, Rule, RuleCase, Severity } from './model.ts';
import type { Claim } from './resolve.ts';
import { draftCase, holds, verbsOf, type Case, type DraftCase } from './slots.ts';
import { weighed, type Charge } from './suspicion.ts';

/** A finding before it is put into words and source coordinates. */
export interface Verdict extends Charge {
  readonly claim: Claim;
  /** Claims beside it that the rule says the same of. */
  readonly further?: readonly Claim[];
  /** What its rule rests on. */
  readonly start: number;
  readonly end: number;
  /** What is marked of it, where that is more. */
  readonly mark?: ProseSpan;
}

const WEIGHT: Readonly<Record<Severity, number>> = {
  error: 3,
  warning: 2,
  information: 1,
  hint: 0,
};
const BY_WEIGHT: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/** What judging needs of the library. */
interface Law {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly lexicon: Pick<Lexicon, 'effects' | 'scorer'>;
}

/** Claims in lists, of which each holds all that is judged of its blocks. */
export function judge(
  lists: Iterable<{ readonly claims: readonly Claim[] }>,
  blocks: readonly Block[],
  law: Law,
  options: Options,
): Verdict[] {
  const draft = draftCase(options, law.lexicon.effects);
  const bench = benchFor(law);
  const verdicts: Verdict[] = [];
  for (const { claims } of lists) {
    if (claims.length === 0) continue;
    let before = bench.lists.get(claims);
    if (!before || !isSameDraft(before.draft, draft)) {
      before = { draft, verdicts: verdictsOn(claims, blocks, draft, law, bench) };
      bench.lists.set(claims, before);
    }
    for (const verdict of before.verdicts) verdicts.push(verdict);
  }
  const { severities } = options;
  if (!severities) return verdicts;
  // A setting lowers what was found; it does not bring up a weaker rule in its place.
  return verdicts.flatMap((verdict) => {
    const limit = severities[verdict.rule.id];
    if (limit === undefined) return [verdict];
    return limit === 'off' ? [] : [{ ...verdict, severity: ceiling(verdict.severity, limit) }];
  });
}

function verdictsOn(
  claims: readonly Claim[],
  blocks: readonly Block[],
  draft: DraftCase,
  { rules, lexicon: { scorer } }: Law,
  { candidates }: Bench,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  for (const claim of claims) {
    const block = blocks[claim.block];
    if (!block) continue;
    const one = { ...draft, claim, block };
    const best = weighed(strongest(one, candidates(claim)), one, rules, scorer);
    if (best) verdicts.push({ ...best, claim, ...claim.frame.span });
  }
  return marked(joined(withoutDoubts(withoutOverlaps(verdicts)), blocks));
}

/** What rules ask of claims, made ready, and what claims were judged to be. */
interface Bench {
  readonly candidates: (claim: Claim) => readonly Candidate[];
  readonly lists: WeakMap<
    readonly Claim[],
    { readonly draft: DraftCase; readonly verdicts: readonly Verdict[] }
  >;
}

/** A rule with those of its cases, in order, that may hold of a claim. */
interface Candidate {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
}

/** Rules and effects are data that does not change. */
const benches = new WeakMap<Law['rules'], Bench>();

function benchFor({ rules, lexicon }: Law): Bench {
  const known = benches.get(rules);
  if (known) return known;
  // What only the whole draft shows is no part of a claim: document.ts asks for it.
  const all = [...rules.values()].flatMap((rule) =>
    rule.cases
      .filter(({ when }) => when['document'] === undefined)
      .map((each) => ({ rule, each, asks: verbsOf(each.when, lexicon.effects) })),
  );
  const candidatesOf = (verb: ReadonlySet<string>, isExcused: boolean): readonly Candidate[] => {
    const cases = new Map<Rule, RuleCase[]>();
    for (const { rule, each, asks } of all) {
      if (asks && !asks.some((one) => verb.has(one))) continue;
      if (isExcused && !namesExcuse(each)) continue;
      cases.set(rule, [...(cases.get(rule) ?? []), each]);
    }
    return Array.from(cases, ([rule, those]) => ({ rule, cases: those }));
  };
  const byVerb = new WeakMap<
    ReadonlySet<string>,
    Record<'bare' | 'excused', readonly Candidate[]>
  >();
  const candidates = ({ frame: { verb }, excuse }: Claim): readonly Candidate[] => {
    let of = byVerb.get(verb);
    if (!of)
      byVerb.set(
        verb,
        (of = { bare: candidatesOf(verb, false), excused: candidatesOf(verb, true) }),
      );
    return excuse === undefined ? of.bare : of.excused;
  };
  const bench: Bench = { candidates, lists: new WeakMap() };
  benches.set(rules, bench);
  return bench;
}

function isSameDraft(one: DraftCase, other: DraftCase): boolean {
  return one.kind === other.kind && one.jurisdiction === other.jurisdiction;
}

function strongest(one: Case, candidates: readonly Candidate[]): Verdict | undefined {
  let best: Verdict | undefined;
  for (const { rule, cases } of candidates) {
    const found = cases.find((each) => fires(each, one));
    if (!found) continue;
    const verdict = {
      rule,
      severity: found.severity,
      ...(found.unsure && { unsure: found.unsure }),
      message: found.message,
      claim: one.claim,
      ...one.claim.frame.span,
    };
    if (!best || outranks(verdict, best)) best = verdict;
  }
  return best;
}

/** A claim with an excuse counts only for a case that names excuses. */
export function fires(each: RuleCase, one: Case): boolean {
  if (one.claim.excuse !== undefined && !namesExcuse(each)) return false;
  return holds(each.when, one) && !(each.unless && holds(each.unless, one));
}

const namesExcuse = ({ when }: RuleCase): boolean => when['excuse'] !== undefined;

export function ceiling(severity: Severity, limit: Severity | undefined): Severity {
  if (limit === undefined) return severity;
  return BY_WEIGHT[Math.min(WEIGHT[severity], WEIGHT[limit])] ?? severity;
}

export function outranks(one: Verdict, other: Verdict): boolean {
  // A rule knows what it read; a suspicion does not overrule it.
  if ((one.suspicion === undefined) !== (other.suspicion === undefined))
    return one.suspicion === undefined;
  if (WEIGHT[one.severity] !== WEIGHT[other.severity])
    return WEIGHT[one.severity] > WEIGHT[other.severity];
  if (one.rule.outranks.includes(other.rule.id)) return true;
  if (other.rule.outranks.includes(one.rule.id)) return false;
  if (one.suspicion !== undefined && other.suspicion !== undefined)
    return one.suspicion > other.suspicion;
  return one.end - one.start > other.end - other.start;
}

/** Where a rule has spoken, or a suspicion is grave, nothing more is asked of the sentence on suspicion. */
function withoutDoubts(verdicts: readonly Verdict[]): readonly Verdict[] {
  const spoken = new Set(
    verdicts
      .filter((one) => one.suspicion === undefined || isGrave(one))
      .map(({ claim }) => claim.sentence),
  );
  return verdicts.filter(
    (one) => one.suspicion === undefined || isGrave(one) || !spoken.has(one.claim.sentence),
  );
}

/** Claims of one rule that stand this near to each other, in words, read as one. */
const NEAR = 3;

/** "repairs cartilage and restores movement": what one rule says of both is said once. */
function joined(verdicts: readonly Verdict[], blocks: readonly Block[]): readonly Verdict[] {
  if (verdicts.length < 2) return verdicts;
  const kept: Verdict[] = [];
  for (const verdict of verdicts) {
    const last = kept.at(-1);
    const one = last && areNear(last, verdict, blocks) ? asOne(last, verdict) : undefined;
    if (one) kept[kept.length - 1] = one;
    else kept.push(verdict);
  }
  return kept;
}

/** `undefined` where each has something of its own to say. */
function asOne(one: Verdict, next: Verdict): Verdict | undefined {
  const isKnown = one.suspicion === undefined;
  const bothKnown = isKnown && next.suspicion === undefined;
  if (one.rule !== next.rule) {
    // "let you avoid surgery": what a rule knows needs no suspicion beside it.
    if (isKnown === (next.suspicion === undefined)) return undefined;
    return isKnown ? one : next;
  }
  const { form, subject } = next.claim.frame;
  if (bothKnown && (form === 'phrase' || (subject && form !== 'relative'))) return undefined;
  const graver = WEIGHT[next.severity] > WEIGHT[one.severity] ? next : one;
  const further = [...(one.further ?? []), next.claim];
  return { ...graver, claim: one.claim, further, start: one.start, end: next.end };
}

function areNear(one: Verdict, next: Verdict, blocks: readonly Block[]): boolean {
  if (one.claim.sentence !== next.claim.sentence || isGrave(one) !== isGrave(next)) return false;
  const between = blocks[one.claim.block]?.text.slice(one.end, next.start) ?? '';
  return (between.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= NEAR;
}

const isGrave = ({ severity }: Verdict): boolean => WEIGHT[severity] >= WEIGHT.warning;

/** Where two cover the same words the stronger stays. */
function withoutOverlaps(verdicts: readonly Verdict[]): readonly Verdict[] {
  if (verdicts.length < 2) return verdicts;
  const kept: Verdict[] = [];
  const ordered = [...verdicts].sort(
    (a, b) => a.claim.block - b.claim.block || a.start - b.start || b.end - a.end,
  );
  for (const verdict of ordered) {
    const last = kept.at(-1);
    if (!last || last.claim.block !== verdict.claim.block || last.end <= verdict.start) {
      kept.push(verdict);
    } else if (outranks(verdict, last)) kept[kept.length - 1] = verdict;
  }
  return kept;
}

function marked(verdicts: readonly Verdict[]): readonly Verdict[] {
  const marks = marksOf(verdicts);
  // A hint is about the words themselves, not about what they claim.
  return verdicts.map((verdict, at) => {
    const mark = verdict.severity === 'hint' ? undefined : marks[at];
    return mark ? { ...verdict, mark } : verdict;
  });
}

interface Told {
  readonly finding: Finding;
  readonly block: Block;
}

/** What was told of a verdict the last time. */
const told = new WeakMap<Verdict, Told>();

/** A finding of its own for every analysis, though the block may only have moved. */
export function findingOf(verdict: Verdict, source: string, block: Block): Finding {
  const before = told.get(verdict);
  if (before?.block.runs === block.runs) {
    const { finding } = before;
    const shift = block.start - before.block.start;
    return {
      ...finding,
      span: { start: finding.span.start + shift, end: finding.span.end + shift },
    };
  }
  const finding = tell(verdict, source, block);
  told.set(verdict, { finding, block });
  return finding;
}

function tell(verdict: Verdict, source: string, block: Block): Finding {
  const basis = { start: verdict.start, end: verdict.end };
  const prose = verdict.mark ?? basis;
  const span = toSource(block, prose);
  const text = source.slice(span.start, span.end);
  return {
    rule: verdict.rule.id,
    severity: verdict.severity,
    message: verdict.message.replaceAll(
      '{text}',
      block.text.slice(basis.start, basis.end).replace(/\s+/g, ' '),
    ),
    span,
    text,
    block: verdict.claim.block,
    prose,
    basis,
  };
}
