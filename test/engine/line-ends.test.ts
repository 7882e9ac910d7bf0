/** A draft reads the same however its lines end. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze, rewordingsFor, type Analysis, type Edit } from '../../server/core/index.ts';
import { applied } from '../../server/core/offers/parsed.ts';
import { library } from './library.ts';

const drafts = ['test/accuracy', 'docs/examples'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);

/** One in so many findings is reworded: rewordings take longer than all the rest. */
const EACH = 12;

const asLf = (text: string): string => text.replaceAll('\r\n', '\n');

/** All that a writer sees, with places by line and column and texts by their words. */
function shown(analysis: Analysis): readonly unknown[] {
  const { source } = analysis.draft;
  const at = (offset: number): number => asLf(source.slice(0, offset)).length;
  const edited = (edits: readonly Edit[]): string => asLf(applied(source, edits));
  const findings = analysis.findings.map(({ rule, severity, message, span, text }) => [
    [rule, severity, message, asLf(text), at(span.start), at(span.end)],
  ]);
  const offers = analysis.findings
    .filter((_, index) => index % EACH === 0)
    .map((finding) =>
      rewordingsFor(analysis, finding).map(({ title, kind, preferred, edits }) => [
        [title, kind, preferred, edited(edits)],
      ]),
    );
  const notices = analysis.draft.notices.map(({ message }) => message);
  return [findings, offers, notices];
}

describe('lines that end with CRLF', () => {
  for (const file of drafts)
    it(`make no difference to ${file}`, () => {
      const text = asLf(readFileSync(file, 'utf8'));
      const twin = text.replaceAll('\n', '\r\n');
      assert.deepEqual(shown(analyze(twin, library())), shown(analyze(text, library())));
    });
});
