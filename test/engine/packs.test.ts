import assert from 'node:assert/strict';
import { loadLibrary, type RawLibrary } from '../../server/core/index.ts';
import { library, optionalLibraries, packIds, readPack, shipped } from './library.ts';

describe('the packs as shipped', () => {
  it('have no problems', () => {
    assert.deepEqual(shipped().problems, []);
  });

  it('build on packs that can do without them', () => {
    const { id, files } = readPack('general');
    const knowledge = Object.entries(files).filter(([file]) => !file.startsWith('rules/'));
    const raw = { packs: [{ id, files: Object.fromEntries(knowledge) }] };
    assert.deepEqual(loadLibrary(raw).problems, []);
  });

  it('have no problems all at once, nor does an optional one without the others', () => {
    assert.deepEqual(loadLibrary({ packs: packIds.map(readPack) }).problems, []);
    assert.deepEqual(loadLibrary({ packs: ['general', 'supplements'].map(readPack) }).problems, []);
  });

  it('are used by default, but for those that say otherwise', () => {
    assert.deepEqual([...library().packs.keys()], ['general', 'stem-cells']);
    const [supplements, ...others] = optionalLibraries();
    assert.deepEqual([...(supplements?.packs.keys() ?? [])], ['general', 'supplements']);
    assert.deepEqual(others, []);
  });

  it('have their evidence reviewed after it was checked', () => {
    for (const { id, checked, review } of library().evidence)
      assert.ok(checked < review, `${id} was checked ${checked}, to be reviewed ${review}`);
  });
});

describe('the evidence as shipped', () => {
  it('answers no question twice', () => {
    const answered = new Map<string, string>();
    for (const row of library().evidence)
      for (const intervention of row.interventions)
        for (const condition of row.conditions)
          for (const outcome of row.outcomes) {
            const question = `${intervention} in ${condition} for ${outcome}`;
            assert.equal(answered.get(question), undefined, `${row.id}: ${question}`);
            answered.set(question, row.id);
          }
  });

  it('allows “probably” and more only where the certainty is moderate or high', () => {
    for (const { id, rung, certainty } of library().evidence)
      assert.ok(rung < 5 || certainty === 'moderate' || certainty === 'high', id);
  });

  it('allows no benefit where none was found in people', () => {
    for (const { id, rung, direction, humanStudies } of library().evidence) {
      if (!humanStudies) assert.ok(rung <= 1, id);
      if (direction === 'no difference' || direction === 'harm') assert.equal(rung, 0, id);
    }
  });
});

