import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver/node';
import { ABLE, startServer, type Client } from './client.ts';

const DRAFT = '# Knees\n\nStem cell therapy cures knee osteoarthritis.\n';

async function hovered(client: Client, at: string): Promise<string> {
  const hover = await client.hover(at);
  assert.ok(hover && MarkupContent.is(hover.contents), 'there is no hover');
  return hover.contents.value;
}

async function open(settings: object, text = DRAFT): Promise<Client> {
  const client = await startServer({ capabilities: ABLE, configuration: () => settings });
  await client.open(text);
  return client;
}

describe('what a hover tells', () => {
  it('is the reading of a claim, the term, the evidence and the sources, in this order', async () => {
    const value = await hovered(await open({}), 'knee osteoarthritis');
    const parts = ['**Read as**: ', '**knee osteoarthritis** (condition)', 'Also known as: '];
    const order = [...parts, '**Evidence**: ', 'Source'].map((part) => value.indexOf(part));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.ok(!order.includes(-1), value);
    assert.match(value, /Certainty: low\. Found: possible benefit\. \[.*\]\(<https:.*\) \(/);
    assert.match(value, /Checked \d{4}-\d\d-\d\d, due again .*; not clinically reviewed\./);
    assert.match(value, /Stem cell therapy · cures · knee osteoarthritis, as a fact\. Rung 8 of 9/);
    assert.doesNotMatch(value, /Codes: /);
  });

  it('says of a purpose that is flagged what it may be taken for, and has no rung to show', async () => {
    const client = await open({}, 'Stem cells are injected to regenerate cartilage in the knee.');
    const value = await hovered(client, 'regenerate');
    assert.match(
      value,
      /, as an aim\. It says what this is for, not what it does; a reader may take/,
    );
    assert.doesNotMatch(value, /Rung/);
  });

  it('has codes where the setting asks for them', async () => {
    const value = await hovered(await open({ showCodes: true }), 'knee osteoarthritis');
    assert.match(value, /\n\nCodes: MeSH D020370/);
  });

  it('says what the regulator of the chosen place says of a product', async () => {
    const anywhere = await hovered(await open({}), 'Stem cell therapy');
    assert.match(anywhere, /Status in the United States.*Status in Canada.*\d more; the setting/s);
    const canada = await hovered(await open({ jurisdiction: 'CA' }), 'Stem cell therapy');
    assert.match(
      canada,
      /\*\*Status in Canada\*\*: needs authorisation .*\(\[Health Canada\]\(<https/,
    );
    assert.doesNotMatch(canada, /United States/);
  });

  it('comes from the packs of the settings', async () => {
    const client = await open({ packs: ['supplements'] }, 'Turmeric cures diabetes.');
    assert.match(await hovered(client, 'Turmeric'), /^\*\*turmeric\*\* \(product\)/);
    const [finding] = await client.diagnostics();
    assert.equal(finding?.code, 'supplement-cures-disease');
  });
});
