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
  readonly message: string;
  /** The score, where no rule fires and the words alone are suspect. */
  readonly suspicion?: number;
}

/**
 * `charge` is what the rules say, and mostly it stands; a warning whose words are quite unlike
 * those of claims that editors had reworded becomes a question. Where no rule fires, the words
 * may be suspect, but only of a claim that its frame shows to be the author's own, and bare.
 */
export function weighed(
  charge: Charge | undefined,
  one: Case,
  rules: ReadonlyMap<string, Rule>,
  scorer: Scorer,
): Charge | undefined {
  if (!isWeighable(one.claim)) return charge;
  if (charge ? charge.severity !== 'warning' : !isSuspect(one)) return charge;
  const score = scoreOf(one.claim, one.block, scorer);
  if (charge) {
    const stands = score + scorer.agreement >= scorer.warning;
    return stands ? charge : { ...charge, severity: 'information' };
  }
  if (score < scorer.information) return undefined;
  const rule = rules.get(likeliestRule(one.claim, one.block, scorer) ?? '');
  if (!rule?.suspected) return undefined;
  const severity =
    score < scorer.warning || WEAK.has(one.claim.modality) ? 'information' : 'warning';
  return { rule, severity, message: rule.suspected[severity], suspicion: score };
}

/** What can be, or is meant to be, is asked about; the rules know where that is not enough. */
const WEAK: ReadonlySet<Modality> = new Set(['can', 'aimed']);

/** Not what the rules have patterns of their own for: phrases, advice, other treatments, reports of studies. */
function isSuspect({ claim: { actor, frame }, kind }: Case): boolean {
  return (
    frame.form !== 'phrase' &&
    frame.form !== 'imperative' &&
    actor !== 'other-treatment' &&
    kind !== 'scientific'
  );
}

/** A claim that is the author's own, is not hedged, and does not report a study. */
export function isWeighable({ excuse, modality, frame: { attribution } }: Claim): boolean {
  return (
    excuse === undefined &&
    modality !== 'hedged' &&
    attribution !== 'study' &&
    attribution !== 'uncontrolled'
  );
}
