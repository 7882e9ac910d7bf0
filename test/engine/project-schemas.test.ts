import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { acceptedHeader, parseAccepted } from '../../server/project/accepted.ts';
import { keys, parseConfiguration } from '../../server/project/configuration.ts';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
}

const schemaOf = (name: string): Schema =>
  JSON.parse(readFileSync(`data/schema/${name}.schema.json`, 'utf8')) as Schema;
const known = { rules: ['cure-claim'], packs: ['general', 'stem-cells'], today: '2026-11-22' };

/** What schema and reader are both asked: `true` where both take it. */
const CONFIGURATIONS: readonly (readonly [text: string, good: boolean])[] = [
  ['', true],
  ['kind: press', true],
  ['kind: poem', false],
  ['kindd: press', false],
  ['severity: { cure-claim: off }', true],
  ['severity: { cure-claim: fatal }', false],
  ['severity: { cure-clam: off }', false],
  ['severity:', true],
  ['allowed: [miracle fruit]', true],
  ['allowed: miracle fruit', false],
  ['allowed: [5]', false],
  ['quotedText: hint', true],
  ['quotedText: low', false],
  ['jurisdiction: AU', true],
  ['jurisdiction: Mars', false],
  ['preferredHedges: [may help]', true],
  ['spelling: british', true],
  ['spelling: scottish', false],
  ['requireReason: true', true],
  ['requireReason: maybe', false],
  ['ignore: ["old/**"]', true],
  ['packs: [general]', true],
  ['packs: [nonsense]', false],
  ['synonyms: { osteoarthritis: [worn joints] }', true],
  ['synonyms: [osteoarthritis]', false],
  ['approvedStatements: [{ text: A., reference: r, expires: 2027-01-01 }]', true],
  ['approvedStatements: [{ text: A. }]', false],
  ['approvedStatements: [{ text: A., reference: r, expires: soon }]', false],
  ['approvedStatements: [{ text: A., reference: r, jurisdiction: Mars }]', false],
  ['- a list', false],
];

const ACCEPTED: readonly (readonly [text: string, good: boolean])[] = [
  [acceptedHeader, true],
  ['accepted: [{ draft: a.md, rule: cure-claim, claim: It cures. }]', true],
  [
    'accepted: [{ draft: a.md, rule: cure-claim, claim: It cures., by: me, date: 2026-01-01 }]',
    true,
  ],
  ['accepted: [{ draft: a.md, rule: cure-claim }]', false],
  ['accepted: [{ draft: a.md, rule: cure-claim, claim: It cures., expires: never }]', false],
  ['accepted: { draft: a.md }', false],
  ['claims: []', false],
];

describe('the schema of .hedgerow.yml', () => {
  it('has the keys that are read, and no other', () =>
    assert.deepEqual(Object.keys(schemaOf('project').properties).sort(), [...keys].sort()));

  const isValid = new Ajv({ allowUnionTypes: true }).compile(schemaOf('project'));
  for (const [text, good] of CONFIGURATIONS)
    it(`${good ? 'takes' : 'rejects'} “${text}”, as the reader does`, () => {
      const { problems } = parseConfiguration(text, '.hedgerow.yml', known);
      assert.equal(problems.length === 0, good, JSON.stringify(problems));
      assert.equal(isValid(parse(text)), good, JSON.stringify(isValid.errors));
    });
});

describe('the schema of .hedgerow-accepted.yml', () => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(schemaOf('accepted'));
  for (const [text, good] of ACCEPTED)
    it(`${good ? 'takes' : 'rejects'} “${text}”, as the reader does`, () => {
      const { problems } = parseAccepted(text, '.hedgerow-accepted.yml', known);
      assert.equal(problems.length === 0, good, JSON.stringify(problems));
      assert.equal(isValid(parse(text)), good, JSON.stringify(isValid.errors));
    });
});
