import assert from 'node:assert/strict';
import {
  analyze,
  rewordingsFor,
  type Analysis,
  type Finding,
  type Options,
} from '../../server/core/index.ts';
import { library } from './library.ts';

/** About 140 words without a claim. */
const FILLER = `The visit begins with a talk about your knee, your work and your sport, and we take
time to answer what you want to know. On the day itself we draw marrow from the hip bone, spin it
in a centrifuge and place it in the joint. You can go home after an hour. Someone should come with
you to drive you home and to carry your bag. We see you after six weeks and after three months,
look at how you walk, and write down how far you get without a rest. A second visit is part of the
price. Write to us or ring us to find a day that suits you, and bring the pictures of your knee
with you, on paper or on a disc. You can park in the yard, and the tram stops at the gate.`;

const BENEFITS = `Stem cells repair worn cartilage. They relieve pain. The injection improves movement.`;

const PRAISE = `# Stem cell therapy for knees\n\n${FILLER}\n\n## What you gain\n\n${BENEFITS}\n`;

describe('a draft full of benefits', () => {
  it('is asked once for what is missing, as information, on its first heading', () => {
    const finding = balanceOf(read(PRAISE));
    assert.equal(finding?.severity, 'information');
    assert.equal(finding.text, 'Stem cell therapy for knees');
  });

  const asked: readonly (readonly [name: string, text: string])[] = [
    ['that denies harms', `${PRAISE}\nThere are no side effects.\n`],
    ['that only asks about harms', `${PRAISE}\nAre there any risks?\n`],
    ['with an empty section on risks', `${PRAISE}\n## Risks\n`],
    ['that names the harms of other care', `${PRAISE}\nSurgery carries risks.\n`],
    ['that says so in a comment alone', `${PRAISE}\n<!-- Infection is a risk. -->\n`],
    ['with a benefit told many times', `${PRAISE}\n${BENEFITS}\n\n${BENEFITS}\n`],
  ];
  for (const [name, text] of asked)
    it(`${name} is asked once`, () => assert.ok(balanceOf(read(text))));

  const quiet: readonly (readonly [name: string, text: string])[] = [
    ['that names a harm', `${PRAISE}\nInfection has followed such injections.\n`],
    ['that lists its risks', `${PRAISE}\n## Risks\n\n- Infection of the joint\n- Bleeding\n`],
    ['that admits a doubt', `${PRAISE}\nThere is little evidence from trials.\n`],
    ['that calls it experimental', `${PRAISE}\nThe treatment is still experimental.\n`],
    ['that names its status', `${PRAISE}\nNo stem cell product is approved for knees.\n`],
    ['that names an alternative', `${PRAISE}\nExercise helps many people with worn knees.\n`],
    ['with two benefits', PRAISE.replace(' They relieve pain.', '')],
    ['of fewer than 150 words', `# Stem cell therapy\n\n${BENEFITS}\n`],
    [
      'on another topic',
      PRAISE.replaceAll('Stem cell', 'Acme').replaceAll('Stem cells', 'Massages'),
    ],
  ];
  for (const [name, text] of quiet)
    it(`${name} is not asked`, () => assert.equal(balanceOf(read(text)), undefined));

  it('is asked on the first heading without a finding of its own', () => {
    const text = PRAISE.replace('for knees', 'cures arthritis');
    assert.equal(balanceOf(read(text))?.text, 'What you gain');
  });

  it('is asked on its first sentence, where it has no heading', () => {
    const text = `Stem cell therapy has come to our town.\n\n${FILLER}\n\n${BENEFITS}\n`;
    assert.equal(balanceOf(read(text))?.text, 'Stem cell therapy has come to our town.');
  });

  it('is not asked where the rule is off', () => {
    const options: Options = { severities: { 'missing-balance': 'off' } };
    assert.equal(balanceOf(analyze(PRAISE, library(), options)), undefined);
  });
});

