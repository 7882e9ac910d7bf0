/** Imports go core <- project <- lsp and cli; the client knows types of the protocol alone. */

import assert from 'node:assert/strict';
import path from 'node:path';
import { filesIn, importsOf, type File, type Import } from './files.ts';

interface Folder {
  readonly folder: string;
  /** Folders of ours that it may import from, beside itself. */
  readonly ours: readonly string[];
  /** What it may not import of others. */
  readonly banned: RegExp;
}

const NODE = /^node:/;
const EDITOR = /^vscode($|-languageclient)/;
const NODE_EDITOR_PROTOCOL = /^node:|^vscode($|-languageclient|-languageserver|-jsonrpc)/;

const FOLDERS: readonly Folder[] = [
  { folder: 'server/core', ours: [], banned: NODE_EDITOR_PROTOCOL },
  { folder: 'server/project', ours: ['server/core'], banned: NODE_EDITOR_PROTOCOL },
  { folder: 'server/lsp', ours: ['server/core', 'server/project'], banned: EDITOR },
  {
    folder: 'server/cli',
    ours: ['server/core', 'server/project'],
    banned: /^vscode($|-languageclient|-languageserver|-jsonrpc)/,
  },
  { folder: 'client', ours: ['server/lsp'], banned: NODE },
];

const sources = (folder: string): readonly File[] => filesIn([folder], /\.ts$/);

/** The file that an import names, from the root; undefined for a package. */
function target(file: File, { specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file.name), specifier);
}

describe('imports', () => {
  for (const { folder, ours, banned } of FOLDERS)
    it(`of ${folder}/ keep to ${['itself', ...ours].join(', ')}`, () => {
      for (const file of sources(folder))
        for (const each of importsOf(file)) {
          const to = target(file, each);
          const allowed =
            to === undefined
              ? !banned.test(each.specifier)
              : [folder, ...ours].some((place) => to.startsWith(`${place}/`));
          assert.ok(allowed, `${file.name} may not import ${each.specifier}`);
        }
    });

  it('come to the core through its door alone', () => {
    for (const file of filesIn(['server', 'client'], /\.ts$/)) {
      if (file.name.startsWith('server/core/')) continue;
      for (const each of importsOf(file)) {
        const to = target(file, each);
        if (to?.startsWith('server/core/') !== true) continue;
        assert.equal(to, 'server/core/index.ts', `in ${file.name}`);
      }
    }
  });

  it('of the client bring types of the protocol alone', () => {
    for (const file of sources('client'))
      for (const each of importsOf(file)) {
        const to = target(file, each);
        if (to?.startsWith('server/') !== true) continue;
        assert.equal(to, 'server/lsp/protocol.ts', `in ${file.name}`);
        assert.ok(each.typesOnly, `${file.name} imports values from ${to}: write “import type”`);
      }
  });

  it('of Node in the language server stand in its Node entry alone', () => {
    const users = sources('server/lsp').filter((file) =>
      importsOf(file).some(({ specifier }) => NODE.test(specifier)),
    );
    assert.deepEqual(
      users.map(({ name }) => name),
      ['server/lsp/node.ts'],
    );
  });

  it('name the file with its ending, so that nothing has to be guessed', () => {
    for (const file of filesIn(['server', 'client', 'test'], /\.ts$/))
      for (const { specifier } of importsOf(file))
        if (specifier.startsWith('.'))
          assert.match(specifier, /\.(ts|json|mjs|cjs)$/, `in ${file.name}`);
  });
});
