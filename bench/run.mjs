// `npm run bench`: from a slider's input event to painted numbers, bullet and chart, on the built site in a real browser.
// Prints what it measures and fails where a figure is missed. It is not part of `npm test`: a timed test is no test.
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../tests/chromium.mjs';

const MOVES = 300;
/** Milliseconds between two moves: as fast as a key that is held down repeats. */
const PACE = 33;
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

/** Open the built site at 1440 x 900, move a slider by drag and by keys, and return every move that changed a number. */
async function measure(flags) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--disable-background-networking', ...flags],
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
  await slider.evaluate(watchMoves);

  /** Drive the slider through real input events and return what was measured. */
  async function drive(step) {
    await page.evaluate(() => (window.moves.length = 0));
    for (let i = 0; i < MOVES; i++) {
      await step(i);
      await page.waitForTimeout(PACE);
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
  const dragged = await drive((i) =>
    page.mouse.move(...at(0.05 + 0.5 * Math.abs(((i * 7) % 200) / 100 - 1))),
  );
  await page.mouse.up();
  const pressed = await drive((i) => page.keyboard.press(i % 100 < 50 ? 'ArrowRight' : 'ArrowLeft'));
  const inWorker = await page.workers()[0].evaluate(`${engineCode}; measureEngine()`);
  await browser.close();
  return { dragged, pressed, inWorker };
}

/** Runs in the page: note when numbers, bullet and chart of each move are painted. */
function watchMoves(input) {
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
}

const { dragged, pressed, inWorker } = await measure([]);
// After a key Chromium holds a worker's messages back until it has painted the frame it owes; this shows what that costs.
const unheld = await measure(['--disable-features=DeferRendererTasksAfterInput']);
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
  ...rowsOf('keys, messages not held back', unheld.pressed).slice(-2),
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
