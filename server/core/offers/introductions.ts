/** Sentences that the draft cannot spare: what follows, or went before, leans on them. */

import type { Passage } from './passage.ts';
import type { Rewrite } from './rewrite.ts';

/**
 * Whether the rewording takes a sentence away that says what an abbreviation stands for or who a
 * speaker is, or that answers a question which stays.
 */
export function introduces({ text, sentence }: Passage, rewrite: Rewrite): boolean {
  if (!rewrite.sentence && !rewrite.block) return false;
  const { start, end } = sentence.sentence;
  const left = rewrite.block ? '' : rewrite.text;
  const own = text.slice(start, end);
  const named = DEFINES.exec(own)?.[0] ?? SPEAKER.exec(own)?.[0];
  if (named !== undefined && !left.includes(named)) return true;
  const before = text.slice(0, start).trimEnd();
  // A quotation that goes on answers still.
  const goesOn = /^\s*["“]/.test(text.slice(end));
  return ASKS.test(before) && left.startsWith(before) && !goesOn;
}

/** "mesenchymal stromal cells (MSCs)". */
const DEFINES = /\p{Ll} \(\p{Lu}[\p{Lu}\d-]+s?\)/u;

/** "Dr Ana Ruiz, who leads the trial". */
const SPEAKER = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+, (?:who|the|an?)\b/u;

const ASKS = /\?["”’)\]*_]*$/;