describe('the section on risks and unknowns', () => {
  const places: readonly (readonly [name: string, text: string, after: RegExp])[] = [
    ['stands at the end', PRAISE, /movement\.\n\n## Risks and unknowns\n\n- Known harms: ____ /],
    ['follows the line ends', PRAISE.replaceAll('\n', '\r\n'), /\r\n\r\n## Risks and unknowns\r\n/],
    [
      'stands before the references',
      `${PRAISE}\n## References\n\n1. A paper.\n`,
      /\?<<\}\n\n## References\n/,
    ],
    ['has the level of the other sections', PRAISE.replace('## ', '### '), /\n### Risks and/],
  ];
  for (const [name, text, after] of places)
    it(`${name}, and quiets the rule`, () => {
      const analysis = read(text);
      const finding = balanceOf(analysis);
      assert.ok(finding);
      const [offer, ...others] = rewordingsFor(analysis, finding);
      const [edit] = offer?.edits ?? [];
      assert.ok(offer && edit);
      assert.deepEqual([offer.kind, offer.preferred, others], ['query', false, []]);
      const now = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      assert.match(now, after);
      assert.equal(balanceOf(read(now)), undefined);
    });
});

describe('a claim that is hedged elsewhere in the draft', () => {
  const may = 'Stem cells may relieve back pain.';

  it('is flagged where it is bare, with the other place beside it', () => {
    const { findings, draft } = read(`${may} In the hip, stem cells can relieve pain.`);
    const [finding, ...others] = findings;
    assert.equal(finding?.rule, 'inconsistent-hedging');
    assert.deepEqual(others, []);
    const [place] = finding.related ?? [];
    assert.equal(draft.source.slice(place?.span.start, place?.span.end), 'may relieve back pain');
  });

  it('is found across blocks, and whichever comes first', () => {
    const text = `# Stem cell therapy\n\nStem cells can relieve pain.\n\n## Summary\n\n- ${may}\n`;
    const [finding] = read(text).findings;
    assert.equal(finding?.rule, 'inconsistent-hedging');
    assert.equal(finding.text, 'can relieve pain');
  });

  it('keeps a stronger finding, which then names the other place', () => {
    const { findings } = read(`${may} In the hip, stem cells relieve pain.`);
    assert.deepEqual(
      findings.map(({ rule, related }) => [rule, related?.length]),
      [['unhedged-efficacy', 1]],
    );
  });

  it('is the same claim with another verb of the kind', () => {
    const [finding] = read(`${may} Stem cells can ease pain.`).findings;
    assert.equal(finding?.rule, 'inconsistent-hedging');
  });

  const others: readonly string[] = [
    'Stem cells can improve sleep.',
    'Strengthening exercises can relieve pain.',
    'Can stem cells relieve pain?',
    'Stem cells might relieve pain in some people.',
    'In mice, stem cells can relieve pain.',
  ];
  for (const text of others)
    it(`is not “${text}”`, () => {
      const { findings } = read(`${may} ${text}`);
      assert.deepEqual(
        findings.filter(({ rule, related }) => rule === 'inconsistent-hedging' || related),
        [],
      );
    });
});

function read(text: string): Analysis {
  const draft = /^#|\n#|town/.test(text) ? text : `# Stem cell therapy\n\n${text}\n`;
  // Another rule on hedges, which speaks of the same sentences.
  return analyze(draft, library(), { severities: { 'hedge-above-evidence': 'off' } });
}

/** The one finding on balance, if there is any. */
function balanceOf({ findings }: Analysis): Finding | undefined {
  const [finding, ...more] = findings.filter(({ rule }) => rule === 'missing-balance');
  assert.deepEqual(more, []);
  return finding;
}

describe('a hedge above the evidence', () => {
  const draft = '# PRP\n\nPRP may reduce pain in Achilles tendinopathy.\n';

  // prettier-ignore
  const rows: readonly [kind: NonNullable<Options['kind']>, severity: Finding['severity']][] = [['editorial', 'hint'], ['patient', 'hint'], ['promotional', 'information']];
  for (const [kind, severity] of rows)
    it(`is ${severity} in a draft that is ${kind}, with what is known`, () => {
      const [finding, ...others] = analyze(draft, library(), { kind }).findings;
      assert.deepEqual(
        [finding?.rule, finding?.severity, others],
        ['hedge-above-evidence', severity, []],
      );
      assert.match(finding?.message ?? '', / What is known: PRP did not improve Achilles/);
    });

  it('is never reworded, but asked about', () => {
    const analysis = analyze(draft, library());
    const offers = analysis.findings.flatMap((finding) => rewordingsFor(analysis, finding));
    assert.deepEqual(
      offers.map(({ kind }) => kind),
      ['query'],
    );
  });

  it('is found again where the heading that names the condition changes', () => {
    const text = (condition: string): string => `# PRP for ${condition}\n\nPRP may reduce pain.\n`;
    const first = analyze(text('Achilles tendinopathy'), library());
    const second = analyze(text('warts'), library(), {}, first);
    const third = analyze(text('Achilles tendinopathy'), library(), {}, second);
    assert.deepEqual(
      [first, second, third].map(({ findings }) => findings.length),
      [1, 0, 1],
    );
  });
});

describe('a promotional draft published in Australia', () => {
  const draft = '# Our clinic\n\nAsk us about PRP. Ask us about stem cells.\n';
  const shown = (options: Options): readonly string[] =>
    analyze(draft, library(), options).findings.map(({ rule, text }) => `${rule}: ${text}`);

  it('gets one warning, on the first product, without a rewording', () => {
    const analysis = analyze(draft, library(), { kind: 'promotional', jurisdiction: 'AU' });
    const [finding, ...others] = analysis.findings;
    assert.ok(finding);
    assert.deepEqual([finding.rule, finding.text, others], ['advertised-to-public', 'PRP', []]);
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(rewordingsFor(analysis, finding), []);
  });

  // prettier-ignore
  const others: readonly [name: string, options: Options][] = [
    ['one of another kind', { kind: 'editorial', jurisdiction: 'AU' }],
    ['one published elsewhere', { kind: 'promotional', jurisdiction: 'US' }],
    ['one published nobody knows where', { kind: 'promotional' }],
    ['one where the rule is off', { kind: 'promotional', jurisdiction: 'AU', severities: { 'advertised-to-public': 'off' } }],
  ];
  for (const [name, options] of others)
    it(`is told from ${name}`, () => {
      assert.deepEqual(shown(options), []);
    });
});
