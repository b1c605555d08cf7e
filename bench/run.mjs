// `npm run bench`: from a slider's input event to painted numbers, bullet and chart, on the built site in a real browser.
// Prints what it measures and fails where a figure is missed. It is not part of `npm test`: a timed test is no test.
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../tests/chromium.mjs';

const MOVES = 300;
const FRAME = 1000 / 60;
const INDICATOR = 'HK residents employed';

const bundle = await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    minify: true,
    lib: { entry: 'bench/engine-time.ts', formats: ['iife'], name: 'engineTime' },
  },
});
const engineCode = bundle[0].output[0].code;
const server = await preview({ preview: { host: '127.0.0.1', port: 4190 }, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });

// Counts canvas drawing from the start, so that a chart that lags is noticed.
await page.addInitScript(() => {
  window.drawn = [];
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...rectangle) {
    window.drawn.push(performance.now());
    return clearRect.apply(this, rectangle);
  };
});
await page.goto(server.resolvedUrls.local[0]);
await page.waitForSelector('html[data-settled]');
await page.waitForSelector('canvas');
await page.waitForTimeout(500);

const slider = page.getByRole('slider', { name: `Growth a year, ${INDICATOR}` });
await slider.evaluate((input) => {
  const cell = input.closest('[role=row]').querySelector('strong');
  const bullet = input.closest('[role=row]').querySelector('[role=img] .bar, [role=img] [class*=bar]');
  const moves = [];
  window.moves = moves;
  let waiting;
  // The input is the pointer's or the key's own event; what the page makes of it comes after.
  for (const kind of ['pointerrawupdate', 'keydown']) {
    const note = (event) => (waiting = { input: event.timeStamp, bullet: bullet.style.width });
    input.addEventListener(kind, note, true);
  }
  new MutationObserver(() => {
    if (!waiting) return;
    const move = waiting;
    waiting = undefined;
    requestAnimationFrame(() => {
      // A message posted in a frame's last step arrives after that frame was handed over for painting.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const painted = performance.now();
        moves.push({
          latency: painted - move.input,
          chart: window.drawn.some((time) => time >= move.input && time <= painted),
          bullet: bullet.style.width !== move.bullet,
        });
      };
      channel.port2.postMessage(0);
    });
  }).observe(cell, { characterData: true, childList: true, subtree: true });
});

/** Drive the slider through real input events and return what was measured. */
async function measureMoves(drive) {
  await page.evaluate(() => (window.moves.length = 0));
  for (let i = 0; i < MOVES; i++) {
    await drive(i);
    await page.waitForTimeout(20);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => window.moves);
}

// A real drag over the slider, one move after the other, each to a new value.
const box = await slider.boundingBox();
const at = (share) => [box.x + 9 + (box.width - 18) * share, box.y + box.height / 2];
await page.mouse.move(...at(0.3));
await page.mouse.down();
await page.waitForTimeout(300);
const dragged = await measureMoves((i) =>
  page.mouse.move(...at(0.05 + 0.5 * Math.abs(((i * 7) % 200) / 100 - 1))),
);
await page.mouse.up();
const pressed = await measureMoves((i) => page.keyboard.press(i % 100 < 50 ? 'ArrowRight' : 'ArrowLeft'));
const worker = page.workers()[0];
const inWorker = await worker.evaluate(`${engineCode}; measureEngine()`);
await browser.close();
await server.close();

function rowsOf(name, moves) {
  const sorted = moves.map((move) => move.latency).sort((a, b) => a - b);
  const quantile = (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
  return [
    [`${name}: moves that changed the numbers`, moves.length, MOVES * 0.95, '>='],
    [
      `${name}: of them with the bullet in the same frame`,
      moves.filter((move) => move.bullet).length,
      moves.length * 0.98,
      '>=',
    ],
    [
      `${name}: of them with the chart in the same frame`,
      moves.filter((move) => move.chart).length,
      moves.length * 0.98,
      '>=',
    ],
    [`${name}: input to painted, median, ms`, quantile(0.5), FRAME, '<='],
    [`${name}: input to painted, 95 %, ms`, quantile(0.95), 2 * FRAME, '<='],
  ];
}

const rows = [
  ...rowsOf('drag', dragged),
  ...rowsOf('keys', pressed),
  ['full projection in the worker, ms', inWorker.plain, 0.2, '<='],
  ['the same with linked indicators, ms', inWorker.linked, 0.2, '<='],
];
let missed = 0;
for (const [name, value, limit, sign] of rows) {
  const holds = sign === '<=' ? value <= limit : value >= limit;
  if (!holds) missed += 1;
  console.log(
    `${holds ? 'holds ' : 'MISSED'}  ${name}: ${(value ?? NaN).toFixed(3)} (${sign} ${limit.toFixed(1)})`,
  );
}
process.exitCode = missed === 0 ? 0 : 1;
process.exit();
