/**
 * Seeded drafts to measure and to edit: of every sort of markup that writers use, and in the style of
 * a text typed without blank lines. The same seed gives the same text.
 */

export interface Random {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** From 0 to below `end`, whole. */
  readonly below: (end: number) => number;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
}

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { next, below, pick: (list) => list[below(list.length)] ?? list[0] };
}

/** As peers count them. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const CONDITIONS = [
  'osteoarthritis',
  'degenerative disc disease',
  'tendinitis',
  'rheumatoid arthritis',
  'Parkinson’s disease',
  'multiple sclerosis',
  'type 1 diabetes',
  'spinal cord injury',
  'heart failure',
  'myocardial infarction',
  'stroke',
  'amyotrophic lateral sclerosis',
  'Crohn’s disease',
  'macular degeneration',
  'chronic low back pain',
  'lupus',
  'cerebral palsy',
  'retinitis pigmentosa',
  'peripheral neuropathy',
  'rotator cuff tears',
  'herniated discs',
  'ligament injuries',
  'cartilage defects',
  'critical limb ischaemia',
  'graft-versus-host disease',
] as const;
const TISSUES = [
  'cartilage',
  'tendon',
  'nerve tissue',
  'cardiac muscle',
  'joint lining',
  'bone',
  'skin',
  'retinal cells',
  'dopaminergic neurons',
  'pancreatic beta cells',
  'myelin',
  'soft tissue',
  'the intervertebral disc',
  'synovial fluid',
  'blood vessels',
] as const;
const CELLS = [
  'stem cells',
  'mesenchymal stem cells',
  'adipose-derived stem cells',
  'bone marrow-derived cells',
  'umbilical cord stem cells',
  'induced pluripotent stem cells',
  'embryonic stem cells',
  'autologous cells',
  'progenitor cells',
  'exosomes',
] as const;
const MECHANISMS = [
  'inflammation',
  'oxidative stress',
  'the immune response',
  'cytokine signalling',
  'angiogenesis',
  'tissue remodelling',
  'apoptosis',
  'scar formation',
  'paracrine signalling',
  'differentiation',
] as const;
const OUTCOMES = [
  'pain',
  'stiffness',
  'mobility',
  'joint function',
  'nerve function',
  'quality of life',
  'range of motion',
  'walking distance',
  'fatigue',
  'sleep',
  'cognitive performance',
  'blood glucose',
  'ejection fraction',
] as const;
const HEDGES = [
  'may help',
  'might help',
  'could help',
  'have the potential to',
  'are being explored to',
  'can sometimes',
  'appear to',
  'have been reported to',
  'may',
  'could',
] as const;
const BOASTS = [
  'cure',
  'completely reverse',
  'permanently eliminate',
  'are proven to repair',
  'guarantee relief from',
  'always restore',
  'are 100% safe for',
  'eliminate the need for surgery in',
  'are the only real treatment for',
  'miraculously heal',
  'work for every patient with',
  'have no side effects in',
] as const;
const ADJECTIVES = [
  'promising',
  'early',
  'small',
  'uncontrolled',
  'randomised',
  'retrospective',
  'open-label',
  'preclinical',
  'long-term',
  'observational',
] as const;
const STUDIES = [
  'trial',
  'study',
  'case series',
  'registry',
  'review',
  'meta-analysis',
  'cohort',
] as const;
const PEOPLE = [
  'patients',
  'people',
  'adults',
  'athletes',
  'older adults',
  'individuals',
  'participants',
  'many patients',
  'some patients',
] as const;

const SENTENCES: readonly [Sentence, ...Sentence[]] = [
  (g) =>
    `${capital(g.pick(CELLS))} ${g.pick(HEDGES)} alleviate ${g.pick(OUTCOMES)} by addressing the underlying damage in ${g.pick(TISSUES)} rather than just masking the symptoms.`,
  (g) =>
    `In conditions like ${g.pick(CONDITIONS)}, the ${g.pick(TISSUES).replace(/^the /, '')} begins to wear down, leading to friction, ${g.pick(MECHANISMS)}, and ${g.pick(OUTCOMES)} problems.`,
  (g) =>
    `${capital(g.pick(CELLS))} can be injected into the affected area, where they ${g.pick(HEDGES)} differentiate into new cells and support ${g.pick(MECHANISMS)}.`,
  (g) =>
    `A ${g.pick(ADJECTIVES)} ${g.pick(STUDIES)} of ${12 + g.below(400)} ${g.pick(PEOPLE).replace(/^(many|some) /, '')} with ${g.pick(CONDITIONS)} found that ${g.pick(OUTCOMES)} improved by ${3 + g.below(60)}% at ${1 + g.below(24)} months, although the result was not statistically significant.`,
  (g) => `${capital(g.pick(CELLS))} ${g.pick(BOASTS)} ${g.pick(CONDITIONS)}.`,
  (g) =>
    `The clinic says that ${g.pick(CELLS)} ${g.pick(BOASTS)} ${g.pick(CONDITIONS)}, but the evidence is limited and the ${g.pick(STUDIES)} had no control group.`,
  (g) =>
    `This could result in a reduction of ${g.pick(OUTCOMES)} and ${g.pick(MECHANISMS)} while improving function in the affected area, aiding in faster recovery compared to conventional treatments.`,
  (g) =>
    `Traditional treatments for ${g.pick(CONDITIONS)}, like pain medications or injections, often provide temporary relief but don’t address the underlying damage.`,
  (g) =>
    `This therapy holds promise for ${g.pick(PEOPLE)} who experience ongoing discomfort from ${g.pick(CONDITIONS)} or similar conditions.`,
  (g) =>
    `It is not known whether ${g.pick(CELLS)} change the course of ${g.pick(CONDITIONS)}; regulators have approved very few products.`,
  (g) =>
    `By promoting the regeneration of ${g.pick(TISSUES)}, ${g.pick(CELLS)} ${g.pick(HEDGES)} restore ${g.pick(OUTCOMES)} and reduce the need for frequent medical interventions.`,
  (g) =>
    `Risks include infection, ${g.pick(MECHANISMS)}, tumour growth, and loss of money, and ${g.pick(PEOPLE)} should speak with a doctor before they decide.`,
  (g) =>
    `We reviewed ${2 + g.below(90)} reports (median follow-up ${1 + g.below(36)} months; range ${1 + g.below(5)}–${40 + g.below(20)}) and no serious adverse events were seen in ${g.pick(PEOPLE)}.`,
  (g) =>
    `${capital(g.pick(PEOPLE))} with ${g.pick(CONDITIONS)} were treated with ${g.pick(CELLS)}, and ${g.pick(OUTCOMES)} was measured by blinded assessors.`,
  (g) =>
    `Unlike drugs, ${g.pick(CELLS)} treat the root cause of ${g.pick(CONDITIONS)} and will stop ${g.pick(MECHANISMS)} in its tracks.`,
  (g) =>
    `Does it work for ${g.pick(CONDITIONS)}? The honest answer is that nobody knows yet, e.g. because Dr. Lee’s ${g.pick(STUDIES)} et al. enrolled only ${5 + g.below(30)} people.`,
];

type Sentence = (g: Random) => string;

const sentence = (g: Random): string => g.pick(SENTENCES)(g);

const REFERENCES = 8;
const NOTES = 10;

/** A sentence, now and then with markup in it. */
function marked(g: Random): string {
  const text = sentence(g);
  const x = g.next();
  if (x < 0.1) return text.replace(/(stem cells|exosomes|cells)/, '**$1**');
  if (x < 0.17) return text.replace(/(pain|function|mobility|inflammation)/, '*$1*');
  if (x < 0.27)
    return text.replace(
      /(trial|study|review|registry|treatments|therapy|evidence)/,
      `[$1](https://example.org/${g.below(9999)} "Source ${g.below(99)}")`,
    );
  if (x < 0.33)
    return text.replace(
      /(trial|study|cohort|regulators|reports)/,
      `[$1][ref-${1 + g.below(REFERENCES)}]`,
    );
  if (x < 0.4) return `${text}[^n${1 + g.below(NOTES)}]`;
  if (x < 0.42) return `${text} \`NCT0${1_000_000 + g.below(8_999_999)}\``;
  if (x < 0.43) return `${text} See https://example.com/page${g.below(99)}.`;
  return text;
}

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const paragraph = (g: Random): string =>
  times(3 + g.below(4), () => marked(g)).join(g.next() < 0.35 ? '\n' : ' ');

