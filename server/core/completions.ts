/** What may be written at an offset: suppression comments, hedged phrases, terms. */

import { blockAt, toProse } from './align.ts';
import type { Analysis } from './analyze.ts';
import { HEDGED_PHRASES } from './hedged-phrases.ts';
import { rowsAround } from './knowledge.ts';
import type { Block, SourceSpan, Term } from './model.ts';
import { RUNGS } from './rungs.ts';
import { directives, reasonPlaceholder } from './suppressions.ts';

export interface Completion {
  readonly kind: 'instruction' | 'rule' | 'phrase' | 'term';
  /** What it takes the place of, and with what. */
  readonly span: SourceSpan;
  readonly text: string;
  /** A word on it beside the list. */
  readonly detail: string;
  /** More for who looks closer. */
  readonly explanation?: string;
}

/** The best first. Nothing in code or markup. */
export function completionsAt(analysis: Analysis, offset: number): readonly Completion[] {
  const { source, blocks } = analysis.draft;
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  const comment = COMMENT.exec(before);
  if (comment) return inComment(analysis, offset, comment);
  const isEmpty = before.trim() === '';
  return isEmpty || isProse(blocks, offset - 1)
    ? [...phrases(analysis, offset, before), ...terms(analysis, offset, before)]
    : [];
}

/** Prose stands there: no markup, and no code, which is one U+FFFC. */
function isProse(blocks: readonly Block[], offset: number): boolean {
  const block = blocks[blockAt(blocks, offset) ?? -1];
  const at = block && toProse(block, offset);
  return block !== undefined && at !== undefined && block.text[at] !== '\uFFFC';
}

/** The inside of a comment that is open where the writer types. */
const COMMENT = /(<!--|\{\/\*)((?:(?!-->|\*\/\}).)*)$/;

function inComment(
  analysis: Analysis,
  offset: number,
  [, opened = '', typed = '']: RegExpExecArray,
): readonly Completion[] {
  const word = /[\w-]*$/.exec(typed)?.[0] ?? '';
  const span = { start: offset - word.length, end: offset };
  if (typed.trim() === word)
    return directives
      .filter((text) => text.startsWith(word.toLowerCase()))
      .map((text) => ({
        kind: 'instruction',
        span,
        text: typed === word ? ` ${text}` : text,
        detail: REACH[text],
      }));
  // What follows two hyphens is the reason, in the writer's own words.
  if (!/^\s*hedgerow-(?!.*\s--\s)/.test(typed)) return [];
  const isClosed = /^[^\n]*?(?:-->|\*\/\})/.test(analysis.draft.source.slice(offset));
  const close = opened === '<!--' ? '-->' : '*/}';
  const end = isClosed ? '' : ` -- ${reasonPlaceholder} ${close}`;
  const found = new Set(findingsBelow(analysis, offset));
  return [...analysis.library.rules.values()]
    .filter(({ id }) => id.startsWith(word))
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)))
    .map(({ id, title }) => ({ kind: 'rule', span, text: `${id}${end}`, detail: title }));
}

const REACH: Readonly<Record<(typeof directives)[number], string>> = {
  'hedgerow-disable-next-line': 'for the next line',
  'hedgerow-disable-line': 'for this line',
  'hedgerow-disable-file': 'for the whole draft',
  'hedgerow-disable': 'from here on',
  'hedgerow-enable': 'ends what was disabled',
};

/** The rules that object to something on the line of the offset or the next that has words. */
function findingsBelow(analysis: Analysis, offset: number): readonly string[] {
  const { draft, findings, setAside } = analysis;
  const [, here = ''] = /^([^\n]*\n?\s*[^\n]*)/.exec(draft.source.slice(offset)) ?? [];
  const from = draft.source.lastIndexOf('\n', offset - 1) + 1;
  const to = offset + here.length;
  return [...findings, ...setAside.map(({ finding }) => finding)]
    .filter(({ span }) => span.start >= from && span.start <= to)
    .map(({ rule }) => rule);
}

/** Those that the evidence on what the section names carries come first. */
function phrases(analysis: Analysis, offset: number, before: string): readonly Completion[] {
  const { word, span, capital } = typedWord(before, offset);
  const block = blockAt(analysis.draft.blocks, Math.max(0, offset - 1));
  const rows = block === undefined ? [] : rowsAround(analysis, block);
  const carried = Math.min(9, ...rows.map(({ rung }) => rung));
  return HEDGED_PHRASES.filter(({ text }) => text.startsWith(word.toLowerCase()))
    .toSorted((a, b) => Number(a.rung > carried) - Number(b.rung > carried))
    .map(({ rung, text }) => ({
      kind: 'phrase',
      span,
      text: capital ? upper(text) : text,
      detail: `rung ${rung} of 9: ${RUNGS[rung]?.name ?? ''}${rung > carried ? ', more than the evidence carries' : ''}`,
    }));
}

/** Names that go on from the last words: the longest run of them that one begins with. */
function terms(analysis: Analysis, offset: number, before: string): readonly Completion[] {
  for (const typed of lastWords(before)) {
    const start = typed.toLowerCase();
    const found = [...analysis.library.terms.values()].flatMap((term) => named(term, start));
    if (found.length === 0) continue;
    const span = { start: offset - typed.length, end: offset };
    const capital = /^[A-Z][a-z]/.test(typed);
    return found.map(({ term, form }) => ({
      kind: 'term',
      span,
      text: capital ? upper(form) : form,
      detail: term.kind,
      explanation: term.definition,
    }));
  }
  return [];
}

function named(term: Term, start: string): readonly { term: Term; form: string }[] {
  const form = [...term.forms, ...term.abbreviations].find((one) =>
    one.toLowerCase().startsWith(start),
  );
  return form === undefined ? [] : [{ term, form }];
}

/** "the knee osteo" -> "the knee osteo", "knee osteo", "osteo"; nothing after a space. */
function lastWords(before: string): readonly string[] {
  const words = /(?:[A-Za-z][\w'’-]* ){0,3}[A-Za-z][\w'’-]+$/.exec(before)?.[0].split(' ') ?? [];
  return words.map((_, index) => words.slice(index).join(' '));
}

function typedWord(before: string, offset: number) {
  const word = /[A-Za-z]*$/.exec(before)?.[0] ?? '';
  const span = { start: offset - word.length, end: offset };
  return { word, span, capital: /^[A-Z]/.test(word) };
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
