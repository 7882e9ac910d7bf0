import assert from 'node:assert/strict';
import { analyze, type Finding, type Options, type Rule } from '../../server/core/index.ts';
import { library } from './library.ts';

const findings = (text: string, options: Options = {}): readonly Finding[] =>
  analyze(text, library(), options).findings;

/** A row is `text | severity rule, severity rule…`, or `text | nothing`. */
function testRows(rows: readonly string[], frame = (text: string) => text): void {
  for (const row of rows) {
    const [text = '', expected = ''] = row.split(' | ');
    it(`finds ${expected} in “${text}”`, () => {
      const found = findings(frame(text)).map(({ severity, rule }) => `${severity} ${rule}`);
      assert.deepEqual(found, expected === 'nothing' ? [] : expected.split(', '));
    });
  }
}

describe('how strongly a claim is objected to', () => {
  // prettier-ignore
  testRows([
    'Stem cells cure arthritis. | error cure-claim',
    'Stem cells can cure arthritis. | error cure-claim',
    'Stem cells may cure arthritis. | information cure-claim',
    'Say goodbye to arthritis with stem cells. | error cure-claim',
    'Stem cells relieve pain. | warning unhedged-efficacy',
    'Stem cells help relieve pain. | warning unhedged-efficacy',
    'Stem cells can relieve pain. | information can-as-outcome',
    'Stem cells can help relieve pain. | information can-as-outcome',
    'Stem cells may relieve pain. | nothing',
    'Stem cells will relieve pain. | warning guaranteed-outcome',
    'Results are guaranteed with stem cells. | error guaranteed-outcome',
    'Stem cells always work. | error guaranteed-outcome',
    'Stem cell therapy is completely safe. | error safety-absolute',
    'Stem cell therapy has no side effects. | error safety-absolute',
    'Stem cell therapy has few side effects. | information safety-absolute',
    'Stem cell therapy is FDA approved. | warning regulatory-status',
    'Our stem cell clinic is FDA registered. | information regulatory-status',
    'Cancel your surgery and try stem cells. | error discourages-treatment',
    'Stem cells let you avoid surgery. | warning avoids-surgery',
    'Stem cells are an alternative to surgery. | information avoids-surgery',
    'Stem cells are a miracle. | warning hype-words',
    'Stem cells are a cutting-edge option. | information hype-words',
    'Stem cells work better than surgery. | warning superiority-over-conventional',
    'Stem cells are designed to treat the root cause. | information root-cause',
    'Stem cell therapy brings lasting relief. | warning permanence-durability',
    'Stem cell therapy works for everyone. | warning universality',
    'Stem cell therapy has a 92% success rate. | warning speed-magnitude',
    'Studies show that stem cells relieve pain. | information unhedged-efficacy',
    'Stem cells are proven to relieve pain. | warning proof-claim',
    'After stem cell therapy I can walk again. | warning testimonial-as-evidence',
    'Stem cells are widely used to treat arthritis. | information experimental-as-established',
    'Stem cells may repair tissue, helping to rebuild cartilage. | warning mechanism-as-outcome',
    'Stem cells may repair tissue, easing pain. | information mechanism-as-outcome',
    'Stem cells may repair tissue, potentially easing pain. | nothing',
    'By rebuilding cartilage, stem cells may reduce pain. | warning mechanism-as-outcome',
    'Stem cells may enter the joint, which reduces pain. | warning mechanism-as-outcome',
    'Stem cells might help. This is especially beneficial in the knee. | warning unhedged-efficacy',
  ]);
});

describe('what is left alone', () => {
  // prettier-ignore
  testRows([
    'Stem cells do not cure arthritis.',
    'Stem cell therapy is not a cure.',
    'There is no evidence that stem cells cure arthritis.',
    'Do stem cells cure arthritis?',
    'It is not known whether stem cells relieve pain.',
    'Some clinics claim that stem cells cure arthritis.',
    'In a randomised trial of 60 patients, stem cells reduced pain by 2 points.',
    'In mice, stem cells repaired cartilage.',
    'In culture, stem cells form cartilage.',
    'Pluripotent stem cells can become many cell types.',
    'Steroid injections relieve pain.',
    'Exercise improves function.',
    'Arthritis wears down cartilage.',
    'Stem cell injections can cause infection.',
    'Bone marrow transplants cure some leukaemias.',
    'Call the stem cell clinic for a guaranteed reply within a day.',
    'Our permanent staff know stem cell therapy.',
    'Stem cell therapy is being studied as a treatment for pain.',
    'Stem cells are drawn from the hip and injected into the knee.',
    'You can ask your doctor about stem cell therapy.',
    'The price of stem cell therapy is not covered by insurance.',
  ].map((text) => `${text} | nothing`));
});

