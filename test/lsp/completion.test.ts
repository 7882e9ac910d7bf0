import assert from 'node:assert/strict';
import { CompletionTriggerKind, type CompletionList } from 'vscode-languageserver/node';
import { ABLE, startServer, URI, type Client } from './client.ts';

async function list(client: Client, triggerKind: CompletionTriggerKind): Promise<CompletionList> {
  const document = client.documentAt(URI);
  const position = document.positionAt(document.getText().length);
  const params = { textDocument: { uri: URI }, position, context: { triggerKind } };
  return client.connection.sendRequest('textDocument/completion', params);
}

async function completions(client: Client, triggerKind: CompletionTriggerKind) {
  return (await list(client, triggerKind)).items;
}

const { Invoked, TriggerCharacter, TriggerForIncompleteCompletions } = CompletionTriggerKind;

describe('textDocument/completion', () => {
  it('goes on with a term, and defines it', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('She has knee osteoa');
    const [first] = await completions(client, Invoked);
    assert.equal(first?.label, 'knee osteoarthritis');
    assert.ok(typeof first.documentation === 'string');
    assert.match(first.documentation, /^[A-Z].*\.$/);
  });

  it('is asked for again at each letter in prose, and drops a term that the word has left', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('# Knee');
    const { isIncomplete, items } = await list(client, Invoked);
    assert.ok(isIncomplete);
    assert.ok(items.some(({ label }) => label === 'Knee osteoarthritis'));
    await client.change('# Knee', '# Knees');
    const next = await list(client, TriggerForIncompleteCompletions);
    assert.deepEqual(next, { isIncomplete: false, items: [] });
  });

  it('says nothing to a hyphen in prose, and completes a comment', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('A well-');
    assert.deepEqual(await completions(client, TriggerCharacter), []);
    await client.change('A well-', '<!--');
    const items = await completions(client, TriggerCharacter);
    assert.equal(items[0]?.label, 'hedgerow-disable-next-line');
  });
});
