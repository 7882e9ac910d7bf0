/** Runs mocha in an extension host, and tells what came of it: the counts, and each failure by name. */

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { readonly name: string; readonly error: string }[];
}

/** Rejects, once `tell` was told, where a test failed or none ran. One that is skipped has failed. */
export async function runSuite(
  mocha: Pick<Mocha, 'run'>,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const failures: { name: string; error: string }[] = [];
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run(() => {
      const passed = runner.stats?.passes ?? 0;
      const failed = failures.length;
      tell({ passed, failed, failures });
      if (failed > 0 || passed === 0) reject(new Error(`${failed} failed, ${passed} passed`));
      else resolve();
    });
    runner.on('fail', (test, error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      failures.push({ name: test.fullTitle(), error: message });
    });
    runner.on('pending', (test) => failures.push({ name: test.fullTitle(), error: 'skipped' }));
  });
}
