import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver/node';
import type { Knowledge, Source, Term } from '../../server/core/index.ts';
import { markdownOf, plainTextOf } from '../../server/lsp/hover-text.ts';
import { ABLE, CLAIM, startServer, URI, type Client } from './client.ts';

describe('textDocument/hover', () => {
  it('defines a condition, on exactly its words', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(`🦵🏽 So it is said:\r\n${CLAIM}`);
    const { value, kind, text } = await hoverAt(client, 'osteoarthritis');
    assert.equal(text, 'osteoarthritis');
    assert.equal(kind, 'markdown');
    assert.match(value, /\n\n\*\*osteoarthritis\*\* \(condition\)\n\n\S/);
    assert.match(value, /\n\nSources?: \S/);
    assert.doesNotMatch(value, /\]\(<?(?!<?https:)/, 'a link that is not https');
  });

  it('writes plain text for a client that shows no markdown', async () => {
    const client = await startServer();
    await client.open(CLAIM);
    const { value, kind } = await hoverAt(client, 'osteoarthritis');
    assert.equal(kind, 'plaintext');
    assert.match(value, /\n\nosteoarthritis \(condition\)\n\n\S/);
    assert.doesNotMatch(value, /\*\*|\\/);
  });

  it('says nothing on other words, outside of prose, and past the end of a line', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(`The word.\n${CLAIM}\n\n\`osteoarthritis in code\`\n`);
    assert.equal(await client.hover('word'), null);
    assert.equal(await client.hover('osteoarthritis in code'), null);
    const position = { line: 0, character: 9 + CLAIM.indexOf('osteo') + 3 };
    const params = { textDocument: { uri: URI }, position };
    assert.equal(await client.connection.sendRequest('textDocument/hover', params), null);
  });

  it('says nothing in a draft that is not open', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(CLAIM);
    await client.close();
    assert.equal(await client.hover('osteoarthritis'), null);
  });
});

async function hoverAt(client: Client, at: string) {
  const hover = await client.hover(at);
  assert.ok(hover?.range && MarkupContent.is(hover.contents), 'there is no definition');
  const { kind, value } = hover.contents;
  return { kind, value, text: client.textAt(hover.range) };
}

describe('a definition', () => {
  const term: Term = {
    id: 'msc',
    kind: 'product',
    forms: ['mesenchymal *stromal* cell', 'MSC <b>'],
    abbreviations: ['MSC'],
    definition: 'A cell.\n\n[click](https://example.org)',
    note: 'Not a "stem cell" for sure.',
    sources: ['one', 'Two [2]', 'Three'],
  };
  const sources = new Map<string, Source>([
    ['one', { id: 'one', title: 'One', url: 'https://example.org/a>b c', verified: 'read' }],
    ['two', { id: 'two', title: 'Two [2]', url: 'http://example.org', verified: 'unverified' }],
  ]);
  const known = (shown: Term): Knowledge => ({
    span: { start: 0, end: 3 },
    definition: { term: shown, span: { start: 0, end: 3 }, text: 'MSC', block: 0 },
    evidence: [],
    regulatory: [],
  });

  it('is markdown in which nothing of a pack is markup, and links are https', () => {
    assert.equal(
      markdownOf(known(term), sources, false),
      [
        '**mesenchymal \\*stromal\\* cell** (product)',
        'A cell. \\[click\\](https\\://example.org)',
        'Also known as: MSC \\<b\\>, MSC',
        'Not a "stem cell" for sure.',
        'Sources: [One](<https://example.org/a%3Eb%20c>) (read at the source); Two \\[2\\] (not verified); Three',
      ].join('\n\n'),
    );
  });

  it('is plain text as it stands', () => {
    assert.equal(
      plainTextOf(known({ ...term, sources: ['one'] }), sources, false),
      [
        'mesenchymal *stromal* cell (product)',
        'A cell.\n\n[click](https://example.org)',
        'Also known as: MSC <b>, MSC',
        'Not a "stem cell" for sure.',
        'Source: One, https://example.org/a%3Eb%20c (read at the source)',
      ].join('\n\n'),
    );
  });
});
