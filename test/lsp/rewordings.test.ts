import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ABLE, CLAIM, HEDGED, sharedServer, URI } from './client.ts';

interface Answer {
  readonly count: number;
  readonly edit: WorkspaceEdit;
}

const shared = sharedServer({ capabilities: ABLE });
const ask = (method: string, params: object): Promise<Answer | null> =>
  shared().connection.sendRequest(method, params);

/** The draft with the edit in it; how it would be once all of it were confirmed. */
function after(edit: WorkspaceEdit | undefined, uri: string): string {
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.equal(change.textDocument.uri, uri);
  const edits = change.edits.map((each) => ('newText' in each ? each : assert.fail('a snippet')));
  return TextDocument.applyEdits(shared().documentAt(uri), edits);
}

describe('hedgerow/reviewAll', () => {
  it('gives the first rewording of every flagged sentence, to be confirmed by rule', async () => {
    const uri = 'file:///review.md';
    await shared().open(`${CLAIM}\n\n${HEDGED}\n\nStem cells always ease pain.\n`, uri);
    const answer = await ask('hedgerow/reviewAll', { uri });
    assert.equal(answer?.count, 2);
    const { changeAnnotations = {} } = answer.edit;
    assert.deepEqual(Object.keys(changeAnnotations).sort(), ['cure-claim', 'guaranteed-outcome']);
    for (const { needsConfirmation, label } of Object.values(changeAnnotations))
      assert.ok(needsConfirmation && label.length > 0);
    assert.doesNotMatch(after(answer.edit, uri), /\bcures\b|\balways\b/);
  });

  it('gives no change for a draft without warnings, and nothing for one that is not open', async () => {
    await shared().open(HEDGED, URI);
    assert.equal((await ask('hedgerow/reviewAll', { uri: URI }))?.count, 0);
    assert.equal(await ask('hedgerow/reviewAll', { uri: 'file:///closed.md' }), null);
  });
});

describe('hedgerow/settleChanges', () => {
  const TEXT = 'It {++may ++}heal {--all--}.';

  // prettier-ignore
  const rows: readonly (readonly [string, 'accept' | 'reject', number | undefined, string, number])[] = [
    ['accepts all', 'accept', undefined, 'It may heal.', 2],
    ['rejects all', 'reject', undefined, 'It heal all.', 2],
    ['accepts the one at the cursor', 'accept', 6, 'It may heal {--all--}.', 1],
    ['rejects the one at the cursor', 'reject', 6, 'It heal {--all--}.', 1],
  ];
  for (const [name, decision, character, text, count] of rows)
    it(name, async () => {
      const uri = `file:///${encodeURIComponent(name)}.md`;
      await shared().open(TEXT, uri);
      const at = character === undefined ? undefined : { line: 0, character };
      const range = at && { start: at, end: at };
      const answer = await ask('hedgerow/settleChanges', { uri, decision, range });
      assert.equal(answer?.count, count);
      assert.equal(after(answer.edit, uri), text);
    });

  it('is offered as quick fixes at a change', async () => {
    const uri = 'file:///changes.md';
    await shared().open(`${TEXT}\n\n${HEDGED}`, uri);
    const actions = await shared().actions('may ++', uri);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Accept the tracked change',
        'Reject the tracked change',
        'Accept all 2 tracked changes and comments',
        'Reject all 2 tracked changes and comments',
      ],
    );
    assert.match(after(actions[0]?.edit, uri), /^It may heal \{--all--\}\./);
    assert.deepEqual(await shared().actions('may help', uri), []);
  });
});
