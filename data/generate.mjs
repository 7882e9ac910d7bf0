// Writes what follows from the packs: docs/rules/, docs/glossary/, docs/evidence/, and the rules that
// package.json, package.nls.json and the schema of .hedgerow.yml offer for severities.
//   node data/generate.mjs [--check]
// --check writes nothing; it names what is stale and exits with 1.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { withRuleIds } from './project-schema.mjs';
import { withRuleTitles, withSeverities } from './settings.mjs';

const NOTICE = '<!-- Generated from data/ by npm run generate. Edit the data instead. -->';

const { loadLibrary, pageOf } = await core();
const packs = readdirSync('data').filter((id) => existsSync(`data/${id}/pack.yml`));
const { library, problems } = loadLibrary({ packs: packs.map(readPack) });
if (problems.length > 0) {
  for (const { file, message } of problems) console.error(`data/${file}: ${message}`);
  process.exit(1);
}

const pages = new Map([
  ['docs/rules/README.md', page({ page: 'rule' })],
  ...[...library.rules.keys()].map((id) => [`docs/rules/${id}.md`, page({ page: 'rule', id })]),
  ['docs/glossary/README.md', page({ page: 'glossary' })],
  ['docs/evidence/README.md', page({ page: 'evidence' })],
  [
    'data/schema/project.schema.json',
    await withRuleIds(readFileSync('data/schema/project.schema.json', 'utf8'), library),
  ],
  ['package.json', withSeverities(readFileSync('package.json', 'utf8'), library)],
  ['package.nls.json', withRuleTitles(readFileSync('package.nls.json', 'utf8'), library)],
]);
const stale = [...pages].filter(([file, text]) => read(file) !== text).map(([file]) => file);
const orphans = filesIn('docs/rules').filter((file) => !pages.has(file));

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`${file} is stale. Run: npm run generate`);
  for (const file of orphans) console.error(`${file} has no rule. Run: npm run generate`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const file of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, pages.get(file));
    console.log(`wrote ${file}`);
  }
  for (const file of orphans) {
    rmSync(file);
    console.log(`removed ${file}`);
  }
}

/** The core is TypeScript: it is bundled in memory, so that the pages show what the engine loads. */
async function core() {
  const options = {
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  };
  const files = ['packs.ts', 'pages.ts'].map((file) => `export * from './server/core/${file}';`);
  const stdin = { contents: files.join('\n'), resolveDir: '.', loader: 'ts' };
  const { outputFiles } = await build({ ...options, stdin });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

function readPack(id) {
  const files = readdirSync(`data/${id}`, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.yml'))
    .sort();
  const value = (file) => parse(readFileSync(`data/${id}/${file}`, 'utf8'));
  return { id, files: Object.fromEntries(files.map((file) => [file, value(file)])) };
}

function page(name) {
  return `${NOTICE}\n\n${pageOf(library, name)}`;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function filesIn(folder) {
  return existsSync(folder) ? readdirSync(folder).map((file) => `${folder}/${file}`) : [];
}
