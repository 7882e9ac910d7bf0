/** Every sentence for the writer can be translated; docs/decisions/0010 says which are meant. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesIn } from './files.ts';

/** Where an editor shows a sentence, with the sentence written out instead of handed to `l10n.t`. */
const BARE =
  /\b(?:title|message|label|description|detail|tooltip|placeHolder|prompt|text)\s*[:=]\s*['"`][A-Z][^'"`]* |\bshow\w+Message\w*\(\s*['"`]/;

const exported = (folder: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['l10n/export.mjs', ...args], { cwd: folder, encoding: 'utf8' });

describe('the sentences of client and server', () => {
  it('are all in l10n/bundle.l10n.json', () => {
    const { status, stderr } = exported('.', '--check');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });

  it('are noticed where they are not', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'hedgerow-l10n-'));
    for (const each of ['client', 'server', 'l10n']) mkdirSync(path.join(copy, each));
    cpSync('l10n/export.mjs', path.join(copy, 'l10n/export.mjs'));
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    const text = "import * as l10n from '../project/l10n.ts';\nl10n.t('Quite new.');\n";
    writeFileSync(path.join(copy, 'server/new.ts'), text);
    const { status, stderr } = exported(copy, '--check');
    assert.equal(status, 1);
    assert.match(stderr, /is stale\. Run: npm run l10n/);
    assert.equal(exported(copy).status, 0);
    assert.match(readFileSync(path.join(copy, 'l10n/bundle.l10n.json'), 'utf8'), /Quite new/);
    rmSync(copy, { recursive: true });
  });

  it('go through l10n.t', () => {
    const bare = filesIn(['server/lsp', 'client'], /\.ts$/).flatMap(({ name, text }) =>
      text.split('\n').flatMap((line, index) => (BARE.test(line) ? [`${name}:${index + 1}`] : [])),
    );
    assert.deepEqual(bare, []);
  });
});

describe('the sentences of package.json', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const sentences = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);

  it('stand in package.nls.json, each used and none missing', () => {
    assert.deepEqual([...new Set(used)].toSorted(), Object.keys(sentences).toSorted());
  });

  it('are not written out where an editor shows them', () => {
    const { contributes } = JSON.parse(manifest) as { contributes: unknown };
    const shown = JSON.stringify(contributes, null, 2)
      .split('\n')
      .map((line) => line.trim());
    const keys =
      /^"(title|label|name|description|markdownDescription|contents|altText)": "(.*)",?$/;
    const bare = shown.filter((line) => {
      const text = keys.exec(line)?.[2];
      return text !== undefined && text !== 'Hedgerow' && !/^%.*%$/.test(text);
    });
    assert.deepEqual(bare, []);
  });
});
