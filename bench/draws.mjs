// `npm run bench:draws`: how accurate draws are, how long they take, and how that compares with other libraries.
// Names of parts limit it to those: `npm run bench:draws -- accuracy peers`. Every part has a process of its own.
import { chromium } from '@playwright/test';
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, preview } from 'vite';
import { findChromium } from '../tests/chromium.mjs';

const PEERS = fileURLToPath(new URL('peers/', import.meta.url));

/** Milliseconds of work this process has done, on all its threads: other programs do not count. */
const ownWork = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const PARTS = {
  accuracy: ({ measureAccuracy }) => measureAccuracy(),
  node: ({ measureSpeed }) => measureSpeed('Node', ownWork),
  chromium: undefined, // in a browser, see `IN_BROWSER`
  peers: async ({ comparePeers }) => {
    const { PEERS: peers } = await import('./peers/peers.mjs');
    return comparePeers(peers, ownWork);
  },
  growth: ({ measureGrowth }) => measureGrowth(ownWork),
  map: ({ measureMap }) => measureMap(ownWork),
  turns: ({ measureTurns }) => measureTurns(ownWork),
  count: ({ measureCount }) =>
    measureCount(ownWork, new URL('count-worker.mjs', pathToFileURL(process.env.BENCH_BUNDLE))),
  page: undefined, // in a browser too
  generators: ({ measureGenerators }) => measureGenerators(ownWork),
};

/** Parts that need a browser; they run in this process. */
const IN_BROWSER = { chromium: speedInWorker, page: millionOnPage };

/** Build the TypeScript of the parts for Node; returns the file that has them. */
async function buildForNode(outDir) {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: { figures: 'bench/draws/figures.ts', 'count-worker': 'bench/draws/count-worker.ts' },
        // As in the site's own build.
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', topLevelVar: false },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'figures.mjs');
}

/** Run one part in a process of its own; resolves with its rows. */
function runPart(part, bundle) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], {
      env: { ...process.env, BENCH_PART: part, BENCH_BUNDLE: bundle },
    });
    let rows;
    child.on('message', (message) => (rows = message));
    child.on('close', (code) =>
      code === 0 && rows ? resolve(rows) : reject(new Error(`${part} ended with ${code}`)),
    );
  });
}

/** Open the built page in Chromium and measure something there; resolves with its rows. */
async function runInChromium(measure) {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4191 }, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForSelector('html[data-settled]');
  const rows = await measure(page);
  await browser.close();
  await server.close();
  return rows;
}

/** The same as in Node, inside the page's own worker. */
async function speedInWorker(page) {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'bench/draws/in-browser.ts', formats: ['iife'], name: 'inBrowser' },
      rolldownOptions: { output: { topLevelVar: false } },
    },
  });
  return page.workers()[0].evaluate(`${bundle[0].output[0].code}; measureInBrowser()`);
}

/** A million draws asked for on the page, from the press of the button to the answer; and how soon Cancel gives up. */
async function millionOnPage(page) {
  await page.getByRole('tab', { name: 'Chances' }).click();
  const start = page.getByRole('button', { name: 'Run 1,048,576 simulations' });
  await start.waitFor();
  const cancelled = await page.evaluate(pressAndWait, { press: 'button.many-start', cancel: true });
  await start.waitFor();
  const whole = await page.evaluate(pressAndWait, { press: 'button.many-start', cancel: false });
  return [
    { name: 'page: 1,048,576 draws', value: whole.took, unit: 'ms', limit: 2000, sign: '<=' },
    { name: 'page: different values of the progress bar', value: whole.reports, unit: '' },
    { name: 'page: frames painted meanwhile, each second', value: whole.frames, unit: '' },
    { name: 'page: from Cancel to the button being back', value: cancelled.took, unit: 'ms' },
  ];
}

/** Runs on the page: press a button and wait until the run is over, or press Cancel at the first report of progress. */
async function pressAndWait({ press, cancel }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const said = new Set();
  let frames = 0;
  let begin = performance.now();
  document.querySelector(press).click();
  for (let over = false; !over; frames += 1) {
    await frame();
    const progress = document.querySelector('progress');
    const value = Number(progress?.value ?? 0);
    said.add(value);
    if (cancel && value > 0) {
      begin = performance.now();
      progress.parentElement.querySelector('button').click();
      await frame();
    }
    over = document.querySelector('progress') === null && document.querySelector(press) !== null;
  }
  const took = performance.now() - begin;
  return { took, reports: said.size, frames: (1000 * frames) / took };
}

/** Print figures; returns how many are missed. */
function print(rows) {
  let missed = 0;
  for (const { name, value, unit, limit, sign } of rows) {
    const holds = limit === undefined || (sign === '<=' ? value <= limit : value >= limit);
    if (!holds) missed += 1;
    const verdict = limit === undefined ? '      ' : holds ? 'holds ' : 'MISSED';
    const bound = limit === undefined ? '' : ` (${sign} ${limit})`;
    const digits = Math.abs(value) >= 1000 ? 0 : 3;
    console.log(`${verdict}  ${name}: ${(value ?? NaN).toFixed(digits)} ${unit}${bound}`);
  }
  return missed;
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((part) => !Object.hasOwn(PARTS, part));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}.`);
    return 2;
  }
  const parts = wanted.length > 0 ? wanted : Object.keys(PARTS);
  if (parts.includes('peers') && !existsSync(join(PEERS, 'node_modules')))
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
  const directory = mkdtempSync(join(tmpdir(), 'bench-draws-'));
  let missed = 0;
  try {
    const bundle = await buildForNode(directory);
    for (const part of parts) {
      const start = performance.now();
      const inBrowser = IN_BROWSER[part];
      const rows = await (inBrowser ? runInChromium(inBrowser) : runPart(part, bundle));
      console.log(`\n${part} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
      missed += print(rows);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return missed === 0 ? 0 : 1;
}

const part = process.env.BENCH_PART;
if (part === undefined) process.exit(await main());
const figures = await import(pathToFileURL(process.env.BENCH_BUNDLE).href);
process.send(await PARTS[part](figures));
process.disconnect();
