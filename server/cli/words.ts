/** Numbers and sums in words. */

import type { Totals } from './report.ts';
import { severities } from '../project/configuration.ts';

/** `1 file`, `3 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `3 findings in 2 of 5 files: 1 error, 2 warnings.` */
export function summary(totals: Totals): string {
  const all = severities.reduce((sum, severity) => sum + totals.findings[severity], 0);
  const files = count(totals.drafts, 'file');
  if (all === 0) return `Nothing to flag in ${files}.`;
  const parts = severities
    .filter((severity) => totals.findings[severity] > 0)
    .map((severity) => several(totals.findings[severity], severity));
  const where = totals.drafts === 1 ? files : `${totals.draftsWithFindings} of ${files}`;
  return `${count(all, 'finding')} in ${where}: ${parts.join(', ')}.`;
}

function several(number: number, severity: string): string {
  return severity === 'information' ? `${number} information` : count(number, severity);
}
