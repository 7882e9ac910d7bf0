/** Findings that do not stand, whatever set them aside, and instructions that set nothing aside. */

import type { Edit, Finding, Notice, Severity } from './model.ts';

/** A finding that does not stand, and why. */
export interface SetAside {
  readonly finding: Finding;
  /** A comment in the draft, an accepted claim, or an approved statement. */
  readonly by: 'suppression' | 'acceptance' | 'statement';
  /** In the words of whoever did so; for a statement its reference. */
  readonly reason?: string;
}

/** An instruction to Hedgerow in the draft that cannot be followed, or does nothing. */
export interface Remark extends Notice {
  readonly code: 'unknown-instruction' | 'unknown-rule' | 'unused-suppression' | 'missing-reason';
  readonly severity: Severity;
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}
