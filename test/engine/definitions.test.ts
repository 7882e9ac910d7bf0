import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  analyze,
  definitionAt,
  loadLibrary,
  type Definition,
  type Language,
} from '../../server/core/index.ts';
import { library, packIds, readPack } from './library.ts';

const CARET = '‸';

/** What a hover shows where the caret stands (before the unit that the mouse is on). */
function hover(marked: string, language: Language = 'markdown'): Definition | undefined {
  const source = marked.replace(CARET, '');
  return definitionAt(analyze(source, library(), { language }), marked.indexOf(CARET));
}

describe('a hover on prose', () => {
  // Where the caret stands, the id of the term, and the words it covers in the source.
  // prettier-ignore
  const cases: readonly [marked: string, id: string, text: string][] = [
    ['‸Osteoarthritis is common.', 'osteoarthritis', 'Osteoarthritis'],
    ['Osteoarthriti‸s is common.', 'osteoarthritis', 'Osteoarthritis'],
    ['She has O‸A.', 'osteoarthritis', 'OA'],
    ['Pain from ten‸dinitis.', 'tendinopathy', 'tendinitis'],
    ['Pain from ten‸donitis.', 'tendinopathy', 'tendonitis'],
    ['Two tendin‸opathies.', 'tendinopathy', 'tendinopathies'],
    ['Achilles‸ tendonitis hurts.', 'achilles-tendinopathy', 'Achilles tendonitis'],
    ['A slipped ‸disk.', 'herniated-disc', 'slipped disk'],
    ['Her‸niated discs press on nerves.', 'herniated-disc', 'Herniated discs'],
    ['A herniated intervertebral ‸disk', 'herniated-disc', 'herniated intervertebral disk'],
    ['Degenerative ‸disk disease', 'degenerative-disc-disease', 'Degenerative disk disease'],
    ['It is D‸DD, he said.', 'degenerative-disc-disease', 'DDD'],
    ['‸Chronic pain lasts.', 'chronic-pain', 'Chronic pain'],
    ['long-‸term pain', 'chronic-pain', 'long-term pain'],
    ['chronic low-back‸ pain', 'chronic-low-back-pain', 'chronic low-back pain'],
    ['knee osteo‸arthritis', 'knee-osteoarthritis', 'knee osteoarthritis'],
    ['osteoarthritis of the ‸knee', 'knee-osteoarthritis', 'osteoarthritis of the knee'],
    ['an ‸arthritic hip', 'arthritis', 'arthritic'],
    ['‸RA is not OA.', 'rheumatoid-arthritis', 'RA'],
    ['‸RCTs of surgery', 'randomised-controlled-trial', 'RCTs'],
    ['a blinded, randomised ‸trial', 'randomised-controlled-trial', 'randomised trial'],
    ['a torn rotator c‸uff', 'rotator-cuff-tear', 'torn rotator cuff'],
    ['her jumper’s k‸nee', 'patellar-tendinopathy', 'jumper’s knee'],
    ["a jumper's k‸nee", 'patellar-tendinopathy', "jumper's knee"],
    ['nerve‑com‸pression', 'nerve-compression', 'nerve‑compression'],
    ['‸Stem cells', 'stem-cell', 'Stem cells'],
    ['stem-‸cell therapy', 'stem-cell-therapy', 'stem-cell therapy'],
    ['mesenchymal stem/stromal ‸cells', 'mesenchymal-stromal-cell', 'mesenchymal stem/stromal cells'],
    ['‸MSCs release signals', 'mesenchymal-stromal-cell', 'MSCs'],
    ['‸iPSCs', 'induced-pluripotent-stem-cell', 'iPSCs'],
    ['hemato‸poietic stem cells', 'haematopoietic-stem-cell', 'hematopoietic stem cells'],
    ['platelet ‸rich plasma', 'platelet-rich-plasma', 'platelet rich plasma'],
    ['a P‸RP injection', 'platelet-rich-plasma', 'PRP injection'],
    ['‸BMAC', 'bone-marrow-aspirate-concentrate', 'BMAC'],
    ['exo‸some therapy', 'exosome', 'exosome therapy'],
    ['Wharton’s ‸jelly', 'whartons-jelly', 'Wharton’s jelly'],
    ['cells that differen‸tiated', 'differentiation', 'differentiated'],
    ['regener‸ating tissue', 'tissue-regeneration', 'regenerating'],
    ['anti-inflammatory cyto‸kines', 'anti-inflammatory-cytokine', 'anti-inflammatory cytokines'],
    ['‸anti‑inflammatory drugs', 'non-steroidal-anti-inflammatory-drug', 'anti‑inflammatory drugs'],
    ['modulating the immune ‸system', 'immunomodulation', 'modulating the immune system'],
    ['paracrine sig‸naling', 'paracrine-signalling', 'paracrine signaling'],
    ['repaired damaged ‸tissue', 'tissue-repair', 'repaired damaged tissue'],
    ['cartilage re‸growth', 'cartilage-regeneration', 'cartilage regrowth'],
    ['the V‸AS score', 'visual-analogue-scale', 'VAS'],
    ['a visual ana‸log scale', 'visual-analogue-scale', 'visual analog scale'],
    ['a ‸p-value of 0.03', 'p-value', 'p-value'],
    ['a 95% ‸CI', 'confidence-interval', 'CI'],
    ['an HCT/‸P product', 'hct-p', 'HCT/P'],
    ['‸FDA-approved', 'fda-approval', 'FDA-approved'],
    // Markup and layout.
    ['# Chronic ‸pain\n', 'chronic-pain', 'Chronic pain'],
    ['Chronic\n‸pain', 'chronic-pain', 'Chronic\npain'],
    ['> degenerative\n> disc ‸disease', 'degenerative-disc-disease', 'degenerative\n> disc disease'],
    ['- a herniated\n  ‸disc', 'herniated-disc', 'herniated\n  disc'],
    ['**low** *back* ‸pain', 'low-back-pain', 'low** *back* pain'],
    ['[knee ‸osteoarthritis](https://example.org/pain)', 'knee-osteoarthritis', 'knee osteoarthritis'],
    ['| Condition | Note |\n| --- | --- |\n| low back ‸pain | x |\n', 'low-back-pain', 'low back pain'],
    ['| Ten‸dinitis | b |\n| --- | --- |\n| c | d |\n', 'tendinopathy', 'Tendinitis'],
    ['![an inflamed ‸tendon](x.png)', 'tendon', 'tendon'],
    ['Text[^1].\n\n[^1]: On sci‸atica.', 'sciatica', 'sciatica'],
    ['---\ntitle: Relief of chronic ‸pain\n---\n\nText.\n', 'chronic-pain', 'chronic pain'],
    ['1. [x] torn ‸ligaments', 'ligament-injury', 'torn ligaments'],
    ['R&amp;D on ‸tendons', 'tendon', 'tendons'],
    ['platelet&#45;rich ‸plasma', 'platelet-rich-plasma', 'platelet&#45;rich plasma'],
    ['😀🧬 ‸tendons', 'tendon', 'tendons'],
    ['\uFEFFStem ‸cells', 'stem-cell', 'Stem cells'],
    ['one\r\ntwo chronic\r\n‸pain', 'chronic-pain', 'chronic\r\npain'],
  ];
  for (const [marked, id, text] of cases)
    it(`defines ${id} at ${JSON.stringify(marked)}`, () => {
      const found = hover(marked);
      assert.equal(found?.term.id, id);
      assert.equal(found.text, text);
      const source = marked.replace(CARET, '');
      assert.equal(source.slice(found.span.start, found.span.end), text);
    });
});

