import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { analyze, type Analysis, type Finding, type Options } from '../../server/core/index.ts';
import { draftOfClaims, edits, edited } from './drafts.generator.ts';
import { library } from './library.ts';
import { findingsHold } from './reading.ts';

/** Fails again with the same seed: `FC_SEED=… mocha …`. */
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 0x7fffffff);

const examples: readonly string[] = readdirSync('docs/examples')
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(`docs/examples/${file}`, 'utf8'));

const short = ({ severity, rule, text }: Finding): string => `${severity} ${rule} ${text}`;
const shortAll = (text: string, options?: Options): readonly string[] =>
  analyze(text, library(), options).findings.map(short);

describe(`analysing a draft again (FC_SEED=${seed})`, () => {
  it('finds the same in the same text', () => {
    for (const text of examples)
      assert.deepEqual(analyze(text, library()).findings, analyze(text, library()).findings);
  });

  it('leaves the library as it was', () => {
    const before = [...library().rules.keys(), library().lexicon.names.size];
    for (const text of examples) analyze(text, library());
    assert.deepEqual([...library().rules.keys(), library().lexicon.names.size], before);
  });

  it('reads what has not changed only once', () => {
    const first = analyze('# Stem cells\n\nStem cells heal.\n\nThey may ease pain.\n', library());
    const second = analyze(
      '# Stem cells\n\nStem cells mend.\n\nThey may ease pain.\n',
      library(),
      {},
      first,
    );
    assert.equal(second.readings[0], first.readings[0]);
    assert.notEqual(second.readings[1], first.readings[1]);
    assert.equal(second.readings[2], first.readings[2]);
  });

  it('reads all of it anew with another library', () => {
    const first = analyze('Stem cells heal.', library());
    const second = analyze('Stem cells heal.', { ...library() }, {}, first);
    assert.notEqual(second.readings[0], first.readings[0]);
  });

  it('is the same as analysing it for the first time, after edits of an example', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), edits, (text, changes) => {
        sameAsFresh(text, changes);
      }),
      { seed, numRuns: 12 },
    );
  });

  it('is the same as analysing it for the first time, after edits of a small draft', () => {
    fc.assert(
      fc.property(draftOfClaims, edits, (text, changes) => {
        sameAsFresh(text, changes);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('sees that a heading became one of another level', () => {
    const added = [{ at: 0, removed: 0, added: '# ' }] as const;
    sameAsFresh('## Stem cells\n\n## Knees\n\nStem cells relieve pain.\n', added);
  });
});

function sameAsFresh(text: string, changes: Parameters<typeof edited>[1]): void {
  let before: Analysis = analyze(text, library());
  for (const next of edited(text, changes)) {
    const after = analyze(next, library(), {}, before);
    assert.deepEqual(after, analyze(next, library()));
    before = after;
  }
}

describe(`findings (FC_SEED=${seed})`, () => {
  it('stand in order, do not overlap, and mark their own text', () => {
    fc.assert(
      fc.property(draftOfClaims, (text) => {
        wellFormed(analyze(text, library()));
      }),
      { seed, numRuns: 300 },
    );
    for (const text of examples) wellFormed(analyze(text, library()));
  });

  it('are found where blocks stand by themselves, too', () => {
    fc.assert(
      fc.property(draftOfClaims, (text) => {
        const moved = analyze(`Good morning.\n\n${text}`, library());
        const before = analyze(text, library());
        const rest = ({ rule, text: words }: Finding) => `${rule} ${words}`;
        const without = (list: readonly Finding[]) =>
          list.filter(({ rule }) => !ON_DRAFTS.has(rule)).map(rest);
        assert.deepEqual(without(moved.findings), without(before.findings));
      }),
      { seed, numRuns: 100 },
    );
  });
});

/** Rules that look beyond the section: the evidence, too, is of what the first block names. */
const ON_DRAFTS: ReadonlySet<string> = new Set(['missing-balance', 'hedge-above-evidence']);

function wellFormed(analysis: Analysis): void {
  findingsHold(analysis);
  for (const { text, message, related = [] } of analysis.findings) {
    assert.equal(text, text.trim(), 'a finding marks no space at its ends');
    assert.match(
      message,
      /^[\p{Lu}“][^{}]*[.?]$/u,
      'a message is whole sentences, its slots filled',
    );
    for (const { span } of related)
      assert.ok(span.start >= 0 && span.end <= analysis.draft.source.length);
  }
}

describe('settings', () => {
  const text = 'Stem cells cure arthritis. Stem cells relieve pain.';
  const both = ['error cure-claim cure arthritis', 'warning unhedged-efficacy relieve pain'];

  // prettier-ignore
  const cases: readonly [name: string, options: Options, expected: readonly string[]][] = [
    ['none', {}, both],
    ['a rule that is off', { severities: { 'cure-claim': 'off' } }, both.slice(1)],
    ['a ceiling', { severities: { 'cure-claim': 'warning' } }, ['warning cure-claim cure arthritis', ...both.slice(1)]],
    ['a ceiling at the foot', { severities: { 'unhedged-efficacy': 'hint' } }, [...both.slice(0, 1), 'hint unhedged-efficacy relieve pain']],
    ['a ceiling above, which raises nothing', { severities: { 'unhedged-efficacy': 'error' } }, both],
    ['a rule that is not there', { severities: { 'no-such-rule': 'off' } }, both],
    ['an allowed phrase', { allowed: ['cure arthritis'] }, both.slice(1)],
    ['an allowed phrase in other letters', { allowed: ['CURE Arthritis'] }, both.slice(1)],
    ['a part of what is found, allowed', { allowed: ['arthritis'] }, both.slice(1)],
    ['a longer phrase, allowed', { allowed: ['cure arthritis for good'] }, both],
    ['an empty phrase, allowed', { allowed: ['', ' '] }, both],
    ['a phrase with the signs of a regular expression, allowed', { allowed: ['.*', '('] }, both],
    ['plain text', { language: 'plaintext' }, both],
    ['MDX', { language: 'mdx' }, both],
  ];
  for (const [name, options, expected] of cases)
    it(`heeds ${name}`, () => {
      assert.deepEqual(shortAll(text, options), expected);
    });

  it('allow a phrase that markup or a line break cuts up', () => {
    const options = { allowed: ['relieve pain'] };
    assert.deepEqual(shortAll('Stem cells relieve\npain.', options), []);
    assert.deepEqual(shortAll('Stem cells *relieve* pain.', options), []);
    assert.deepEqual(shortAll('> Stem cells relieve\n> pain.', options), []);
  });

  it('are kept in the analysis', () => {
    const options: Options = { kind: 'press', allowed: ['x'] };
    assert.equal(analyze(text, library(), options).options, options);
  });
});

describe('languages', () => {
  it('read plain text as markdown, since writers mark lists and stress there too', () => {
    for (const text of examples)
      assert.deepEqual(
        analyze(text, library(), { language: 'plaintext' }).findings,
        analyze(text, library(), { language: 'markdown' }).findings,
      );
  });

  it('read MDX around its code', () => {
    const mdx =
      'import A from "a"\n\nStem cells relieve pain. <A b={"stem cells cure arthritis"} />\n';
    assert.deepEqual(shortAll(mdx, { language: 'mdx' }), [
      'warning unhedged-efficacy relieve pain',
    ]);
  });
});

describe('the kind of draft', () => {
  const recovery = 'Patients recover after stem cell therapy.';
  const hype = 'Stem cells are a cutting-edge option.';
  const story = 'After stem cell therapy I can walk again.';
  // prettier-ignore
  const cases: readonly [kind: NonNullable<Options['kind']>, text: string, expected: readonly string[]][] = [
    ['editorial', recovery, ['information unhedged-efficacy']],
    ['patient', recovery, ['information unhedged-efficacy']],
    ['scientific', recovery, []],
    ['editorial', hype, ['information hype-words']],
    ['promotional', hype, ['information hype-words']],
    ['scientific', hype, []],
    ['editorial', story, ['warning testimonial-as-evidence']],
    ['promotional', story, ['warning testimonial-as-evidence']],
    ['press', story, ['information testimonial-as-evidence']],
    ['scientific', story, []],
    // No kind excuses what is no matter of tone.
    ['scientific', 'Stem cells cure arthritis.', ['error cure-claim']],
    ['scientific', 'Stem cells are a miracle.', ['warning hype-words']],
  ];
  for (const [kind, text, expected] of cases)
    it(`“${kind}” gives ${expected.join() || 'nothing'} on “${text}”`, () => {
      const found = analyze(text, library(), { kind }).findings;
      assert.deepEqual(
        found.map(({ severity, rule }) => `${severity} ${rule}`),
        expected,
      );
    });

  it('is editorial where nothing is said', () => {
    for (const text of [recovery, hype, story])
      assert.deepEqual(shortAll(text), shortAll(text, { kind: 'editorial' }));
  });
});
