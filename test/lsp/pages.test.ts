import assert from 'node:assert/strict';
import { ABLE, sharedServer, startServer, URI } from './client.ts';

describe('hedgerow/page', () => {
  const client = sharedServer({ capabilities: ABLE });
  const page = (params: unknown): Promise<string | null> =>
    client().connection.sendRequest('hedgerow/page', params);

  const PAGES: readonly (readonly [params: object, has: RegExp])[] = [
    [{ page: 'glossary' }, /^# Glossary\n[^]*\n### knee osteoarthritis\n/],
    [{ page: 'evidence' }, /^# Evidence\n[^]*\n\| --- \|[^]*\nSources:\n/],
    [{ page: 'rule' }, /^# Rules\n[^]*\[`cure-claim`\]\(cure-claim\.md\)/],
    [{ page: 'rule', id: 'cure-claim' }, /^# Claims of a cure\n[^]*\n## Why\n/],
  ];
  for (const [params, has] of PAGES)
    it(`answers ${JSON.stringify(params)} with markdown`, async () => {
      const markdown = await page(params);
      assert.match(markdown ?? '', has);
      assert.doesNotMatch(markdown ?? '', /\]\(<?(?:http:|javascript:|command:)|<script/);
    });

  // prettier-ignore
  for (const params of [{ page: 'rule', id: 'no-rule' }, { page: 'other' }, { page: 'rule', id: 7 }, { page: 'glossary', uri: 7 }, {}])
    it(`has no page for ${JSON.stringify(params)}`, async () => {
      assert.equal(await page(params), null);
    });

  it('is of the packs of a draft that it names, and of those by default without one', async () => {
    const configuration = () => ({ packs: ['supplements'] });
    const { connection } = await startServer({ capabilities: ABLE, configuration });
    const name = { page: 'rule', id: 'supplement-cures-disease' };
    assert.equal(await connection.sendRequest('hedgerow/page', name), null);
    const markdown = await connection.sendRequest('hedgerow/page', { ...name, uri: URI });
    assert.match(String(markdown), /^# /);
  });
});
