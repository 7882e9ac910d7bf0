import assert from 'node:assert/strict';
import {
  analyze,
  defineAtFirstUse,
  expandAbbreviation,
  mixedSpellings,
  type DefineAs,
  type Edit,
} from '../../server/core/index.ts';
import { library } from './library.ts';

const CARET = '‸';

function edited(source: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, text: now }) => text.slice(0, span.start) + now + text.slice(span.end),
      source,
    );
}

/** The draft once the term at the caret is defined; `undefined` where that is not offered. */
function defined(marked: string, as: DefineAs, language: 'markdown' | 'plaintext' = 'markdown') {
  const source = marked.replace(CARET, '');
  const offer = defineAtFirstUse(
    analyze(source, library(), { language }),
    marked.indexOf(CARET),
    as,
  );
  return offer && edited(source, offer.edits);
}

function expanded(marked: string) {
  const source = marked.replace(CARET, '');
  const offer = expandAbbreviation(analyze(source, library()), marked.indexOf(CARET));
  return offer && edited(source, offer.edits);
}

describe('“Define at first use”', () => {
  const definition = library().terms.get('tendon')?.definition ?? '';
  const words = `${definition.charAt(0).toLowerCase()}${definition.slice(1, -1)}`;
  const D = (text: string): string => text.replaceAll('{d}', words).replaceAll('{D}', definition);
  assert.notEqual(definition, '');

  // prettier-ignore
  const cases: readonly [name: string, draft: string, as: DefineAs, expected: string | undefined][] = [
    ['puts the definition in parentheses', 'A ‸tendon hurts.', 'parentheses', 'A tendon ({d}) hurts.'],
    ['goes to the first use, wherever it is asked', 'A tendon hurts.\n\nThat ‸tendon.', 'parentheses', 'A tendon ({d}) hurts.\n\nThat tendon.'],
    ['passes over headings', '# Tendons\n\nEvery ‸tendon.', 'parentheses', '# Tendons\n\nEvery tendon ({d}).'],
    ['passes over block quotes', '> A tendon.\n\nEvery ‸tendon.', 'parentheses', '> A tendon.\n\nEvery tendon ({d}).'],
    ['stands behind emphasis', 'A **‸tendon** hurts.', 'parentheses', 'A **tendon** ({d}) hurts.'],
    ['stands behind a link', 'A [‸tendon](https://example.org/a) hurts.', 'parentheses', 'A [tendon](https://example.org/a) ({d}) hurts.'],
    ['stands inside of wider emphasis', 'A **‸tendon hurts**.', 'parentheses', 'A **tendon ({d}) hurts**.'],
    ['joins brackets that are there', 'A ‸tendon (TX) hurts.', 'parentheses', 'A tendon (TX; {d}) hurts.'],
    ['is not offered twice', 'A ‸tendon ({d}) hurts.', 'parentheses', undefined],
    ['is not offered where no term stands', 'A ‸word hurts.', 'parentheses', undefined],
    ['is not offered in headings alone', '# A ‸tendon', 'parentheses', undefined],
    ['writes a footnote', 'A ‸tendon hurts.\n', 'footnote', 'A tendon[^tendon] hurts.\n\n[^tendon]: {D}\n'],
    ['writes a footnote with the line endings of the draft', 'A ‸tendon.\r\n', 'footnote', 'A tendon[^tendon].\r\n\r\n[^tendon]: {D}\r\n'],
    ['writes no footnote twice', 'A ‸tendon[^tendon].\n\n[^tendon]: {D}\n', 'footnote', undefined],
    ['adds a glossary', 'A ‸tendon hurts.', 'glossary', 'A tendon hurts.\n\n## Glossary\n\n- **tendon**: {D}\n'],
    ['adds to the glossary that there is', 'A ‸tendon.\n\n## Glossary\n\n- **x**: y\n\n## End\n', 'glossary', 'A tendon.\n\n## Glossary\n\n- **x**: y\n- **tendon**: {D}\n\n## End\n'],
    ['adds to an empty glossary', 'A ‸tendon.\n\n## Glossary\n', 'glossary', 'A tendon.\n\n## Glossary\n\n- **tendon**: {D}\n'],
    ['adds no entry twice', 'A ‸tendon.\n\n## Glossary\n\n- **tendon**: {D}\n', 'glossary', undefined],
  ];
  for (const [name, draft, as, expected] of cases)
    it(name, () => {
      assert.equal(defined(D(draft), as), expected === undefined ? undefined : D(expected));
    });

  it('writes no markdown into plain text', () => {
    assert.equal(defined('A ‸tendon.', 'footnote', 'plaintext'), D('A tendon ({d}).'));
    assert.equal(
      defined('A ‸tendon.', 'glossary', 'plaintext'),
      D('A tendon.\n\nGlossary\n\n- tendon: {D}\n'),
    );
  });
});