describe('loading packs', () => {
  it('loads a small pack', () => {
    const { library: small, problems } = loadLibrary(smallLibrary({}));
    assert.deepEqual(problems, []);
    assert.deepEqual(small.terms.get('knee')?.forms, ['knee', 'knees and all']);
    assert.deepEqual(small.terms.get('knee')?.sources, ['A. Uthor 2020']);
    assert.equal(small.evidence[0]?.citations[0]?.text, 'A. Uthor 2020');
    assert.equal(small.rules.get('too-much')?.pack, 'small');
    assert.deepEqual(small.rules.get('too-much')?.allows, [{ text: 'It may heal.' }]);
    assert.deepEqual([...small.packs.keys()], ['small']);
  });

  // prettier-ignore
  const cases: readonly [name: string, change: Change, file: string, message: RegExp][] = [
    ['a pack without a title', { 'pack.yml': { title: undefined } }, 'pack.yml', /^the pack: "title" is missing/],
    ['a pack called otherwise than its folder', { 'pack.yml': { id: 'other' } }, 'pack.yml', /folder small\. Give both/],
    ['a pack that uses an unknown one', { 'pack.yml': { uses: ['none'] } }, 'pack.yml', /"none", which is no pack/],
    ['a pack that is a list', { 'pack.yml': [] }, 'pack.yml', /is not a mapping/],
    ['a list file that is a mapping', { 'sources.yml': {} }, 'sources.yml', /is not a list/],
    ['a file in a wrong place', { 'term.yml': [] }, 'term.yml', /has no place in a pack/],
    ['an entry that is a text', { 'sources.yml': ['one'] }, 'sources.yml', /^entry 1 is not a mapping/],
    ['a source with a mark that is none', { 'sources.yml': { verified: 'maybe' } }, 'sources.yml', /^"uthor-2020": "verified" is "maybe"\. Use one of read, secondary, unverified/],
    ['a source with half an address', { 'sources.yml': { url: 'www.example.org' } }, 'sources.yml', /whole address/],
    ['an id with capitals', { 'sources.yml': { id: 'Uthor' } }, 'sources.yml', /lower-case letters/],
    ['an id that is taken', { 'sources.yml': [SOURCE(), SOURCE()] }, 'sources.yml', /taken by an earlier/],
    ['a misspelled key', { 'terms/a.yml': { defintion: 'x' } }, 'terms/a.yml', /unknown key "defintion"\. Remove it, or use one of id, kind,/],
    ['a term of no kind', { 'terms/a.yml': { kind: 'thing' } }, 'terms/a.yml', /^"knee": "kind" is "thing"/],
    ['a term without forms', { 'terms/a.yml': { forms: [] } }, 'terms/a.yml', /"forms" is missing or empty/],
    ['a form that is a number', { 'terms/a.yml': { forms: [3] } }, 'terms/a.yml', /not a list of texts/],
    ['a term without a definition', { 'terms/a.yml': { definition: ' ' } }, 'terms/a.yml', /"definition" is not a text/],
    ['a code of the wrong shape', { 'terms/a.yml': { codes: { mesh: '10003' } } }, 'terms/a.yml', /Write "mesh: D010003"/],
    ['a code of a system that is none', { 'terms/a.yml': { codes: { snomed: '1' } } }, 'terms/a.yml', /"codes" is/],
    ['a term with an unknown source', { 'terms/a.yml': { sources: ['none'] } }, 'terms/a.yml', /"none" is no known source/],
    ['two terms of one name', { 'terms/b.yml': [{ ...TERM(), id: 'other', forms: ['Knees'] }] }, 'terms', /"knees" names both "knee" and "other"/],
    ['evidence on an unknown term', { 'evidence.yml': { conditions: ['ache'] } }, 'evidence.yml', /"ache", which is no term/],
    ['evidence on a term of the wrong kind', { 'evidence.yml': { interventions: ['knee'] } }, 'evidence.yml', /"knee", a condition\. Name a product or procedure/],
    ['evidence on a rung beyond the ladder', { 'evidence.yml': { rung: 10 } }, 'evidence.yml', /"rung" is 10\. Give a whole number/],
    ['evidence with a date that is none', { 'evidence.yml': { review: '2027-13-01' } }, 'evidence.yml', /Write a date as/],
    ['evidence that does not say if people were studied', { 'evidence.yml': { humanStudies: 'yes' } }, 'evidence.yml', /Write true or false/],
    ['a rule without a rationale', { 'rules/too-much.yml': { rationale: undefined } }, 'rules/too-much.yml', /"rationale" is missing/],
    ['a rule without sources', { 'rules/too-much.yml': { sources: [] } }, 'rules/too-much.yml', /"sources" is missing or empty/],
    ['a rule with an unknown source', { 'rules/too-much.yml': { sources: ['none'] } }, 'rules/too-much.yml', /"none" is no known source/],
    ['a rule without flagged examples', { 'rules/too-much.yml': { flags: undefined } }, 'rules/too-much.yml', /"flags" is missing or empty/],
    ['a rule without near misses', { 'rules/too-much.yml': { allows: [] } }, 'rules/too-much.yml', /"allows" is missing or empty/],
    ['a rule in a file of another name', { 'rules/too-much.yml': { id: 'too-little' } }, 'rules/too-much.yml', /file called too-much\.yml/],
    ['a rule without cases', { 'rules/too-much.yml': { cases: [] } }, 'rules/too-much.yml', /"cases" is \[\]/],
    ['a case without when', { 'rules/too-much.yml': { cases: [{ severity: 'hint', message: 'No.' }] } }, 'rules/too-much.yml', /"when" of case 1: it is missing/],
    ['a case with an unknown slot', { 'rules/too-much.yml': { cases: [{ ...CASE(), when: { colour: 'red' } }] } }, 'rules/too-much.yml', /"colour" is no slot/],
    ['a case with a value that a slot cannot have', { 'rules/too-much.yml': { cases: [{ ...CASE(), when: { modality: 'loud' } }] } }, 'rules/too-much.yml', /"loud" is no value of "modality"/],
    ['a case of no severity', { 'rules/too-much.yml': { cases: [{ ...CASE(), severity: 'fatal' }] } }, 'rules/too-much.yml', /severity of case 1 is "fatal"\. Use error/],
    ['a case with nothing to say', { 'rules/too-much.yml': { cases: [{ ...CASE(), message: '' }] } }, 'rules/too-much.yml', /case 1 has no message/],
    ['an example that marks what is not there', { 'rules/too-much.yml': { flags: [{ text: 'It heals.', marks: 'cures' }] } }, 'rules/too-much.yml', /marks "cures", which is not in its text/],
    ['an example with an unknown key', { 'rules/too-much.yml': { allows: [{ text: 'x', marks: 'x' }] } }, 'rules/too-much.yml', /unknown key "marks"/],
  ];
  for (const [name, change, file, message] of cases)
    it(`says what is wrong with ${name}`, () => {
      const { problems } = loadLibrary(smallLibrary(change));
      const expected = file === 'terms' ? file : `small/${file}`;
      const found = problems.find(
        (problem) => problem.file === expected && message.test(problem.message),
      );
      assert.ok(found, `found instead: ${JSON.stringify(problems, null, 2)}`);
      assert.match(found.message, /[.…]$/);
    });

  it('leaves out the bad entry alone', () => {
    const bad = { ...TERM(), id: 'bad', forms: ['bad'], kind: 'thing' };
    const good = { ...TERM(), id: 'good', forms: ['good'] };
    const { library: small } = loadLibrary(smallLibrary({ 'terms/b.yml': [bad, good] }));
    assert.deepEqual([...small.terms.keys()].sort(), ['cells', 'good', 'knee', 'pain']);
    assert.equal(small.rules.size, 1);
  });

  it('reports two packs that have a rule of one id', () => {
    const { packs } = smallLibrary({});
    const twin = packs.map(({ files }) => {
      const rules = { 'rules/too-much.yml': files['rules/too-much.yml'] };
      return { id: 'twin', files: { ...rules, 'pack.yml': { ...PACK(), id: 'twin' } } };
    });
    const { problems } = loadLibrary({ packs: [...packs, ...twin] });
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['twin/rules/too-much.yml'],
    );
  });

  for (const [name, raw] of [
    ['nothing', undefined],
    ['no packs', { packs: [] }],
    ['a list', []],
  ] as const)
    it(`says what to do where the library holds ${name}`, () => {
      // What was read from a file may be anything, whatever the type says.
      const { problems } = loadLibrary(raw as unknown as RawLibrary);
      assert.match(problems[0]?.message ?? '', /no packs in it\. Build the project again/);
    });
});

