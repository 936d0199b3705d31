// npm test: builds, then types, lint, format and every test. Prints "N passed, N failed" at the end.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install, run } from './ready.mjs';

install();

const RESULTS = '.cache/test-results.json';
const node = process.execPath;
const only = process.argv.slice(2);

/** Each is one test of the closing line. */
const CHECKS = [
  ['build', [node, 'build/build.mjs']],
  ['types', [node, 'node_modules/typescript/bin/tsc', '-b']],
  ['lint', [node, 'node_modules/eslint/bin/eslint.js', '.']],
  ['format', [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
];

let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of CHECKS) {
  const ok = run(command, args) === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (ok) passed++;
  else failed++;
}

mkdirSync('.cache', { recursive: true });
rmSync(RESULTS, { force: true });
run(node, [
  'node_modules/jest/bin/jest.js',
  '--maxWorkers=100%',
  '--json',
  `--outputFile=${RESULTS}`,
  '--silent',
  ...only,
]);
if (existsSync(RESULTS)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
    readFileSync(RESULTS, 'utf8'),
  );
  const broken = testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  passed += numPassedTests;
  failed += numFailedTests + Math.min(broken, numFailedTestSuites);
} else {
  console.log('FAILED tests: the test runner ended without a result');
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
