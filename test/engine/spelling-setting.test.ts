import assert from 'node:assert/strict';
import {
  analyze,
  defineAtFirstUse,
  mixedSpellings,
  type Spelling,
} from '../../server/core/index.ts';
import { spellingOf } from '../../server/core/mixed-spelling.ts';
import { spelledAs, textSpelledAs } from '../../server/core/spelling.ts';
import { applied } from '../../server/core/offers/parsed.ts';
import { library } from './library.ts';

const MIXED =
  'A tumour here.\n\nA tumour there.\n\nA tumor, and tendinitis.\n\nTendinitis, not tendonitis.\n';

describe('the spelling that is asked for', () => {
  const rows: readonly (readonly [Spelling | undefined, string, readonly string[]])[] = [
    [undefined, MIXED, ['tumor', 'tendonitis']],
    ['british', MIXED, ['tumor', 'tendonitis']],
    ['american', MIXED, ['tumour', 'tumour', 'tendonitis']],
    ['american', 'A tumour alone.\n', ['tumour']],
    ['british', 'A tumour alone.\n', []],
    [undefined, 'A tumour alone.\n', []],
  ];
  for (const [spelling, text, found] of rows)
    it(`${spelling ?? 'of the draft'} finds ${found.join(', ') || 'nothing'}`, () => {
      const analysis = analyze(text, library(), spelling ? { spelling } : {});
      const all = mixedSpellings(analysis);
      assert.deepEqual(
        all.map(({ span }) => text.slice(span.start, span.end).toLowerCase()),
        found,
      );
      for (const { edits } of all) {
        const after = analyze(applied(text, edits), library(), analysis.options);
        assert.ok(mixedSpellings(after).length < all.length);
      }
    });

  const WORDS: readonly (readonly [string, string])[] = [
    ['tumour', 'tumor'],
    ['Haematopoietic', 'Hematopoietic'],
    ['randomised', 'randomized'],
    ['signalling', 'signaling'],
    ['disc', 'disk'],
    ['fibres', 'fibers'],
  ];
  for (const [british, american] of WORDS)
    it(`is ${british} or ${american}`, () => {
      assert.equal(spelledAs('american', british), american);
      assert.equal(spelledAs('british', american), british);
      assert.equal(spelledAs('british', british), british);
    });

  for (const word of [
    'promise',
    'otherwise',
    'swelling',
    'exercise',
    'arise',
    'filled',
    'size',
    'tendinitis',
  ])
    it(`leaves ${word} as it is`, () => {
      for (const spelling of ['american', 'british'] as const)
        assert.equal(spelledAs(spelling, word), word);
    });

  it('is that of most words of the draft, where nothing is asked for', () => {
    assert.equal(spellingOf(analyze(MIXED, library())), 'british');
    assert.equal(spellingOf(analyze('A tumor.\n', library())), 'american');
    assert.equal(spellingOf(analyze('A knee.\n', library())), undefined);
  });

  it('is kept in the definitions that are put into a draft', () => {
    const text = 'It may treat osteoarthritis in a tumor.\n';
    for (const spelling of ['american', 'british'] as const) {
      const analysis = analyze(text, library(), { spelling });
      const put = defineAtFirstUse(analysis, text.indexOf('osteoarthritis'), 'parentheses');
      const words = put?.edits[0]?.text ?? assert.fail('no definition');
      assert.equal(words, textSpelledAs(spelling, words));
    }
  });

  it('spells every definition and line of evidence both ways, and back', () => {
    const { terms, evidence } = library();
    const texts = [
      ...[...terms.values()].map(({ definition }) => definition),
      ...evidence.map(({ line }) => line),
    ];
    const changed = new Set<string>();
    for (const text of texts) {
      const british = textSpelledAs('british', text);
      const american = textSpelledAs('american', british);
      assert.equal(textSpelledAs('british', american), british);
      const others = american.split(/[^A-Za-z]+/);
      for (const [at, word] of british.split(/[^A-Za-z]+/).entries())
        if (others[at] !== word) changed.add(word.toLowerCase());
    }
    // Each was looked at: none of these is spelled so in America.
    const words =
      'authorised centre colour disc discs fibres programme randomised specialised travelling tumours';
    assert.deepEqual([...changed].sort(), words.split(' '));
  });
});
