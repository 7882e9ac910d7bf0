/** Generated markdown: well-formed with one marked word planted in its prose, and tangled. */

import fc from 'fast-check';

/** Stands once in each generated draft, in prose. */
export const marker = 'zqplantedqz';

const word = fc.constantFrom(
  'cells',
  'may',
  'help',
  'pain',
  'naïve',
  '修復',
  'x',
  '12%',
  '😀',
  '👩‍⚕️',
);

/** What stands between spaces in a line of prose; nothing in it opens what it does not close. */
const snippets: readonly string[] = [
  '**bold words**',
  '*stressed*',
  '_stressed_ too',
  '***both***',
  '~~struck~~',
  '`code`',
  '`` a`b ``',
  '&amp;',
  '&nbsp;',
  '&#x1F600;',
  '&NotEqualTilde;',
  '&unknown;',
  '\\*not stressed\\*',
  '\\[escaped\\]',
  'back\\slash',
  '[link](https://x.example/a "A *title*")',
  "[two words](<u v> 'T &amp; t')",
  '[full][ref]',
  '[ref]',
  '![alt *text* &lt; 5](i.png "Its \\"title\\"")',
  '![short][ref]',
  'note[^1]',
  'none[^none]',
  '<b>tagged</b>',
  '<!-- a comment -->',
  '<https://x.example/auto>',
  'https://x.example/a_b(c)?d=e&f.',
  'info@clinic.example',
  'info\\_desk@clinic.example',
  'p < 0.05',
  '5 * 3',
  '$900 to $20,000',
  '10:30am',
  'snake_case_word',
  'a\u00a0b',
  '{++new++}',
  '{--old--}',
  '{~~old~>newer~~}',
  '{>>remark<<}',
  '{==marked==}',
  '$$x + y$$',
];

/** A line break in a paragraph: soft, hard by spaces, hard by a backslash. */
const breaks = fc.constantFrom('\n', '\n', ' \n', '  \n', '\\\n');

const inline = fc
  .array(fc.oneof(word, fc.constantFrom(...snippets)), { minLength: 1, maxLength: 6 })
  .map((parts) => `Word ${parts.join(' ')}`);

/** Lines begin with a word, so that none is taken for a list, a heading or a fence. */
const prose = fc
  .array(fc.tuple(inline, breaks), { minLength: 1, maxLength: 3 })
  .map((lines) =>
    lines.map(([text, end], i) => (i < lines.length - 1 ? text + end : text)).join(''),
  );

type Block = readonly string[];

const lines = (text: string): Block => text.split('\n');
const prefixed = (block: Block, first: string, rest: string): Block =>
  block.map((line, i) => (i === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line));
const apart = (blocks: readonly Block[]): Block =>
  blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));

/** Paragraphs in a quote or an item may go on without its mark. */
const lazily = (block: Block, first: string, rest: string, lazy: boolean): Block =>
  block.map((line, i) => (i === 0 ? first + line : lazy ? line : rest + line));

const table = fc
  .array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 })
  .map(([head, ...rows]) => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    return [line(head ?? []), '| --- | :-: |', ...rows.map(line)];
  });

const { block } = fc.letrec<{ block: Block; blocks: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    prose.map(lines),
    inline.map((text) => [`## ${text} ##`]),
    inline.map((text) => [text, '===']),
    table,
    fc.constant(['```', 'code *here*', '```']),
    fc.constant(['<div>', 'raw', '</div>']),
    fc.constant(['$$', 'x', '$$']),
    fc.tuple(prose, fc.boolean()).map(([text, lazy]) => lazily(lines(text), '> ', '> ', lazy)),
    tie('blocks').map((inner) => prefixed(inner, '> ', '> ')),
    fc
      .array(tie('blocks'), { minLength: 1, maxLength: 3 })
      .map((items) => items.flatMap((item) => prefixed(item, '- ', '  '))),
    fc
      .array(tie('blocks'), { minLength: 1, maxLength: 3 })
      .map((items) => items.flatMap((item, i) => prefixed(item, `${i + 1}. `, '   '))),
    fc
      .array(prose, { minLength: 1, maxLength: 2 })
      .map((items) => items.flatMap((item) => prefixed(lines(item), '- [x] ', '\t'))),
  ),
  blocks: fc
    .array(tie('block'), { minLength: 1, maxLength: 2 })
    // Of quotes, items and raw HTML the inside begins with a paragraph, so that it is one.
    .map((blocks) => apart([['Word'], ...blocks])),
}));

