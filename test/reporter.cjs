// A mocha reporter that says nothing of what passes, all of what fails, and leaves the counts in
// the file that the option `result` names. A test that is skipped counts as failed: none may be.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (failures > 0) this.epilogue();
      if (pending > 0)
        console.log(`  ${pending} skipped: a test that cannot run is to be mended or removed`);
      const { result } = options.reporterOptions ?? {};
      if (result)
        writeFileSync(result, JSON.stringify({ passed: passes, failed: failures + pending }));
    });
  }
};
