import assert from 'node:assert/strict';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLAIM, HEDGED, type Client } from './client.ts';
import { codes, DRAFT, projectFolder } from './project-folder.ts';

describe('the files of a project', () => {
  const { uriOf, write, start } = projectFolder();

  /** The next diagnostics of a file that are as asked for, past ones left out. */
  const next = (
    client: Client,
    name: string,
    is: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> => {
    const from = client.heard.length;
    return client.hears((method, params) => {
      if (client.heard.length <= from || method !== 'textDocument/publishDiagnostics')
        return undefined;
      if (!client.heard.slice(from).some((one) => one.params === params)) return undefined;
      const { uri, diagnostics } = params as PublishDiagnosticsParams;
      return decodeURIComponent(uri) === decodeURIComponent(uriOf(name)) && is(diagnostics)
        ? diagnostics
        : undefined;
    });
  };
  const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
  const none = (found: readonly Diagnostic[]): boolean => found.length === 0;

  const TYPED: readonly (readonly [name: string, from: string, to: string, says: RegExp])[] = [
    ['.hedgerow.yml', 'press', 'pres', /Did you mean “press”/],
    ['.hedgerow.yml', 'press', 'press\npacks: [general, nothing]', /Unknown pack “nothing”/],
    ['.hedgerow.yml', 'press', 'press\nterms: [{ forms: [x] }]', /x|definition|kind/],
    ['.hedgerow.yml', 'press', '"press', /quot/i],
  ];
  for (const [name, from, to, says] of TYPED)
    it(`say what is wrong as it is typed: ${to.replaceAll('\n', ' ')}`, async () => {
      write(name, 'kind: press\n');
      const client = await start();
      await client.open(CLAIM, uriOf(DRAFT));
      assert.deepEqual(await codes(client, uriOf(DRAFT)), ['cure-claim']);
      await client.open('kind: press\n', uriOf(name), 'yaml');
      const wrong = next(client, name, some);
      await client.change(from, to, uriOf(name));
      assert.match(JSON.stringify(await wrong), says);
      const mended = next(client, name, none);
      await client.change(to, from, uriOf(name));
      await mended;
    });

  it('change how drafts are checked once they are saved, not before', async () => {
    write('.hedgerow.yml', 'kind: press\n');
    const client = await start();
    await client.open(CLAIM, uriOf(DRAFT));
    await client.open('kind: press\n', uriOf('.hedgerow.yml'), 'yaml');
    await client.change('press', 'press\nallowed: [cures osteoarthritis]', uriOf('.hedgerow.yml'));
    await client.change('Stem', 'Stem', uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), ['cure-claim']);
    write('.hedgerow.yml', client.documentAt(uriOf('.hedgerow.yml')).getText());
    const cleared = next(client, DRAFT, none);
    await client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: uriOf('.hedgerow.yml') },
    });
    await cleared;
  });

  const entry = (claim: string): string =>
    `  - draft: ${DRAFT}\n    rule: cure-claim\n    claim: ${claim}\n`;

  it('say which accepted claims are gone, and a fix removes them', async () => {
    const side = `accepted:\n${entry(CLAIM)}${entry('Something else.')}`;
    write('.hedgerow-accepted.yml', side);
    const client = await start();
    const told = next(client, '.hedgerow-accepted.yml', some);
    await client.open(`${CLAIM}\n`, uriOf(DRAFT));
    assert.deepEqual(await codes(client, uriOf(DRAFT)), []);
    const gone = await told;
    assert.deepEqual(
      gone.map(({ code, severity, range }) => [code, severity, range.start.line]),
      [['accepted-gone', 3, 4]],
    );
    await client.open(side, uriOf('.hedgerow-accepted.yml'), 'yaml');
    const [fix] = await client.actions('Something else.', uriOf('.hedgerow-accepted.yml'));
    assert.equal(fix?.title, 'Remove this entry');
    const [edits = []] = Object.values(fix.edit?.changes ?? {});
    const document = TextDocument.create('', '', 0, side);
    const left = TextDocument.applyEdits(document, edits);
    assert.equal(left, `accepted:\n${entry(CLAIM)}`);

    const both = next(client, '.hedgerow-accepted.yml', (found) => found.length === 2);
    await client.change(CLAIM, HEDGED, uriOf(DRAFT));
    await both;
  });
});
