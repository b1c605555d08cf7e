// `npm test`: installs what is missing, then runs every check there is and ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from '../src/cli/install.mjs';
import { findChromium } from './chromium.mjs';

const RESULTS = 'test-results';

/** Run a command with its output shown; resolves with its exit code. */
function run(command, environment = {}) {
  console.log(`\n$ ${command}`);
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0', ...environment },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A check that passes or fails as a whole. */
async function check(name, command) {
  const code = await run(command);
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** A runner that writes its counts to a file; a run that left none, or failed without saying why, is one failure. */
async function suite(command, environment, file, count) {
  const code = await run(command, environment);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const counts = count(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

ensureInstalled({ quiet: false });
const chromium = findChromium();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const results = [];
results.push(await check('types', 'npm run --silent check'));
results.push(await check('lint', 'npm run --silent lint'));
results.push(await check('command line builds', 'npm run --silent build:cli'));
results.push(await check('site builds within its budget', 'npm run --silent build'));

const unitFile = `${RESULTS}/unit.json`;
results.push(
  await suite(
    `npx vitest run --coverage --reporter=default --reporter=json --outputFile.json=${unitFile}`,
    {},
    unitFile,
    (report) => ({
      passed: report.numPassedTests,
      // A test that was not run says nothing, so it counts as failed.
      failed: report.numFailedTests + report.numPendingTests + report.numTodoTests,
    }),
  ),
);

const browserFile = `${RESULTS}/browser.json`;
results.push(
  await suite(
    'npx playwright test --reporter=list,json',
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: browserFile, CI: 'true' },
    browserFile,
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }),
  ),
);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
