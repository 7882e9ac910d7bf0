import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  PublishDiagnosticsParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CheckAnswer,
  ClaimsAnswer,
  ConfigurationAnswer,
  Proposal,
  ProposeParams,
} from '../../server/lsp/protocol.ts';
import { ABLE, CLAIM, rangeIn, startServer, type Client } from './client.ts';

const COMMANDS = [
  'hedgerow.suppress',
  'hedgerow.acceptClaim',
  'hedgerow.allowPhrase',
  'hedgerow.setRuleSeverity',
  'hedgerow.openRule',
];

/** Pushed diagnostics, edits that create files, actions that are resolved. */
const CAPABLE: ClientCapabilities = {
  textDocument: { codeAction: ABLE.textDocument?.codeAction ?? {} },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    workspaceFolders: true,
  },
};

describe('a project', () => {
  let folder = '';
  beforeEach(() => {
    folder = path.join(
      realpathSync(mkdtempSync(path.join(tmpdir(), 'hedgerow-'))),
      'my (drafts) ä',
    );
    mkdirSync(path.join(folder, 'pages'), { recursive: true });
  });
  afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const start = (options: object = {}) =>
    startServer({
      capabilities: CAPABLE,
      initializationOptions: options,
      folders: [uriOf('.').replace(/\/$/, '')],
    });
  const codes = async (client: Client, uri: string) =>
    (await client.published(uri)).map(({ code }) => code);
  /** Diagnostics that are not of an open document, and so have no version. */
  const publishedFor = (
    client: Client,
    name: string,
    some: boolean,
  ): Promise<readonly Diagnostic[]> =>
    client.hears((method, params) => {
      if (method !== 'textDocument/publishDiagnostics') return undefined;
      const { uri, diagnostics, version } = params as PublishDiagnosticsParams;
      if (version !== undefined || decodeURIComponent(uri) !== decodeURIComponent(uriOf(name)))
        return undefined;
      return diagnostics.length > 0 === some ? diagnostics : undefined;
    });

  const DRAFT = 'pages/knee (1).md';
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
    writeFileSync(path.join(folder, '..', '.hedgerow.yml'), 'severity: {cure-claim: off}');
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

  // --- Decisions ---------------------------------------------------------------------------------

  const applyTo = (edit: WorkspaceEdit | undefined): void => {
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const file = new URL(change.textDocument.uri);
      const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const document = TextDocument.create(change.textDocument.uri, '', 0, before);
      writeFileSync(file, TextDocument.applyEdits(document, change.edits as TextEdit[]));
    }
  };

  it('has its decisions in one order, behind the rewordings', async () => {
    const client = await start({ commands: COMMANDS });
    await client.open(CLAIM, uriOf(DRAFT));
    const actions = await client.actions('cures', uriOf(DRAFT));
    const first = actions.findIndex(({ command }) => command);
    assert.ok(first > 0 && actions.slice(0, first).every(({ edit, data }) => edit ?? data));
    assert.deepEqual(
      actions.slice(first).map(({ title, command }) => `${command?.command ?? ''}: ${title}`),
      [
        'hedgerow.suppress: Suppress “cure-claim” here, with a comment',
        'hedgerow.acceptClaim: Accept this claim, in .hedgerow-accepted.yml',
        'hedgerow.allowPhrase: Allow “cures osteoarthritis” in this project, in .hedgerow.yml',
        'hedgerow.setRuleSeverity: Turn off “cure-claim” in the user settings',
        'hedgerow.setRuleSeverity: Turn off “cure-claim” in the workspace settings',
        'hedgerow.setRuleSeverity: Turn off “cure-claim” in this file, in its front matter',
        'hedgerow.openRule: Open the page of “cure-claim”',
      ],
    );
  });

  const DECISIONS: readonly (readonly [title: RegExp, file: string])[] = [
    [/^Suppress/, DRAFT],
    [/^Accept/, '.hedgerow-accepted.yml'],
    [/^Allow/, '.hedgerow.yml'],
    [/^Turn off .* in this project/, '.hedgerow.yml'],
    [/^Turn off .* in this file/, DRAFT],
  ];
  for (const [title, file] of DECISIONS)
    it(`${String(title)} is an edit of ${file} for a client without commands, and is heeded`, async () => {
      write(DRAFT, CLAIM);
      const client = await start();
      await client.open(CLAIM, uriOf(DRAFT));
      const actions = await client.actions('cures', uriOf(DRAFT));
      const action = actions.find((each) => title.test(each.title)) as CodeAction;
      applyTo((await client.resolve(action)).edit);
      assert.ok(existsSync(path.join(folder, file)), file);
      const again = await start();
      await again.open(readFileSync(path.join(folder, DRAFT), 'utf8'), uriOf(DRAFT));
      assert.deepEqual(await codes(again, uriOf(DRAFT)), []);
    });

  const propose = (client: Client, params: ProposeParams): Promise<Proposal | null> =>
    client.connection.sendRequest('hedgerow/propose', params);

  it('writes the reason that was given, else one to be typed over', async () => {
    const client = await start();
    await client.open(`First.\n\n${CLAIM}`, uriOf(DRAFT));
    const place = {
      uri: uriOf(DRAFT),
      version: 1,
      rule: 'cure-claim',
      range: rangeIn(client.documentAt(uriOf(DRAFT)), 'cures osteoarthritis'),
    };
    const suppressed = await propose(client, { kind: 'suppress', ...place });
    assert.deepEqual(suppressed?.select, {
      start: { line: 2, character: 46 },
      end: { line: 2, character: 52 },
    });
    const accepted = await propose(client, { kind: 'accept', ...place });
    applyTo(accepted?.edit);
    const side = readFileSync(path.join(folder, '.hedgerow-accepted.yml'), 'utf8');
    const select = accepted?.select ?? assert.fail('nothing is selected');
    const document = TextDocument.create('', '', 0, side);
    assert.equal(document.getText(select), 'reason');
    const reasoned = await propose(client, {
      kind: 'accept',
      ...place,
      reason: 'on the label',
      by: 'A. B.',
      date: '2026-11-22',
      expires: '2027-11-22',
    });
    assert.equal(reasoned?.select, undefined);
    applyTo(reasoned?.edit);
    assert.match(
      readFileSync(path.join(folder, '.hedgerow-accepted.yml'), 'utf8'),
      /reason: on the label\n {4}by: A\. B\.\n {4}date: 2026-11-22\n {4}expires: 2027-11-22\n$/,
    );
  });

  it('changes nothing once the draft has moved on', async () => {
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    const range = rangeIn(client.documentAt(uriOf(DRAFT)), 'cures osteoarthritis');
    const place = { uri: uriOf(DRAFT), version: 1, rule: 'cure-claim', range };
    for (const spoilt of [
      { ...place, version: 0 },
      { ...place, rule: 'x' },
      { ...place, uri: uriOf('other.md') },
    ])
      assert.equal(await propose(client, { kind: 'suppress', ...spoilt }), null);
    assert.equal(await propose(client, JSON.parse('{"kind": "accept"}') as ProposeParams), null);
  });

  it('leaves a broken file as it is, and says so', async () => {
    write('.hedgerow.yml', 'allowed: "open\n');
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    await assert.rejects(
      propose(client, { kind: 'allow', uri: uriOf(DRAFT), phrase: 'cures' }),
      /\.hedgerow\.yml was not changed\. The file is broken/,
    );
  });

  it('has a fix for a suppression that does nothing', async () => {
    const client = await start();
    await client.open('Text. <!-- hedgerow-disable-line cure-claim -->', uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), ['unused-suppression']);
    const [action] = await client.actions('hedgerow-disable-line', uriOf(DRAFT));
    assert.equal(action?.title, 'Remove this suppression');
    assert.ok(action.edit && action.isPreferred);
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
