/** What configuration may ask of an analysis. */

import type { Jurisdiction, Language, Severity } from './model.ts';

/** A claim that somebody answers for. It is open again once its sentence, or what is found in it, changes. */
export interface AcceptedClaim {
  readonly rule: string;
  /** Its sentence, as prose on one line. */
  readonly claim: string;
  readonly reason?: string;
}

/** A statement that was cleared for use, word for word. */
export interface ApprovedStatement {
  readonly text: string;
  /** Where it was approved, or what bears it out. */
  readonly reference: string;
  readonly approver?: string;
  /** Where it was approved for; without it, everywhere. */
  readonly jurisdiction?: string;
}

/** What sort of text a draft is: tempers hype, results and testimonials. */
export type DraftKind = 'editorial' | 'patient' | 'press' | 'scientific' | 'promotional';

/** Which spelling a text keeps to, of words that are spelled in two ways. */
export type Spelling = 'american' | 'british';

/** What configuration may ask of an analysis. */
export interface Options {
  readonly language?: Language;
  readonly kind?: DraftKind;
  /** Whose rules hold where the text is published; left out: no one's in particular. */
  readonly jurisdiction?: Jurisdiction;
  /** Rule id to `off` or a ceiling: a rule may be lowered, never raised. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Literal phrases that are never flagged, compared without regard to case. */
  readonly allowed?: readonly string[];
  /** The highest severity of what stands in quotation marks or block quotes, or `off`. */
  readonly quotedText?: Severity | 'off';
  /** Suppressions that do not say why are not heeded. */
  readonly requireReason?: boolean;
  readonly accepted?: readonly AcceptedClaim[];
  readonly approved?: readonly ApprovedStatement[];
  /**
   * Hedges to offer after the draft's own, best first: "may help", "could", "has the potential to",
   * as far as they can stand before a verb.
   */
  readonly preferredHedges?: readonly string[];
  /** Left out: as most of the draft has it. */
  readonly spelling?: Spelling;
  /** ISO date of the day: evidence whose review is due is stated no longer. Left out: all may be. */
  readonly today?: string;
}
