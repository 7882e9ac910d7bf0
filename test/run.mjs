// Builds, runs the tests tier by tier, names what failed once more,
// and ends with `N passed, N failed` on the last line.
//   node test/run.mjs [--check] [--no-build] [--grep TEXT] [tier…]
// --check puts the checks before the tests: types, lint, format, and a package that can be made.
// A tier whose host is not to be had is named loudly; with CI=true it counts as failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NO_HOST } from './hosts/find.mjs';

/** The tiers that a real editor runs, by the script that runs them; the others are mocha in Node. */
const HOSTED = {
  editors: 'test/editors/run.mjs',
  vscode: 'test/vscode/run.mjs',
  restricted: 'test/vscode/run.mjs restricted',
  multiroot: 'test/vscode/run.mjs multiroot',
  web: 'test/vscode/run.web.mjs',
  walk: 'test/walk/run.mjs',
};
const TIERS = ['engine', 'house', 'lsp', 'cli', ...Object.keys(HOSTED)];
/** Milliseconds for one tier or check: a test that hangs must not hang the run. */
const TIME_LIMIT = 10 * 60_000;

const { values: option, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});
const unknown = positionals.find((tier) => !TIERS.includes(tier));
if (unknown !== undefined) {
  console.error(`There is no tier “${unknown}”. The tiers are: ${TIERS.join(', ')}.`);
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'hedgerow-test-'));
const bin = (pack, file) =>
  createRequire(import.meta.url)
    .resolve(`${pack}/package.json`)
    .replace(/package\.json$/, file);

function node(args, env = {}) {
  const { status, signal } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    timeout: TIME_LIMIT,
    env: { ...process.env, ...env },
  });
  return status ?? signal;
}

/** What a tier's process left behind; nothing left behind is a failure, whatever it exited with. */
function outcomeOf(file, status) {
  const died = [{ name: 'the process', error: `ended with ${status}` }];
  try {
    const { passed, failed, failures } = JSON.parse(readFileSync(file, 'utf8'));
    if (failed > 0 || (status === 0 && passed > 0)) return { passed, failed, failures };
    return { passed, failed: 1, failures: died };
  } catch {
    console.log(`  no result: the process ended with ${status}`);
    return { passed: 0, failed: 1, failures: died };
  }
}

function runTier(tier) {
  const result = path.join(scratch, `${tier}.json`);
  if (tier in HOSTED) {
    const status = node(HOSTED[tier].split(' '), {
      HEDGEROW_TEST_RESULT: result,
      ...(option.grep && { MOCHA_GREP: option.grep }),
    });
    if (status === NO_HOST) return { passed: 0, failed: 0, failures: [], missing: true };
    return outcomeOf(result, status);
  }
  const flags = [
    '--reporter',
    'test/reporter.cjs',
    '--reporter-option',
    `result=${result}`,
    '--timeout',
    '60000', // A machine with more to do takes its time.
    '--exit', // A pipe of a server that was killed is nothing to wait for.
  ];
  if (process.env.CI === 'true') flags.push('--forbid-only');
  if (option.grep) flags.push('--grep', option.grep);
  const status = node([
    '--enable-source-maps',
    bin('mocha', 'bin/mocha.js'),
    ...flags,
    `dist/test/${tier}.cjs`,
  ]);
  return outcomeOf(result, status);
}

const CHECKS = {
  types: () => node([bin('typescript', 'bin/tsc'), '-b']),
  lint: () => node([bin('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0']),
  format: () => node([bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  package: () => node(['test/house/package.mjs']),
  // Precision and recall must not fall by more than a point: docs/accuracy.md.
  accuracy: () => node(['test/accuracy/run.mjs', '--check']),
  // The scorer is what training on the labelled sets gives.
  scorer: () => node(['test/accuracy/train.mjs', '--check']),
  // No bound of docs/performance.md may be broken by more than half.
  bench: () => node(['test/bench/run.mjs', '--quick']),
  // What a newcomer runs first; it builds by itself.
  start: () =>
    spawnSync('npm', ['start', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'], shell: true })
      .status,
};

function runChecks() {
  const failures = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const status = check();
    if (status !== 0) failures.push({ name, error: `ended with ${status}` });
  }
  for (const { name } of failures) console.log(`  ${name} failed`);
  const passed = Object.keys(CHECKS).length - failures.length;
  return { passed, failed: failures.length, failures };
}

/** The head of a message; the whole of it stands above, with its tier. */
function brief(error) {
  const lines = error.trim().split('\n');
  const head = lines
    .slice(0, 12)
    .map((line) => (line.length > 200 ? `${line.slice(0, 199)}…` : line));
  return [...head, ...(lines.length > 12 ? ['…'] : [])].join('\n');
}

const tally = [];
function report(tier, { passed, failed, failures, missing = false }) {
  const counted = missing && process.env.CI === 'true' ? 1 : failed;
  tally.push({ tier, passed, failed: counted, failures, missing });
  console.log(
    missing ? `${tier}: DID NOT RUN (see above)` : `${tier}: ${passed} passed, ${counted} failed`,
  );
}

const started = Date.now();
if (!option['no-build'] && node(['esbuild.mjs', '--tests']) !== 0) {
  console.log('build: 0 passed, 1 failed\n0 passed, 1 failed');
  process.exit(1);
}
if (option.check) report('checks', runChecks());
for (const tier of positionals.length > 0 ? positionals : TIERS) report(tier, runTier(tier));
rmSync(scratch, { recursive: true, force: true });

// Once more, together: of a long log often only the end is kept.
const failures = tally.flatMap(({ tier, failures }) => failures.map((one) => ({ tier, ...one })));
if (failures.length > 0) console.log('\nFailed:');
for (const { tier, name, error } of failures)
  console.log(`  ${tier}: ${name}\n    ${brief(error).replaceAll('\n', '\n    ')}`);

const missing = tally.filter((t) => t.missing).map((t) => t.tier);
if (missing.length > 0)
  console.log(
    `\n*** DID NOT RUN for want of a host: ${missing.join(', ')}. “npm run hosts” installs one on Linux. ***`,
  );
const total = (key) => tally.reduce((sum, t) => sum + t[key], 0);
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);