describe('a hover on anything else', () => {
  // prettier-ignore
  const cases: readonly [name: string, marked: string, language?: Language][] = [
    ['a word that is no term', 'The ‸writer has osteoarthritis.'],
    ['the space after a term', 'tendon‸ and more'],
    ['the full stop after a term', 'It is osteoarthritis‸.'],
    ['a part of a longer word', 'They work ‸jointly.'],
    ['an abbreviation in small letters', 'Is it ‸oa or ra?'],
    ['capitals that only begin like an abbreviation', 'In IND‸IA.'],
    ['a code span', 'Set `ten‸don` to one.'],
    ['a fenced code block', '```\ntendon‸itis\n```\n'],
    ['an indented code block', 'Text.\n\n    tendon‸itis\n'],
    ['a link target', '[here](https://example.org/ten‸don)'],
    ['a bare address', 'See https://example.org/ten‸don now.'],
    ['an address in angle brackets', '<https://example.org/ten‸don>'],
    ['a link definition', '[a]\n\n[a]: https://example.org/ten‸don\n'],
    ['an HTML comment', 'Text <!-- ten‸don --> more.'],
    ['an HTML tag', '<a name="ten‸don">x</a>'],
    ['math', '$$\nten‸don\n$$\n'],
    ['an image address', '![x](ten‸don.png)'],
    ['a front matter key that is no prose', '---\nslug: ten‸don\n---\n\nText.\n'],
    ['the mark before a term', 'a ‸**tendon**'],
    ['the mark after a term', 'a **tendon‸**'],
    ['an MDX expression', 'A {ten‸don} here.', 'mdx'],
    ['a blank line', 'tendon\n‸\ntendon'],
    ['the end of the draft', 'tendon‸'],
    ['an empty draft', '‸'],
    ['words across a sentence end', 'It is in the stem. ‸Cell counts vary.'],
    ['a dash with spaces', 'knee ‸- pain'],
    ['masking of symptoms', 'just ‸masking the symptoms'],
  ];
  for (const [name, marked, language] of cases)
    it(`says nothing on ${name}`, () => {
      assert.equal(hover(marked, language)?.term.id, undefined);
    });

  it('says nothing outside of the draft', () => {
    const analysis = analyze('tendon', library());
    for (const offset of [-1, 7, 1e9]) assert.equal(definitionAt(analysis, offset), undefined);
  });

  it('reads plain text as well', () => {
    assert.equal(hover('a torn ‸meniscus', 'plaintext')?.term.id, 'meniscal-tear');
  });
});

