// Runs a mocha suite inside the real VS Code extension host, headless, and exits with its result.
//   node suite.mjs --extension DIR --tests FILE --workspace DIR [--restricted]
// The suite is what @vscode/test-electron would run: a module that exports run().
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from './browser.mjs';
import { findCodeServer } from './find.mjs';
import { copyLogs, makeHome, startServer, workbenchUrl } from './server.mjs';

const { values: option } = parseArgs({
  options: {
    extension: { type: 'string' },
    tests: { type: 'string' },
    workspace: { type: 'string' },
    restricted: { type: 'boolean', default: false },
  },
});
/** Milliseconds for the whole run. */
const TIME_LIMIT = 240_000;

// The suite's console and the window's own log arrive on one channel, unformatted, and an extension
// host that died gives exit code 0. So a small module stands in front of the suite, which marks its
// lines and leaves a word when it is through.
const MARK = '\u2063';
const front = (suite, result) => `
const { format } = require('node:util');
for (const type of ['log', 'info', 'warn', 'error']) {
  const write = console[type].bind(console);
  const value = (...args) => { for (const line of format(...args).split('\\n')) write(${JSON.stringify(MARK)} + line); };
  Object.defineProperty(console, type, { value }); // An assignment is ignored there.
}
exports.run = async () => {
  const leave = (word) => require('node:fs').writeFileSync(${JSON.stringify(result)}, word);
  try { await require(${JSON.stringify(suite)}).run(); leave('passed'); } catch (error) { leave('failed'); throw error; }
};`;

const host = findCodeServer();
const home = makeHome({
  workspace: option.workspace,
  inPlace: true,
  settings: option.restricted ? { 'security.workspace.trust.enabled': true } : {},
});
const entry = path.join(home.folder, 'suite.cjs');
const resultFile = path.join(home.folder, 'result');
writeFileSync(entry, front(path.resolve(option.tests), resultFile));

let server, browser, problem;
try {
  server = await startServer(home, host, {
    flags: host.developmentFlags,
    restricted: option.restricted,
  });
  const started = await startBrowser();
  browser = started.browser;
  const code = await runInPage(started.page, server.authority);
  const word = existsSync(resultFile)
    ? readFileSync(resultFile, 'utf8')
    : 'the extension host died';
  if (word !== 'passed') problem = word;
  else if (code !== 0) problem = `exit code ${code}`;
} catch (error) {
  problem = error.message;
} finally {
  await browser?.close().catch(() => undefined);
  await server?.stop();
  copyLogs(home, 'logs/vscode');
  home.remove();
}
if (problem)
  console.error(`The suite in the editor: ${problem}. The editor's logs are in logs/vscode.`);
process.exit(problem ? 1 : 0);

/** Opens the workbench with the suite, and waits for the exit code that VS Code reports. */
async function runInPage(page, authority) {
  const remote = (file) => `vscode-remote://${authority}${path.resolve(file)}`;
  const exit = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationLog', (_type, args) => {
      const text = args.map(String).join(' ');
      if (text.includes(MARK)) console.log(text.replaceAll(MARK, ''));
    });
    page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => reject(new Error('the page crashed')));
    setTimeout(
      () => reject(new Error(`no result within ${TIME_LIMIT / 1000} s`)),
      TIME_LIMIT,
    ).unref();
  });
  exit.catch(() => undefined); // It may come while the page still loads.
  const options = {
    extensionDevelopmentPath: remote(option.extension),
    extensionTestsPath: remote(entry),
  };
  await page.goto(workbenchUrl(authority, home.workspace, options));
  return exit;
}
