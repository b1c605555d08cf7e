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
  chromium: undefined,
  peers: async ({ comparePeers }) => {
    const { PEERS: peers } = await import('./peers/peers.mjs');
    return comparePeers(peers, ownWork);
  },
  growth: ({ measureGrowth }) => measureGrowth(ownWork),
  generators: ({ measureGenerators }) => measureGenerators(ownWork),
};

/** Build a TypeScript entry for Node; returns the file. */
async function buildForNode(entry, outDir) {
  const name = 'figures.mjs';
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, name);
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

/** Run what a browser is asked inside the worker of the built page; resolves with its rows. */
async function runInChromium() {
  const bundle = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'bench/draws/in-browser.ts', formats: ['iife'], name: 'inBrowser' },
    },
  });
  if (!existsSync('dist/index.html')) await build({ logLevel: 'error' });
  const server = await preview({ preview: { host: '127.0.0.1', port: 4191 }, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForSelector('html[data-settled]');
  const rows = await page.workers()[0].evaluate(`${bundle[0].output[0].code}; measureInBrowser()`);
  await browser.close();
  await server.close();
  return rows;
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
    const bundle = await buildForNode('bench/draws/figures.ts', directory);
    for (const part of parts) {
      const start = performance.now();
      const rows = part === 'chromium' ? await runInChromium() : await runPart(part, bundle);
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
