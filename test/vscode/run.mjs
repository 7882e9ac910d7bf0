// A tier in the editor: a mocha suite inside the real extension host, started by @vscode/test-electron.
//   node test/vscode/run.mjs [vscode|restricted|multiroot]
// The suite is test/<name>/*.test.ts, and a copy of test/<name>/workspace is opened.
// VSCODE_EXECUTABLE names the VS Code to run; without it the headless host of test/hosts is taken
// where it is installed, and VS Code is downloaded where there is a display.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NO_HOST, whyNoHeadlessHost } from '../hosts/find.mjs';

async function findEditor() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const why = whyNoHeadlessHost();
  if (why === undefined) return path.resolve('test/hosts/code-headless.mjs');
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)
    throw new Error(`${why} There is no display for a desktop VS Code either.`);
  return await downloadAndUnzipVSCode().catch((error) => {
    throw new Error(`${why} VS Code could not be downloaded either: ${error.message}`);
  });
}

const [suite = 'vscode'] = process.argv.slice(2);

const vscodeExecutablePath = await findEditor().catch((error) => {
  console.error(`The suite in the editor did not run. ${error.message}`);
  console.error('VSCODE_EXECUTABLE names a VS Code that is installed elsewhere.');
  process.exit(NO_HOST);
});

const restricted = suite === 'restricted';
if (restricted && path.basename(vscodeExecutablePath) !== 'code-headless.mjs') {
  console.error(
    '@vscode/test-electron trusts every workspace: this suite needs the headless host.',
  );
  process.exit(NO_HOST);
}

const workspace = mkdtempSync(path.join(tmpdir(), 'hedgerow-vscode-'));
cpSync(`test/${suite}/workspace`, workspace, { recursive: true });
const several = path.join(workspace, 'several.code-workspace');
const { HEDGEROW_TEST_RESULT, MOCHA_GREP } = process.env;
const status = await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: process.cwd(),
  extensionTestsPath: path.resolve('dist/test/vscode.run.cjs'),
  extensionTestsEnv: { HEDGEROW_SUITE: suite, HEDGEROW_TEST_RESULT, MOCHA_GREP },
  launchArgs: [
    existsSync(several) ? several : workspace,
    '--disable-extensions',
    ...(restricted ? ['--restricted'] : []),
  ],
}).catch((error) => {
  console.error(error.message);
  return 1;
});
rmSync(workspace, { recursive: true, force: true });
process.exit(status);
