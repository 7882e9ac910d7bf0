// The walk: the packaged extension in the real workbench, used as a writer uses it, step by step.
// Screenshots go to screenshots/ (a failed step leaves one, too), the editor's logs to logs/walk/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findCodeServer, NO_HOST, whyNoHeadlessHost } from '../hosts/find.mjs';
import { copyLogs, makeHome, serverCommand, startServer, workbenchUrl } from '../hosts/server.mjs';
import { steps } from './steps.mjs';

const why = whyNoHeadlessHost();
if (why !== undefined) {
  console.error(`The walk did not run. ${why}`);
  process.exit(NO_HOST);
}
const { startBrowser } = await import('../hosts/browser.mjs');

const SHOTS = 'screenshots';
const PACKAGE = 'dist/hedgerow.vsix';
const SEED = 'docs/examples/stem-cell-therapy-for-chronic-pain.md';

const host = findCodeServer();
const home = makeHome();
let passed = 0;
let problem;
let at = 'before the first step';
let server, browser;
rmSync(SHOTS, { recursive: true, force: true });
mkdirSync(SHOTS, { recursive: true });
try {
  writeFileSync(path.join(home.workspace, 'draft.md'), '');
  copyFileSync(SEED, path.join(home.workspace, path.basename(SEED)));
  await installPackage();
  server = await startServer(home, host);
  const started = await startBrowser({ viewport: { width: 1200, height: 760 } });
  browser = started.browser;
  const { page } = started;
  page.setDefaultTimeout(45_000);
  await page.goto(workbenchUrl(server.authority, home.workspace));
  await walk(page);
} catch (error) {
  problem = error;
} finally {
  await browser?.close().catch(() => undefined);
  await server?.stop();
  copyLogs(home, 'logs/walk');
  home.remove();
}
if (problem) console.error(problem.message);
const { HEDGEROW_TEST_RESULT: result } = process.env;
const failures = problem ? [{ name: at, error: problem.message }] : [];
if (result) writeFileSync(result, JSON.stringify({ passed, failed: failures.length, failures }));
process.exit(problem ? 1 : 0);

async function installPackage() {
  const made = spawnSync(process.execPath, ['test/house/package.mjs', PACKAGE], {
    stdio: 'inherit',
  });
  if (made.status !== 0) throw new Error('There is no package to walk with.');
  const { code, output } = await serverCommand(
    home,
    host,
    '--install-extension',
    path.resolve(PACKAGE),
  );
  if (code !== 0) throw new Error(`The package did not install:\n${output}`);
}

/** Every step builds on the one before it: the first that fails ends the walk. */
async function walk(page) {
  let number = 0;
  const shot = (name) =>
    page.screenshot({ path: `${SHOTS}/${String(++number).padStart(2, '0')}-${name}.png` });
  for (const [name, step] of Object.entries(steps)) {
    at = name;
    try {
      await step({ page, shot, workspace: home.workspace });
      passed += 1;
      console.log(`  ✔ ${name}`);
    } catch (error) {
      await shot('failed').catch(() => undefined);
      throw new Error(`  ✘ ${name}\n${error.message}`, { cause: error });
    }
  }
}
