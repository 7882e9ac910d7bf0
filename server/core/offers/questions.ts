/** The question that a claim puts to its author, as a comment in the draft. */

import { toSource } from '../align.ts';
import type { Edit, Finding, Offer } from '../model.ts';
import { bodyEnd, reread, type State } from './passage.ts';

/** By rule; what stands in braces is the words marked. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'avoids-surgery':
    'Was anyone with this treatment compared with people who had surgery or medicines',
  'can-as-outcome': 'Has this been seen in people, and in which study',
  'causal-from-correlational': 'Was there a control group',
  'cure-claim': 'Which study in people shows a cure, and how was it measured',
  'discourages-treatment': 'Who gives this advice, and should readers not ask their doctor first',
  'experimental-as-established': 'Which guideline or regulator recommends this use',
  'guaranteed-outcome': 'What share of people had this result, in which study',
  'hype-words': 'What is known here that a reader could check',
  'inconsistent-hedging': 'Which strength is meant, here and in the other place',
  'mechanism-as-outcome': 'Has this been shown in people, or only in the laboratory',
  'misnamed-product': 'What is in the product, by its label',
  'permanence-durability': 'How long were people followed, and in which study',
  'preclinical-to-human': 'Which study in people shows this',
  'proof-claim': 'Which trial is meant, with what design and result',
  'regulatory-status': 'Which product, for what use, approved by whom and when',
  'root-cause': 'Which measurement shows that the cause was treated',
  'safety-absolute': 'Which harms were looked for, in how many people, for how long',
  'speed-magnitude':
    'Where does this figure come from: which study, how many people, compared with what',
  'superiority-over-conventional': 'Which trial compared this with the other treatment',
  'testimonial-as-evidence': 'Is this typical, and did the person agree to be quoted',
  'unhedged-efficacy': 'Which controlled trial in people shows this',
  universality: 'For whom was it studied, and who should not have it',
};

/**
 * The question as a comment: CriticMarkup in the text, a YAML comment in front matter. `careful`
 * looks for a place where the comment does not tear a phrase, which costs a reading of the block.
 */
export function query(state: State, finding: Finding, careful: boolean): Offer {
  const question = QUESTIONS[finding.rule] ?? 'What is the source for this';
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
