// The web tier: the part of the suite that needs no Node, in VS Code for the Web.
import { spawnSync } from 'node:child_process';
import { NO_HOST, whyNoHeadlessHost } from '../hosts/find.mjs';

const why = whyNoHeadlessHost();
if (why !== undefined) {
  console.error(`The suite in VS Code for the Web did not run. ${why}`);
  process.exit(NO_HOST);
}
const flags = [
  '--extension',
  '.',
  '--tests',
  'dist/test/vscode.web.js',
  '--workspace',
  'test/vscode/workspace',
];
const { status } = spawnSync(process.execPath, ['test/hosts/suite.web.mjs', ...flags], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