function list(g: Random): string {
  const ordered = g.next() < 0.5;
  const loose = g.next() < 0.3;
  const items = times(3 + g.below(4), (at) => {
    const item = `${ordered ? `${at + 1}. ` : '- '}**${capital(g.pick(TISSUES))}**: ${marked(g)}`;
    return g.next() < 0.2 ? `${item}\n${ordered ? '   ' : '  '}- ${sentence(g)}` : item;
  });
  return items.join(loose ? '\n\n' : '\n');
}

function table(g: Random): string {
  const row = (): string =>
    `| ${g.pick(CONDITIONS)} | ${g.pick(CELLS)} | ${g.pick(OUTCOMES)} ${g.pick(HEDGES)} improve | ${g.pick(ADJECTIVES)} ${g.pick(STUDIES)} |`;
  const head = '| Condition | Cells | Outcome | Evidence |\n|:--|---|:-:|--:|';
  return [head, ...times(3 + g.below(4), row)].join('\n');
}

const quotation = (g: Random): string =>
  `> ${sentence(g)}\n> ${sentence(g)}${g.next() < 0.3 ? '\n>\n> — *a patient*' : ''}`;

/** How often what stands in a draft, added up, and what it is. */
const BLOCKS: readonly (readonly [number, (g: Random) => string])[] = [
  [0.5, paragraph],
  [0.66, list],
  [0.74, table],
  [0.82, quotation],
  [0.86, (g) => `\`\`\`text\n${sentence(g)}\n${sentence(g)}\n\`\`\``],
  [0.88, (g) => `<div class="note">\n${sentence(g)}\n</div>`],
  [0.9, (g) => `<!-- Check ${g.pick(CONDITIONS)} -->`],
  [0.92, () => '---'],
  [0.94, (g) => `![${g.pick(TISSUES)} after treatment](img/${g.below(99)}.png)`],
  [0.96, (g) => `- [x] ${sentence(g)}\n- [ ] ${sentence(g)}`],
  [1, paragraph],
];

