import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  analyze,
  rewordingsFor,
  type Analysis,
  type Finding,
  type Offer,
} from '../../server/core/index.ts';
import { applied } from '../../server/core/offers/parsed.ts';
import { library } from './library.ts';
import { pairs } from './rewording.pairs.ts';

const HEAD = '# Stem cell therapy\n\n';

const read = (source: string): Analysis => analyze(source, library());
const isStrong = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

const texts = new Map<string, ReturnType<typeof read>>();

/** Every finding of the text under the heading, with what each of its offers makes of the text. */
function offered(text: string, head = HEAD) {
  const source = `${head}${text}\n`;
  const analysis = texts.get(source) ?? read(source);
  texts.set(source, analysis);
  return analysis.findings.map((finding) => {
    const offers = rewordingsFor(analysis, finding);
    const results = offers.map((offer) => textAfter(source, offer, head));
    return { finding, offers, results };
  });
}

const textAfter = (source: string, offer: Offer, head = HEAD): string =>
  applied(source, offer.edits).slice(head.length).replace(/\n$/, '');

const strongIn = (text: string) => offered(text).filter(({ finding }) => isStrong(finding));

describe('The first offer', () => {
  it('is held by at least 200 pairs, all different', () => {
    const all = new Set(pairs.map(([, before]) => before));
    assert.ok(all.size >= 200 && all.size === pairs.length);
  });

  for (const [rule, before, after] of pairs)
    it(`rewords (${rule}): ${before.replaceAll('\n', ' ')}`, () => {
      const [first] = strongIn(before);
      assert.ok(first, 'nothing is flagged');
      assert.equal(first.finding.rule, rule);
      assert.notEqual(first.offers[0]?.kind, 'query');
      assert.equal(first.results[0], after);
    });

  for (const spared of [
    'Riluzole prolongs survival. Mesenchymal stromal cells (MSCs) represent a paradigm shift in neuroprotection.',
    'Not everyone is so reserved. Dr Ana Ruiz, the medical director, said that cell therapy is the greatest leap in medicine since penicillin.',
  ])
    it(`asks before it cuts what the draft leans on: ${spared}`, () => {
      const [first] = strongIn(spared);
      assert.equal(first?.offers[0]?.kind, 'query');
      assert.ok(first.offers.slice(1).some(({ kind }) => kind === 'cut'));
    });

  it('clears the sentence in every pair', () => {
    for (const [, before, after] of pairs) {
      const count = strongIn(before).length;
      assert.ok(strongIn(after).length < count, after);
    }
  });
});

/** Accepted by a medical editor. The text before is a sentence that holds the words. */
// prettier-ignore
const accepted: readonly (readonly [before: string, after: string])[] = [
  ['In these cases, stem cells may help alleviate pain by addressing the underlying damage rather than just masking the symptoms.', 'In these cases, stem cells may help alleviate pain.'],
  ['This could result in a reduction of pain, aiding in faster recovery compared to conventional treatments.', 'This could result in a reduction of pain.'],
  ['Stem cells may ease pain. This can reduce chronic inflammation.', 'Stem cells may ease pain. This might reduce chronic inflammation.'],
  ['This is especially beneficial in cases where nerve compression causes chronic pain.', 'It is not known whether this helps in cases where nerve compression causes chronic pain.'],
  ['The ability to repair nerve function can result in reduced pain.', 'If nerve function could be repaired, pain might be reduced, but it is not known whether this happens in people.'],
  ['The therapy may ease pain, offering a more long-term solution compared to traditional pain management methods.', 'The therapy may ease pain; whether any relief lasts longer than with traditional pain management methods is not known.'],
  ['The therapy may ease pain by targeting the root cause of the pain and stimulating healing, which may reduce the need for frequent visits.', 'The therapy may ease pain, which may reduce the need for frequent visits.'],
  ['Because the cells are your own, there are no side effects.', 'Using your own cells does not make the procedure free of risk.'],
];

/** Rejected by the same editor: words that no offer may hold. */
// prettier-ignore
const rejected: readonly (readonly [before: string, words: RegExp])[] = [
  ['Stem cells may help alleviate pain by addressing the underlying damage rather than just masking the symptoms.', /possibly addressing/],
  ['They may become new cartilage cells, helping to rebuild damaged cartilage.', /, which may help rebuild/],
  ['This is especially beneficial in knee arthritis.', /may be especially beneficial/],
  ['Stem cells cure osteoarthritis.', /(?:may|might|could) (?:help )?cure/],
  ['**Long-term relief:** Stem cells may ease pain.', /potential long-term relief/i],
  ['Exosomes cure vertigo.', /being explored/],
  ['There are no side effects.', /have been reported/],
  ['Our cells are FDA approved.', /(?:may|might|could) be FDA/],
];

