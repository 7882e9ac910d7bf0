/** Source -> blocks. */

import type { Draft, Language } from './model.ts';

export function readDraft(source: string, language: Language): Draft {
  return { source, language, blocks: [], comments: [], notices: [] };
}
