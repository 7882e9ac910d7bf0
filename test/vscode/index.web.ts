/** Entry of the suite in the web worker: one bundle with mocha's build for browsers, no files. */

import 'mocha/mocha';
import { runSuite } from './outcome.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' });
  await import('./drafting.test.ts');
  await import('./documents.test.ts');
  await import('./claims.test.ts');
  await import('./commands.test.ts');
  await import('./rewordings.test.ts');
  await import('./decisions.test.ts');
  // A worker has no files: the counts go over the console.
  await runSuite(mocha, (outcome) => console.log(`result: ${JSON.stringify(outcome)}`));
}