describe('“Expand abbreviation at first use”', () => {
  // prettier-ignore
  const cases: readonly [name: string, draft: string, expected: string | undefined][] = [
    ['writes the name before it', 'She has ‸OA.', 'She has osteoarthritis (OA).'],
    ['goes to the first use', 'She has OA.\n\nHer ‸OA is mild.', 'She has osteoarthritis (OA).\n\nHer OA is mild.'],
    ['writes a capital at the start of a sentence', '‸OA hurts.', 'Osteoarthritis (OA) hurts.'],
    ['writes the plural', 'Give ‸MSCs.', 'Give mesenchymal stromal cells (MSCs).'],
    ['mends the article', 'A large ‸RCT and an MSC.', 'A large randomised controlled trial (RCT) and an MSC.'],
    ['mends the article before it', 'It was an ‸RCT.', 'It was a randomised controlled trial (RCT).'],
    ['is not offered where it was expanded', 'Osteoarthritis (OA) hurts. ‸OA is mild.', undefined],
    ['is not offered on a name', 'An ‸osteoarthritis.', undefined],
    ['keeps emphasis', 'She has **‸OA**.', 'She has **osteoarthritis (OA)**.'],
  ];
  for (const [name, draft, expected] of cases)
    it(name, () => {
      assert.equal(expanded(draft), expected);
    });
});

describe('spellings that a draft mixes', () => {
  // What is marked, and the draft once the first mark is mended.
  // prettier-ignore
  const cases: readonly [name: string, draft: string, marked: readonly string[], mended: string][] = [
    ['marks the rarer spelling', 'Tendinitis, tendinitis and tendonitis.', ['tendonitis'], 'Tendinitis, tendinitis and tendinitis.'],
    ['goes by the first where there are as many', 'Tendonitis and then tendinitis.', ['tendinitis'], 'Tendonitis and then tendonitis.'],
    ['compares words across terms', 'A herniated disk. Degenerative disc disease and slipped discs.', ['disk'], 'A herniated disc. Degenerative disc disease and slipped discs.'],
    ['keeps the plural and the capital', 'Herniated disks. Disc degeneration, a herniated disc.', ['disks'], 'Herniated discs. Disc degeneration, a herniated disc.'],
    ['mends all in one edit', 'Tendonitis. Tendinitis, tendinitis, tendinitis. TENDONITIS.', ['Tendonitis', 'TENDONITIS'], 'Tendinitis. Tendinitis, tendinitis, tendinitis. TENDINITIS.'],
    ['compares British and American spelling', 'A randomised trial, a randomised controlled trial, a randomized trial.', ['randomized'], 'A randomised trial, a randomised controlled trial, a randomised trial.'],
    ['leaves near-synonyms alone', 'Tendinitis is a tendinopathy.', [], ''],
    ['leaves one spelling alone', 'Tendinitis, tendinitis.', [], ''],
    ['leaves block quotes and quotations alone', 'Tendinitis.\n\n> tendonitis\n\nHe said “tendonitis hurts”.', [], ''],
    ['reads headings and table cells', '# Tendonitis\n\n| a | b |\n| - | - |\n| tendinitis | Tendinitis |\n', ['Tendonitis'], '# Tendinitis\n\n| a | b |\n| - | - |\n| tendinitis | Tendinitis |\n'],
    ['leaves code alone', 'Tendinitis, `tendonitis`.', [], ''],
  ];
  for (const [name, draft, marked, mended] of cases)
    it(name, () => {
      const found = mixedSpellings(analyze(draft, library()));
      assert.deepEqual(
        found.map(({ span }) => draft.slice(span.start, span.end)),
        marked,
      );
      if (found[0]) assert.equal(edited(draft, found[0].edits), mended);
    });
});
