/** The section that a draft full of benefits lacks: blanks and questions to the author, no ready prose. */

import { analyze, type Analysis } from '../analyze.ts';
import type { Draft, Finding, Offer } from '../model.ts';

const TITLE = 'Risks and unknowns';

const PARTS: readonly (readonly [label: string, question: string])[] = [
  ['Known harms', 'which harms have been seen, in how many people, over what time'],
  ['What is not known', 'what have trials in people not shown, or not looked at'],
  ['Approval', 'approved by whom, for which use, as of what date'],
  ['Other care', 'which treatments with better evidence do readers have'],
];

/** Tried on the draft first: it is offered only where the draft then has its balance. */
export function riskSection(analysis: Analysis, finding: Finding): readonly Offer[] {
  const { draft, library, options } = analysis;
  const at = placeIn(draft);
  const text = sectionFor(draft, at);
  const after = draft.source.slice(0, at) + text + draft.source.slice(at);
  const again = analyze(after, library, options, analysis).findings;
  if (again.some((one) => one.rule === finding.rule)) return [];
  return [
    {
      title: `Add a section “${TITLE}”, to be filled in`,
      kind: 'query',
      preferred: false,
      edits: [{ span: { start: at, end: at }, text }],
    },
  ];
}

/** Whether a finding is one on a whole draft without balance. */
export function isOnBalance({ library }: Analysis, { rule }: Finding): boolean {
  const cases = library.rules.get(rule)?.cases ?? [];
  return cases.some(({ when }) => [when['document']].flat().includes('unbalanced'));
}

const LAST =
  /^(?:references|bibliography|sources|further reading|footnotes|endnotes|contact|about us)\W*$/i;

/** Before the references, where the draft has some; else its end. */
function placeIn({ blocks, source }: Draft): number {
  const last = blocks.find(
    ({ kind, text, place }) => kind === 'heading' && place.quoted === 0 && LAST.test(text.trim()),
  );
  return last ? source.lastIndexOf('\n', last.start - 1) + 1 : source.length;
}

/** A heading of the level that the draft's sections have, and a list under it. */
function sectionFor({ blocks, language, source }: Draft, at: number): string {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const levels = blocks.flatMap(({ place }) => place.level ?? []);
  const level = levels.find((one) => one > 1) ?? 2;
  const heading = language === 'plaintext' ? TITLE : `${'#'.repeat(level)} ${TITLE}`;
  const items = PARTS.map(([label, question]) => `- ${label}: ____ {>>AQ: ${question}?<<}`);
  const text = [heading, '', ...items, ''].join(eol);
  const before = source.slice(0, at);
  const gap = before.endsWith(eol + eol) ? '' : before.endsWith(eol) ? eol : eol + eol;
  return gap + text + (at < source.length ? eol : '');
}
