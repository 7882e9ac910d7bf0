/** What the documentation says is there is there. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { filesIn, type File } from './files.ts';

const PAGES = readdirSync('.').filter((name) => name.endsWith('.md'));
/** Examples are drafts: their links lead out of the draft, to wherever it will stand. */
const pages = filesIn([...PAGES, 'docs', 'test/hosts', 'test/accuracy'], /\.md$/).filter(
  ({ name }) => !/^(docs\/examples|test\/accuracy\/labels\/.*\/)/.test(name),
);
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly configuration: unknown;
    readonly commands: readonly { readonly title: string; readonly category: string }[];
  };
};

const parsed = new Map<string, readonly Nodes[]>();

function nodesOf(text: string): readonly Nodes[] {
  const known = parsed.get(text);
  if (known) return known;
  const within = (node: Nodes): Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(within) : []),
  ];
  const nodes = within(unified().use(remarkParse).parse(text));
  parsed.set(text, nodes);
  return nodes;
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** Anchors of a page, as GitHub makes them of headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = nodesOf(text).filter((node) => node.type === 'heading');
  const slug = (title: string): string =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
  return new Set(headings.map((heading) => slug(textOf(heading))));
}

/** Why a link leads nowhere; undefined where it leads somewhere, or out of the project. */
function whyDead({ name, text }: File, url: string): string | undefined {
  if (/^[a-z]+:/.test(url)) return undefined;
  const [file = '', anchor] = decodeURI(url).split('#');
  const target = file === '' ? name : path.posix.join(path.posix.dirname(name), file);
  if (!existsSync(target)) return `${name}: ${url} is no file`;
  if (anchor === undefined || statSync(target).isDirectory()) return undefined;
  const page = target === name ? text : readFileSync(target, 'utf8');
  return anchorsOf(page).has(anchor) ? undefined : `${name}: ${url} is no heading`;
}

/** What stands in code, in a line or in a block, of all pages. */
const code = pages.flatMap(({ name, text }) =>
  nodesOf(text)
    .filter((node) => node.type === 'inlineCode' || node.type === 'code')
    .flatMap((node) => textOf(node).split('\n'))
    .map((line) => ({ name, line })),
);

/** Everything that a pattern finds in code, with its page; `[1]` is what it is about. */
const named = (pattern: RegExp) =>
  code.flatMap(({ name, line }) =>
    [...line.matchAll(pattern)].map(([, found = '']) => ({ name, found })),
  );

describe('the documentation', () => {
  it('links to files and headings that are there', () => {
    const dead = pages.flatMap((page) =>
      nodesOf(page.text).flatMap((node) => {
        const url = 'url' in node ? node.url : undefined;
        const why = url === undefined ? undefined : whyDead(page, url);
        return why ?? [];
      }),
    );
    assert.deepEqual(dead, []);
  });

  it('names scripts that package.json has', () => {
    const scripts = new Set([...Object.keys(manifest.scripts)]);
    const run = [...named(/\bnpm run ([\w:]+)/g), ...named(/\bnpm (start|test)\b/g)];
    assert.ok(run.length > 5);
    assert.deepEqual(
      run.filter(({ found }) => !scripts.has(found)),
      [],
    );
  });

  it('names programs that can be run with node', () => {
    const files = named(/\bnode ([\w./-]+\.[cm]?js)\b/g).filter(
      ({ found }) => !found.startsWith('/') && !found.startsWith('dist/'),
    );
    assert.ok(files.length > 3);
    assert.deepEqual(
      files.filter(({ found }) => !existsSync(found)),
      [],
    );
  });

  it('names commands and options that the command line has', () => {
    const help = (...args: readonly string[]): string =>
      spawnSync(process.execPath, ['dist/cli.js', ...args, '--help'], { encoding: 'utf8' }).stdout;
    const all = help();
    const used = named(/^\s*(hedgerow [a-z].*)$/g);
    assert.ok(used.length > 3);
    for (const { name, found } of used) {
      const [, command = '', ...rest] = found.split(/\s+/);
      assert.match(all, new RegExp(`^\\s+(hedgerow )?${command}\\b`, 'm'), `${name}: ${found}`);
      for (const [option] of rest.join(' ').matchAll(/--[a-z][a-z-]+/g))
        assert.ok(help(command).includes(option), `${name}: ${found}: no ${option}`);
    }
  });

  it('names settings that the extension has', () => {
    const settings = JSON.stringify(manifest.contributes.configuration);
    const used = named(/^"?(hedgerow\.[\w.]+)"?:?/g).filter(
      ({ found }) => !/yml$|json$/.test(found),
    );
    assert.ok(used.length > 3);
    assert.deepEqual(
      used.filter(({ found }) => !settings.includes(`"${found}"`)),
      [],
    );
  });

  it('numbers each decision once', () => {
    const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4));
    assert.deepEqual(
      numbers.filter((number, index) => numbers.indexOf(number) !== index),
      [],
    );
  });
});

describe('the code map of ARCHITECTURE.md', () => {
  const sections = readFileSync('ARCHITECTURE.md', 'utf8').split(/^##+ /m);
  const folders = sections.flatMap((section) => {
    const folder = /^`((?:server|client)[\w/]*)\/`/.exec(section)?.[1];
    if (folder === undefined) return [];
    const cells = section.matchAll(/^\| ([^|]*)\|/gm);
    const names = [...cells].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w.-]+\.ts)`/g)].map(([, name = '']) => `${folder}/${name}`),
    );
    return [{ folder, names }];
  });

  for (const { folder, names } of folders)
    it(`names every file of ${folder}/, and no other`, () => {
      const there = readdirSync(folder)
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`);
      const missing = there.filter((name) => !names.includes(name));
      const gone = names.filter((name) => !there.includes(name));
      assert.deepEqual({ missing, gone }, { missing: [], gone: [] });
    });

  it('has a section for every folder of server/ and client/', () => {
    const held = new Set(folders.map(({ folder }) => folder));
    const all = filesIn(['server', 'client'], /\.ts$/).map(({ name }) => path.posix.dirname(name));
    assert.deepEqual(
      [...new Set(all)].filter((folder) => !held.has(folder)),
      [],
    );
  });
});
