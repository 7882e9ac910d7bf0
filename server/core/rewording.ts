/** Offers of rewording for a finding, computed when asked for. */

import type { Analysis } from './analyze.ts';
import type { Finding, Offer } from './model.ts';

export function rewordingsFor(_analysis: Analysis, finding: Finding): readonly Offer[] {
  if (finding.text !== 'cures') return [];
  return [
    {
      title: 'Change to “may help with”',
      kind: 'weaken',
      preferred: true,
      edits: [{ span: finding.span, text: 'may help with' }],
    },
  ];
}
