import assert from 'node:assert/strict';
import {
  analyze,
  knowledgeAt,
  statusInWords,
  type Jurisdiction,
  type Options,
} from '../../server/core/index.ts';
import { library } from './library.ts';

const CARET = '‸';

function known(marked: string, options: Options = {}) {
  const analysis = analyze(marked.replace(CARET, ''), library(), options);
  return knowledgeAt(analysis, marked.indexOf(CARET));
}

const rows = (marked: string): readonly string[] =>
  known(marked)?.evidence.map(({ id }) => id) ?? [];

describe('the evidence on a condition', () => {
  // prettier-ignore
  const cases: readonly [name: string, marked: string, first: string | undefined][] = [
    ['is that on the intervention of its sentence', 'PRP for Achilles ‸tendinopathy.', 'achilles-tendinopathy-prp'],
    ['is that on the intervention of its section', '# Discs\n\nWe inject stem cells.\n\nA herniated ‸disc hurts.', 'herniated-disc-cells'],
    ['is that on the intervention of a heading above', '# Stem cell therapy\n\n## Discs\n\nA herniated ‸disc hurts.', 'herniated-disc-cells'],
    ['is that on an intervention in a table of its section', '# Discs\n\n| What | For |\n| - | - |\n| stem cells | herniated ‸disc |\n', 'herniated-disc-cells'],
    ['prefers the intervention that stands nearby', 'Exosomes sell.\n\nPRP for knee ‸osteoarthritis.', 'knee-osteoarthritis-prp-symptoms'],
    ['prefers the outcome that stands nearby', 'Stem cells in knee ‸osteoarthritis rebuild joint structure.', 'knee-osteoarthritis-cells-structure'],
    ['is not shown for an intervention of another section', '# A\n\nStem cells.\n\n# B\n\nA herniated ‸disc hurts.', undefined],
    ['is not shown without an intervention', 'A herniated ‸disc hurts.', undefined],
    ['is not shown on an intervention', 'Stem ‸cells in a herniated disc.', undefined],
  ];
  for (const [name, marked, first] of cases)
    it(name, () => {
      assert.equal(rows(marked)[0], first);
    });
});

describe('the regulatory status of a product', () => {
  const places = (marked: string, jurisdiction?: Jurisdiction): readonly string[] => {
    const found = known(marked, jurisdiction ? { jurisdiction } : {})?.regulatory ?? [];
    return found.map((row) => `${row.jurisdiction}: ${statusInWords(row)}`);
  };

  it('is that of one jurisdiction where one is chosen', () => {
    assert.deepEqual(places('‸Exosomes sell.', 'CA'), []);
    assert.equal(places('‸Exosomes sell.', 'US').at(-1), 'US: not approved for any use');
  });

  it('is that of all that are known where none is chosen', () => {
    const found = places('‸Remestemcel-L is given.').map((one) => one.slice(0, 12));
    assert.deepEqual(found, ['US: approved', 'CA: approved']);
  });

  it('names a regulator, an indication and a date, and never all the world', () => {
    for (const row of library().regulatory) {
      assert.match(row.regulator, /\w{3}/, row.id);
      assert.match(row.asOf, /^\d{4}/, row.id);
      assert.ok(row.sources.length > 0 && row.indication.length > 2, row.id);
      assert.doesNotMatch(
        `${row.regulator} ${row.indication}`,
        /nowhere|anywhere|any country|world/i,
      );
    }
  });
});

describe('how a claim was read', () => {
  // prettier-ignore
  const cases: readonly [marked: string, reading: readonly unknown[]][] = [
    ['Stem cell therapy ‸cures osteoarthritis.', ['Stem cell therapy', 'cures', 'osteoarthritis', 'as a fact', 8]],
    ['Stem cells ‸can repair cartilage.', ['Stem cells', 'can repair', 'cartilage', 'as an ability', 7]],
    ['Stem cell therapy ‸will cure osteoarthritis.', ['Stem cell therapy', 'will cure', 'osteoarthritis', 'as what will happen', 9]],
    ['Stem cell therapy is old. It ‸cures osteoarthritis.', ['It (the therapy)', 'cures', 'osteoarthritis', 'as a fact', 8]],
  ];
  for (const [marked, expected] of cases)
    it(`is told of “${marked}”`, () => {
      const reading = known(marked)?.reading;
      const { who, does, what, surely, rung } = reading ?? assert.fail('there is no reading');
      assert.deepEqual([who, does, what, surely, rung], expected);
    });

  it('says what the evidence carries, where a row answers to the claim', () => {
    assert.equal(known('Stem cells ‸relieve pain in knee osteoarthritis.')?.reading?.carried, 4);
  });

  it('stands beside the definition of a term that the finding covers', () => {
    const both = known('Stem cell therapy cures ‸osteoarthritis.');
    assert.ok(both?.definition && both.reading);
  });

  it('is not told where nothing is found', () => {
    assert.equal(known('Stem cell therapy ‸may help.')?.reading, undefined);
  });
});

describe('an abbreviation that a draft defines', () => {
  const termAt = (marked: string) => known(marked)?.definition?.term.id;

  it('means what the draft says', () => {
    assert.equal(termAt('An ‸RCT.'), 'randomised-controlled-trial');
    assert.equal(
      termAt('A rotator cuff tear (RCT) hurts.\n\nThe ‸RCT healed.'),
      'rotator-cuff-tear',
    );
    assert.equal(termAt('Knee osteoarthritis (KOA).\n\nMild ‸KOA.'), 'knee-osteoarthritis');
  });

  it('is unknown where it is not defined', () => {
    assert.equal(termAt('Mild ‸KOA.'), undefined);
  });
});
