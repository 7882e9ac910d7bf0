import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Proposal, ProposeParams } from '../../server/lsp/protocol.ts';
import { CLAIM, rangeIn, type Client } from './client.ts';
import { codes, DRAFT, projectFolder } from './project-folder.ts';

const COMMANDS = [
  'hedgerow.suppress',
  'hedgerow.acceptClaim',
  'hedgerow.allowPhrase',
  'hedgerow.setRuleSeverity',
  'hedgerow.openRule',
];

describe('deciding on a finding', () => {
  const { uriOf, write, read, exists, start } = projectFolder();

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
      assert.ok(exists(file), file);
      const again = await start();
      await again.open(read(DRAFT), uriOf(DRAFT));
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
    const side = read('.hedgerow-accepted.yml');
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
      read('.hedgerow-accepted.yml'),
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
});
