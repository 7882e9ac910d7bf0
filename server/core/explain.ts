/** Every stage of the reading of one line, for people. */

import type { Analysis } from './analyze.ts';

/** `line` counts from 1. */
export function explain(_analysis: Analysis, _line: number): string {
  return '';
}
