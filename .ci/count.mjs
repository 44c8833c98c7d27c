// Adds up vitest's JSON reports into the one line CI reads. A report that is missing or holds no test is a failure.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of process.argv.slice(2)) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  skipped += report.numPendingTests + report.numTodoTests;
  failed += report.numFailedTests;
  // A file that could not even be loaded fails no test, but its suite.
  if (report.numFailedTests === 0) failed += report.testResults.filter((suite) => suite.status === 'failed').length;
}
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
