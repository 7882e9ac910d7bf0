import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { CheckAnswer, ClaimsAnswer, ConfigurationAnswer } from '../../server/lsp/protocol.ts';
import { CLAIM, startServer, type Client } from './client.ts';
import { CAPABLE, codes, DRAFT, projectFolder } from './project-folder.ts';

describe('a project', () => {
  const { uriOf, write, start, publishedFor } = projectFolder();

  const rows: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    draft: string,
    found: readonly string[],
  ])[] = [
    ['turns a rule off', { '.hedgerow.yml': 'severity:\n  cure-claim: off\n' }, CLAIM, []],
    [
      'is the nearest',
      { '.hedgerow.yml': 'severity: {cure-claim: off}', 'pages/.hedgerow.json': '{}' },
      CLAIM,
      ['cure-claim'],
    ],
    ['allows a phrase', { '.hedgerow.yml': 'allowed: [cures osteoarthritis]' }, CLAIM, []],
    ['ignores drafts', { '.hedgerow.yml': 'ignore: ["pages/knee*"]' }, CLAIM, []],
    ['ignores others', { '.hedgerow.yml': 'ignore: ["pages/hip*"]' }, CLAIM, ['cure-claim']],
    [
      'has approved statements',
      { '.hedgerow.yml': `approvedStatements:\n  - text: ${CLAIM}\n    reference: r\n` },
      CLAIM,
      [],
    ],
    [
      'accepts a claim of a draft',
      {
        '.hedgerow-accepted.yml': `accepted:\n  - draft: ${DRAFT}\n    rule: cure-claim\n    claim: ${CLAIM}\n`,
      },
      CLAIM,
      [],
    ],
    [
      'accepts no claim of another draft',
      {
        '.hedgerow-accepted.yml': `accepted:\n  - draft: pages/hip.md\n    rule: cure-claim\n    claim: ${CLAIM}\n`,
      },
      CLAIM,
      ['cure-claim'],
    ],
    ['is turned off by a draft', {}, `---\nhedgerow: off\n---\n\n${CLAIM}`, []],
    [
      'gives way to a draft',
      { '.hedgerow.yml': 'severity: {cure-claim: off}' },
      `---\nhedgerow:\n  severity:\n    cure-claim: warning\n---\n\n${CLAIM}`,
      ['cure-claim'],
    ],
    ['chooses packs', { '.hedgerow.yml': 'packs: [general]' }, CLAIM, []],
  ];
  for (const [name, files, draft, found] of rows)
    it(`${name}: ${found.join(', ') || 'nothing'} is found`, async () => {
      for (const [file, text] of Object.entries(files)) write(file, text);
      const client = await start();
      await client.open(draft, uriOf(DRAFT));
      assert.deepEqual(await codes(client, uriOf(DRAFT)), found);
    });

  it('ends at the folder of the workspace', async () => {
    write('../.hedgerow.yml', 'severity: {cure-claim: off}');
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), ['cure-claim']);
  });

  it('counts more than the settings, and less than the draft', async () => {
    write('.hedgerow.yml', 'severity:\n  cure-claim: hint\nkind: press\n');
    const client = await start({
      settings: { kind: 'patient', severity: { 'hype-words': 'off' } },
    });
    await client.open('---\nkind: scientific\n---\n\nText.', uriOf(DRAFT));
    const { values, text }: ConfigurationAnswer = await client.connection.sendRequest(
      'hedgerow/configuration',
      { uri: uriOf(DRAFT) },
    );
    const shown = values.map(({ name, value, from, line }) => [name, value, from, line]);
    assert.deepEqual(shown, [
      ['kind', 'scientific', 'front matter', 1],
      ['severity.hype-words', 'off', 'settings', undefined],
      ['severity.cure-claim', 'hint', 'project', 1],
    ]);
    assert.match(text, /\| severity\.cure-claim \| hint \| \.hedgerow\.yml:2 \|/);
  });

  it('is told what is wrong in its files, there and nowhere else', async () => {
    write('.hedgerow.yml', 'kind: press\nseverity:\n  cure-clam: off\n');
    write('.hedgerow-accepted.yml', 'accepted:\n  - draft: a.md\n    rule: x\n    claim: y\n');
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), ['cure-claim']);
    const [wrong, ...others] = await publishedFor(client, '.hedgerow.yml', true);
    assert.match(JSON.stringify(wrong?.message), /cure-clam.*Did you mean “cure-claim”/);
    const range = { start: { line: 2, character: 2 }, end: { line: 2, character: 11 } };
    assert.deepEqual([wrong?.range, others.length], [range, 0]);
    const [unknown] = await publishedFor(client, '.hedgerow-accepted.yml', true);
    assert.match(JSON.stringify(unknown?.message), /Unknown rule “x”/);

    write('.hedgerow.yml', 'kind: press\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.hedgerow.yml'), type: 2 }],
    });
    const later = client.hears((_, params) => {
      const { uri, diagnostics } = params as PublishDiagnosticsParams;
      return uri.endsWith('.hedgerow.yml') && diagnostics.length === 0 ? true : undefined;
    });
    assert.ok(await later);
  });

  it('is read again when its files change', async () => {
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), ['cure-claim']);
    write('.hedgerow.yml', 'severity: {cure-claim: off}');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('.hedgerow.yml'), type: 1 }],
    });
    await client.hears((_, params) =>
      (params as { diagnostics?: unknown[] }).diagnostics?.length === 0 ? true : undefined,
    );
  });

  it('brings terms, synonyms and evidence, and says which entry is wrong', async () => {
    write(
      '.hedgerow.yml',
      `terms:
  - kind: procedure
    forms: [Lotus Protocol]
    definition: What this clinic calls its injections.
  - kind: nonsense
    forms: [Broken Entry]
    definition: It is not read.
synonyms:
  knee osteoarthritis: [creaky knee]
  no such term: [x]
`,
    );
    const client = await start();
    await client.open('The Lotus Protocol is for a creaky knee.', uriOf(DRAFT));
    const shown = async (word: string) => JSON.stringify(await client.hover(word, uriOf(DRAFT)));
    assert.match(await shown('Lotus'), /What this clinic calls its injections/);
    assert.match(await shown('creaky'), /knee osteoarthritis/i);
    const wrong = await publishedFor(client, '.hedgerow.yml', true);
    assert.deepEqual(
      wrong.map(({ range }) => range.start.line).sort((a, b) => a - b),
      [4, 9],
    );
  });

  it('is asked of a client that has files of its own', async () => {
    const client = await startServer({
      capabilities: CAPABLE,
      initializationOptions: { readsFiles: true },
      folders: ['vscode-vfs://host/repo'],
      readText: (uri) =>
        uri === 'vscode-vfs://host/repo/.hedgerow.yml' ? 'severity: {cure-claim: off}' : undefined,
    });
    const uri = 'vscode-vfs://host/repo/docs/knee.md';
    await client.open(CLAIM, uri);
    assert.deepEqual(await codes(client, uri), []);
    await client.open(CLAIM, 'untitled:Untitled-1');
    assert.deepEqual(await codes(client, 'untitled:Untitled-1'), []);
  });

  // --- All drafts, and the claims of one -------------------------------------------------------------

  const check = (client: Client, uris: readonly string[], limit = 10): Promise<CheckAnswer> =>
    client.connection.sendRequest('hedgerow/check', { uris, limit });

  it('is checked on request, file by file, and forgets it on request', async () => {
    write('a.md', CLAIM);
    write('b.mdx', `<Note>\n\n${CLAIM}\n\n</Note>\n`);
    write('c.md', 'Nothing.');
    write('.hedgerow.yml', 'ignore: [d.md]');
    write('d.md', CLAIM);
    const client = await start();
    const uris = ['a.md', 'b.mdx', 'c.md', 'd.md', 'none.md'].map(uriOf);
    const answer = await check(client, uris);
    assert.deepEqual(
      answer.files.map(({ uri, findings }) => [uri, findings.map(({ rule }) => rule)]),
      [
        [uris[0], ['cure-claim']],
        [uris[1], ['cure-claim']],
      ],
    );
    assert.deepEqual([answer.checked, answer.left], [5, 0]);
    assert.deepEqual(
      answer.problems.map(({ uri }) => uri),
      [uris[4]],
    );
    assert.equal((await publishedFor(client, 'a.md', true)).length, 1);
    await check(client, []);
    assert.deepEqual(await publishedFor(client, 'a.md', false), []);
  });

  it('is checked no further than its cap', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) write(name, CLAIM);
    const client = await start();
    const { checked, left, files } = await check(client, ['a.md', 'b.md', 'c.md'].map(uriOf), 2);
    assert.deepEqual([checked, left, files.length], [2, 1, 2]);
  });

  it('keeps the findings of a draft that is closed where the setting says so', async () => {
    const client = await start({ settings: { scope: 'workspace' } });
    await client.open(CLAIM, uriOf(DRAFT));
    await client.published(uriOf(DRAFT));
    await client.close(uriOf(DRAFT));
    assert.equal((await publishedFor(client, DRAFT, true)).length, 1);
  });

  it('lists the claims of a draft with what was decided', async () => {
    const client = await start();
    await client.open(
      `# Knees\n\nStem cell therapy may help relieve pain.\n\n## Cures\n\n<!-- hedgerow-disable-next-line cure-claim -- on the label -->\n${CLAIM}\n\nStem cells relieve knee pain.\n`,
      uriOf(DRAFT),
    );
    const answer: ClaimsAnswer = await client.connection.sendRequest('hedgerow/claims', {
      uri: uriOf(DRAFT),
    });
    assert.deepEqual(
      answer.sections.map(({ title, claims }) => [
        title,
        claims.map(({ status, strength, reason }) => [status, strength, reason]),
      ]),
      [
        ['Knees', [['clear', 'hedged', undefined]]],
        [
          'Cures',
          [
            ['suppressed', 'bare', 'on the label'],
            ['finding', 'bare', undefined],
          ],
        ],
      ],
    );
  });

  it('tells a view of claims that a draft was read', async () => {
    const client = await start({ showsClaims: true });
    await client.open(CLAIM, uriOf(DRAFT));
    const told = await client.hears((method, params) =>
      method === 'hedgerow/claimsChanged' ? params : undefined,
    );
    assert.deepEqual(told, { uri: uriOf(DRAFT), version: 1 });
  });
});
