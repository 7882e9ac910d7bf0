import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { choicesAt, schemaAt, yamlPlaceAt, type Schema } from '../../server/project/schema-help.ts';

const schema = JSON.parse(readFileSync('data/schema/project.schema.json', 'utf8')) as Schema;

/** The place that `|` marks. */
function placeIn(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = yamlPlaceAt(text, offset);
  return place && { ...place, typed: text.slice(place.span.start, place.span.end) };
}

describe('a place in a half-typed .hedgerow.yml', () => {
  const PLACES: readonly (readonly [string, string, string])[] = [
    ['|', 'key', ''],
    ['ki|', 'key ki', ''],
    ['kind: |', 'value', 'kind'],
    ['kind: pa|tient', 'value patient', 'kind'],
    ['severity:\n  |', 'key', 'severity'],
    ['severity:\n  cure-claim: off\n  hy|', 'key hy', 'severity'],
    ['severity:\n  cure-claim: o|', 'value o', 'severity cure-claim'],
    ['severity: # why\n\n  # more\n  cure-claim: |', 'value', 'severity cure-claim'],
    ['packs: [general, |', 'value', 'packs []'],
    ['packs:\n  - |', 'key', 'packs []'],
    ['packs:\n- ge|', 'key ge', 'packs []'],
    ['terms:\n  - |', 'key', 'terms []'],
    ['terms:\n  - kind: |', 'value', 'terms [] kind'],
    ['terms:\n  - kind: product\n    fo|', 'key fo', 'terms []'],
    ['terms:\n- kind: product\n  fo|', 'key fo', 'terms []'],
    ['terms:\n  - forms: [a]\n    codes:\n      me|', 'key me', 'terms [] codes'],
    ['kind: press\r\nseverity:\r\n  |', 'key', 'severity'],
    ['terms:\n  - kind: product\nsev|', 'key sev', ''],
    ['evidence:\n  - conditions: [|]', 'value', 'evidence [] conditions []'],
    ['evidence:\n  - conditions:\n      - |', 'key', 'evidence [] conditions []'],
  ];
  for (const [marked, at, path] of PLACES)
    it(`is ${at} under “${path}” in “${marked.replaceAll('\n', '⏎')}”`, () => {
      const place = placeIn(marked);
      assert.equal(`${place?.at ?? ''} ${place?.typed ?? ''}`.trim(), at);
      assert.equal(place?.path.join(' '), path);
    });

  it('is none in a comment', () => assert.equal(placeIn('kind: press # |'), undefined));

  const CHOICES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['|', ['kind', 'severity', 'terms', 'spelling'], ['general']],
    ['kind: press\n|\nallowed: []', ['severity'], ['kind', 'allowed']],
    ['kind: |', ['editorial', 'patient'], ['kind']],
    ['severity:\n  cure-claim: off\n  |', ['hype-words'], ['cure-claim', 'kind']],
    ['severity:\n  cure-claim: |', ['off', 'error', 'hint'], ['hype-words']],
    ['packs:\n  - |', ['general'], ['kind']],
    ['requireReason: |', ['true', 'false'], []],
    ['jurisdiction: |', ['AU', 'UK'], ['press']],
    ['terms:\n  - kind: product\n    |', ['forms', 'definition'], ['kind', 'severity']],
    ['evidence:\n  - certainty: |', ['high', 'very-low'], ['hint']],
    ['allowed:\n  - |', [], ['kind']],
    ['unknown:\n  |', [], ['kind']],
  ];
  for (const [marked, some, none] of CHOICES)
    it(`offers ${some.join(', ') || 'nothing'} in “${marked.replaceAll('\n', '⏎')}”`, () => {
      const place = placeIn(marked) ?? assert.fail('no place');
      const texts = choicesAt(schema, place).map(({ text }) => text);
      for (const text of some) assert.ok(texts.includes(text), `${text}: ${texts.join(' ')}`);
      for (const text of none) assert.ok(!texts.includes(text), text);
      if (some.length === 0) assert.deepEqual(texts, []);
    });

  it('is told by its description', () => {
    assert.match(schemaAt(schema, ['severity', 'hype-words'])?.description ?? '', /sell/);
    assert.match(schemaAt(schema, ['terms', '[]', 'kind'])?.description ?? '', /sort of thing/);
    assert.equal(schemaAt(schema, ['nothing']), undefined);
  });
});
