// A mocha reporter that says nothing of what passes, all of what fails, and leaves the outcome in
// the file that the option `result` names: the counts, and each failure by name.
// A test that is skipped counts as failed: none may be.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const failures = [];
    const failed = (test, error) => failures.push({ name: test.fullTitle(), error });
    runner.on('fail', (test, error) => failed(test, String(error?.message ?? error)));
    runner.on('pending', (test) =>
      failed(test, 'skipped: a test that cannot run is to be mended or removed'),
    );
    runner.once('end', () => {
      if (this.stats.failures > 0) this.epilogue();
      const { result } = options.reporterOptions ?? {};
      const outcome = { passed: this.stats.passes, failed: failures.length, failures };
      if (result) writeFileSync(result, JSON.stringify(outcome));
    });
  }
};
