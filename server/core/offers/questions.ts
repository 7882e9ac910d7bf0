/** The question that a claim puts to its author, as a comment in the draft. */

import { isVerbatim, toSource } from '../align.ts';
import type { Block, Finding, Offer } from '../model.ts';

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

/** CriticMarkup, right behind the words that it is about. */
export function query(source: string, block: Block, finding: Finding): Offer | undefined {
  const question = QUESTIONS[finding.rule] ?? 'What is the source for this';
  const { text } = finding;
  const flat = text
    .replace(/\s+/g, ' ')
    .replace(/[*_`[\]{}<>~"“”]/g, '')
    .trim();
  const about = flat.length <= 60 ? `“${flat}”: ` : '';
  const written = `${about}${about === '' ? question : question.charAt(0).toLowerCase() + question.slice(1)}?`;
  const at = placeFor(source, block, finding);
  if (at === undefined) return undefined;
  return {
    title: `Query the author: “${question}?”`,
    kind: 'query',
    preferred: false,
    edits: [{ span: { start: at, end: at }, text: ` {>>AQ: ${written}<<}` }],
  };
}

/** After the marked words, or after the word that they end in; never inside of an entity or code. */
function placeFor(source: string, block: Block, { prose, span }: Finding): number | undefined {
  if (prose.end < block.text.length && !isVerbatim(block, { start: prose.end - 1, end: prose.end }))
    return span.end;
  const { end } = toSource(block, { start: Math.max(prose.start, prose.end - 1), end: prose.end });
  return /\w/.test(source.charAt(end)) && /\w/.test(source.charAt(end - 1)) ? undefined : end;
}
