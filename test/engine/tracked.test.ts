import assert from 'node:assert/strict';
import {
  analyze,
  decided,
  firstRewordings,
  rewordingsFor,
  trackedChanges,
  type Decision,
} from '../../server/core/index.ts';
import { applied } from '../../server/core/offers/parsed.ts';
import { library } from './library.ts';

const settle = (text: string, decision: Decision): string =>
  applied(text, decided(text, trackedChanges(text), decision));

describe('A tracked change', () => {
  // prettier-ignore
  const rows: readonly (readonly [text: string, accepted: string, rejected: string])[] = [
    ['It {++may ++}heal.', 'It may heal.', 'It heal.'],
    ['It {--always --}heals.', 'It heals.', 'It always heals.'],
    ['It {~~heals~>may heal~~}.', 'It may heal.', 'It heals.'],
    ['It {~~heals~>~~} well.', 'It well.', 'It heals well.'],
    ['It {==heals==}{>>AQ: does it?<<} well.', 'It heals well.', 'It heals well.'],
    ['It heals {>>AQ: does it?<<}.', 'It heals.', 'It heals.'],
    ['It {--really--} heals.', 'It heals.', 'It really heals.'],
    ['It heals {--really--}, they say.', 'It heals, they say.', 'It heals really, they say.'],
    ['One.\n\n{--Two.--}\n\nThree.', 'One.\n\n\nThree.', 'One.\n\nTwo.\n\nThree.'],
    ['- One\n- {--Two--}\n- Three', '- One\n- Three', '- One\n- Two\n- Three'],
    ['> It {~~heals\n> all~>may help~~}.', '> It may help.', '> It heals\n> all.'],
    ['It {++may {--surely--} help++}.', 'It may help.', 'It.'],
    ['{>>One<<} {>>Two<<} It heals.', 'It heals.', 'It heals.'],
    ['`{++code++}` stays.', '`{++code++}` stays.', '`{++code++}` stays.'],
    ['It {~~heals.\n\nNo end~>x.', 'It {~~heals.\n\nNo end~>x.', 'It {~~heals.\n\nNo end~>x.'],
    ['Nothing here.', 'Nothing here.', 'Nothing here.'],
  ];
  for (const [text, accepted, rejected] of rows)
    it(`is accepted and rejected: ${JSON.stringify(text)}`, () => {
      assert.equal(settle(text, 'accept'), accepted);
      assert.equal(settle(text, 'reject'), rejected);
    });

  it('is found where the cursor is, and alone', () => {
    const text = 'It {++may ++}heal {--all--}.';
    const at = text.indexOf('may');
    const here = trackedChanges(text, { start: at, end: at });
    assert.equal(applied(text, decided(text, here, 'accept')), 'It may heal {--all--}.');
  });
});

const DRAFT = `# Stem cell therapy

Stem cells cure arthritis. The *groundbreaking* injections may ease pain,
helping to rebuild the joint.

- Relieves pain and restores mobility
- Stem cell therapy is a game-changer.

> PRP heals the tendon.

| Treatment | Result |
|---|---|
| PRP | Heals the tendon |
`;

describe('A suggestion', () => {
  const analysis = analyze(DRAFT, library());
  const strong = analysis.findings.filter(({ severity }) => /error|warning/.test(severity));

  for (const finding of strong)
    it(`reads as its offer does, and is gone when rejected: ${finding.text}`, () => {
      const offers = rewordingsFor(analysis, finding);
      const track = offers.find(({ kind }) => kind === 'track');
      const [first] = offers;
      assert.ok(first && track, 'there is none');
      const after = applied(DRAFT, track.edits);
      assert.match(after, /\{(?:\+\+|--|~~)/);
      assert.equal(settle(after, 'reject'), DRAFT);
      const flat = (text: string): string => text.replace(/\s+/g, ' ');
      assert.equal(flat(settle(after, 'accept')), flat(applied(DRAFT, first.edits)));
    });

  it('is not made in front matter, which has no tracked changes', () => {
    const text = '---\ntitle: Stem cells cure arthritis\n---\n\nStem cells are cells.\n';
    const found = analyze(text, library());
    const offers = found.findings.flatMap((finding) => rewordingsFor(found, finding));
    assert.ok(offers.length > 0);
    assert.ok(offers.every(({ kind }) => kind !== 'track'));
  });
});

describe('All rewordings of a draft', () => {
  it('go together: one a sentence, and no warning is left', () => {
    const analysis = analyze(DRAFT, library());
    const edits = firstRewordings(analysis).flatMap(({ offer }) => offer.edits);
    const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
    for (const [at, { span }] of ordered.entries())
      assert.ok(span.start >= (ordered[at - 1]?.span.end ?? 0));
    const after = analyze(applied(DRAFT, edits), library());
    assert.deepEqual(
      after.findings
        .filter(({ severity }) => /error|warning/.test(severity))
        .map(({ text }) => text),
      [],
    );
  });

  it('are none in a draft without warnings', () => {
    assert.deepEqual(firstRewordings(analyze('Stem cells are cells.', library())), []);
  });
});
