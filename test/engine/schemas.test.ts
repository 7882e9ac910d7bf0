import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { conditionFault } from '../../server/core/slots.ts';
import { library, packIds, yamlFiles } from './library.ts';

describe('the YAML files of the packs', () => {
  for (const pack of packIds)
    for (const file of yamlFiles(pack))
      it(`${pack}/${file} names its schema and keeps to it`, () => {
        const text = readFileSync(`data/${pack}/${file}`, 'utf8');
        const name = schemaOf(file);
        const up = '../'.repeat(file.split('/').length);
        const line = `# yaml-language-server: $schema=${up}schema/${name}.schema.json`;
        assert.equal(text.split('\n', 1)[0], line);
        assert.deepEqual(faults(name, parse(text)), []);
      });
});

describe('the schema of conditions', () => {
  const { properties } = schema('condition');

  it('names the slots that conditions have, and no other', () => {
    const fault = conditionFault({ nonsense: 'x' }, library().lexicon) ?? '';
    const listed = /Use one of (.*)\.$/.exec(fault)?.[1]?.split(', ');
    assert.deepEqual(Object.keys(properties).sort(), [...new Set(listed).add('effect')].sort());
  });

  for (const [slot, { oneOf }] of Object.entries(properties)) {
    const values = oneOf?.[0]?.enum;
    if (!values) continue;
    it(`lists the values of "${slot}", and no other`, () => {
      const fault = conditionFault({ [slot]: 'nonsense' }, library().lexicon) ?? '';
      const listed = /Use one of (.*)\.$/.exec(fault)?.[1]?.split(', ');
      assert.deepEqual([...values].sort(), listed?.sort());
    });
  }
});

interface Schema {
  readonly properties: Record<
    string,
    { readonly oneOf?: readonly { readonly enum?: readonly string[] }[] }
  >;
}

function schema(name: string): Schema {
  return JSON.parse(readFileSync(`data/schema/${name}.schema.json`, 'utf8')) as Schema;
}

function schemaOf(file: string): string {
  const names = {
    'pack.yml': 'pack',
    'sources.yml': 'source',
    'evidence.yml': 'evidence',
    'regulatory.yml': 'regulatory',
    'scorer.yml': 'scorer',
  };
  const folders = { terms: 'term', rules: 'rule', lexicon: 'lexicon' };
  const known = new Map([...Object.entries(names), ...Object.entries(folders)]);
  return known.get(file) ?? known.get(file.split('/')[0] ?? '') ?? '';
}

function faults(name: string, value: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.addSchema(schema('condition'), 'condition.schema.json');
  const validate = ajv.compile(schema(name));
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
