/** Generated drafts that make claims, and edits of a draft as a writer makes them. */

import fc from 'fast-check';

const subject = fc.constantFrom(
  'Stem cells',
  'Stem cell therapy',
  'PRP',
  'The treatment',
  'It',
  'They',
  'This',
  'Surgery',
  'Steroids',
  'Patients',
  'Our clinic',
  'Nobody',
  'Some clinics claim that stem cells',
);
const how = fc.constantFrom('', '', 'may ', 'can ', 'will ', 'do not ', 'might help ', 'always ');
const act = fc.constantFrom(
  'relieve pain',
  'cure arthritis',
  'repair cartilage',
  'relieve pain and improve mobility',
  'ease pain, restoring function',
  'work better than surgery',
  'are safe',
  'have no side effects',
  'bring lasting relief',
  'recover',
);
const tail = fc.constantFrom(
  '',
  '',
  ', helping to rebuild tissue',
  ', which heals tendons',
  ' in mice',
  ' in 92% of cases',
);
const stop = fc.constantFrom('.', '.', '!', '?', ':', '');

const sentence = fc
  .tuple(subject, how, act, tail, stop)
  .map(([who, modal, what, rest, end]) => `${who} ${modal}${what}${rest}${end}`);
const marked = fc
  .tuple(sentence, fc.constantFrom('', '', '**', '*', '~~', '“'))
  .map(([text, mark]) => `${mark}${text}${mark === '“' ? '”' : mark}`);
const lines = (items: readonly string[], prefix: string): string =>
  items.map((item) => `${prefix}${item}`).join('\n');

const items = fc.array(marked, { minLength: 1, maxLength: 3 });
const block = fc.oneof(
  items.map((list) => list.join(' ')),
  items.map((list) => list.join('\n')),
  marked.map((text) => `## ${text}`),
  fc.constantFrom('# Stem cell therapy', '## Myths', '## References', '## Risks', '## FAQ'),
  fc
    .tuple(fc.constantFrom('Benefits include:', 'Stem cells may:', 'Warning signs:', ''), items)
    .map(([lead, list]) => `${lead}\n\n${lines(list, '- ')}`),
  items.map((list) => lines(list, '> ')),
  fc
    .tuple(sentence, sentence)
    .map(([a, b]) => `| Treatment | Effect |\n| --- | --- |\n| ${a} | ${b} |`),
  marked.map((text) => `![${text.replaceAll('*', '')}](x.png "PRP heals tendons")`),
  marked.map((text) => `Text.[^1]\n\n[^1]: ${text}`),
);
const frontMatter = fc.constantFrom(
  '',
  '',
  '---\ntitle: Stem cells cure arthritis\n---\n\n',
  '---\ntitle: Knees\n---\n\n',
);

/** A few blocks of claims, with what surrounds claims in drafts. */
export const draftOfClaims = fc
  .tuple(frontMatter, fc.array(block, { minLength: 1, maxLength: 6 }))
  .map(([head, blocks]) => `${head}${blocks.join('\n\n')}\n`);

/** What is typed or pasted, where (as a share of the draft), and how much it replaces. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 5, 40),
  added: fc.oneof(
    fc.constantFrom(
      '',
      'a',
      ' ',
      '.',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '> ',
      '*',
      '`',
      '<!--',
      ' may',
      ' not',
      '?',
    ),
    sentence,
  ),
});

export const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The draft after each edit. */
export function edited(text: string, changes: readonly Edit[]): readonly string[] {
  const versions: string[] = [];
  let now = text;
  for (const { at, removed, added } of changes) {
    const from = Math.floor(at * now.length);
    now = now.slice(0, from) + added + now.slice(from + removed);
    versions.push(now);
  }
  return versions;
}
