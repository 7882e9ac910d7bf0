/** Claims + rules -> findings: the strongest rule that holds of each claim, one finding a claim. */

import type { Block, Condition, Finding, Options, Rule, RuleCase, Severity } from './model.ts';
import { toSource } from './align.ts';
import type { Claim } from './resolve.ts';
import { holds, type Case } from './slots.ts';

/** A finding before it is put into words and source coordinates. */
export interface Verdict {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly claim: Claim;
  readonly start: number;
  readonly end: number;
}

const WEIGHT: Readonly<Record<Severity, number>> = {
  error: 3,
  warning: 2,
  information: 1,
  hint: 0,
};
const BY_WEIGHT: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export function judge(
  claims: readonly Claim[],
  blocks: readonly Block[],
  rules: Iterable<Rule>,
  options: Options,
  effects: ReadonlyMap<string, Condition>,
): Verdict[] {
  const all = [...rules];
  const kind = options.kind ?? 'editorial';
  const verdicts: Verdict[] = [];
  for (const claim of claims) {
    const block = blocks[claim.block];
    const best = block && strongest({ claim, block, kind, effects }, all);
    if (best) verdicts.push(best);
  }
  // A setting lowers what was found; it does not bring up a weaker rule in its place.
  return withoutOverlaps(verdicts).flatMap((verdict) => {
    const limit = options.severities?.[verdict.rule.id];
    return limit === 'off' ? [] : [{ ...verdict, severity: ceiling(verdict.severity, limit) }];
  });
}

function strongest(one: Case, rules: readonly Rule[]): Verdict | undefined {
  let best: Verdict | undefined;
  for (const rule of rules) {
    const found = rule.cases.find((each) => fires(each, one));
    if (!found) continue;
    const verdict = {
      rule,
      severity: found.severity,
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
  if (one.claim.excuse !== undefined && each.when['excuse'] === undefined) return false;
  return holds(each.when, one) && !(each.unless && holds(each.unless, one));
}

export function ceiling(severity: Severity, limit: Severity | undefined): Severity {
  if (limit === undefined) return severity;
  return BY_WEIGHT[Math.min(WEIGHT[severity], WEIGHT[limit])] ?? severity;
}

export function outranks(one: Verdict, other: Verdict): boolean {
  if (WEIGHT[one.severity] !== WEIGHT[other.severity])
    return WEIGHT[one.severity] > WEIGHT[other.severity];
  if (one.rule.outranks.includes(other.rule.id)) return true;
  if (other.rule.outranks.includes(one.rule.id)) return false;
  return one.end - one.start > other.end - other.start;
}

/** Where two cover the same words the stronger stays; coordinated claims of one rule become one. */
function withoutOverlaps(verdicts: readonly Verdict[]): Verdict[] {
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

export function findingOf(verdict: Verdict, source: string, block: Block): Finding {
  const prose = { start: verdict.start, end: verdict.end };
  const span = toSource(block, prose);
  const text = source.slice(span.start, span.end);
  return {
    rule: verdict.rule.id,
    severity: verdict.severity,
    message: verdict.message.replaceAll(
      '{text}',
      block.text.slice(prose.start, prose.end).replace(/\s+/g, ' '),
    ),
    span,
    text,
    block: verdict.claim.block,
    prose,
  };
}
