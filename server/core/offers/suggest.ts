/** A rewording as a tracked change, for the author to accept or reject. */

import type { Analysis } from '../analyze.ts';
import type { Edit, Offer } from '../model.ts';
import { tracked } from '../tracked.ts';
import { holdsTogether } from './parsed.ts';
import type { State } from './passage.ts';

/**
 * `text` is how the block reads with the change accepted; nothing where it goes as a whole. No
 * offer in front matter, which has no tracked changes, and where the markup would not hold.
 */
export function suggestion(
  analysis: Analysis,
  { block, index }: State,
  { title, edits: offered }: Offer,
  text: string | undefined,
): Offer | undefined {
  if (block.kind === 'front-matter') return undefined;
  const edits: Edit[] = [];
  for (const edit of offered) {
    const one = tracked(
      analysis.draft.source,
      text === undefined ? withoutBreak(analysis, edit) : edit,
    );
    if (!one) return undefined;
    edits.push(one);
  }
  if (!holdsTogether(analysis, index, edits, text)) return undefined;
  return {
    title: `Suggest as tracked change: ${lowered(title)}`,
    kind: 'track',
    preferred: false,
    edits,
  };
}

const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** A block that goes as a whole: its words alone are struck, its marker and line break stay. */
function withoutBreak({ draft: { source } }: Analysis, { span, text }: Edit): Edit {
  const words = source.slice(span.start, span.end);
  const marker = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*/.exec(words)?.[0].length ?? 0;
  const end = span.start + words.trimEnd().length;
  return { span: { start: span.start + marker, end }, text };
}
