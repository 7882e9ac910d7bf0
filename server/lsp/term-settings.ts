/** The settings about terms, evidence and packs: what can be used of values that anybody may have typed. */

import { JURISDICTIONS } from '../core/index.ts';
import { spellings } from '../project/configuration.ts';
import type { Settings } from './protocol.ts';

type TermSettings = Pick<
  Settings,
  'jurisdiction' | 'showCodes' | 'defineAs' | 'mixedSpelling' | 'spelling' | 'packs'
>;

const FORMS = ['parentheses', 'footnote', 'glossary'] as const;

export function termSettings(value: Readonly<Record<string, unknown>>): TermSettings {
  const { showCodes, mixedSpelling, packs } = value;
  const jurisdiction = JURISDICTIONS.find((one) => one === value['jurisdiction']);
  const spelling = spellings.find((one) => one === value['spelling']);
  const defineAs = FORMS.find((one) => one === value['defineAs']);
  return {
    ...(jurisdiction && { jurisdiction }),
    ...(spelling && { spelling }),
    ...(defineAs && { defineAs }),
    ...(typeof showCodes === 'boolean' && { showCodes }),
    ...(typeof mixedSpelling === 'boolean' && { mixedSpelling }),
    ...(Array.isArray(packs) && { packs: packs.filter((pack) => typeof pack === 'string') }),
  };
}