/** Every hedge, denial and open question that offers are made of, filled in. */
// prettier-ignore
const templates: readonly string[] = [
  ...['may', 'might', 'could', 'may help', 'might help', 'could help', 'have the potential to'].map((hedge) => `Stem cells ${hedge} relieve back pain and restore movement.`),
  'It is not known whether stem cells rebuild cartilage, or whether they last for years.',
  'It is not known whether, once in the joint, the cells rebuild cartilage.',
  'Stem cells have not been shown to cure arthritis or rebuild cartilage.',
  'PRP has not been shown to work better than cortisone.',
  'It has not been shown that we can repair your joint.',
  'It is not known whether this helps athletes.',
  'Learn whether PRP rebuilds tendons.',
  'If nerve function could be repaired, pain might be reduced, but it is not known whether this happens in people.',
  'Using your own cells does not make the procedure free of risk.',
  'Like any procedure, this carries risks.',
  'The treatment is not free of risk.',
  'Side effects cannot be ruled out.',
  'Results are not guaranteed.',
  'Stem cells may ease pain; whether any relief lasts longer than with tablets is not known.',
  '- Not shown to rebuild cartilage',
  '- Possibly less pain',
  '- One injection; whether any relief lasts is not known',
  '- Results not known',
  '# Does PRP repair tendons?',
  '# Is it possible to heal your ankle?',
  '**How long relief lasts:** PRP may ease pain.',
];

describe('What offers are made of', () => {
  for (const text of templates)
    it(`is not flagged itself: ${text}`, () => {
      assert.deepEqual(
        strongIn(text).map(({ finding }) => finding.text),
        [],
      );
    });
});

describe('A medical editor', () => {
  for (const [before, after] of accepted)
    it(`finds among the offers: ${after}`, () => {
      const results = offered(before).flatMap((one) => one.results);
      assert.ok(results.includes(after), results.join('\n'));
    });

  for (const [before, words] of rejected)
    it(`finds no ${String(words)} in: ${before}`, () => {
      for (const { results } of offered(before))
        for (const result of results) assert.doesNotMatch(result, words);
    });
});

describe('A hedge', () => {
  it('is the one that the draft uses, with its line', () => {
    const text = 'Stem cells might ease stiffness.\n\nThe injections relieve shoulder soreness.';
    const found = offered(text).find(({ finding }) => finding.text.startsWith('relieve'));
    assert.equal(found?.offers[0]?.title, 'Hedge: “might relieve” (as in line 3)');
  });

  it('stands at most twice in a paragraph where another fits', () => {
    const text =
      'Stem cells may help ease stiffness. They may help ease soreness. They relieve swelling.';
    const found = offered(text).find(({ finding }) => finding.text.startsWith('relieve'));
    assert.match(found?.results[0] ?? '', /They may relieve swelling|They might help relieve/);
  });

  it('is no stronger than the evidence', () => {
    assert.match(
      strongIn('PRP relieves tennis elbow pain.')[0]?.results[0] ?? '',
      /not been shown/,
    );
    assert.match(
      strongIn('BMAC improves mobility in hip osteoarthritis.')[0]?.results[0] ?? '',
      /might/,
    );
  });

  it('is one that the project prefers, where the draft has none', () => {
    const claim =
      '# Stem cell therapy\n\nThe injections relieve soreness. Stem cells ease stiffness.\n';
    const preferredHedges = ['offers hope', 'has the potential to'];
    const analysis = analyze(claim, library(), { preferredHedges });
    const titles = analysis.findings.map((finding) => rewordingsFor(analysis, finding)[0]?.title);
    assert.deepEqual(titles, [
      'Hedge: “have the potential to relieve”',
      'Hedge: “have the potential to ease”',
    ]);
  });

  it('agrees with its subject, and is the draft’s own where it has the potential', () => {
    const text = 'PRP has the potential to ease soreness.\n\nThe injections relieve stiffness.';
    const found = offered(text).find(({ finding }) => finding.text.startsWith('relieve'));
    assert.equal(found?.offers[0]?.title, 'Hedge: “have the potential to relieve” (as in line 3)');
  });

  // prettier-ignore
  const clear = ['have the potential to', 'may', 'might', 'could', 'may help', 'might help', 'could help'].map((hedge) => `Stem cells ${hedge} ease pain.`);
  for (const text of clear)
    it(`is not flagged itself: ${text}`, () => {
      assert.deepEqual(strongIn(text), []);
    });
});

