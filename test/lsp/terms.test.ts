import assert from 'node:assert/strict';
import { CodeActionTriggerKind, type CodeAction } from 'vscode-languageserver/node';
import { ABLE, startServer, URI, type Client } from './client.ts';

/** Actions on the first `at`, as an editor asks when the writer opens the menu, or by itself. */
function asked(client: Client, at: string, only?: readonly string[], automatic = false) {
  const document = client.documentAt(URI);
  const start = document.positionAt(document.getText().indexOf(at));
  const end = document.positionAt(document.getText().indexOf(at) + at.length);
  const triggerKind = automatic ? CodeActionTriggerKind.Automatic : CodeActionTriggerKind.Invoked;
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start, end },
    context: { diagnostics: [], only, triggerKind },
  });
}

describe('what may be done about terms', () => {
  it('is offered as rewrites, when asked for', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('She has OA.');
    const actions = await asked(client, 'OA');
    assert.deepEqual(
      actions.map(({ title, kind }) => `${kind}: ${title}`),
      [
        'refactor.rewrite: Expand “OA” at first use: “osteoarthritis (OA)”',
        'refactor.rewrite: Define “osteoarthritis” at first use',
      ],
    );
    assert.ok(actions.every(({ edit }) => edit?.documentChanges?.length === 1));
    assert.equal((await asked(client, 'OA', ['refactor'])).length, 2);
    assert.deepEqual(await asked(client, 'OA', ['source']), []);
    assert.deepEqual(await asked(client, 'OA', undefined, true), []);
  });

  it('goes by the settings', async () => {
    const configuration = () => ({ defineAs: 'footnote', mixedSpelling: false });
    const client = await startServer({ capabilities: ABLE, configuration });
    await client.open('A tendon. Tendinitis, tendonitis.');
    const [define] = await asked(client, 'tendon');
    assert.equal(define?.title, 'Define “tendon” in a footnote');
    assert.deepEqual(await client.diagnostics(), []);
  });

  it('spells a word in one way, by a quick fix on a hint', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('Tendinitis, tendinitis, tendonitis.');
    const [hint, ...others] = await client.diagnostics();
    assert.deepEqual([hint?.code, hint?.severity, others], ['mixed-spelling', 4, []]);
    const [fix] = await asked(client, 'tendonitis', ['quickfix']);
    assert.equal(fix?.title, 'Spell it “tendinitis” throughout (one place)');
    assert.deepEqual(fix.diagnostics, [hint]);
  });
});
