// Main-thread time of the built page, as the browser itself counts it, against another build in the same run:
// `node bench/page.mjs <folder of the other build>`. Ratios only; figures in milliseconds depend on the machine.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const MOVES = 100;
const ROUNDS = 3;
const LAYOUTS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 } },
};

const [other] = process.argv.slice(2);
if (other === undefined || !existsSync(join(other, 'index.html'))) {
  console.error('usage: node bench/page.mjs <folder of another build>');
  process.exit(2);
}
const builds = { old: other, new: 'dist' };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
const results = [];
for (const [layout, options] of Object.entries(LAYOUTS))
  for (const measure of [measureStart, measureDrag]) {
    const found = { old: [], new: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, folder] of Object.entries(builds))
        found[name].push(await withPage(folder, options, measure));
    for (const figure of Object.keys(found.new[0])) {
      const [before, now] = [found.old, found.new].map((rounds) =>
        median(rounds.map((each) => each[figure])),
      );
      results.push({ layout, figure, old: round2(before), new: round2(now), ratio: round2(now / before) });
    }
  }
await browser.close();
console.table(results);

/** Serve a build and measure a new page of it. */
async function withPage(folder, options, measure) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ ...options, locale: 'en-GB' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () =>
    Object.fromEntries(
      (await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
    );
  try {
    return await measure(page, `http://127.0.0.1:${server.address().port}/`, count);
  } finally {
    await context.close();
    server.close();
  }
}

async function measureStart(page, address, count) {
  const before = await count();
  await page.goto(address);
  await page.waitForSelector('html[data-settled]');
  const after = await count();
  return {
    'start: task, ms': (after.TaskDuration - before.TaskDuration) * 1000,
    'start: script, ms': (after.ScriptDuration - before.ScriptDuration) * 1000,
  };
}

/** A real drag, a move each 33 ms. */
async function measureDrag(page, address, count) {
  await page.goto(address);
  await page.waitForSelector('html[data-settled]');
  await page.waitForTimeout(1500);
  const slider = page.getByRole('slider', { name: 'Growth a year, HK residents employed' });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  const at = (move) => box.x + box.width * (0.35 + 0.25 * Math.sin(move / 8));
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  for (let move = 1; move <= 30; move++) await step(page, at(move), y);
  const before = await count();
  for (let move = 31; move <= 30 + MOVES; move++) await step(page, at(move), y);
  const after = await count();
  await page.mouse.up();
  const per = (name, unit) => ((after[name] - before[name]) * unit) / MOVES;
  return {
    'move: task, ms': per('TaskDuration', 1000),
    'move: script, ms': per('ScriptDuration', 1000),
    'move: layouts': per('LayoutCount', 1),
  };
}

async function step(page, x, y) {
  await page.mouse.move(x, y);
  await page.waitForTimeout(33);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function round2(value) {
  return Math.round(value * 100) / 100;
}
