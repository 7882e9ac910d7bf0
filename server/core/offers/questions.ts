/** The question that a claim puts to its author, as a comment in the draft. */

import { toSource } from '../align.ts';
import type { Edit, Finding, Offer } from '../model.ts';
import { bodyEnd, reread, type State } from './passage.ts';

/**
 * The question as a comment: CriticMarkup in the text, a YAML comment in front matter. `careful`
 * looks for a place where the comment does not tear a phrase, which costs a reading of the block.
 */
export function query(state: State, finding: Finding, careful: boolean): Offer {
  const { rules } = state.analysis.library;
  const question = rules.get(finding.rule)?.question ?? 'What is the source for this';
  const flat = finding.text
    .replace(/\s+/g, ' ')
    .replace(/[*_`[\]{}<>~"“”]/g, '')
    .trim();
  const small = question.charAt(0).toLowerCase() + question.slice(1);
  const asked = flat.length <= 60 ? `“${flat}”: ${small}?` : `${question}?`;
  return {
    title: `Query the author: “${question}?”`,
    kind: 'query',
    preferred: false,
    edits: [
      state.block.kind === 'front-matter'
        ? aboveKey(state, `# AQ: ${asked}`)
        : behind(state, finding, ` {>>AQ: ${asked}<<}`, careful),
    ],
  };
}

/** A scalar has no room for a comment: it stands on a line of its own above the key. */
function aboveKey({ analysis, block }: State, comment: string): Edit {
  const { source } = analysis.draft;
  let start = source.lastIndexOf('\n', block.start - 1) + 1;
  while (start > 0 && !/^[\w"'-][^\n]*:/.test(source.slice(start, start + 200)))
    start = source.lastIndexOf('\n', start - 2) + 1;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  return { span: { start, end: start }, text: comment + eol };
}

/** Right behind the words that it is about, or where it would tear a phrase, at the sentence's end. */
function behind(
  state: State,
  { prose, block: index }: Finding,
  comment: string,
  careful: boolean,
): Edit {
  const { analysis, block, text, reading } = state;
  const sentence = reading.sentences.find((one) => one.sentence.end > prose.start);
  const words = sentence?.words ?? [];
  const last = words[bodyEnd(words) - 1]?.end ?? prose.end;
  const places = [prose.end, Math.max(last, prose.end)];
  const at = places.find((place) => {
    if (!careful) return true;
    const after = reread(analysis, index, `${text.slice(0, place)} \uFFFC${text.slice(place)}`);
    return after?.strong.length === state.strong.length && after.elsewhere === state.elsewhere;
  });
  const end = at ?? prose.end;
  const offset = toSource(block, { start: Math.max(0, end - 1), end }).end;
  return { span: { start: offset, end: offset }, text: comment };
}
