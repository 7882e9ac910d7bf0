import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../server/core/index.ts';
import { offsetOf, rangeOf } from '../../server/lsp/convert.ts';

const text = fc
  .array(fc.constantFrom('a', 'é', '🦵🏽', '\uD800', ' ', '\t', '\n', '\r', '\r\n', '\uFEFF'))
  .map((pieces) => pieces.join(''));
const uint = fc.nat({ max: 30 });

describe('positions', () => {
  it('are those of a text document of LSP, whatever the text', () => {
    fc.assert(
      fc.property(text, uint, (source, at) => {
        const document = TextDocument.create('file:///a.md', 'markdown', 1, source);
        const offset = Math.min(at, source.length);
        // Between CR and LF there is no position; nothing that is found begins or ends there.
        fc.pre(!(source[offset - 1] === '\r' && source[offset] === '\n'));
        const { start } = rangeOf({ start: offset, end: offset }, new Lines(source));
        assert.deepEqual(start, document.positionAt(offset));
        assert.equal(offsetOf(start, source, new Lines(source)), offset);
      }),
    );
  });

  it('beyond the end of a line or of the text count as that end', () => {
    fc.assert(
      fc.property(text, uint, uint, (source, line, character) => {
        const document = TextDocument.create('file:///a.md', 'markdown', 1, source);
        const position = { line, character };
        assert.equal(offsetOf(position, source, new Lines(source)), document.offsetAt(position));
      }),
    );
  });
});