describe('headings and list items', () => {
  // prettier-ignore
  testRows([
    '## Long-Term Relief | warning permanence-durability',
    '## Freedom from medication | warning cure-claim',
    '## Effects on pain | nothing',
    '## How it works | nothing',
    '## Risks | nothing',
    'Benefits include:\n\n- less pain\n- better mobility | warning unhedged-efficacy, warning unhedged-efficacy',
    'Possible benefits:\n\n- less pain\n- better mobility | nothing',
    'Warning signs:\n\n- no side effects\n- less pain | nothing',
  ], (text) => `# Stem cell therapy\n\n${text}\n`);
});

describe('precedence', () => {
  const rule = (
    id: string,
    severity: Rule['cases'][number]['severity'],
    changes: Partial<Rule> = {},
  ): Rule => ({
    id,
    pack: 'test',
    title: id,
    outranks: [],
    rationale: '',
    sources: [],
    flags: [],
    allows: [],
    cases: [{ when: { verb: 'relieve' }, severity, message: `${id}: “{text}”` }],
    ...changes,
  });
  const rules = (...list: readonly Rule[]) => ({
    ...library(),
    rules: new Map(list.map((one) => [one.id, one])),
  });
  const text = 'Stem cells relieve pain.';
  const ids = (list: readonly Rule[], options: Options = {}) =>
    analyze(text, rules(...list), options).findings.map((one) => `${one.severity} ${one.rule}`);

  it('goes to the graver rule', () => {
    assert.deepEqual(ids([rule('a', 'information'), rule('b', 'warning')]), ['warning b']);
    assert.deepEqual(ids([rule('b', 'warning'), rule('a', 'information')]), ['warning b']);
  });

  it('goes to the graver rule even where the other is named to outrank it', () => {
    assert.deepEqual(ids([rule('a', 'information', { outranks: ['b'] }), rule('b', 'error')]), [
      'error b',
    ]);
  });

  it('goes to the rule that outranks, among equals', () => {
    assert.deepEqual(ids([rule('a', 'warning'), rule('b', 'warning', { outranks: ['a'] })]), [
      'warning b',
    ]);
    assert.deepEqual(ids([rule('b', 'warning', { outranks: ['a'] }), rule('a', 'warning')]), [
      'warning b',
    ]);
  });

  it('goes to the first rule, among equals that say nothing of each other', () => {
    assert.deepEqual(ids([rule('a', 'warning'), rule('b', 'warning')]), ['warning a']);
  });

  it('of the cases of one rule goes to the first that holds', () => {
    const cases: Rule['cases'] = [
      { when: { verb: 'cure' }, severity: 'error', message: 'x' },
      { when: { verb: 'relieve' }, unless: { target: 'symptom' }, severity: 'error', message: 'x' },
      { when: { verb: 'relieve', target: 'symptom' }, severity: 'warning', message: 'x' },
      { when: { verb: 'relieve' }, severity: 'information', message: 'x' },
    ];
    assert.deepEqual(ids([rule('a', 'error', { cases })]), ['warning a']);
  });

  it('gives an excused claim to a case that names its excuse alone', () => {
    const denied = 'Stem cells do not relieve pain.';
    const excused: Rule['cases'] = [
      { when: { verb: 'relieve', excuse: ['negated', 'asked'] }, severity: 'hint', message: 'x' },
    ];
    const found = (one: Rule) =>
      analyze(denied, rules(one)).findings.map(({ severity }) => severity);
    assert.deepEqual(found(rule('a', 'error')), []);
    assert.deepEqual(found(rule('a', 'error', { cases: excused })), ['hint']);
  });

  it('is settled before a setting lowers a rule or turns it off', () => {
    const both = [rule('a', 'information'), rule('b', 'error')];
    assert.deepEqual(ids(both, { severities: { b: 'hint' } }), ['hint b']);
    assert.deepEqual(ids(both, { severities: { b: 'off' } }), []);
    assert.deepEqual(ids(both, { severities: { a: 'off' } }), ['error b']);
  });

  it('leaves a severity that is below the ceiling', () => {
    assert.deepEqual(ids([rule('a', 'information')], { severities: { a: 'error' } }), [
      'information a',
    ]);
  });

  it('fills the words into the message as they stand, on one line', () => {
    const draft = 'Stem cells relieve\n  *pain* in the hip.';
    const [found] = analyze(draft, rules(rule('a', 'warning'))).findings;
    assert.equal(found?.message, 'a: “relieve pain in the hip”');
  });
});
