/** Source -> blocks of prose: pre-scan, covering, parsing, walking the tree. */

import type { Root } from 'mdast';
import { readTree } from './blocks.ts';
import { commentAt } from './comments.ts';
import { coverCritic } from './critic.ts';
import { cover, type Excerpt } from './excerpt.ts';
import { coverFrames } from './frames.ts';
import { coverMdx } from './mdx.ts';
import type { Comment, Draft, Language, Notice } from './model.ts';
import { prescan } from './prescan.ts';
import { parseMarkdown } from './syntax.ts';

/** Reads a draft. Never throws: what cannot be read is left out with a notice. */
export function readDraft(source: string, language: Language): Draft {
  const mdx = language === 'mdx';
  const { excerpt, notices } = prescan(source, mdx);
  const { text, comments: expressions } = coverMarkup(excerpt, mdx);
  const tree = parse(text, mdx);
  if (!tree) {
    const all = [...notices, unread(source)];
    return { source, language, blocks: [], comments: [], notices: all };
  }
  const { blocks, comments, notices: more, frontMatter } = readTree(tree, { excerpt, text });
  const inOrder = [...expressions, ...comments].sort((a, b) => a.span.start - b.span.start);
  return {
    source,
    language,
    blocks,
    comments: inOrder,
    notices: [...more, ...notices],
    ...(frontMatter && { frontMatter }),
  };
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

function parse(text: string, mdx: boolean): Root | undefined {
  try {
    return parseMarkdown(text, mdx);
  } catch {
    return undefined;
  }
}

const unread = (source: string): Notice => ({
  span: { start: 0, end: source.length },
  message: 'This draft could not be read as markdown; undo the last change to have it checked.',
});
