// The tier of other editors: the npm package, installed, and Neovim with the server out of it.
import { spawnSync } from 'node:child_process';
import { NO_HOST } from '../hosts/find.mjs';

if (spawnSync('nvim', ['--version']).error) {
  console.error('The tests in other editors did not run. There is no Neovim: install “neovim”.');
  process.exit(NO_HOST);
}
const { HEDGEROW_TEST_RESULT: result, MOCHA_GREP: grep, CI } = process.env;
const flags = ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', '--timeout', '60000'];
if (result) flags.push('--reporter', 'test/reporter.cjs', '--reporter-option', `result=${result}`);
if (CI === 'true') flags.push('--forbid-only');
if (grep) flags.push('--grep', grep);
const { status } = spawnSync(process.execPath, [...flags, 'dist/test/editors.cjs'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
