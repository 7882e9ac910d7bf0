/** Edits that explain a term where the draft first uses it. */

import { isVerbatim, toSource } from './align.ts';
import type { Analysis } from './analyze.ts';
import { definitionAt } from './definitions.ts';
import { spellingOf } from './mixed-spelling.ts';
import { textSpelledAs } from './spelling.ts';
import { plural } from './inflect.ts';
import { mentionsIn } from './mentions.ts';
import type { Block, Edit, Term } from './model.ts';
import type { Mention } from './terms.ts';

/** Where a definition goes. */
export type DefineAs = 'parentheses' | 'footnote' | 'glossary';

/** What may be done about a term, with its title. */
export interface TermEdit {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** For the term at an offset; nothing where there is none, or it is explained already. */
export function defineAtFirstUse(
  analysis: Analysis,
  offset: number,
  as: DefineAs,
): TermEdit | undefined {
  const known = definitionAt(analysis, offset)?.term;
  const name = known?.forms[0];
  if (!known || name === undefined) return undefined;
  // Plain text has no footnotes.
  const how = as === 'footnote' && analysis.draft.language === 'plaintext' ? 'parentheses' : as;
  const definition = textSpelledAs(spellingOf(analysis), known.definition);
  const edits =
    how === 'glossary'
      ? inGlossary(analysis, definition, name)
      : atUse(analysis, { term: known, definition }, how);
  if (!edits) return undefined;
  const where = {
    parentheses: 'at first use',
    footnote: 'in a footnote',
    glossary: 'in the glossary',
  };
  return { title: `Define “${name}” ${where[how]}`, edits };
}

function atUse(
  analysis: Analysis,
  { term, definition }: { readonly term: Term; readonly definition: string },
  how: 'parentheses' | 'footnote',
): readonly Edit[] | undefined {
  const { source } = analysis.draft;
  const use = firstUse(analysis, ({ term: one }) => one === term);
  if (!use) return undefined;
  const at = behind(source, use.block, use.mention);
  const after = source.slice(at, at + 400);
  if (how === 'footnote') {
    const label = `[^${term.id}]`;
    if (source.includes(`${label}:`) || after.startsWith('[^')) return undefined;
    return [insert(at, label), atEnd(source, `${label}: ${definition}`)];
  }
  const words = lowered(definition);
  if (after.includes(words)) return undefined;
  // "osteoarthritis (OA)" has its brackets already.
  const bracket = /^ \([^()]{1,40}(?=\))/.exec(after)?.[0];
  return bracket === undefined
    ? [insert(at, ` (${words})`)]
    : [insert(at + bracket.length, `; ${words}`)];
}

function inGlossary(
  { draft }: Analysis,
  definition: string,
  name: string,
): readonly Edit[] | undefined {
  const { source, blocks, language } = draft;
  const bold = language === 'plaintext' ? name : `**${name}**`;
  const entry = `- ${bold}: ${definition}`;
  if (source.includes(`- ${bold}:`)) return undefined;
  const heading = blocks.findIndex(
    ({ kind, text }) => kind === 'heading' && /^glossary:?$/i.test(text.trim()),
  );
  const found = blocks[heading];
  if (!found) {
    const title = language === 'plaintext' ? 'Glossary' : '## Glossary';
    const eol = lineEnding(source);
    return [atEnd(source, `${title}${eol}${eol}${entry}`)];
  }
  const inside = blocks.filter(({ place }) => place.section.at(-1) === heading);
  const last = inside.at(-1) ?? found;
  const end = lineEnd(source, toSource(last, { start: 0, end: last.text.length }).end);
  const gap = inside.length === 0 ? lineEnding(source) : '';
  return [insert(end, `${lineEnding(source)}${gap}${entry}`)];
}

/** For the abbreviation at an offset: "OA" becomes "osteoarthritis (OA)" where it first stands. */
export function expandAbbreviation(analysis: Analysis, offset: number): TermEdit | undefined {
  const here = definitionAt(analysis, offset);
  const name = here?.term.forms[0];
  if (!here || name === undefined) return undefined;
  const short = here.term.abbreviations.find((one) => here.text === one || here.text === `${one}s`);
  if (short === undefined) return undefined;
  const use = firstUse(
    analysis,
    ({ term, as }, text) => term === here.term && as === 'abbreviation' && text.startsWith(short),
  );
  const { blocks, source } = analysis.draft;
  if (!use || !isVerbatim(use.block, use.mention)) return undefined;
  if (blocks.some(({ text }) => text.includes(`(${short})`) || text.includes(`(${short}s)`)))
    return undefined;
  const span = toSource(use.block, use.mention);
  const written = source.slice(span.start, span.end);
  const many = written !== short;
  const full = many ? pluralOf(name) : name;
  const starts = analysis.readings[use.index]?.sentences.some(
    ({ sentence }) => sentence.start === use.mention.start,
  );
  const text = `${starts === true ? capital(full) : full} (${written})`;
  const edits = [{ span, text }, ...articleBefore(source, span.start, full)];
  return { title: `Expand “${short}” at first use: “${full} (${written})”`, edits };
}

interface Use {
  readonly index: number;
  readonly block: Block;
  readonly mention: Mention;
}

/** In running text: a heading, a cell or somebody's words are no place to explain. */
function firstUse(
  analysis: Analysis,
  isMeant: (mention: Mention, text: string) => boolean,
): Use | undefined {
  for (const [index, block] of analysis.draft.blocks.entries()) {
    if ((block.kind !== 'paragraph' && block.kind !== 'item') || block.place.quoted > 0) continue;
    const mention = mentionsIn(analysis, index).find((one) =>
      isMeant(one, block.text.slice(one.start, one.end)),
    );
    if (mention) return { index, block, mention };
  }
  return undefined;
}

/** The source offset behind a mention, and behind the marks of emphasis and links that end with it. */
function behind(source: string, block: Block, mention: Mention): number {
  const { end } = toSource(block, mention);
  const isMarked = block.marks.some(
    (mark) => mark.end === mention.end && mark.start <= mention.start,
  );
  const close = isMarked ? CLOSERS.exec(source.slice(end, end + 500))?.[0] : undefined;
  return end + (close?.length ?? 0);
}

const CLOSERS = /^(?:[*_~]+|\]\([^()\s]*(?: "[^"\n]*")?\)|\]\[[^\]\n]*\])+/;

/** "an OA patient", "a RCT": the article goes by the word behind it. */
function articleBefore(source: string, at: number, next: string): readonly Edit[] {
  const found = /(?<![\w-])([Aa])(n?) $/.exec(source.slice(Math.max(0, at - 4), at));
  if (!found) return [];
  const [whole, a = 'a', n = ''] = found;
  const wanted = /^[aeiou]/i.test(next) ? 'n' : '';
  if (wanted === n) return [];
  const start = at - whole.length;
  return [{ span: { start, end: start + 1 + n.length }, text: `${a}${wanted}` }];
}

function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** A paragraph of its own behind all that there is. */
function atEnd(source: string, text: string): Edit {
  const eol = lineEnding(source);
  const ended = source.endsWith('\n');
  return insert(source.length, `${ended ? eol : `${eol}${eol}`}${text}${eol}`);
}

function lineEnding(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

function lineEnd(source: string, from: number): number {
  const next = source.slice(from).search(/\r?\n/);
  return next < 0 ? source.length : from + next;
}

/** A definition as it stands within a sentence. */
function lowered(definition: string): string {
  return `${definition.charAt(0).toLowerCase()}${definition.slice(1)}`.replace(/\.$/, '');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pluralOf(name: string): string {
  const [, before = '', last = ''] = /^(.*?)(\S+)$/.exec(name) ?? [];
  return before + plural(last);
}
