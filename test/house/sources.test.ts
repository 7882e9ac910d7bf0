/** What every source file keeps to. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { filesIn } from './files.ts';

const SCRIPTS = ['esbuild.mjs', 'eslint.config.mjs', 'images/icon.mjs'];
const CODE = ['client', 'server', 'test', 'syntaxes', 'l10n', ...SCRIPTS];

/** Packs by name; `general` is an everyday word and is left out. */
const packs = readdirSync('data').filter(
  (id) => existsSync(`data/${id}/pack.yml`) && id !== 'general',
);

describe('source files', () => {
  it('have at most 350 lines', () => {
    const long = filesIn(CODE, /\.(ts|mjs|cjs|sh)$/)
      .map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 350);
    assert.deepEqual(long, []);
  });

  it('name no pack outside data/ and test/', () => {
    assert.ok(packs.length > 0, 'there is a pack beside the general one');
    const places = ['client', 'server', 'syntaxes', ...SCRIPTS, 'package.json'];
    const named = filesIn(places, /\.(ts|mjs|json)$/).flatMap(({ name, text }) =>
      packs.filter((pack) => text.includes(pack)).map((pack) => `${name}: ${pack}`),
    );
    assert.deepEqual(named, []);
  });

  it('name no rule of a pack in the core, but as an example on a page', () => {
    const ids = packs.flatMap((pack) =>
      readdirSync(`data/${pack}/rules`).map((file) => file.replace(/\.yml$/, '')),
    );
    assert.ok(ids.length > 20, 'the packs have rules');
    const code = filesIn(['server/core'], /\.ts$/).filter(({ name }) => !name.includes('/pages/'));
    const named = code.flatMap(({ name, text }) =>
      ids.filter((id) => text.includes(id)).map((id) => `${name}: ${id}`),
    );
    assert.deepEqual(named, []);
  });

  it('leave nothing to be done later', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX'].join(''));
    const unfinished = filesIn(CODE, /\.(ts|mjs|cjs|sh)$/).filter(({ text }) => later.test(text));
    assert.deepEqual(
      unfinished.map(({ name }) => name),
      [],
    );
  });

  it('skip no test, and single none out', () => {
    const marks = /\b(describe|it)\.(skip|only)\(|\bx(it|describe)\(|\bthis\.skip\(/;
    const marked = filesIn(['test'], /\.test\.ts$/).filter(({ text }) => marks.test(text));
    assert.deepEqual(
      marked.map(({ name }) => name),
      [],
    );
  });
});

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  it('pins every dependency exactly', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
  });

  it('asks whoever installs it for nothing: what it needs is bundled, so it stands in devDependencies', () => {
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it('takes the types of the oldest editor that it promises', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  it('names programs that were built', () => {
    for (const file of [manifest.main, manifest.browser, ...Object.values(manifest.bin)])
      assert.ok(existsSync(file), `${file} is missing: run “npm run build”`);
  });

  it('contributes the commands that the client registers, and no others', () => {
    const registered = filesIn(['client'], /\.ts$/).flatMap(({ text }) =>
      [...text.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id),
    );
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(contributed.toSorted(), registered.toSorted());
  });
});
