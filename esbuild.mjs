// Builds everything that ships, into dist/:
//   client.js, client.browser.js   the VS Code side, on the desktop and in a browser
//   server.js, server.browser.js   the language server, as a process and as a web worker
//   cli.js                         the command line
//   library.json                   data/, once: server, worker and command line load it
//   *.tmLanguage.json              what themes may colour: hedges, boosters, suppressions
//   LICENSES.txt                   the licences of the libraries that are bundled
// `--tests` adds dist/test/, one bundle a tier; `--watch` builds again after every change.
import { build, context } from 'esbuild';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { asModules } from './esbuild.modules.mjs';
import { grammars } from './syntaxes/grammars.mjs';

const shared = { bundle: true, sourcemap: true, logLevel: 'warning', target: 'es2022' };
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20' };
const browser = { ...shared, platform: 'browser', format: 'cjs' };
const editor = { external: ['vscode'] };
// For Node this library is CommonJS, of which all would be bundled; of this form only what is used.
const lean = { alias: { yaml: './node_modules/yaml/browser/index.js' } };

const bundles = [
  { ...node, ...editor, entryPoints: ['client/extension.ts'], outfile: 'dist/client.js' },
  {
    ...browser,
    ...editor,
    entryPoints: ['client/extension.browser.ts'],
    outfile: 'dist/client.browser.js',
  },
  { ...node, ...lean, entryPoints: ['server/lsp/node.ts'], outfile: 'dist/server.js' },
  {
    ...browser,
    format: 'iife',
    // Without this condition a dependency of remark-parse asks for `document`, which a worker has not.
    conditions: ['worker'],
    entryPoints: ['server/lsp/browser.ts'],
    outfile: 'dist/server.browser.js',
  },
  { ...node, ...lean, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.js' },
].map((options) => ({ ...options, minify: true, plugins: [asModules] }));

/** All files under a folder whose name ends so, sorted, with slashes. */
function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith(ending) && !file.includes('/node_modules/'))
    .sort();
}

/** The tests of one tier, as one module that imports every file of them. */
function testBundle(tier, options) {
  const imports = filesUnder(`test/${tier}`, '.test.ts').map((file) => `import './${file}';`);
  return {
    ...options,
    stdin: { contents: imports.join('\n'), resolveDir: '.', loader: 'ts' },
    outfile: `dist/test/${tier}.cjs`,
  };
}

const underTest = { ...node, external: ['vscode', 'mocha', 'esbuild', '@vscode/l10n-dev'] };
const tests = [
  ...['engine', 'house', 'lsp', 'cli', 'editors', 'vscode', 'restricted', 'multiroot'].map((tier) =>
    testBundle(tier, underTest),
  ),
  { ...underTest, entryPoints: ['test/vscode/index.ts'], outfile: 'dist/test/vscode.run.cjs' },
  {
    ...browser,
    ...editor,
    // The worker has no Node: the suite brings the assertions that it uses.
    alias: { 'node:assert/strict': './test/vscode/assert.web.ts' },
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"test"' },
    entryPoints: ['test/vscode/index.web.ts'],
    outfile: 'dist/test/vscode.web.js',
  },
];

/** data/<pack>/**.yml as JSON, by pack; no meaning is added here. */
function library() {
  const packs = readdirSync('data').filter((id) => existsSync(`data/${id}/pack.yml`));
  const entry = (id) => (file) => [file.slice(`data/${id}/`.length), readYaml(file)];
  return {
    packs: packs.map((id) => ({
      id,
      files: Object.fromEntries(filesUnder(`data/${id}`, '.yml').map(entry(id))),
    })),
  };
}

function readYaml(file) {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

/** Says whether the library, and the grammars that follow from it, could be written. */
function writeLibrary() {
  try {
    mkdirSync('dist', { recursive: true });
    const packs = library();
    writeFileSync('dist/library.json', JSON.stringify(packs));
    for (const [name, grammar] of Object.entries(grammars(packs)))
      writeFileSync(`dist/${name}`, JSON.stringify(grammar));
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** The licences ask to be passed on with what is bundled. */
function writeLicenses(results) {
  const folders = results
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  const texts = [...new Set(folders.filter((folder) => folder !== undefined))]
    .sort()
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const { name, version, license = 'MIT, by its readme' } = manifest;
      const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
      const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`;
      return `${name} ${version}\n\n${text}\n`;
    });
  writeFileSync('dist/LICENSES.txt', texts.join(`\n${'-'.repeat(80)}\n\n`));
}

const jobs = process.argv.includes('--tests') ? [...bundles, ...tests] : bundles;
const written = writeLibrary();
if (process.argv.includes('--watch')) {
  watch('data', { recursive: true }, writeLibrary);
  for (const job of jobs) await (await context({ ...job, logLevel: 'info' })).watch();
} else {
  const built = await Promise.allSettled(jobs.map((job) => build({ ...job, metafile: true })));
  // What is wrong has been printed by now.
  if (!written || built.some(({ status }) => status === 'rejected')) process.exit(1);
  writeLicenses(built.slice(0, bundles.length).map(({ value }) => value));
  for (const program of ['dist/server.js', 'dist/cli.js']) chmodSync(program, 0o755);
}