describe('a hover on the example draft', () => {
  const source = readFileSync('docs/examples/stem-cell-therapy-for-chronic-pain.md', 'utf8');
  const analysis = analyze(source, library());

  // Every condition and mechanism that the draft names, in its own words.
  // prettier-ignore
  const cases: readonly [words: string, id: string][] = [
    ['Stem cell therapy', 'stem-cell-therapy'],
    ['chronic pain', 'chronic-pain'],
    ['Chronic pain', 'chronic-pain'],
    ['regenerative abilities', 'regenerative-potential'],
    ['repair damaged tissues', 'tissue-repair'],
    ['healing', 'healing'],
    ['osteoarthritis', 'osteoarthritis'],
    ['degenerative disc disease', 'degenerative-disc-disease'],
    ['tendinitis', 'tendinopathy'],
    ['musculoskeletal disorders', 'musculoskeletal-disorder'],
    ['deterioration of cartilage', 'cartilage-loss'],
    ['nerve tissues', 'nerve'],
    ['underlying damage', 'tissue-damage'],
    ['Cartilage Regeneration', 'cartilage-regeneration'],
    ['friction, inflammation', 'joint-friction'],
    ['inflammation', 'inflammation'],
    ['differentiate', 'differentiation'],
    ['cartilage cells', 'chondrocyte'],
    ['damaged cartilage', 'cartilage-loss'],
    ['joint friction', 'joint-friction'],
    ['Tissue Repair', 'tissue-repair'],
    ['Healing', 'healing'],
    ['tendonitis', 'tendinopathy'],
    ['ligament injuries', 'ligament-injury'],
    ['regeneration of damaged soft tissues', 'tissue-regeneration'],
    ['recovery', 'recovery'],
    ['conventional treatments', 'conventional-treatment'],
    ['Anti-inflammatory Effects', 'anti-inflammatory-effect'],
    ['anti-inflammatory cytokines', 'anti-inflammatory-cytokine'],
    ['modulate the immune system', 'immunomodulation'],
    ['chronic inflammation', 'chronic-inflammation'],
    ['arthritis and other', 'arthritis'],
    ['inflammatory disorders', 'inflammatory-disorder'],
    ['Nerve Function', 'nerve-function'],
    ['repair damaged nerve tissue', 'nerve-repair'],
    ['regeneration of nerve cells', 'nerve-regeneration'],
    ['nerve compression', 'nerve-compression'],
    ['herniated discs', 'herniated-disc'],
    ['repair nerve function', 'nerve-repair'],
    ['reduced pain', 'pain-relief'],
    ['mobility', 'mobility'],
    ['pain medications', 'pain-medication'],
    ['root cause', 'root-cause'],
    ['Regenerative Potential', 'regenerative-potential'],
    ['regenerating', 'tissue-regeneration'],
    ['differentiating', 'differentiation'],
    ['regenerative ability', 'regenerative-potential'],
    ['damaged tissues that', 'tissue-damage'],
    ['nerve cells, which', 'nerve-cell'],
    ['regeneration of damaged tissues', 'tissue-regeneration'],
    ['traditional pain management', 'conventional-treatment'],
    ['degenerative conditions', 'degenerative-condition'],
  ];
  for (const [words, id] of cases)
    it(`defines “${words}”`, () => {
      const start = source.indexOf(words);
      assert.ok(start >= 0, 'the draft does not have these words');
      const found = definitionAt(analysis, start);
      assert.equal(found?.term.id, id);
      assert.equal(found.span.start, start);
      assert.equal(definitionAt(analysis, found.span.end - 1)?.term.id, id);
    });

  // prettier-ignore
  for (const words of ['focuses', 'results from', 'masking the symptoms', 'compared to', 'exciting option', 'holds promise', '1. **'])
    it(`says nothing on “${words}”`, () => {
      assert.equal(definitionAt(analysis, source.indexOf(words))?.term.id, undefined);
    });
});