const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: Plain words\ntags: [cells, "joint pain"]\n---\n\n',
  '---\ntitle: "Quoted \\"words\\" \\u00e9"\ndescription: >-\n  folded\n  words\n---\n\n',
  "---\nsummary: 'It''s\n  folded'\nkeywords:\n  - one\n  - two\n---\n\n",
  '+++\ntitle = "Toml \\"words\\""\n+++\n\n',
);

const ending =
  '\n\n[ref]: https://x.example/ref "Reference title"\n\n[^1]: Footnote *text*\n\n    with more\n';

/** Where the marker may stand: in each kind of block that there is. */
const places =
  /\bWord\b|Footnote|bold|newer|tagged|Plain|folded|Quoted|Toml|\balt\b|(?<=\*)title|Reference/g;

/** A draft, and the marker in the place of one of its words. */
export const draftWithMarker = fc
  .tuple(
    frontMatter,
    fc.array(block, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.boolean(),
    fc.nat(),
  )
  .map(([front, blocks, newline, mark, nth]) => {
    const text = front + apart(blocks).join('\n') + ending;
    const all = Array.from(text.matchAll(places));
    const place = all[nth % all.length];
    const index = place?.index ?? 0;
    const planted = text.slice(0, index) + marker + text.slice(index + (place?.[0].length ?? 0));
    return (mark ? '\uFEFF' : '') + planted.replaceAll('\n', newline);
  });

const scraps: readonly string[] = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '\u00a0',
    '\uFEFF',
    '\uFFFC',
    '\uFFFD',
    '\u2028',
  ],
  ...[
    'a',
    'word ',
    'word.',
    '😀',
    '\ud83d',
    '\ude00',
    '0',
    '_',
    '__',
    '*',
    '**',
    '~',
    '~~',
    '\\',
    '`',
  ],
  ...[
    '``',
    '```\n',
    '~~~\n',
    '$$',
    '$$\n',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '> ',
    '>',
    '# ',
    '===\n',
  ],
  ...[
    '---\n',
    '+++\n',
    '[',
    ']',
    '![',
    '](',
    '](/u)',
    '](u "t")',
    '[^1]',
    '[^1]: ',
    '[a]: /b "c"\n',
    '[a]',
  ],
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<div>\n',
    '</div>',
    '&amp;',
    '&#0;',
    '&',
  ],
  ...[
    '|',
    '| a | b |\n',
    '|--|--|\n',
    '- [ ] ',
    ':::note\n',
    ':::\n',
    '> [!NOTE]\n',
    'title: x\n',
    'tags: [a',
  ],
  ...[
    '{',
    '}',
    '{++',
    '++}',
    '{--',
    '--}',
    '{~~',
    '~>',
    '~~}',
    '{>>',
    '<<}',
    '{==',
    '==}',
    '{/*',
    '*/}',
  ],
  ...[
    'import x from "y"\n',
    'export default ',
    '<A b={c}>',
    '</A>',
    '<A',
    '/>',
    '="',
    'https://',
    'www.',
    '@b.c',
  ],
];

/** Scraps of markup in any order: half-typed, overlapping, nonsense. */
export const tangle = fc
  .array(fc.constantFrom(...scraps), { maxLength: 60 })
  .map((parts) => parts.join(''));
