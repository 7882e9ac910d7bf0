/** Entry of the suite in the Node extension host, on the desktop and headless. */

import Mocha from 'mocha';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runSuite } from './outcome.ts';

export async function run(): Promise<void> {
  const { HEDGEROW_TEST_RESULT: result, MOCHA_GREP: grep } = process.env;
  const { HEDGEROW_SUITE: suite = 'vscode' } = process.env;
  const mocha = new Mocha({ timeout: 60_000, color: false, reporter: 'spec', failZero: true });
  if (grep !== undefined) mocha.grep(grep);
  mocha.addFile(path.join(__dirname, `${suite}.cjs`));
  await runSuite(mocha, (outcome) => {
    if (result !== undefined) writeFileSync(result, JSON.stringify(outcome));
  });
}
