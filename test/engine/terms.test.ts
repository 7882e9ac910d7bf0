import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '../../server/core/index.ts';
import { spellingsOf } from '../../server/core/spelling.ts';
import { buildTermIndex, findMentions } from '../../server/core/terms.ts';
import { library } from './library.ts';

const index = library().termIndex;

/** The mentions in a text, each as `id: words`. */
function mentions(text: string): readonly string[] {
  return findMentions(text, index).map(
    ({ term, start, end }) => `${term.id}: ${text.slice(start, end)}`,
  );
}

describe('finding terms', () => {
  // prettier-ignore
  const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['finds a plain name', 'She has osteoarthritis.', ['osteoarthritis: osteoarthritis']],
    ['finds several, in order', 'Tendons and ligaments.', ['tendon: Tendons', 'ligament: ligaments']],
    ['prefers the longest name', 'knee osteoarthritis and osteoarthritis', ['knee-osteoarthritis: knee osteoarthritis', 'osteoarthritis: osteoarthritis']],
    ['prefers anti-inflammatory cytokines to cytokines', 'anti-inflammatory cytokines', ['anti-inflammatory-cytokine: anti-inflammatory cytokines']],
    ['prefers chronic low back pain to low back pain and pain', 'chronic low back pain', ['chronic-low-back-pain: chronic low back pain']],
    ['takes what stands first where names overlap', 'mesenchymal stem cell therapy', ['mesenchymal-stromal-cell: mesenchymal stem cell']],
    ['reads capitals in names', 'OSTEOARTHRITIS, Osteoarthritis', ['osteoarthritis: OSTEOARTHRITIS', 'osteoarthritis: Osteoarthritis']],
    ['reads a regular plural', 'herniated discs', ['herniated-disc: herniated discs']],
    ['reads a plural in -ies', 'tendinopathies, ligament injuries', ['tendinopathy: tendinopathies', 'ligament-injury: ligament injuries']],
    ['reads a Greek plural in -es', 'spinal stenoses', ['spinal-stenosis: spinal stenoses']],
    ['reads a Greek plural in -ides', 'bursitides', ['bursitis: bursitides']],
    ['reads a Latin plural', 'menisci', ['meniscus: menisci']],
    ['leaves the possessive out', "the tendon's strength, the discs' height", ['tendon: tendon', 'intervertebral-disc: discs']],
    ['leaves the curly possessive out', 'osteoarthritis’s course', ['osteoarthritis: osteoarthritis']],
    ['reads a possessive inside a name', 'the immune system’s response', ['immune-response: immune system’s response']],
    ['does not insist on a possessive', 'Wharton jelly', ['whartons-jelly: Wharton jelly']],
    ['reads a space for a hyphen', 'platelet rich plasma', ['platelet-rich-plasma: platelet rich plasma']],
    ['reads a hyphen for a space', 'stem-cell therapy for low-back pain', ['stem-cell-therapy: stem-cell therapy', 'low-back-pain: low-back pain']],
    ['reads a solid compound', 'an antiinflammatory effect', ['anti-inflammatory-effect: antiinflammatory effect']],
    ['reads a hyphen that does not break', 'graft‑versus‑host disease', ['graft-versus-host-disease: graft‑versus‑host disease']],
    ['reads an en dash between words', 'anti–inflammatory effects', ['anti-inflammatory-effect: anti–inflammatory effects']],
    ['does not read across a dash with spaces', 'the knee - osteoarthritis - hurts', ['osteoarthritis: osteoarthritis']],
    ['does not read across a comma', 'stem, cell', []],
    ['does not read across a full stop', 'It hurts the bone. Marrow is soft.', []],
    ['reads a line break for a space', 'degenerative\ndisc disease', ['degenerative-disc-disease: degenerative\ndisc disease']],
    ['reads a space that does not break', 'chronic\u00a0pain', ['chronic-pain: chronic\u00a0pain']],
    ['reads American spelling', 'hematopoietic stem cells, paracrine signaling, a randomized trial', ['haematopoietic-stem-cell: hematopoietic stem cells', 'paracrine-signalling: paracrine signaling', 'randomised-controlled-trial: randomized trial']],
    ['reads British spelling', 'haematopoietic stem cells, paracrine signalling, a randomised trial', ['haematopoietic-stem-cell: haematopoietic stem cells', 'paracrine-signalling: paracrine signalling', 'randomised-controlled-trial: randomised trial']],
    ['reads disk for disc', 'degenerative disk disease, herniated disks', ['degenerative-disc-disease: degenerative disk disease', 'herniated-disc: herniated disks']],
    ['reads tendonitis as tendinitis', 'tendonitis, tendinitis', ['tendinopathy: tendonitis', 'tendinopathy: tendinitis']],
    ['reads tumor and tumour', 'tumors, tumours', ['tumour: tumors', 'tumour: tumours']],
    ['reads an abbreviation as written', 'OA, RA, PRP and MSC', ['osteoarthritis: OA', 'rheumatoid-arthritis: RA', 'platelet-rich-plasma: PRP', 'mesenchymal-stromal-cell: MSC']],
    ['reads the plural of an abbreviation', 'MSCs and iPSCs', ['mesenchymal-stromal-cell: MSCs', 'induced-pluripotent-stem-cell: iPSCs']],
    ['does not read an abbreviation in small letters', 'oa, prp, and I am an ra', []],
    ['does not read a word in capitals as an abbreviation', 'INDIA, CIA, HAHA', []],
    ['reads an abbreviation behind a hyphen', 'AD-MSCs', ['mesenchymal-stromal-cell: MSCs']],
    ['reads an abbreviation with a slash', 'HCT/P and HCT/Ps', ['hct-p: HCT/P', 'hct-p: HCT/Ps']],
    ['reads an abbreviation with a hyphen', 'VISA-A', ['visa-a: VISA-A']],
    ['reads RCT as a trial, never as a tear', 'an RCT of rotator cuff tears', ['randomised-controlled-trial: RCT', 'rotator-cuff-tear: rotator cuff tears']],
    ['reads a verb in every form', 'they differentiate, differentiated, differentiating', ['differentiation: differentiate', 'differentiation: differentiated', 'differentiation: differentiating']],
    ['reads the leading verb of a phrase in every form', 'repairing damaged nerve tissue', ['nerve-repair: repairing damaged nerve tissue']],
    ['reads an adjective', 'an arthritic knee', ['arthritis: arthritic']],
    ['keeps to whole words', 'jointly, tendonless, painful', []],
    ['keeps to whole words beside digits', '3MSC and MSC3', []],
    ['reads a name in quotes and brackets', '(“stem cells”)', ['stem-cell: stem cells']],
    ['finds nothing in an empty text', '', []],
    ['finds nothing across an object', 'stem \uFFFC cell', []],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      assert.deepEqual(mentions(text), expected);
    });

  it('says whether a name, an abbreviation, a verb or an adjective stands there', () => {
    const found = findMentions('Cells of OA: arthritic joints regenerate', index);
    const ways = found.map(({ as }) => as);
    assert.deepEqual(ways, ['abbreviation', 'adjective', 'name', 'verb']);
  });

  it('finds every way to write every term, and takes it for that term', () => {
    for (const candidates of index.byFirstWord.values())
      for (const { words, exact, term } of candidates) {
        const text = (exact ?? words).join(' ').replaceAll(" 's", "'s").replaceAll(' / ', '/');
        const [first] = findMentions(text, index);
        assert.equal(first?.term.id, term.id, text);
        assert.equal(first.end - first.start, text.length, text);
      }
  });

  it('gives ordered mentions that do not overlap, for any text', () => {
    const word = fc.constantFrom(
      ...['stem', 'cell', 'cells', 'knee', 'OA', '-', '’s', ' ', '\n', ',', 'anti', 'inflammatory'],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        let end = 0;
        for (const mention of findMentions(any, index)) {
          assert.ok(mention.start >= end && mention.end > mention.start);
          assert.ok(mention.end <= any.length);
          end = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the text', () => {
    const hard = 'stem stem cell mesenchymal stem anti-inflammatory - - chronic low '.repeat(4000);
    const started = performance.now();
    findMentions(hard, index);
    assert.ok(performance.now() - started < 2000, 'a quarter of a megabyte took over two seconds');
  });
});

