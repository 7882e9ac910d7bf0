// docs/accuracy.md, and its sections of figures for the terminal.
import { ablations } from './ablations.mjs';
import {
  agreementTable,
  categoryTable,
  comparison,
  figureTable,
  intervalTable,
  kindTable,
  materialTable,
  setTable,
} from './tables.mjs';
import { split } from './sets.mjs';

/** What was measured, as titled tables. */
export function sections({ parts, bySet, others }) {
  const judged = Object.fromEntries(Object.keys(split).map((part) => [part, parts[part]]));
  return [
    ...Object.keys(parts).map((part) => ({
      title: `The engine beside others: ${part}`,
      body: comparison([{ title: 'engine', ...parts[part] }, ...others[part]]),
    })),
    { title: 'Whole drafts', body: figureTable(parts, 'drafts') },
    { title: 'Single sentences', body: figureTable(parts, 'sentences') },
    { title: 'Rewordings in drafts', body: figureTable(parts, 'rewordings') },
    { title: 'How sure the figures are', body: intervalTable(parts) },
    { title: 'Sentences by kind of page', body: kindTable(parts) },
    { title: 'By category', body: categoryTable(judged) },
    { title: 'By set', body: setTable(bySet) },
  ];
}

export function page(report, sets) {
  const { bySet, second } = report;
  const held = report.parts['held-out'];
  const without = Object.values(ablations).map(({ title, means }) => `- *${title}*: ${means}.`);
  const names = (part) => split[part].join(', ');
  const material = sets.map(({ name, sentences, drafts }) => ({
    name,
    part: bySet.find((set) => set.name === name).part,
    rows: sentences,
    documents: drafts,
  }));
  return `<!-- Written by “npm run accuracy -- --write”. -->

# How accurate Hedgerow is

On texts that it was not tuned on, Hedgerow's warnings and errors reach a precision of ${held.drafts.precision.toFixed(2)} and a
recall of ${held.drafts.recall.toFixed(2)} in whole drafts, and ${held.sentences.precision.toFixed(2)} and ${held.sentences.recall.toFixed(2)} on single sentences.

Precision: of what is flagged, the share that an editor would at least query (in drafts) or insist
on rewording (sentences, where borderline ones are left out). Recall: of what an editor would insist
on rewording, the share that is flagged. Flagged means a warning or an error; an information asks
and counts as neither. A claim in a draft is found if a finding touches it and stays within its
sentence. A sentence is read below a heading, after the sentence before it.

## The material

The sets in \`test/accuracy/labels/\` were written and labelled separately, by the same guidelines
(\`test/accuracy/GUIDELINES.md\`); the annotators of the numbered sets saw neither the rules nor what
the engine answers. Label 2: a careful medical editor would insist on rewording; 1: would query it; 0:
would leave it alone. The texts were written for this purpose, in the manner of real pages.

${materialTable(material)}

The sets are split whole, so that no page lies in both parts: **worked on** (${names('worked-on')}),
whose errors are read to mend the rules and on
which the scorer is trained, and **held out** (${names('held-out')}), which is looked at
for figures alone; its errors are never printed. \`dev\` is a part of what was worked on, and shown
apart because it was there first.

## How far two readers agree

A second reader labelled ${second.sentences} sentences of sets 1 to 5 (60 of each, in whole passages drawn by lot) from the
guidelines, before seeing their labels. The two agree on ${percent(second.agreement)} of them, Cohen's kappa
${second.kappa.toFixed(2)} over three labels; on whether to flag at all (2 or not) ${percent(second.strongAgreement)}, kappa ${second.strongKappa.toFixed(2)}. Scored as
if it were the engine, the second reader has precision ${second.precision.toFixed(2)}, recall ${second.recall.toFixed(2)}, F1 ${second.f1.toFixed(2)}.

Take this as an upper bound: texts that were written to exercise the guidelines show their labels
more plainly than found ones do, and both readers went by the letter of the same page. On the older
\`dev\` sentences a second reader agreed on 91% (kappa 0.84, F1 0.92), and reached F1 0.98 on the
drafts.

${agreementTable(second)}

## Figures

Beside the engine stand a list of obvious words, each a warning wherever it stands, and the engine
without one of the things that it reads:

${without.join('\n')}
- *without the scorer*: the rules alone.

Context can make no difference to single sentences, which have none. ✗ marks a goal that is missed on the held-out part. Intervals come from drawing whole passages and
drafts with replacement, 500 times.

${sections(report)
  .map(({ title, body }) => `### ${title}\n\n${body}`)
  .join('\n\n')}

In the table by category, recall is that of the claims labelled with the category; precision that of
the sentences flagged by a rule that mostly stands for it.

## To measure it yourself

\`\`\`
npm ci
npm run accuracy                     # these figures, from the sources as they are
npm run accuracy -- --check          # fails where one fell by more than a point since they were written
npm run accuracy -- --errors 40      # the first errors of the part worked on
npm run accuracy -- --rewordings --show 20
npm run accuracy -- --write          # takes the figures over into this page and the baseline
\`\`\`

Nothing is drawn by chance: the same sources give the same page.
`;
}

const percent = (value) => `${(value * 100).toFixed(1)}%`;
