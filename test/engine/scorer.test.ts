import assert from 'node:assert/strict';
import { analyze, type Options, type Problem } from '../../server/core/index.ts';
import { readScorer, NO_SCORER } from '../../server/core/scorer.ts';
import type { Library } from '../../server/core/packs.ts';
import { library } from './library.ts';

const found = (text: string, options: Options = {}, using: Library = library()) =>
  analyze(`# Stem cell therapy\n\n${text}\n`, using, options)
    .findings.filter(({ block }) => block > 0)
    .map(({ severity, text: marked }) => `${severity} ${marked}`);

const unaided: Library = { ...library(), lexicon: { ...library().lexicon, scorer: NO_SCORER } };

/** Suspects every clause that it may, and warns of it. */
const eager: Library = {
  ...library(),
  rules: new Map([...library().rules]),
  lexicon: {
    ...library().lexicon,
    scorer: {
      ...library().lexicon.scorer,
      weights: new Map(),
      bias: 1000,
      warning: 0,
      information: -100,
      agreement: 0,
    },
  },
};

describe('a suspicion', () => {
  // prettier-ignore
  const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['falls on a clause that no rule knows', 'The cells travel to the joint.', ['warning travel to the joint']],
    ['is a question where the clause says “can”', 'The cells can travel to the joint.', ['information can travel to the joint']],
    ['falls on a sentence without a verb as a whole', 'A ticket to the joint.', ['warning A ticket to the joint']],
    ['never falls on what another treatment does', 'Surgery travels to the joint.', []],
    ['never falls on what is denied', 'The cells do not travel to the joint.', []],
    ['never falls on what is lacking', 'There is no travelling cell.', []],
    ['never falls on what not all do', 'Not everyone travels.', []],
    ['never falls on what is hedged', 'The cells may travel to the joint.', []],
    ['never falls on what is asked', 'Do the cells travel to the joint?', []],
    ['falls on advice', 'Travel by train.', ['warning Travel by train']],
    ['never falls on a phrase whose clause is weighed', 'The cells travel with less pain.', ['warning travel with less pain']],
    ['never falls on the report of a study', 'In a randomised trial of 60 patients, the cells travelled.', []],
    ['gives way to what a rule knows', 'The cells cure arthritis.', ['error cure arthritis']],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      assert.deepEqual(found(text, {}, eager), expected);
    });

  it('is left out of manuscripts', () => {
    assert.deepEqual(found('The cells travel to the joint.', { kind: 'scientific' }, eager), []);
  });

  it('asks nothing where there is no scorer', () => {
    assert.deepEqual(found('The cells travel to the joint.', {}, unaided), []);
  });
});

describe('claims of one rule side by side', () => {
  // prettier-ignore
  const cases: readonly [text: string, expected: readonly string[]][] = [
    ['Stem cells repair cartilage and rebuild discs.', ['warning repair cartilage and rebuild discs']],
    ['Stem cells rebuild discs, and they repair nerves.', ['warning rebuild discs', 'warning repair nerves']],
    ['Stem cells cure arthritis and relieve pain.', ['error cure arthritis', 'warning relieve pain']],
  ];
  for (const [text, expected] of cases)
    it(`are marked as ${expected.length} in “${text}”`, () => {
      assert.deepEqual(found(text, {}, unaided), expected);
    });
});

describe('a scorer', () => {
  // prettier-ignore
  const bad: readonly [name: string, raw: unknown][] = [
    ['nothing', undefined],
    ['a list', []],
    ['one without a bias', { warning: 0, information: 0, agreement: 0, weights: {}, rules: {} }],
    ['one with a kind that is none', { bias: 0, warning: 0, information: 0, agreement: 0, weights: { nonsense: {} }, rules: {} }],
    ['one with a weight that is no number', { bias: 0, warning: 0, information: 0, agreement: 0, weights: { word: { cure: 'much' } }, rules: {} }],
    ['a rule without weights', { bias: 0, warning: 0, information: 0, agreement: 0, weights: {}, rules: { 'cure-claim': { bias: 0 } } }],
  ];
  for (const [name, raw] of bad)
    it(`is none in ${name}, which is said once`, () => {
      const problems: Problem[] = [];
      assert.equal(readScorer(raw, 'general/scorer.yml', problems), NO_SCORER);
      assert.deepEqual(
        problems.map(({ message }) => message),
        ['This is no scorer. Make it anew with "npm run train".'],
      );
    });
});
