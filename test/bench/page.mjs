// docs/performance.md, from one run.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { format } from 'prettier';
import { median, quantile } from './bounds.mjs';

const number = (value) => (value < 0.1 ? value.toFixed(4) : value.toFixed(2));

const limit = (most) => (most < 0 ? `≥ ${number(-most)}` : `≤ ${number(most)}`);

function line({ what, unit, reached, most, met }) {
  if (Number.isNaN(reached)) return `| ${what} | ${limit(most)} ${unit} | not measured | |`;
  return `| ${what} | ${limit(most)} ${unit} | ${number(reached)} ${unit} | ${met ? 'met' : '**missed**'} |`;
}

const spread = ([name, times]) =>
  `| ${name} | ${times.length} | ${number(median(times))} | ${number(Math.min(...times))} | ${number(quantile(times, 0.95))} | ${number(Math.max(...times))} |`;

export async function writePage(results, measured) {
  const [{ model = 'an unknown processor' } = {}] = cpus();
  const times = Object.entries(measured).filter(
    ([name]) => !name.startsWith('size: ') && name !== 'quick',
  );
  const text = `# Performance

Hedgerow reads a draft again on every key, and reads of it only what the key may have changed: [how](decisions/0009-restart-at-clean-parts.md).
This page is written by \`npm run bench\`, in one run, in which we and what we are measured against take turns.
Ratios travel from machine to machine, milliseconds do not; this one has ${cpus().length} × ${model}, Node ${process.versions.node}, and a load average of ${loadavg()[0].toFixed(0)} when it was done: above ${cpus().length} other work slowed all of this down, the busy side of a ratio more than an idle one.

P is a full parse of the same text by remark-parse with remark-gfm and remark-frontmatter, E a language server that does nothing.
A key is one letter typed; it is measured from the text to the findings, in process, and from \`didChange\` to the diagnostics, in the server.
The drafts are made from seeds (\`test/bench/corpora.ts\`): with front matter, lists, tables, quotations, notes and references; in the style of text that comes without blank lines; and the READMEs of installed packages.

| what | bound | reached | |
| --- | --- | --- | --- |
${results.map(line).join('\n')}

The bounds in milliseconds are for a machine on which P takes 45 ms for 10,000 words; a slower one is given more.
What is missed, and why, stands [below](#what-is-missed).

## What was measured

Milliseconds; for memory, MiB.

| what | times | median | least | p95 | most |
| --- | ---: | ---: | ---: | ---: | ---: |
${times.map(spread).join('\n')}

## What is missed

${missed(results)}

## In continuous integration

\`npm run bench -- --quick\` takes under 90 seconds and no peers. It fails where a bound is broken by more than half; where a bound is not reached yet, it holds what is reached (\`test/bench/bounds.mjs\`).
`;
  writeFileSync('docs/performance.md', await format(text, { parser: 'markdown' }));
}

/** Why a bound is not reached, by how its row begins. */
const REASONS = [
  [
    'check of',
    'A text that was never read has to be read whole; reading markdown alone takes most of the bound.',
  ],
  [
    'of that',
    'Clauses, senses and some 500 patterns are looked up for every word; the prototype that set this bound looked for phrases alone.',
  ],
  ['100k words against', 'Parsing itself grows like that, and so does the collecting of garbage.'],
  [
    'key, 100k',
    'The whole text is still compared and surveyed line by line on every key, and every block behind it is placed anew.',
  ],
  [
    'key',
    'The paragraph or item that was edited is parsed and its sentence read; in a text of short paragraphs that is all.',
  ],
  [
    'didChange',
    'All diagnostics of the draft are made and sent with every key, as the protocol has it.',
  ],
  [
    'memory',
    'Library and readings take 20 MiB; the rest is code, and room that the collector of garbage leaves itself.',
  ],
  [
    'command line',
    'Code and library take as long to load as a draft to read, and each worker loads them by itself.',
  ],
  ['dist/server.js', 'The parsers of YAML and markdown and the protocol take two thirds of it.'],
];

function missed(results) {
  const rows = results.filter(({ met, reached }) => !met && !Number.isNaN(reached));
  if (rows.length === 0) return 'Nothing.';
  return rows
    .map(({ what, unit, reached, most }) => {
      const why = REASONS.find(([begin]) => what.startsWith(begin))?.[1];
      const ratio = most < 0 ? -most / reached : reached / most;
      return `- ${what}: ${number(reached)} ${unit} where ${limit(most)} was asked, ${ratio.toFixed(1)} times as much.${why ? ` ${why}` : ''}`;
    })
    .join('\n');
}