// --- A small pack, and ways to break it ---------------------------------------------------------

/** By file: another value for it, or other values for keys of it (of its first entry, in a list). */
type Change = Readonly<Record<string, unknown>>;
type Fields = Record<string, unknown>;

function PACK(): Fields {
  return { id: 'small', title: 'Small', version: '1.0.0', description: 'A pack for tests.' };
}
function SOURCE(): Fields {
  return { id: 'uthor-2020', title: 'A. Uthor 2020', verified: 'read' };
}
function TERM(): Fields {
  const definition = 'A joint in the middle of the leg.';
  return {
    id: 'knee',
    kind: 'condition',
    forms: ['knee', 'knees and all'],
    definition,
    sources: ['uthor-2020'],
  };
}
function CASE(): Fields {
  return { when: { modality: 'boosted' }, severity: 'warning', message: 'Too much. Say less.' };
}
function smallLibrary(change: Change): RawLibrary {
  const files: Fields = {
    'pack.yml': PACK(),
    'sources.yml': [SOURCE()],
    'terms/a.yml': [
      TERM(),
      { ...TERM(), id: 'cells', kind: 'product', forms: ['cells'] },
      { ...TERM(), id: 'pain', kind: 'outcome', forms: ['pain'] },
    ],
    'evidence.yml': [
      {
        id: 'cells-knee',
        interventions: ['cells'],
        conditions: ['knee'],
        outcomes: ['pain'],
        certainty: 'low',
        direction: 'mixed',
        rung: 3,
        line: 'It is not known.',
        humanStudies: true,
        citations: ['uthor-2020'],
        checked: '2026-01-01',
        review: '2027-01-01',
      },
    ],
    'rules/too-much.yml': {
      id: 'too-much',
      title: 'Too much',
      cases: [CASE()],
      rationale: 'Because.',
      sources: ['uthor-2020'],
      flags: [{ text: 'It always heals.', marks: 'always' }],
      allows: ['It may heal.'],
    },
  };
  for (const [file, value] of Object.entries(change)) files[file] = changed(files[file], value);
  return { packs: [{ id: 'small', files }] };
}

function changed(old: unknown, value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || Object.keys(value ?? {}).length === 0)
    return value;
  const merged = (one: unknown): unknown => {
    const entries = Object.entries({ ...(one as Fields), ...value });
    return Object.fromEntries(entries.filter(([, field]) => field !== undefined));
  };
  return Array.isArray(old) ? [merged(old[0]), ...(old.slice(1) as unknown[])] : merged(old);
}
