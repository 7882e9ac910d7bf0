import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  analyze,
  definitionAt,
  explain,
  Lines,
  rewordingsFor,
  type Analysis,
  type Language,
  type Offer,
} from '../../server/core/index.ts';
import { draftOfClaims } from './drafts.generator.ts';
import { library } from './library.ts';
import { findingsHold } from './reading.ts';
import { draftWithMarker, tangle } from './markdown.generator.ts';

/** Fails again with the same seed: `FC_SEED=… mocha …`. */
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 0x7fffffff);
const languages = fc.constantFrom<Language>('markdown', 'mdx', 'plaintext');

/** Words that the reader of claims knows, in any order and with any marks between them. */
const wordSalad = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'stem cells PRP treatment it they may can will not never help helps to repair repairing repaired cures cure pain arthritis cartilage and or but which that by without whether if no than better surgery studies show proven is are been safe lasting 92 % three'.split(
          ' ',
        ),
      ),
      fc.constantFrom(
        ',',
        '.',
        '?',
        '!',
        ':',
        ';',
        '(',
        ')',
        '“',
        '”',
        '"',
        '-',
        '—',
        '…',
        '’s',
        "n't",
        '\n',
        '\n\n',
        '*',
        '[1]',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

const half = fc
  .tuple(draftOfClaims, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([text, share]) => text.slice(0, Math.floor(text.length * share)));

/** Everything that an editor may ask for. */
function exercise(text: string, language: Language): void {
  const analysis = analyze(text, library(), { language });
  findingsHold(analysis);
  for (const finding of analysis.findings) {
    for (const offer of rewordingsFor(analysis, finding)) fits(offer, analysis);
    definitionAt(analysis, finding.span.start);
  }
  const lines = new Lines(text).count;
  for (const line of [-1, 0, 1, lines, lines + 1, 1.5, Number.NaN])
    assert.ok(explain(analysis, line).length > 0);
  for (const at of [-1, 0, text.length, text.length + 1]) definitionAt(analysis, at);
}

function fits({ edits, title }: Offer, { draft }: Analysis): void {
  assert.ok(title.length > 0 && edits.length > 0);
  let end = 0;
  for (const { span } of edits) {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= draft.source.length);
    end = span.end;
  }
}

describe(`whatever the text (FC_SEED=${seed})`, () => {
  // prettier-ignore
  const texts: readonly [name: string, text: fc.Arbitrary<string>, numRuns: number][] = [
    ['any characters', fc.string({ unit: 'binary', maxLength: 200 }), 300],
    ['any graphemes', fc.string({ unit: 'grapheme', maxLength: 200 }), 200],
    ['known words in any order', wordSalad, 300],
    ['drafts of claims', draftOfClaims, 60],
    ['drafts of claims, half typed', half, 60],
    ['well-formed markdown', draftWithMarker, 100],
    ['tangled markup', tangle, 300],
    ['tangled markup between claims', fc.tuple(draftOfClaims, tangle, draftOfClaims).map((parts) => parts.join('')), 60],
  ];
  for (const [name, text, numRuns] of texts)
    it(`reads, rewords and explains ${name} without throwing`, () => {
      fc.assert(fc.property(text, languages, exercise), { seed, numRuns });
    });
});

describe('texts that are hard on a reader', () => {
  // prettier-ignore
  const cases: readonly [name: string, text: string][] = [
    ['nothing', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['blank lines', '\n\n \n\t\n'],
    ['a lone surrogate', 'Stem cells \ud83d cure arthritis.'],
    ['a null character', 'Stem cells \0 cure arthritis.'],
    ['names of object members', 'Stem cells constructor __proto__ toString cure hasOwnProperty arthritis.'],
    ['lines that end in carriage returns', 'Stem cells\rcure\r\narthritis.\r'],
    ['a sentence of 5,000 words', `Stem cells ${'repair cartilage and '.repeat(1700)}heal.`],
    ['5,000 commas', `Stem cells ${', '.repeat(5000)}heal.`],
    ['5,000 full stops', `Stem cells heal${'.'.repeat(5000)}`],
    ['5,000 opening quotes', `${'“'.repeat(5000)}Stem cells cure arthritis.`],
    ['5,000 modals', `Stem cells ${'may '.repeat(5000)}cure arthritis.`],
    ['5,000 negations', `Stem cells ${'not '.repeat(5000)}cure arthritis.`],
    ['5,000 infinitives', `Stem cells help ${'to help '.repeat(5000)}heal.`],
    ['a word of 60,000 letters', `Stem cells cure ${'a'.repeat(60_000)}.`],
    ['5,000 claims', 'Stem cells cure arthritis.\n\n'.repeat(2500)],
  ];
  for (const [name, text] of cases)
    it(`are read in well under a second: ${name}`, () => {
      const start = performance.now();
      findingsHold(analyze(text, library()));
      assert.ok(performance.now() - start < 1500);
    });

  it('are explained and reworded, too', () => {
    for (const [, text] of cases) {
      if (text.length > 3000) continue;
      exercise(text, 'markdown');
    }
    exercise(readFileSync('test/cli/fixtures/seed.txt', 'utf8'), 'plaintext');
  });
});