/** A draft of about so many words, with front matter, headings, lists, tables, notes and references. */
export function draft(seed: number, length: number): string {
  const g = random(seed);
  const blocks = [
    `---\ntitle: "Stem cell therapy for ${g.pick(CONDITIONS)}"\nauthor: Draft ${seed}\ntags: [stem-cells, draft]\n---`,
    `# Stem cell therapy for ${g.pick(CONDITIONS)}`,
  ];
  const notes = times(
    NOTES,
    (at) => `[^n${at + 1}]: ${sentence(g)}${at % 3 === 2 ? `\n\n    ${sentence(g)}` : ''}`,
  );
  const references = times(
    REFERENCES,
    (at) => `[ref-${at + 1}]: https://example.org/ref/${at + 1} "Reference ${at + 1}"`,
  ).join('\n');
  let words = countWords([...notes, references].join('\n'));
  for (let count = 0; words < length; count++) {
    if (count % 5 === 0)
      blocks.push(
        `${'#'.repeat(2 + g.below(2))} ${capital(g.pick(TISSUES))} and ${g.pick(CONDITIONS)}`,
      );
    const x = g.next();
    const block = (BLOCKS.find(([most]) => x < most)?.[1] ?? paragraph)(g);
    blocks.push(block);
    words += countWords(block);
  }
  return `${[...blocks, ...notes, references].join('\n\n')}\n`;
}

/** The same length without a blank line: prose, numbered lists and more prose, one line after another. */
export function prose(seed: number, length: number): string {
  const g = random(seed);
  const lines: string[] = [];
  for (let words = 0; words < length;) {
    const condition = g.pick(CONDITIONS);
    const opening = `Stem cell therapy for ${condition} focuses on harnessing the regenerative abilities of ${g.pick(CELLS)} to repair damaged ${g.pick(TISSUES)} and promote healing.`;
    const part = [
      [opening, ...times(3, () => sentence(g))].join(' '),
      `How stem cell therapy works for ${condition}:`,
      ...times(
        6,
        (at) =>
          `${at + 1}. ${capital(g.pick(TISSUES))} Regeneration: ${sentence(g)} ${sentence(g)}`,
      ),
      'Conclusion :',
      times(4, () => sentence(g)).join(' '),
    ].join('\n');
    lines.push(part);
    words += countWords(part);
  }
  return `${lines.join('\n')}\n`;
}
