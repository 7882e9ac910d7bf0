/** The markdown that is read: CommonMark, front matter, and of GFM and math what drafts use. */

import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import type { PhrasingContent, Root } from 'mdast';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified, type Data, type Processor } from 'unified';

/** Labels that are defined elsewhere in a text, as the parser writes them. */
export interface Labels {
  readonly definitions: readonly string[];
  readonly footnotes: readonly string[];
}

/** Parses a text, or a piece of one; only at the text's head may it begin with front matter. */
export function parseMarkdown(text: string, mdx: boolean, atHead = true, labels?: Labels): Root {
  elsewhere = labels;
  return processorFor(mdx, atHead && frontMatterEnd(text) > 0).parse(text);
}

/** The same syntax for the parser alone, without a tree. */
export function syntaxOf(text: string, mdx: boolean): Syntax[] {
  return processorFor(mdx, frontMatterEnd(text) > 0).data('micromarkExtensions') ?? [];
}

const matter = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[^]*?(?:\r\n?|\n))?\1[ \t]*(?=[\r\n]|$)/;

/** Where front matter ends, with its fence; 0 where there is none. */
export const frontMatterEnd = (text: string): number => matter.exec(text)?.[0].length ?? 0;

/** What the tree leaves out and positions need: alt text and titles as nodes, not as strings. */
interface Parts {
  label?: PhrasingContent[];
  title?: PhrasingContent[];
}

declare module 'mdast' {
  interface ImageData extends Parts {}
  interface ImageReferenceData extends Parts {}
  interface LinkData extends Parts {}
  interface LinkReferenceData extends Parts {}
  interface DefinitionData extends Parts {}
}

type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Building = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;

/**
 * What both parsers understand. GFM's bare addresses are left out, their nodes have no positions;
 * math takes two dollars, or prices would be formulas.
 */
const extensions: readonly Syntax[] = [
  gfmTable(),
  gfmFootnote(),
  gfmStrikethrough(),
  gfmTaskListItem(),
  math({ singleDollarTextMath: false }),
];

/** Keeps the nodes of alt text and titles, which the default handlers turn into strings. */
const keepParts: Building = {
  exit: {
    labelMarker() {
      const label = this.stack[this.stack.length - 1];
      const image = this.stack[this.stack.length - 2];
      if (label?.type === 'fragment' && image?.type === 'image')
        image.data = { ...image.data, label: phrasing(label.children) };
    },
    resourceTitleString() {
      keepTitle(this);
    },
    definitionTitleString() {
      keepTitle(this);
    },
  },
};

type Context = ThisParameterType<NonNullable<NonNullable<Building['exit']>[string]>>;

function keepTitle(context: Context): void {
  const fragment = context.stack[context.stack.length - 1];
  const parts = fragment?.type === 'fragment' ? phrasing(fragment.children) : [];
  const title = context.resume();
  const node = context.stack[context.stack.length - 1];
  if (node?.type !== 'image' && node?.type !== 'link' && node?.type !== 'definition') return;
  node.title = title;
  node.data = { ...node.data, title: parts };
}

const phrasing = (nodes: readonly { readonly type: string }[]) => nodes as PhrasingContent[];

function withSyntax(this: Processor, more: readonly Syntax[]): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(...extensions, ...more);
  (data.fromMarkdownExtensions ??= []).push(
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    mathFromMarkdown(),
    keepParts,
  );
}

/** Of the piece that is being parsed. */
let elsewhere: Labels | undefined;

/** Never matches; asked at the first line, it tells the parser of labels that are defined elsewhere. */
const knowLabels: Syntax = {
  document: {
    null: {
      name: 'labelsElsewhere',
      tokenize(_effects, _ok, nok) {
        const { parser } = this;
        if (elsewhere) {
          parser.defined.push(...elsewhere.definitions);
          (parser.gfmFootnotes ??= []).push(...elsewhere.footnotes);
          elsewhere = undefined;
        }
        return nok;
      },
    },
  },
};

const processorWith = (matter: boolean, mdx: boolean): Processor<Root> => {
  const processor = unified()
    .use(remarkParse)
    // In MDX indentation makes no code.
    .use(withSyntax, [knowLabels, ...(mdx ? [{ disable: { null: ['codeIndented'] } }] : [])]);
  return (matter ? processor.use(remarkFrontmatter, ['yaml', 'toml']) : processor).freeze();
};

/** A fence of front matter that is never closed would keep the parser from seeing any list. */
const processors = {
  plain: [processorWith(false, false), processorWith(true, false)],
  mdx: [processorWith(false, true), processorWith(true, true)],
} as const;

function processorFor(mdx: boolean, matter: boolean): Processor<Root> {
  return processors[mdx ? 'mdx' : 'plain'][matter ? 1 : 0];
}
