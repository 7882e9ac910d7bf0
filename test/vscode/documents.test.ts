/** Which documents count as drafts, wherever they lie. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import * as on from './support.ts';

const CLAIM = 'Stem cell therapy cures osteoarthritis.\n';

/** A file system that holds one file, and takes no changes but to that. */
class OneFile implements vscode.FileSystemProvider {
  #bytes: Uint8Array;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(text: string) {
    this.#bytes = new TextEncoder().encode(text);
  }
  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }
  readFile(): Uint8Array {
    return this.#bytes;
  }
  writeFile(_uri: vscode.Uri, bytes: Uint8Array): void {
    this.#bytes = bytes;
  }
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('drafts are', () => {
  afterEach(on.closeAll);

  it('documents that were never saved', async () => {
    await on.untilCures(await on.openUntitled(CLAIM), 1);
  });

  it('files of MDX', async () => {
    const draft = await on.openFile('page.mdx', CLAIM);
    assert.equal(draft.languageId, 'mdx');
    await on.untilCures(draft, 1);
  });

  it('files on a virtual file system', async () => {
    const mounted = vscode.workspace.registerFileSystemProvider('onefile', new OneFile(CLAIM));
    const uri = vscode.Uri.parse('onefile:/draft.md');
    await on.untilCures(await on.show(await vscode.workspace.openTextDocument(uri)), 1);
    mounted.dispose();
  });

  it('not the old sides of comparisons, nor others that no one writes', async () => {
    const provided = vscode.workspace.registerTextDocumentContentProvider('oldside', {
      provideTextDocumentContent: () => CLAIM,
    });
    const uri = vscode.Uri.parse('oldside:/draft.md');
    const old = await on.show(await vscode.workspace.openTextDocument(uri));
    assert.equal(old.languageId, 'markdown');
    // The server answers in order: when the later draft is read, the earlier one was passed over.
    await on.untilCures(await on.openUntitled(CLAIM), 1);
    assert.deepEqual(on.underlined(old), []);
    provided.dispose();
  });

  it('not plain text, until the settings say so', async () => {
    const plain = await on.openFile('notes.txt', CLAIM);
    await on.untilCures(await on.openUntitled(CLAIM), 1);
    assert.deepEqual(on.underlined(plain), []);
    await on.withSetting('languages', ['markdown', 'mdx', 'plaintext'], () =>
      on.untilCures(plain, 1),
    );
    await on.untilCures(plain, 0);
  });
});
