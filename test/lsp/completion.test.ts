import assert from 'node:assert/strict';
import {
  CompletionTriggerKind,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver/node';
import { ABLE, startServer, URI, type Client } from './client.ts';

async function completions(client: Client, triggerKind: CompletionTriggerKind) {
  const document = client.documentAt(URI);
  const position = document.positionAt(document.getText().length);
  const params = { textDocument: { uri: URI }, position, context: { triggerKind } };
  const answer = await client.connection.sendRequest<CompletionItem[] | CompletionList>(
    'textDocument/completion',
    params,
  );
  return Array.isArray(answer) ? answer : answer.items;
}

const { Invoked, TriggerCharacter } = CompletionTriggerKind;

describe('textDocument/completion', () => {
  it('goes on with a term, and defines it', async () => {
    const client = await startServer({ capabilities: ABLE });
    await client.open('She has knee osteoa');
    const [first] = await completions(client, Invoked);
    assert.equal(first?.label, 'knee osteoarthritis');
    assert.ok(typeof first.documentation === 'string');
    assert.match(first.documentation, /^[A-Z].*\.$/);
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
