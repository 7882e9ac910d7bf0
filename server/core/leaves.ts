/**
 * The leaves of a draft (paragraphs, headings, cells) that hold more inline markup than the parser
 * takes in a moment. The parser's own first half finds them, so fences, tables and HTML count as
 * what they are.
 */

import { parse, preprocess } from 'micromark';
import { MAX_BLOCK, MAX_BRACKETS } from './survey.ts';
import { syntaxOf } from './syntax.ts';

/**
 * Per leaf. Each costs the parser its square or its product with the leaf's length; at these
 * figures, measured one by one, no leaf takes longer than some 50 ms.
 */
const MAX_EMPHASIS = 1000;
const MAX_BRACKET_DEPTH = 32;
const MAX_TICK_LENGTHS = 32;
const MAX_DECLARATIONS = 100;

export interface Leaf {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** In order; offsets of `text`. */
export function leavesToSkip(text: string, mdx: boolean): readonly Leaf[] {
  const found: Leaf[] = [];
  for (const { start, end } of leaves(text, mdx)) {
    const trouble = troubleIn(text.slice(start, end));
    if (!trouble) continue;
    const message = `This paragraph ${trouble} and was left unread; split it to have it checked.`;
    found.push({ start, end, message });
  }
  return found;
}

function leaves(text: string, mdx: boolean): readonly { start: number; end: number }[] {
  try {
    const events = parse({ extensions: syntaxOf(text, mdx) })
      .document()
      .write(preprocess()(text, undefined, true));
    const flows = new Set(events.map(([, token]) => token._tokenizer));
    return [...flows].flatMap((flow) =>
      (flow?.events ?? []).flatMap(([kind, token]) => {
        if (kind !== 'enter' || token.contentType !== 'text' || token.previous) return [];
        let last = token;
        while (last.next) last = last.next;
        return [{ start: token.start.offset, end: last.end.offset }];
      }),
    );
  } catch {
    return [];
  }
}

/** What is too much for the parser in one leaf, in words. */
function troubleIn(leaf: string): string | undefined {
  if (leaf.length > MAX_BLOCK) return 'is longer than 64 KB';
  let open = 0;
  let deepest = 0;
  let brackets = 0;
  for (const [bracket] of leaf.matchAll(/[[\]]/g)) {
    brackets++;
    open = bracket === '[' ? open + 1 : Math.max(0, open - 1);
    deepest = Math.max(deepest, open);
  }
  if (brackets > MAX_BRACKETS) return 'has more than 1,000 brackets';
  if (deepest > MAX_BRACKET_DEPTH) return `has brackets more than ${MAX_BRACKET_DEPTH} deep`;
  // A run of marks between spaces, as in a form to fill in, neither opens nor closes anything.
  const marks = leaf.match(/(?<=[^\s*_~])[*_~]+|(?<![*_~])[*_~]+(?=[^\s*_~])/g) ?? [];
  if (marks.reduce((sum, run) => sum + run.length, 0) > MAX_EMPHASIS)
    return 'has more than 1,000 marks of emphasis (*, _ or ~)';
  if (new Set(leaf.match(/`+|\$\$+/g)).size > MAX_TICK_LENGTHS)
    return `has runs of backticks or dollars in more than ${MAX_TICK_LENGTHS} lengths`;
  if ((leaf.match(/<[!?]/g) ?? []).length > MAX_DECLARATIONS)
    return `has more than ${MAX_DECLARATIONS} comments or declarations`;
  return undefined;
}
