/** What is known, from the evidence: the row's line in place of the claim, with its source. */

import { toSource } from '../align.ts';
import type { Edit, Evidence, Offer } from '../model.ts';
import { spellingOf } from '../mixed-spelling.ts';
import { textSpelledAs } from '../spelling.ts';
import { evidenceFor } from './evidence.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { splice } from './changes.ts';

/** The sentence replaced by the row's line; `mark` is the footnote that it wants, if any. */
export interface Statement {
  readonly rewrite: Rewrite;
  readonly row: Evidence;
}

/** Rows whose every source was read, and whose review is not overdue on the day `today`, if given. */
export function statementFor(passage: Passage, today: string | undefined): Statement | undefined {
  const { state, text, sentence } = passage;
  const { kind } = state.block;
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'footnote') return undefined;
  const row = evidenceFor(passage);
  if (!row || (today !== undefined && row.review < today)) return undefined;
  if (row.citations.length === 0 || row.citations.some(({ verified }) => verified !== 'read'))
    return undefined;
  const { start, end } = sentence.sentence;
  const line = textSpelledAs(spellingOf(state.analysis), row.line);
  return {
    row: { ...row, line },
    rewrite: {
      text: splice(text, start, end, line),
      kind: 'state',
      title: `Adds a statement: check ${quoted(line)}`,
      sound: true,
    },
  };
}

/** The line with its sources, in brackets or as a footnote, as the draft has them. */
export function statementOffer(passage: Passage, { row, rewrite }: Statement): Offer {
  const { state, sentence } = passage;
  const { source } = state.analysis.draft;
  const span = toSource(state.block, sentence.sentence);
  const sources = row.citations.map(({ text }) => text).join('; ');
  const label = footnoteLabel(source);
  const edits: readonly Edit[] =
    label === undefined
      ? [{ span, text: `${row.line.replace(/\.$/, '')} (${sources}).` }]
      : [{ span, text: `${row.line}[^${label}]` }, definition(source, label, sources)];
  return { title: rewrite.title, kind: 'state', preferred: false, edits };
}

const DEFINITION = /^\[\^([^\]\s]+)\]:/gm;

/** The next number, or a word, for a draft that has footnotes. */
function footnoteLabel(source: string): string | undefined {
  const labels = Array.from(source.matchAll(DEFINITION), (match) => match[1] ?? '');
  if (labels.length === 0) return undefined;
  const numbers = labels.map(Number).filter((number) => Number.isInteger(number));
  if (numbers.length === labels.length) return String(Math.max(...numbers) + 1);
  const taken = new Set(labels);
  for (let n = 1; ; n++) if (!taken.has(`evidence-${n}`)) return `evidence-${n}`;
}

function definition(source: string, label: string, sources: string): Edit {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const gap = source.endsWith(eol) ? '' : eol;
  const end = source.length;
  return { span: { start: end, end }, text: `${gap}${eol}[^${label}]: ${sources}.${eol}` };
}