describe('A statement', () => {
  const claim = 'Stem cells work better than steroids for knee osteoarthritis.';

  it('gives the line of a verified row with its source, and is never preferred', () => {
    const found = strongIn(claim)[0]?.offers.find(({ kind }) => kind === 'state');
    assert.ok(found);
    assert.equal(found.preferred, false);
    assert.match(found.title, /^Adds a statement: check “In a 480-person trial/);
    assert.match(found.edits[0]?.text ?? '', /\(Mautner 2023.*\)\.$/);
  });

  it('takes a footnote where the draft has footnotes', () => {
    const text = `${claim}\n\nPRP is made from blood.[^1]\n\n[^1]: A book.`;
    const found = strongIn(text)[0]?.offers.find(({ kind }) => kind === 'state');
    assert.equal(found?.edits.length, 2);
    assert.match(found.edits[0]?.text ?? '', /one year\.\[\^2\]$/);
    assert.match(found.edits[1]?.text ?? '', /\[\^2\]: Mautner 2023/);
  });

  it('is not made where a source was not read', () => {
    const found = strongIn('Stem cell injections relieve pain in knee osteoarthritis.');
    assert.ok(found[0]?.offers.every(({ kind }) => kind !== 'state'));
  });

  for (const { id, line } of library().evidence)
    it(`is not flagged itself: ${id}`, () => {
      assert.deepEqual(
        strongIn(line).map(({ finding }) => finding.text),
        [],
      );
    });
});

describe('Words of somebody else', () => {
  // prettier-ignore
  const quotes = [
    '“Stem cells cure arthritis,” said Ann Lee, director of the clinic.',
    '> “The injection healed my knee.” – Tom, 61',
    'Ann says: “The cells regrow cartilage. I saw it.”',
  ];
  for (const text of quotes)
    it(`are cut or asked about, never changed: ${text}`, () => {
      for (const { offers } of offered(text))
        for (const { kind } of offers) assert.match(kind, /^(?:cut|track|query)$/);
    });

  it('are cut from the end of a quotation with its marks kept', () => {
    const [first] = strongIn(
      'Ann says: “I had the injection in May. It took an hour. The cells cured my knee.”',
    );
    assert.equal(first?.results[0], 'Ann says: “I had the injection in May. It took an hour.”');
  });
});

describe('A question to the author', () => {
  it('comes last with every error and warning', () => {
    for (const [, before] of pairs)
      for (const { offers } of strongIn(before)) assert.equal(offers.at(-1)?.kind, 'query');
  });

  it('stands as a comment behind the words', () => {
    const [first] = strongIn('Stem cells cure arthritis.');
    assert.equal(
      first?.results.at(-1),
      'Stem cells cure arthritis {>>AQ: “cure arthritis”: which study in people shows a cure, and how was it measured?<<}.',
    );
  });

  it('changes nothing that is flagged', () => {
    for (const [, before] of pairs) {
      const count = strongIn(before).length;
      for (const { results } of strongIn(before))
        assert.equal(strongIn(results.at(-1) ?? '').length, count, before);
    }
  }).timeout(20_000);

  it('stands on a line of its own in front matter', () => {
    const text = '---\ntitle: Stem cells cure arthritis\n---\n\nStem cell therapy is under study.';
    const [first] = offered(text, '').filter(({ finding }) => isStrong(finding));
    assert.match(first?.results.at(-1) ?? '', /^---\n# AQ: [^\n]+\?\ntitle: Stem cells cure/);
  });
});

describe('Offers on a whole draft', () => {
  const drafts = [
    readFileSync('docs/examples/stem-cell-therapy-for-chronic-pain.md', 'utf8'),
    HEAD +
      pairs
        .filter((_, at) => at % 4 === 0)
        .map(([, before]) => before)
        .join('\n\n'),
  ];

  for (const [at, source] of drafts.entries()) {
    const analysis = read(source);
    const findings = analysis.findings.filter(isStrong);

    it(`leave no warning in the sentence and add none, draft ${at + 1}`, () => {
      for (const finding of findings) {
        const [first] = rewordingsFor(analysis, finding);
        if (!first || first.kind === 'query') continue;
        const after = read(applied(source, first.edits)).findings.filter(isStrong);
        assert.ok(after.length < findings.length, `${finding.text}: ${first.title}`);
      }
    }).timeout(20_000);

    it(`prefer one hedge or cut at most, and keep their edits apart, draft ${at + 1}`, () => {
      for (const finding of findings) {
        const offers = rewordingsFor(analysis, finding);
        const preferred = offers.filter((offer) => offer.preferred);
        assert.ok(preferred.length <= 1);
        assert.ok(preferred.every(({ kind }) => kind === 'weaken' || kind === 'cut'));
        for (const { edits } of offers) {
          const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
          for (const [i, { span }] of ordered.entries())
            assert.ok(span.start >= (ordered[i - 1]?.span.end ?? 0));
        }
      }
    });
  }
});
