/** The server in another language: one that nobody speaks, made from all that can be translated. */

import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ABLE, CLAIM, startServer } from './client.ts';

const BUNDLE = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const ALSO = 'Also known as: {0}';

async function hoverIn(l10n: unknown): Promise<string> {
  const client = await startServer({ capabilities: ABLE, initializationOptions: { l10n } });
  await client.open(CLAIM);
  return JSON.stringify(await client.hover('osteoarthritis'));
}

describe('initializationOptions.l10n', () => {
  it('makes the server speak another language, and leaves what is said of the draft', async () => {
    const pseudo = getL10nPseudoLocalized(BUNDLE);
    const also = pseudo[ALSO];
    assert.ok(typeof also === 'string' && !/Also known/.test(also));
    const [label = ''] = also.split(': ');
    const hover = await hoverIn(pseudo);
    assert.ok(hover.includes(label), hover);
    assert.doesNotMatch(hover, /Also known/);
    assert.match(hover, /joint/);
  });

  it('takes translations with a comment for translators, as the editor has them', async () => {
    const message = 'Auch: {0}';
    assert.match(await hoverIn({ [ALSO]: { message, comment: ['a list'] } }), /Auch: \w/);
  });

  for (const [what, l10n] of [
    ['none', undefined],
    ['what is no bundle', 'de'],
    ['a bundle with values that are no text', { [ALSO]: 3 }],
    ['a bundle of something else', { toString: 'x' }],
  ] as const)
    it(`leaves the server in English for ${what}`, async () => {
      assert.match(await hoverIn(l10n), /Also known as: \w/);
    });
});
