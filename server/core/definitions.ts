/** What a hover shows at an offset. */

import type { Analysis } from './analyze.ts';
import type { Definition } from './model.ts';

export function definitionAt(_analysis: Analysis, _offset: number): Definition | undefined {
  return undefined;
}
