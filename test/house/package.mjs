// Makes the package and looks into it: node test/house/package.mjs [FILE.vsix]
// Exits with 1 where it is too big, lacks a file, or holds one that nobody asked for.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Bytes: what an installable package may weigh. */
const LIMIT = 1024 * 1024;
const WANTED = [
  'package.json',
  'package.nls.json',
  'readme.md',
  'changelog.md',
  'license.txt',
  'images/icon.png',
  'images/claims.png',
  'images/quick-fixes.png',
  'images/hedgerow.svg',
  ...['open', 'reword', 'decide', 'claims'].map((step) => `images/walkthrough/${step}.svg`),
  'docs/examples/sample.md',
  'data/schema/accepted.schema.json',
  'data/schema/project.schema.json',
  'dist/client.js',
  'dist/client.browser.js',
  'dist/server.js',
  'dist/server.browser.js',
  'dist/cli.js',
  'dist/library.json',
  'dist/hedges.tmlanguage.json',
  'dist/suppressions.tmlanguage.json',
  'dist/licenses.txt',
];
/** Beside those: what the editor reads, and what vsce writes. */
const ALLOWED = /^(package\.nls|l10n\/bundle\.l10n)(\.[\w-]+)?\.json$/;

const file = process.argv[2] ?? 'dist/hedgerow.vsix';
const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [vsce, 'package', ...flags, '--out', path.resolve(file)],
  { encoding: 'utf8' },
);
if (status !== 0) fail(`vsce package ended with ${status}:\n${stdout}${stderr}`);

const held = namesInZip(file).map((name) => name.toLowerCase());
const missing = WANTED.filter((name) => !held.includes(name));
const surplus = held.filter((name) => !WANTED.includes(name) && !ALLOWED.test(name));
const { size } = statSync(file);
if (missing.length > 0) fail(`the package lacks ${missing.join(', ')}`);
if (surplus.length > 0) fail(`nobody asked for ${surplus.join(', ')} in the package`);
if (size > LIMIT) fail(`the package has ${size} bytes, and may have ${LIMIT}`);
console.log(`${file}: ${(size / 1024).toFixed(0)} KiB, ${held.length} files`);

/** The names of the files under extension/, from the archive's central directory. */
function namesInZip(archive) {
  const bytes = readFileSync(archive);
  const names = [];
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) =>
      bytes.readUInt16LE(at + o),
    );
    names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return names
    .filter((name) => name.startsWith('extension/'))
    .map((name) => name.slice('extension/'.length));
}

function fail(why) {
  console.error(`package: ${why}.`);
  process.exit(1);
}
