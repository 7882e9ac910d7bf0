import assert from 'node:assert/strict';
import type { CompletionList, Position } from 'vscode-languageserver/node';
import type { Client } from './client.ts';
import { projectFolder } from './project-folder.ts';

describe('in the files of a project', () => {
  const { uriOf, start } = projectFolder();

  const completions = async (client: Client, name: string, text: string): Promise<string[]> => {
    await client.open(text, uriOf(name), 'yaml');
    const position: Position = client.documentAt(uriOf(name)).positionAt(text.length);
    const textDocument = { uri: uriOf(name) };
    const list: CompletionList = await client.connection.sendRequest('textDocument/completion', {
      textDocument,
      position,
    });
    return list.items.map(({ label }) => label);
  };

  const rows: readonly (readonly [file: string, text: string, offered: string])[] = [
    ['.hedgerow.yml', 'severity:\n  ', 'cure-claim'],
    ['.hedgerow.yml', 'evidence:\n  - conditions: [', 'osteoarthritis'],
    ['.hedgerow-accepted.yml', 'accepted:\n  - draft: a.md\n    rule: ', 'cure-claim'],
    ['.hedgerow-accepted.yml', 'accepted:\n  - draft: a.md\n    ', 'expires'],
  ];
  for (const [file, text, offered] of rows)
    it(`${offered} is completed in ${file}`, async () => {
      const labels = await completions(await start(), file, text);
      assert.ok(labels.includes(offered), labels.join(' '));
    });

  it('keys are explained', async () => {
    const client = await start();
    await client.open('kind: press\n', uriOf('.hedgerow.yml'), 'yaml');
    const hover = await client.hover('kind', uriOf('.hedgerow.yml'));
    assert.match(JSON.stringify(hover), /What sort of text/);
  });

  it('nothing is said beside an extension that completes YAML', async () => {
    const client = await start({ helpsWithYaml: true });
    assert.deepEqual(await completions(client, '.hedgerow.yml', 'severity:\n  '), []);
    assert.equal(await client.hover('severity', uriOf('.hedgerow.yml')), null);
  });
});