describe('definitions', () => {
  const terms = [...library().terms.values()];

  it('are one sentence each', () => {
    for (const { id, definition } of terms)
      assert.match(definition, /^[A-Z][^!?\n]*\.$/, `${id}: ${definition}`);
    for (const { id, definition } of terms)
      assert.ok(!/\. [A-Z]/.test(definition), `${id} has a second sentence: ${definition}`);
  });

  it('are short enough to be read at a glance', () => {
    for (const { id, definition } of terms)
      assert.ok(definition.split(' ').length <= 28, `${id}: ${definition}`);
  });

  it('are sourced, and of terms that nothing else is called', () => {
    const { library: all, problems } = loadLibrary({ packs: packIds.map(readPack) });
    assert.deepEqual([problems, all.termIndex.clashes], [[], []]);
    const titles = new Set([...all.sources.values()].map(({ title }) => title));
    for (const { id, sources } of all.terms.values())
      assert.ok(sources.length > 0 && sources.every((title) => titles.has(title)), id);
    assert.ok(all.terms.size >= 220, `${all.terms.size} terms`);
  });

  // The grade of Flesch and Kincaid (1975): 0.39 x words + 11.8 x syllables a word - 15.59, for one
  // sentence. A reader of age 12 to 14 is in grade 6 to 9.
  const grades = terms.map(({ id, definition }) => {
    const words = definition.match(/[a-z'-]+/gi) ?? [];
    const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
    return { id, grade: 0.39 * words.length + (11.8 * syllables) / words.length - 15.59 };
  });

  it('are readable at about the age of twelve to fourteen, taken together', () => {
    const mean = grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
    assert.ok(mean <= 7, `grade ${mean.toFixed(1)} on average`);
    const easy = grades.filter(({ grade }) => grade <= 9).length;
    assert.ok(easy >= 0.85 * grades.length, `${easy} of ${grades.length} in grade 9 or below`);
  });

  it('are readable one by one, though names of things are long', () => {
    const hard = grades.filter(({ grade }) => grade > 12).map(({ id }) => id);
    assert.deepEqual(hard, []);
  });
});

function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?<=[^l])es?$|ed$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}
