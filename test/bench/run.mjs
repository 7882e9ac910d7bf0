// Measures how fast Hedgerow is, against the parser alone, an empty language server and its peers,
// all in one run.
//   node test/bench/run.mjs           everything; installs the peers here, writes docs/performance.md
//   node test/bench/run.mjs --quick   under 90 s, without peers; fails where a bound is broken by half
// Wants a build: npm run build
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bounds, verdictOn } from './bounds.mjs';
import { writePage } from './page.mjs';
import { timeToInitialize, typeInto } from './servers.mjs';

const quick = process.argv.includes('--quick');
const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), 'hedgerow-bench-'));
const measured = quick ? { quick } : {};
const add = (name, ...times) => (measured[name] ??= []).push(...times);

try {
  await prepare();
  step('in process');
  Object.assign(
    measured,
    json([program('core'), 'dist/library.json', quick ? 'quick' : 'all', readmes()]),
  );
  step('language server');
  await servers();
  step('command line');
  commandLines();
  for (const name of ['server.js', 'library.json'])
    add(`size: ${name.split('.')[0]}`, statSync(`dist/${name}`).size);
  if (!quick) peers();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

const results = bounds.map((bound) => ({ ...bound, ...verdictOn(bound, measured) }));
for (const { what, unit, reached, most, met, broken } of results)
  if (!Number.isNaN(reached))
    console.log(
      `${what.padEnd(54)} ${reached.toFixed(2).padStart(9)} ${unit.padEnd(13)} ${Math.abs(most).toFixed(2).padStart(8)}  ${met ? '' : broken ? 'BROKEN' : 'missed'}`,
    );
if (!quick) writePage(results, measured);
const broken = results.filter((one) => one.broken);
if (quick && broken.length > 0) {
  console.log(`\n${broken.length} bounds are broken by more than half.`);
  process.exitCode = 1;
}

function step(name) {
  console.log(`… ${name}`);
}

function program(name) {
  return path.join(scratch, `${name}.cjs`);
}

/** What a program of ours prints, from JSON. */
function json(args) {
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 }));
}

async function prepare() {
  const entries = ['core.ts', 'corpora.ts', 'empty-server.ts', 'parse-only.ts'];
  await build({
    entryPoints: entries.map((file) => path.join(here, file)),
    outdir: scratch,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  const { draft } = (await import(`file://${program('corpora')}`)).default;
  writeFileSync(path.join(scratch, 'file.md'), draft(1, 2000));
  writeFileSync(path.join(scratch, 'long.md'), draft(2, 10_000));
  const folder = path.join(scratch, 'folder');
  mkdirSync(folder);
  const files = quick ? 200 : 1000;
  for (let i = 0; i < files; i++)
    writeFileSync(path.join(folder, `${i}.md`), draft(1000 + i, 1000));
  if (!quick && !existsSync(path.join(here, 'node_modules')))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: here,
      stdio: 'inherit',
    });
}

/** Real READMEs, of the packages that are installed: 10,000 words of links, tables and code. */
function readmes() {
  let text = '';
  for (const pack of readdirSync('node_modules').sort()) {
    const file = `node_modules/${pack}/readme.md`;
    const found = [file, file.replace('readme', 'README')].find((name) => existsSync(name));
    const length = found ? statSync(found).size : 0;
    if (length > 500 && length < 40_000) text += `${readFileSync(found, 'utf8')}\n\n`;
    if (text.length > 75_000) break;
  }
  const file = path.join(scratch, 'readmes.md');
  writeFileSync(file, text);
  return file;
}

async function servers() {
  const programs = { server: 'dist/server.js', empty: program('empty-server') };
  for (let round = 0; round < (quick ? 5 : 15); round++)
    for (const [name, file] of Object.entries(programs))
      add(`${name}: start`, await timeToInitialize(file));
  const text = readFileSync(path.join(scratch, 'long.md'), 'utf8');
  for (let round = 0; round < (quick ? 1 : 2); round++)
    for (const [name, file] of Object.entries(programs)) {
      const { times, idle, after } = await typeInto(file, text, quick ? 150 : 500);
      add(`${name}: key`, ...times);
      if (idle) add(`${name}: idle`, idle);
      if (after) add(`${name}: after`, after);
    }
}

/** Milliseconds of a whole process. */
function timeOf(command, args) {
  const began = performance.now();
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  if (error || status > 1) throw error ?? new Error(`${command} ${args.join(' ')}: ${status}`);
  return performance.now() - began;
}

function commandLines() {
  const cli = ['dist/cli.js', 'check', '--fail-on', 'never'];
  const file = path.join(scratch, 'file.md');
  const folder = path.join(scratch, 'folder');
  for (let round = 0; round < (quick ? 3 : 9); round++) {
    add('parse-only: file', timeOf(process.execPath, [program('parse-only'), file]));
    add('cli: file', timeOf(process.execPath, [...cli, file]));
  }
  // So many files are a sample in themselves.
  add('parse-only: folder', timeOf(process.execPath, [program('parse-only'), folder]));
  add('cli: folder', timeOf(process.execPath, [...cli, folder]));
}

function peers() {
  const long = path.join(scratch, 'long.md');
  for (const [name, rounds] of [
    ['cspell-lib', 20],
    ['alex', 6],
    ['harper.js', 6],
  ]) {
    step(name);
    try {
      add(name, ...json([path.join(here, 'peers.mjs'), name, long, String(rounds)]));
    } catch (error) {
      console.log(`${name} did not run: ${error.message.split('\n')[0]}`);
    }
  }
  step('textlint with write-good');
  const textlint = path.join(here, 'node_modules/textlint/bin/textlint.js');
  const folder = path.join(scratch, 'folder');
  const args = [textlint, '--no-textlintrc', '--rule', 'write-good', folder];
  add('textlint: folder', timeOf(process.execPath, args));
}
