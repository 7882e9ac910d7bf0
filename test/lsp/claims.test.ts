import assert from 'node:assert/strict';
import type { Claim, ClaimsAnswer } from '../../server/lsp/protocol.ts';
import { ABLE, CLAIM, HEDGED, sharedServer, URI } from './client.ts';

const DRAFT = `${CLAIM}\n
# Knees\n
## What it does\n
${HEDGED}
A study reported that stem cell injections relieve pain.\n
## Elsewhere\n
<!-- hedgerow-disable-next-line cure-claim -- the words of the advertisement -->
Stem cell injections cure arthritis.
`;

describe('hedgerow/claims', () => {
  const client = sharedServer({ capabilities: ABLE });
  const ask = (uri = URI): Promise<ClaimsAnswer | null> =>
    client().connection.sendRequest('hedgerow/claims', { uri });
  const line = ({ text, strength, status, rule, reason }: Claim): string =>
    [text, strength, status, rule, reason].filter((part) => part !== undefined).join(' | ');

  it('puts the claims of a draft under its headings, in the order of the text', async () => {
    await client().open(DRAFT);
    const answer = await ask();
    assert.deepEqual(
      answer?.sections.map(({ title, claims }) => [title, ...claims.map(line)]),
      [
        ['', 'cures osteoarthritis | bare | finding | cure-claim'],
        [
          'What it does',
          'may help with osteoarthritis | hedged | clear',
          'relieve pain | attributed | finding | unhedged-efficacy',
        ],
        [
          'Elsewhere',
          'cure arthritis | bare | suppressed | cure-claim | the words of the advertisement',
        ],
      ],
    );
  });

  it('names the version, and the range of each text', async () => {
    await client().change('Stem cell therapy', 'Therapy with stem cells');
    const answer = await ask();
    assert.equal(answer?.version, 2);
    for (const { range, text } of answer.sections.flatMap(({ claims }) => claims))
      assert.equal(client().textAt(range), text);
  });

  it('has no answer for a document that is not open', async () => {
    assert.equal(await ask('file:///drafts/other.md'), null);
  });
});
