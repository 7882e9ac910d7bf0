/** Source -> blocks of prose: pre-scan, covering, parsing, walking the tree. */

import { readParts, type Reader } from './blocks.ts';
import { sameAtHead, sameAtTail, type Change } from './changes.ts';
import { commentAt } from './comments.ts';
import { coverCritic } from './critic.ts';
import { cover, type Excerpt } from './excerpt.ts';
import { coverFrames } from './frames.ts';
import { coverMdx } from './mdx.ts';
import type { Comment, Draft, Language, Notice } from './model.ts';
import { parseAll, type Parsed } from './parts.ts';
import { prescan } from './prescan.ts';
import { parseAgain } from './restart.ts';

/** What was parsed of a draft, for the next version of it. */
interface Memory {
  readonly parsed: Parsed;
  readonly reader: Reader;
  /** The excerpt before parts of it were covered: as long as the parsed text. */
  readonly excerpt: string;
}

const memories = new WeakMap<Draft, Memory>();

/**
 * Reads a draft. Never throws: what cannot be read is left out with a notice. An earlier version of
 * it spares the reading of what is as it was; the result is the same.
 */
export function readDraft(source: string, language: Language, earlier?: Draft): Draft {
  const mdx = language === 'mdx';
  const { excerpt, notices } = prescan(source, mdx);
  const { text, comments: expressions } = coverMarkup(excerpt, mdx);
  const memory = earlier && memories.get(earlier);
  const parsed = parse(text, excerpt.text, mdx, memory);
  if (!parsed) {
    const all = [...notices, unread(source)];
    return { source, language, blocks: [], comments: [], notices: all };
  }
  const reader = readParts(parsed.parts, { excerpt, text }, memory?.reader);
  const { blocks, comments, notices: more, frontMatter } = reader;
  const inOrder = [...expressions, ...comments].sort((a, b) => a.span.start - b.span.start);
  const draft = {
    source,
    language,
    blocks,
    comments: inOrder,
    notices: [...more, ...notices],
    ...(frontMatter && { frontMatter }),
  };
  memories.set(draft, { parsed, reader, excerpt: excerpt.text });
  return draft;
}

/** Covers what CommonMark would take for prose. */
function coverMarkup(
  excerpt: Excerpt,
  mdx: boolean,
): { text: string; comments: readonly Comment[] } {
  let text = cover(excerpt.text, coverFrames(excerpt.text));
  text = cover(text, coverCritic(text));
  if (!mdx) return { text, comments: [] };
  const found = coverMdx(text);
  const comments = found.comments.map(({ whole, inner }) =>
    commentAt(excerpt, whole.start, whole.end, excerpt.text.slice(inner.start, inner.end)),
  );
  return { text: cover(text, found.covers), comments };
}

function parse(
  text: string,
  excerpt: string,
  mdx: boolean,
  memory: Memory | undefined,
): Parsed | undefined {
  try {
    if (memory?.parsed.mdx !== mdx) return parseAll(text, mdx);
    const change = changeBetween([memory.parsed.text, memory.excerpt], [text, excerpt]);
    return change ? parseAgain(memory.parsed, text, change) : memory.parsed;
  } catch {
    return undefined;
  }
}

/** The least stretch outside of which two texts are the same, each with what it was covered from. */
function changeBetween(
  [old, oldExcerpt]: readonly [string, string],
  [now, nowExcerpt]: readonly [string, string],
): Change | undefined {
  if (old === now && oldExcerpt === nowExcerpt) return undefined;
  const start = Math.min(sameAtHead(old, now), sameAtHead(oldExcerpt, nowExcerpt));
  const most = Math.min(old.length, now.length) - start;
  const tail = Math.min(most, sameAtTail(old, now), sameAtTail(oldExcerpt, nowExcerpt));
  return { start, oldEnd: old.length - tail, newEnd: now.length - tail };
}

const unread = (source: string): Notice => ({
  span: { start: 0, end: source.length },
  message: 'This draft could not be read as markdown; undo the last change to have it checked.',
});
