import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesOf, tokenise } from '../../server/core/tokens.ts';

const norms = (text: string): string =>
  tokenise(text)
    .map(({ norm }) => norm)
    .join(' · ');

describe('tokens', () => {
  // prettier-ignore
  const cases: readonly [text: string, expected: string][] = [
    ['', ''],
    [' \n\t ', ''],
    ['Stem cells heal.', 'stem · cells · heal · .'],
    ['long-term relief', 'long · - · term · relief'],
    ['They don’t heal', "they · do · n't · heal"],
    ["They don't heal", "they · do · n't · heal"],
    ['It’s new', "it · 's · new"],
    ['the body’s own cells', "the · body · 's · own · cells"],
    ['the patients’ own cells', 'the · patients · ’ · own · cells'],
    ["we've, they'll, you're, I'd, I'm", "we · 've · , · they · 'll · , · you · 're · , · i · 'd · , · i · 'm"],
    ["can't", "can · n't"],
    ["won't", "will · n't"],
    ["shan't", "shall · n't"],
    ['cannot', 'cannot'],
    ['3.5 and 1,200 of 10', '3.5 · and · 1,200 · of · 10'],
    ['92% of 60', '92 · % · of · 60'],
    ['the end... then', 'the · end · ... · then'],
    ['the end… then', 'the · end · … · then'],
    ['Dr O’Brien', 'dr · o\'brien'],
    ['naïve Ménière', 'naïve · ménière'],
    ['TGF-β', 'tgf · - · β'],
    ['StemRenew™ works', 'stemrenew · ™ · works'],
    ['“Cured!”', '“ · cured · ! · ”'],
    ['pain/stiffness', 'pain · / · stiffness'],
    ['and\u00a0so', 'and · so'],
    ['修復 heals', '修 · 復 · heals'],
  ];
  for (const [text, expected] of cases)
    it(`of “${text}” are “${expected}”`, () => assert.equal(norms(text), expected));

  it('tell words, numbers and marks apart', () => {
    const kinds = tokenise('PRP: 92%').map(({ kind }) => kind);
    assert.deepEqual(kinds, ['word', 'mark', 'number', 'mark']);
  });

  it('know whether space stands before them', () => {
    const spaced = tokenise('pain-free life, it’s').map((one) => one.spaced);
    assert.deepEqual(spaced, [true, false, false, true, false, true, false]);
  });

  it('know a trade name by the capital inside it', () => {
    const brands = tokenise('StemRenew PRP iPSC Stem Renew').filter((one) => one.brand);
    assert.deepEqual(
      brands.map(({ norm }) => norm),
      ['stemrenew'],
    );
  });

  it('split a clitic where it begins', () => {
    const text = 'can’t won’t ain’t don’t it’s';
    const parts = tokenise(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(parts, ['can', '’t', 'won', '’t', 'ain', '’t', 'do', 'n’t', 'it', '’s']);
  });

  it('cover all but space, in order, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          let end = 0;
          for (const token of tokenise(text)) {
            assert.ok(token.start >= end && token.end > token.start);
            assert.equal(text.slice(end, token.start).trim(), '');
            end = token.end;
          }
          assert.equal(text.slice(end).trim(), '');
        },
      ),
    );
  });
});

/** The sentences with bars between them. */
function split(text: string): string {
  return sentencesOf(text, tokenise(text))
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ');
}

describe('sentences', () => {
  // prettier-ignore
  const cases: readonly [name: string, expected: string, text?: string][] = [
    ['none in nothing', ''],
    ['one without a full stop', 'Stem cells heal'],
    ['two', 'Stem cells heal. | They do.'],
    ['a question and its answer', 'Do they heal? | No.'],
    ['a cry', 'They heal! | They do.'],
    ['a run of marks', 'Do they heal?! | No.'],
    ['a run of cries', 'They heal!!! | They do.'],
    ['a closing quote after the stop', '“They heal.” | She smiled.'],
    ['a closing bracket after the stop', '(They heal.) | She smiled.'],
    ['an abbreviation', 'Dr. Jones heals knees.'],
    ['an abbreviation before a name', 'The study of Smith et al. Found nothing.'],
    ['e.g. and i.e.', 'Some cells, e.g. MSCs, i.e. stromal cells, move.'],
    ['a figure of a paper', 'See fig. 2 for the result.'],
    ['an initial', 'By J. Smith and A. B. Jones.'],
    ['a decimal', 'Pain fell by 2.5 points.'],
    ['a version and a domain', 'See clinic.example for more.'],
    ['a small letter after a stop', 'It ended at approx. noon.'],
    ['a reference number after the stop', 'Pain fell. | 2 Function rose.', 'Pain fell.2 Function rose.'],
    ['a reference in brackets after the stop', 'Pain fell. | [2] Function rose.', 'Pain fell.[2] Function rose.'],
    ['an ellipsis that goes on', 'They heal … or not.'],
    ['an ellipsis that ends', 'They heal … | Nobody knows.'],
    ['dots that go on', 'They heal... or not.'],
    ['a line break inside', 'Stem cells\nheal. | They do.'],
    ['a bold lead', 'Cartilage Regeneration: | In osteoarthritis the cartilage wears.'],
    ['a colon before a small letter', 'One thing is sure: it heals.'],
    ['a colon late in a sentence', 'We asked all of the people who came to see us one thing: Does it heal?'],
    ['a colon at the end of a line', 'Benefits of this: | less pain', 'Benefits of this:\nless pain'],
    ['a ratio', 'It was 3:1 in all.'],
    ['the pronoun I before a stop', 'So do i. | Good.'],
  ];
  for (const [name, expected, text = expected.replaceAll(' | ', ' ')] of cases)
    it(`are cut for ${name}`, () => assert.equal(split(text), expected));

  it('hold every token once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'Dr', 'Heal', '.', '?', '”', '…', ':', '2', ' ', '\n', '[')),
        (parts) => {
          const text = parts.join('');
          const tokens = tokenise(text);
          let next = 0;
          for (const { first, last, start, end } of sentencesOf(text, tokens)) {
            assert.equal(first, next);
            assert.ok(last > first);
            assert.deepEqual([start, end], [tokens[first]?.start, tokens[last - 1]?.end]);
            next = last;
          }
          assert.equal(next, tokens.length);
        },
      ),
    );
  });
});