describe('the index of terms', () => {
  const term = (id: string, more: Partial<Term>): Term => ({
    id,
    kind: 'condition',
    forms: [],
    abbreviations: [],
    definition: '',
    sources: [],
    ...more,
  });

  it('names what two terms lay claim to, and leaves it to the first', () => {
    const first = term('first', { forms: ['gout'] });
    const second = term('second', { forms: ['Gout'] });
    const built = buildTermIndex([first, second]);
    const forms = built.clashes.map(({ form }) => form);
    assert.deepEqual(forms, ['gout', 'gouts']);
    assert.equal(findMentions('gout', built)[0]?.term.id, 'first');
  });

  it('keeps a name and an abbreviation of the same letters apart', () => {
    const built = buildTermIndex([
      term('a', { abbreviations: ['AIDS'] }),
      term('b', { forms: ['aids'] }),
    ]);
    assert.deepEqual(built.clashes, []);
    assert.equal(findMentions('hearing aids', built)[0]?.term.id, 'b');
  });
});

describe('spellings', () => {
  // prettier-ignore
  const pairs: readonly [word: string, other: string][] = [
    ['disc', 'disk'], ['discs', 'disks'], ['haematopoietic', 'hematopoietic'], ['haemorrhage', 'hemorrhage'],
    ['ischaemia', 'ischemia'], ['leukaemia', 'leukemia'], ['randomised', 'randomized'],
    ['randomisation', 'randomization'], ['specialise', 'specialize'], ['signalling', 'signaling'],
    ['analogue', 'analog'], ['orthopaedic', 'orthopedic'], ['anaesthetic', 'anesthetic'],
    ['oedema', 'edema'], ['ageing', 'aging'], ['tumour', 'tumor'], ['fibre', 'fiber'],
    ['centre', 'center'], ['programme', 'program'], ['licence', 'license'], ['labelled', 'labeled'],
  ];
  for (const [word, other] of pairs)
    it(`${word} and ${other} are one word`, () => {
      assert.ok(spellingsOf(word).includes(other));
      assert.ok(spellingsOf(other).includes(word));
    });

  // prettier-ignore
  for (const word of ['heal', 'cell', 'stem', 'discuss', 'rising', 'wise', 'dialogue', 'hemisphere'])
    it(`${word} is not written as another word`, () => {
      const wrong = ['hael', 'cel', 'staem', 'diskuss', 'rizing', 'wize', 'haemisphere'];
      assert.deepEqual(spellingsOf(word).filter((one) => wrong.includes(one)), []);
    });
});
