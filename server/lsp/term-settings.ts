/** The settings about terms, evidence and packs: what can be used of values that anybody may have typed. */

import { JURISDICTIONS } from '../core/index.ts';
import type { Settings } from './protocol.ts';

type TermSettings = Pick<
  Settings,
  'jurisdiction' | 'showCodes' | 'defineAs' | 'mixedSpelling' | 'packs'
>;

const FORMS = ['parentheses', 'footnote', 'glossary'] as const;

export function termSettings(value: Readonly<Record<string, unknown>>): TermSettings {
  const { showCodes, mixedSpelling, packs } = value;
  const jurisdiction = JURISDICTIONS.find((one) => one === value['jurisdiction']);
  const defineAs = FORMS.find((one) => one === value['defineAs']);
  return {
    ...(jurisdiction && { jurisdiction }),
    ...(defineAs && { defineAs }),
    ...(typeof showCodes === 'boolean' && { showCodes }),
    ...(typeof mixedSpelling === 'boolean' && { mixedSpelling }),
    ...(Array.isArray(packs) && { packs: packs.filter((pack) => typeof pack === 'string') }),
  };
}
