/** Statements that the project has had approved, in place of a claim that they answer. */

import type { Term } from '../model.ts';
import { findMentions } from '../terms.ts';
import { splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { isQuoted } from './quotations.ts';
import { quoted, type Rewrite } from './rewrite.ts';

/** What a claim is about: one of these in common, and the statement answers it. */
const SUBJECTS: ReadonlySet<Term['kind']> = new Set(['condition', 'outcome', 'mechanism']);

/** More statements on one subject would not be read. */
const MOST = 2;

/** Those that share most with the sentence come first. */
export function approvedFor(passage: Passage): readonly Rewrite[] {
  const { state, text, sentence } = passage;
  const { approved = [] } = state.analysis.options;
  if (approved.length === 0 || isQuoted(passage)) return [];
  const { start, end } = sentence.sentence;
  const claimed = subjectsOf(text.slice(start, end), passage);
  return approved
    .map((statement) => {
      const about = subjectsOf(statement.text, passage);
      return { statement, shared: [...about].filter((id) => claimed.has(id)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ statement }) => ({
      text: splice(text, start, end, statement.text.replaceAll(/\s+/g, ' ').trim()),
      kind: 'state',
      title: `Use the approved statement ${quoted(statement.text)} (${statement.reference})`,
    }));
}

function subjectsOf(text: string, { state }: Passage): ReadonlySet<string> {
  const found = findMentions(text, state.analysis.library.termIndex);
  return new Set(found.filter(({ term }) => SUBJECTS.has(term.kind)).map(({ term }) => term.id));
}
