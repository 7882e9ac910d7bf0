import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown } from '../../server/core/index.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).parse(markdown);

/** The text of a document that is one paragraph of plain text; `undefined` for any other. */
function onlyText(markdown: string): string | undefined {
  const [paragraph, ...others] = parse(markdown).children;
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined;
  const [text, ...more] = paragraph.children;
  return text?.type === 'text' && more.length === 0 ? text.value : undefined;
}

describe('escapeMarkdown', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['a **bold** claim', 'a \\*\\*bold\\*\\* claim'],
    ['[here](javascript:alert(1))', '\\[here\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['see https://example.org', 'see https\\://example.org'],
    ['see www.example.org', 'see www\\.example.org'],
    ['mail a@example.org', 'mail a\\@example.org'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['two\n\n  paragraphs', 'two paragraphs'],
    ['anti-inflammatory (MSC), 5%', 'anti-inflammatory (MSC), 5%'],
  ];
  for (const [text, escaped] of CASES)
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(escaped)}`, () => {
      assert.equal(escapeMarkdown(text), escaped);
    });

  it('leaves one paragraph that shows the text, whatever the text is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'\\ ` * _ { } [ ] ( ) < > # + - . ! | & ; : ~ = " \' \n \t'.split(' '),
        ' ',
        '    ',
        '1.',
        '```',
        '---',
        '&amp;',
        '![a](b)',
        '</p>',
      ),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join('')}x`);
    fc.assert(
      fc.property(text, (raw) => {
        assert.equal(onlyText(escapeMarkdown(raw)), raw.trim().replace(/\s+/g, ' '));
      }),
      { numRuns: 500 },
    );
  });
});
