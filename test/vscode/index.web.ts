/** Entry of the suite in the web worker: one bundle with mocha's build for browsers, no files. */

import 'mocha/mocha';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' });
  await import('./drafting.test.ts');
  await import('./documents.test.ts');
  await import('./claims.test.ts');
  await import('./commands.test.ts');
  await import('./rewordings.test.ts');
  await import('./decisions.test.ts');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const failed = failures + pending;
      console.log(`result: ${JSON.stringify({ passed: passes, failed })}`);
      if (failed > 0 || passes === 0) reject(new Error(`${failed} failed, ${passes} passed`));
      else resolve();
    });
  });
}
