import assert from 'node:assert/strict';
import { analyze, explain } from '../../server/core/index.ts';
import { library } from './library.ts';

const DRAFT = `# Stem cell therapy

Benefits of the therapy:

- The cells may ease pain, rebuilding the joint.

| Option | Effect |
| --- | --- |
| Stem cells | Rebuild cartilage |

\`\`\`
code
\`\`\`
`;

const told = (line: number): string => explain(analyze(DRAFT, library()), line);

describe('explain', () => {
  const cases: readonly (readonly [string, number, RegExp])[] = [
    [
      'names the kind of block and what introduces it',
      5,
      /^item, under “Stem cell therapy”, introduced by “Benefits of the therapy:”/,
    ],
    ['tags every word', 5, /may\/modal ease\/verb\.base pain\/noun/],
    [
      'tells how surely each predicate is said',
      5,
      /claim {5}“may ease pain”\n(?: {10}.*\n)*? {10}modality hedged \(rung 4\)/,
    ],
    [
      'says what a participle hangs on',
      5,
      /“rebuilding the joint”\n(?: {10}.*\n)*? {10}main clause hedged/,
    ],
    [
      'ends with what the rules said',
      5,
      /finding {3}mechanism-as-outcome \(warning\): “rebuilding the joint”\n {10}\S/,
    ],
    ['reads a cell with its row and column', 9, /cell, .*row “Stem cells”, column “Effect”/],
    ['says where no rule objects', 1, /finding {3}none/],
    ['says of code that no prose stands there', 12, /^No prose stands on line 12\.$/],
    ['says of an empty line that no prose stands there', 2, /^No prose stands on line 2\.$/],
    [
      'says how many lines there are beyond the end',
      99,
      /^There is no line 99: the draft has 14\.$/,
    ],
    ['takes no fractions of a line', 1.5, /^There is no line 1\.5/],
  ];
  for (const [name, line, wanted] of cases)
    it(name, () => {
      assert.match(told(line), wanted);
    });
});
