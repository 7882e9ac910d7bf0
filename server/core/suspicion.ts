/** Rules and scorer together: what the rules find is weighed, what they miss may be suspected. */

import type { Modality } from './claims.ts';
import type { Rule, Severity } from './model.ts';
import type { Claim } from './resolve.ts';
import { likeliestRule, scoreOf, type Scorer } from './scorer.ts';
import type { Case } from './slots.ts';

/** What a claim is charged with, before it is put into words. */
export interface Charge {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Its severity where the words do not bear it out. */
  readonly unsure?: Severity;
  readonly message: string;
  /** The score, where no rule fires and the words alone are suspect. */
  readonly suspicion?: number;
}

/**
 * `charge` is what the rules say, and mostly it stands; a warning whose words are quite unlike
 * those of claims that editors had reworded becomes a question, and an error what its case says:
 * a false error is worse than ten that pass for warnings. Where no rule fires, the words may be
 * suspect, but only of a claim that its frame shows to be the author's own, and bare.
 */
export function weighed(
  charge: Charge | undefined,
  one: Case,
  rules: ReadonlyMap<string, Rule>,
  scorer: Scorer,
): Charge | undefined {
  if (!isWeighable(one.claim)) return charge;
  const isSettled = charge && charge.severity !== 'warning' && charge.unsure === undefined;
  if (isSettled || (!charge && !isSuspect(one))) return charge;
  const score = scoreOf(one.claim, one.block, scorer);
  if (charge?.unsure)
    return score < scorer.warning ? { ...charge, severity: charge.unsure } : charge;
  if (charge) {
    const stands = score + scorer.agreement >= scorer.warning;
    return stands ? charge : { ...charge, severity: 'information' };
  }
  const warns = score >= scorer.warning + (isReserved(one.claim) ? RESERVE : 0);
  if (!warns && (isReserved(one.claim) || score < scorer.information)) return undefined;
  const rule = rules.get(likeliestRule(one.claim, one.block, scorer) ?? '');
  if (!rule?.suspected) return undefined;
  const severity = warns && !WEAK.has(one.claim.modality) ? 'warning' : 'information';
  return { rule, severity, message: rule.suspected[severity], suspicion: score };
}

/** Not findings in a draft for scientists, nor a phrase whose clause is weighed as a whole. */
function isSuspect({ kind, claim: { frame } }: Case): boolean {
  return kind !== 'scientific' && (frame.host === undefined || frame.host.has('no-verb'));
}

/** What can be, or is meant to be, is asked about; the rules know where that is not enough. */
const WEAK: ReadonlySet<Modality> = new Set(['can', 'aimed']);

/** Rules have patterns for phrases; advice, and what diseases and other treatments do, is mostly as it is said. */
function isReserved({ actor, frame: { form, verb } }: Claim): boolean {
  return (
    actor === 'other-treatment' ||
    actor === 'disease' ||
    form === 'imperative' ||
    (form === 'phrase' && !verb.has('verbless'))
  );
}

/** By how much surer, in hundredths of a logit, found in cross-validation. */
const RESERVE = 40;

/** A claim that is the author's own, is not hedged, and does not report a study. */
export function isWeighable({ excuse, modality, frame: { attribution } }: Claim): boolean {
  return (
    excuse === undefined &&
    modality !== 'hedged' &&
    attribution !== 'study' &&
    attribution !== 'uncontrolled'
  );
}
