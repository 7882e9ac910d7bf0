import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ABLE, CLAIM, HEDGED, sharedServer, startServer, URI } from './client.ts';

describe('textDocument/codeAction', () => {
  const shared = sharedServer();

  it('offers rewordings of the finding at the cursor, and prefers a hedge alone', async () => {
    const client = await startServer();
    await client.open(`${CLAIM}\n\n${HEDGED}`);
    const actions = await client.actions('cures');
    assert.ok(actions.length > 0);
    for (const { kind, diagnostics, command } of actions) {
      assert.equal(kind, 'quickfix');
      assert.equal(diagnostics?.[0]?.code, 'cure-claim');
      assert.equal(command, undefined);
    }
    // What no trial has shown is not hedged unread.
    assert.ok(actions.every(({ isPreferred }) => !isPreferred));
    await client.change('cures', 'eases');
    await client.change('osteoarthritis', 'stiffness');
    const preferred = (await client.actions('eases')).filter(({ isPreferred }) => isPreferred);
    assert.deepEqual(
      preferred.map(({ title }) => /^(?:Hedge|Cut)\b/.test(title)),
      [true],
    );
  });

  it('offers nothing where nothing was found', async () => {
    const client = await startServer();
    await client.open(`${CLAIM}\n\n${HEDGED}`);
    assert.deepEqual(await client.actions('may help with'), []);
  });

  it('leaves the draft without findings once the first one is applied', async () => {
    const client = await startServer();
    await client.open(`# Knees 🦵🏽\r\n\r\n> So it is:\r\n> ${CLAIM}\r\n`);
    const [first] = await client.actions('cures');
    const [edit] = editsOf(first?.edit);
    assert.ok(edit);
    await client.change(client.textAt(edit.range), edit.newText);
    assert.doesNotMatch(client.documentAt(URI).getText(), /\bcures\b/);
    assert.deepEqual(await client.published(), []);
  });

  it('follows the draft, not the diagnostics that a client sends along', async () => {
    const client = await startServer();
    await client.open(HEDGED);
    await client.change('may help with', 'cures');
    const [first] = await client.actions('cures');
    const applied = TextDocument.applyEdits(client.documentAt(URI), [...editsOf(first?.edit)]);
    assert.doesNotMatch(applied, /\bcures\b/);
  });

  const KINDS: readonly (readonly [readonly string[], boolean])[] = [
    [['quickfix'], true],
    [[''], true],
    [['refactor', 'quickfix'], true],
    [['source.fixAll'], false],
    [['source.organizeImports'], false],
    [['quickfix.spelling'], false],
    [['refactor'], false],
  ];
  for (const [only, some] of KINDS)
    it(`gives a client that wants only "${only.join(', ')}" ${some ? 'some' : 'none'}`, async () => {
      const uri = `file:///${only.join('+')}.md`;
      await shared().open(CLAIM, uri);
      assert.equal((await shared().actions('cures', uri, [...only])).length > 0, some);
    });

  it('writes versioned edits for a client that takes them, plain ones for another', async () => {
    for (const documentChanges of [true, false]) {
      const client = await startServer({
        capabilities: { workspace: { workspaceEdit: { documentChanges } } },
      });
      await client.open(CLAIM);
      const [first] = await client.actions('cures');
      assert.equal(first?.edit?.documentChanges !== undefined, documentChanges);
      assert.equal(first?.edit?.changes === undefined, documentChanges);
    }
  });
});

describe('codeAction/resolve', () => {
  const shared = sharedServer({ capabilities: ABLE });

  it('brings the edit, for the version that the action is of', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(CLAIM);
    const [first] = await client.actions('cures');
    assert.ok(first && first.edit === undefined);
    const { edit } = await client.resolve(first);
    const [change] = edit?.documentChanges ?? [];
    assert.deepEqual(change && 'textDocument' in change && change.textDocument, {
      uri: URI,
      version: 1,
    });
    const applied = TextDocument.applyEdits(client.documentAt(URI), [...editsOf(edit)]);
    assert.doesNotMatch(applied, /\bcures\b/);
  });

  const SPOILT: readonly (readonly [string, (data: object) => unknown])[] = [
    ['another version', (data) => ({ ...data, version: 7 })],
    ['another draft', (data) => ({ ...data, uri: 'file:///other.md' })],
    ['another finding', (data) => ({ ...data, finding: 'cure-claim 0-1' })],
    ['an offer that there is not', (data) => ({ ...data, offer: -1 })],
    ['an offer that is no number', (data) => ({ ...data, offer: 'length' })],
    ['nothing', () => undefined],
    ['a text', () => 'cure-claim'],
    ['null', () => null],
  ];
  for (const [name, spoil] of SPOILT)
    it(`brings no edit and stays up when the action carries ${name}`, async () => {
      const client = shared();
      await client.open(CLAIM, name);
      const [first] = await client.actions('cures', name);
      assert.ok(first);
      const spoilt = await client.resolve({
        ...first,
        data: spoil(first.data as object) as object,
      });
      assert.equal(spoilt.edit, undefined);
      assert.ok((await client.resolve(first)).edit);
    });

  it('brings no edit once the draft has moved on', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open(CLAIM);
    const [first] = await client.actions('cures');
    assert.ok(first);
    await client.change('Stem', 'New stem');
    assert.equal((await client.resolve(first)).edit, undefined);
  });
});

/** The edits of a workspace edit that changes `URI` and nothing else. */
function editsOf(edit: WorkspaceEdit | undefined): readonly TextEdit[] {
  assert.ok(edit, 'the action has no edit');
  if (!edit.documentChanges) return edit.changes?.[URI] ?? [];
  const [change, ...others] = edit.documentChanges;
  assert.ok(change && 'edits' in change && others.length === 0);
  return change.edits.map((each) => ('newText' in each ? each : assert.fail('a snippet')));
}
