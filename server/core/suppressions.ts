/** Comments that ask for findings to be left out: what they say, and what is wrong with them. */

import type { Comment, Draft, SourceSpan } from './model.ts';
import type { Remark } from './set-aside.ts';
import { Lines } from './lines.ts';
import { didYouMean } from './suggest.ts';

/** The words that a comment may begin with, and how far each reaches. */
export const directives = [
  'hedgerow-disable-next-line',
  'hedgerow-disable-line',
  'hedgerow-disable-file',
  'hedgerow-disable',
  'hedgerow-enable',
] as const;

type Directive = (typeof directives)[number];

/** What a suppression says while nobody has said why: no reason. */
export const reasonPlaceholder = 'reason';

/** A comment that leaves out the findings that begin within `reach`. */
export interface Suppression {
  readonly comment: Comment;
  readonly directive: Directive;
  /** As written; none: all rules. */
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly reach: SourceSpan;
}

/** The suppressions of a draft in order, and remarks on instructions that nobody can follow. */
export function suppressionsOf(draft: Draft): {
  readonly suppressions: readonly Suppression[];
  readonly remarks: readonly Remark[];
} {
  const instructions = draft.comments.filter(({ text }) => /^hedgerow-/i.test(text));
  if (instructions.length === 0) return { suppressions: [], remarks: [] };
  const lines = new Lines(draft.source);
  const suppressions: Suppression[] = [];
  const remarks: Remark[] = [];
  let open: Suppression[] = [];
  for (const comment of instructions) {
    const read = readInstruction(comment);
    if (!read) {
      remarks.push(unknownInstruction(comment));
      continue;
    }
    if (read.directive === 'hedgerow-enable') {
      const closed = open.filter(({ rules }) => closes(read.rules, rules));
      if (closed.length === 0) remarks.push(nothingToEnable(comment, draft.source));
      open = open.filter((one) => !closed.includes(one));
      for (const one of closed) {
        const reach = { ...one.reach, end: comment.span.start };
        suppressions[suppressions.indexOf(one)] = { ...one, reach };
      }
      continue;
    }
    const suppression = { comment, ...read, reach: reachOf(read.directive, comment, draft, lines) };
    suppressions.push(suppression);
    if (read.directive === 'hedgerow-disable') open.push(suppression);
  }
  return { suppressions, remarks };
}

/** The source that goes when a comment is taken out: its whole line, if it has one for itself. */
export function wholeOf({ span }: Comment, source: string): SourceSpan {
  const lines = new Lines(source);
  const own = lines.startOf(lines.at(span.start).line);
  const next = lines.startOf(lines.at(span.end).line + 1);
  const before = source.slice(own, span.start);
  if (/^[ \t>]*$/.test(before) && source.slice(span.end, next).trim() === '')
    return { start: own, end: next };
  return { start: own + before.trimEnd().length, end: span.end };
}

interface Instruction {
  readonly directive: Directive;
  readonly rules: readonly string[];
  readonly reason?: string;
}

function readInstruction({ text }: Comment): Instruction | undefined {
  const [asked = '', ...because] = text.split(/(?:^|\s)--+(?:\s|$)/);
  const [word = '', ...named] = asked.trim().split(/[\s,]+/);
  const directive = directives.find((each) => each === word.toLowerCase());
  const reason = because.join(' -- ').trim();
  return directive && { directive, rules: named.filter(Boolean), ...(reason && { reason }) };
}

/** `enable` without rules ends everything; with rules it ends what names one of them. */
function closes(enabled: readonly string[], disabled: readonly string[]): boolean {
  return enabled.length === 0 || disabled.some((rule) => enabled.includes(rule));
}

function reachOf(
  directive: Directive,
  { span }: Comment,
  { source }: Draft,
  lines: Lines,
): SourceSpan {
  const whole = { start: 0, end: source.length + 1 };
  if (directive === 'hedgerow-disable-file') return whole;
  if (directive === 'hedgerow-disable') return { ...whole, start: span.end };
  const own = lines.at(span.end).line;
  if (directive === 'hedgerow-disable-line')
    return { start: lines.startOf(lines.at(span.start).line), end: lines.startOf(own + 1) };
  let next = own + 1;
  while (next < lines.count && PASSED_OVER.test(textOf(next, source, lines))) next++;
  return { start: lines.startOf(next), end: endOf(next, source, lines) };
}

/** Empty lines, which formatters put behind comments, and further instructions. */
const PASSED_OVER = /^[\s>]*(?:(?:<!--|\{\/\*)\s*hedgerow-.*)?\s*$/i;

const textOf = (line: number, source: string, lines: Lines): string =>
  source.slice(lines.startOf(line), lines.startOf(line + 1));

/** A finding may begin at the very end of the last line. */
const endOf = (line: number, source: string, lines: Lines): number =>
  line + 1 < lines.count ? lines.startOf(line + 1) : source.length + 1;

function unknownInstruction({ span, text }: Comment): Remark {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return {
    span,
    code: 'unknown-instruction',
    severity: 'warning',
    message: `There is no instruction “${word}”.${didYouMean(word, directives)} It is not heeded.`,
  };
}

function nothingToEnable(comment: Comment, source: string): Remark {
  return {
    span: comment.span,
    code: 'unused-suppression',
    severity: 'warning',
    message: 'Nothing is disabled here that could be enabled again. Remove this comment.',
    fix: {
      title: 'Remove this comment',
      edits: [{ span: wholeOf(comment, source), text: '' }],
    },
  };
}
