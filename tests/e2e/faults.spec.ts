import type { Locator, Page } from '@playwright/test';
import { expect, numberBox, open, row, settled, slider, test, type } from './fixtures.ts';
import { spokenRows } from './steps.ts';

const TEU = 'Container throughput';
const PAX = 'Airport passengers';

/** What the init script below leaves in the page. */
interface Watched {
  readonly workers: Worker[];
}

/** Keep hold of every worker the page starts. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        workers.push(this);
      }
    };
  });
}

const workersStarted = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Watched).workers.length);

/** End the newest worker without a word to the page. */
const killWorker = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as Watched).workers.at(-1)?.terminate());

/** Make the newest worker busy for ever. */
function hangWorker(page: Page): void {
  void page
    .workers()
    .at(-1)
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined); // the worker is ended sooner or later
}

/** The line that says that there is no background worker. */
const inProcessNote = (page: Page): Locator => page.getByText('computes without a background worker here');

/** Expect that an element lies over no row of the table, wherever the page is scrolled to. */
async function expectNothingCovered(page: Page, element: Locator): Promise<void> {
  for (const at of [0, 0.5, 1]) {
    await page.evaluate((share) => window.scrollTo(0, share * document.body.scrollHeight), at);
    const box = await element.boundingBox();
    for (const row of await page.getByRole('row').all()) {
      const other = await row.boundingBox();
      if (box === null || other === null) continue;
      const overlap = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
      const beside = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
      expect(Math.min(overlap, beside), await row.innerText()).toBeLessThanOrEqual(0);
    }
  }
}

/** What a frame showed of one row and of the whole page. */
interface Frame {
  readonly at: number;
  /** The rate that counts, as its slider has it. */
  readonly rate: string;
  /** Its value in 2025. */
  readonly value: string;
  /** What its slider says. */
  readonly spoken: string;
  /** How many of the 14 values are not known. */
  readonly unknown: number;
  readonly count: string;
  readonly verdicts: number;
  readonly isSettled: boolean;
}

/** Keep a record of what every frame shows of Container throughput, from now on. */
async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: unknown[] = [];
    Object.assign(window, { frames });
    const text = (element: Element | null | undefined): string => element?.textContent.trim() ?? '';
    const look = (): void => {
      const sliders = [...document.querySelectorAll<HTMLInputElement>('input[type=range]')];
      const throughput = sliders.find((each) => /Container/.test(each.getAttribute('aria-label') ?? ''));
      const own = throughput?.closest('[role=row]');
      const values = [...document.querySelectorAll('[role=cell] strong')].map(text);
      frames.push({
        at: performance.now(),
        rate: throughput?.value,
        value: text(own?.querySelector('strong')),
        spoken: throughput?.getAttribute('aria-valuetext'),
        unknown: values.filter((value) => value === '…').length,
        count: text(document.querySelector('main strong')),
        verdicts: [
          ...document.querySelectorAll('[role=row]:has(input) [role=cell]:nth-last-child(2)'),
        ].filter((each) => !/…/.test(text(each))).length,
        isSettled: document.documentElement.hasAttribute('data-settled'),
      });
      requestAnimationFrame(look);
    };
    look();
  });
}

/** Where Container throughput ends in 2025, by rate: 15.91 million TEU and three years of growth. */
const ENDS: Readonly<Record<string, string>> = {
  10: '21.18',
  1: '16.39',
  '1.5': '16.64',
  2: '16.88',
  '2.5': '17.13',
};
/** How long an old number may stand beside a new rate, in milliseconds. */
const STALE = 400;

/** Expect that in no frame an old number passed for the answer to a new question, and that there was a time without. */
async function expectNothingStale(page: Page): Promise<void> {
  const frames = await page.evaluate(() => (window as unknown as { frames: Frame[] }).frames);
  let changed = -Infinity;
  let [before] = frames;
  for (const frame of frames) {
    if (frame.rate !== before?.rate) changed = frame.at;
    const end = ENDS[frame.rate];
    const what = JSON.stringify(frame);
    if (end !== undefined) {
      if (frame.isSettled) expect(frame.value, what).toBe(end);
      // What is said aloud never puts an old value to a new rate.
      const said = /^([\d.]+)% a year, ([\d.]+) /.exec(frame.spoken);
      if (said?.[1] !== undefined) expect(said[2], what).toBe(ENDS[String(Number(said[1]))]);
      // A frame after a pause of the whole page says nothing of how long it was shown.
      const isTimely = frame.at - (before?.at ?? 0) < 100;
      if (frame.at - changed > STALE && isTimely) expect([end, '…'], what).toContain(frame.value);
    }
    before = frame;
  }
  const empty = frames.filter(({ unknown }) => unknown === 14);
  expect(empty.length).toBeGreaterThan(0);
  for (const { isSettled, count, verdicts } of empty)
    expect({ isSettled, count, verdicts }).toEqual({ isSettled: false, count: '…', verdicts: 0 });
}

/** What the slider of Container throughput says at 1.5 %. */
const HALF_RIGHT = /^1\.5% a year, 16\.64 million TEU in 2025, target missed by 0\.36$/;

test.describe('a worker', () => {
  test('should be replaced where it died without a word, and the newest change be answered', async ({
    page,
  }) => {
    await watchWorkers(page);
    await open(page);
    await record(page);
    for (let times = 1; times <= 2; times++) {
      await killWorker(page);
      const start = Date.now();
      await type(numberBox(page, TEU), `${times}`);
      await page.waitForTimeout(350);
      await type(numberBox(page, PAX), '30');
      await type(numberBox(page, TEU), '1.5');
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT, { timeout: 4000 });
      await settled(page);
      expect(Date.now() - start).toBeLessThan(4000);
      await expect(numberBox(page, PAX)).toHaveValue('30.0');
      expect(await workersStarted(page)).toBe(1 + times);
    }
    await expectNothingStale(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('should be replaced where it hangs; no old number stands beside a new rate meanwhile', async ({
    page,
  }) => {
    await watchWorkers(page);
    await open(page);
    await expect(row(page, TEU).getByRole('cell', { name: '21.18', exact: true })).toBeVisible();
    await record(page);
    hangWorker(page);
    await page.waitForTimeout(100);
    const start = Date.now();
    await type(numberBox(page, TEU), '1');
    await page.waitForTimeout(300);
    // The page stays usable: several changes, by slider and by box, while the worker hangs.
    await slider(page, PAX).press('PageUp');
    await slider(page, PAX).press('ArrowRight');
    await type(numberBox(page, TEU), '2.5');
    await expect(numberBox(page, PAX)).toHaveValue('11.1');
    await type(numberBox(page, TEU), '1.5');
    await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT, { timeout: 4000 });
    await settled(page);
    expect(Date.now() - start).toBeLessThan(4000);
    await expect(slider(page, PAX)).toHaveAttribute('aria-valuetext', /^11\.1% a year, 7\.20 million/);
    await expect(page.getByText('At these rates 4 of 14 targets are met in 2025.')).toBeVisible();
    expect(await workersStarted(page)).toBe(2);
    await expectNothingStale(page);
    // And the next change needs no new one.
    await type(numberBox(page, TEU), '3');
    await settled(page);
    await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', /^3\.0% a year.*target met$/);
    expect(await workersStarted(page)).toBe(2);
  });

  test('should be replaced where it hangs in a drag', async ({ page }) => {
    await watchWorkers(page);
    await open(page);
    hangWorker(page);
    const thumb = slider(page, TEU);
    await thumb.focus();
    for (let i = 0; i < 30; i++) {
      await thumb.press('ArrowLeft');
      if (i === 15) await page.waitForTimeout(250);
    }
    await expect(thumb).toHaveAttribute('aria-valuetext', /^7\.0% a year, 19\.49 .*target met$/, {
      timeout: 4000,
    });
    await settled(page);
  });

  test('should be asked again where it throws, and the next change work', async ({ page }) => {
    await watchWorkers(page);
    await page.addInitScript(() => {
      const native = Reflect.get(Worker.prototype, 'postMessage') as (message: unknown, ...more: []) => void;
      Worker.prototype.postMessage = function postMessage(
        message: { argumentList?: unknown[] },
        ...more: []
      ) {
        // A question without a scenario makes the engine throw inside the worker.
        if ('poison' in window && Array.isArray(message.argumentList)) {
          Reflect.deleteProperty(window, 'poison');
          Reflect.apply(native, this, [{ ...message, argumentList: [{ type: 'RAW', value: {} }] }, ...more]);
        } else Reflect.apply(native, this, [message, ...more]);
      };
    });
    await open(page);
    for (let i = 1; i <= 8; i++) {
      await page.evaluate(() => Object.assign(window, { poison: true }));
      await type(numberBox(page, TEU), `${i}`);
      await settled(page);
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', new RegExp(`^${i}\\.0% a year, \\d`));
    }
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('should be waited for where it never says a word: the page computes by itself meanwhile, and is right', async ({
    page,
  }) => {
    await open(page);
    const rows = await spokenRows(page);
    await watchWorkers(page);
    await page.addInitScript(() => {
      Worker.prototype.postMessage = () => undefined;
    });
    await page.goto('/');
    await expect(page.getByRole('cell', { name: '…', exact: true })).toHaveCount(28);
    await expect(page.locator('html')).not.toHaveAttribute('data-settled');
    await type(numberBox(page, PAX), '30');
    await type(numberBox(page, TEU), '1.5');
    await settled(page);
    await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT);
    await type(numberBox(page, TEU), '10');
    await type(numberBox(page, PAX), '10');
    await settled(page);
    expect(await spokenRows(page)).toEqual(rows);
    expect(await workersStarted(page)).toBe(1);
    await expect(inProcessNote(page)).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  for (const seconds of [2, 6]) {
    test(`should be waited for where it starts after ${seconds} s, and then answer`, async ({ page }) => {
      await watchWorkers(page);
      await page.addInitScript(() => {
        // What the page has been told by its worker.
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        const native = Reflect.get(Worker.prototype, 'addEventListener') as (...given: unknown[]) => void;
        Worker.prototype.addEventListener = function addEventListener(type: string, ...more: unknown[]) {
          Reflect.apply(native, this, [type, ...more]);
          if (type === 'message') Reflect.apply(native, this, [type, (event: unknown) => heard.push(event)]);
        };
      });
      let isHeld = true;
      await page.route(/engine\.worker/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
        isHeld = false;
        await route.continue();
      });
      await open(page);
      expect(await page.evaluate(() => performance.now())).toBeLessThan(5000);
      await expect(page.getByText('At these rates 5 of 14 targets are met in 2025.')).toBeVisible();
      const answers = (): Promise<number> =>
        page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.length);
      await expect.poll(() => isHeld, { timeout: 15_000 }).toBe(false);
      await expect.poll(answers, { timeout: 15_000 }).toBeGreaterThan(0);
      const before = await answers();
      await type(numberBox(page, TEU), '1.5');
      await settled(page);
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT);
      expect(await answers()).toBeGreaterThan(before);
      expect(await workersStarted(page)).toBe(1);
      await expect(inProcessNote(page)).toHaveCount(0);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  for (const { what, spoil } of [
    {
      what: 'has none',
      spoil: () => void Reflect.deleteProperty(window, 'Worker'),
    },
    {
      what: 'refuses to start one',
      spoil: () => {
        window.Worker = class {
          constructor() {
            throw new DOMException('refused', 'SecurityError');
          }
        } as unknown as typeof Worker;
      },
    },
  ]) {
    test(`should not be needed where the browser ${what}: a quiet line says so`, async ({ page }) => {
      await page.addInitScript(spoil);
      await open(page);
      await expect(page.getByText('At these rates 5 of 14 targets are met in 2025.')).toBeVisible();
      await expect(inProcessNote(page)).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expectNothingCovered(page, inProcessNote(page));
      // A million draws too.
      await page.getByRole('tab', { name: /Futures|Chances/ }).click();
      await page.getByRole('button', { name: /1,048,576/ }).click();
      await expect(page.getByRole('paragraph').filter({ hasText: /^1,048,576/ })).toBeVisible({
        timeout: 25_000,
      });
      await settled(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }
});

test('should say in one place what the page has to say, over nothing that can be read', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Reflect.deleteProperty(window, 'Worker');
  });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 720 });
    await open(page);
    await type(numberBox(page, TEU), '2');
    const notice = page.getByRole('alert').filter({ hasText: 'storage is full' });
    await expect(notice).toBeVisible();
    await expectNothingCovered(page, notice);
    await expectNothingCovered(page, inProcessNote(page));
  }
});

test.describe('a worker whose script', () => {
  test.use({ allowed: [/Failed to load resource|planted/] });

  for (const { what, fulfil } of [
    { what: 'does not load', fulfil: undefined },
    { what: 'is gone from the host', fulfil: { status: 404, body: 'not found' } },
    { what: 'is broken', fulfil: { contentType: 'text/javascript', body: 'throw new Error("planted")' } },
    { what: 'is a web page', fulfil: { contentType: 'text/html', body: '<!doctype html>planted' } },
  ]) {
    test(`${what} should be done without within 3 s`, async ({ page }) => {
      await page.route(/engine\.worker/, (route) =>
        fulfil === undefined ? route.abort() : route.fulfill(fulfil),
      );
      await open(page);
      await expect(inProcessNote(page)).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await page.evaluate(() => performance.now())).toBeLessThan(5000);
      await expect(page.getByText('At these rates 5 of 14 targets are met in 2025.')).toBeVisible();
      await type(numberBox(page, TEU), '1.5');
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT);
    });
  }
});

test('should show the last input whatever the delays of the answers', async ({ page, context }) => {
  await page.addInitScript(() => {
    let seed = 20250;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const native = Reflect.get(Worker.prototype, 'addEventListener') as (...given: unknown[]) => void;
    Worker.prototype.addEventListener = function addEventListener(
      type: string,
      listener: EventListenerOrEventListenerObject,
      ...more: []
    ) {
      const late = (event: Event): void => {
        setTimeout(() => {
          if (typeof listener === 'function') listener.call(this, event);
          else listener.handleEvent(event);
        }, random() * 300);
      };
      Reflect.apply(native, this, [type, type === 'message' ? late : listener, ...more]);
    };
  });
  await open(page);
  let seed = 4711;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const names = [TEU, PAX, 'HK residents employed', 'Foreign investment', 'National innovations'];
  const keys = ['PageUp', 'PageDown', 'ArrowRight', 'ArrowLeft', 'Home', 'End'];
  for (let move = 0; move < 30; move++) {
    const name = names[Math.floor(random() * names.length)] ?? TEU;
    await slider(page, name).press(keys[Math.floor(random() * keys.length)] ?? 'PageUp');
    await page.waitForTimeout(random() * 120);
  }
  await settled(page);
  const shown = await spokenRows(page);
  const another = await context.newPage();
  await open(another, page.url());
  expect(await spokenRows(another)).toEqual(shown);
  // Nothing comes late.
  await page.waitForTimeout(400);
  expect(await spokenRows(page)).toEqual(shown);
});

test('should show the chart in words where the browser gives no canvas', async ({ page }) => {
  await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
  await open(page);
  await expect(
    page
      .getByRole('region', { name: 'Details' })
      .getByText(/^From 8,274 in 2022 to 11,013 enterprises in 2025/),
  ).toBeVisible();
});

for (const { what, spoil } of [
  { what: 'gives no canvas', spoil: () => (HTMLCanvasElement.prototype.getContext = () => null) },
  {
    what: 'throws at a canvas',
    spoil: () => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    },
  },
]) {
  test(`should work where the browser ${what}: summary and table stand for the chart`, async ({ page }) => {
    await page.addInitScript(spoil);
    await open(page);
    await expect(
      page.getByRole('img', {
        name: /trajectory and target\. From 8,274 in 2022 to 11,013 enterprises in 2025/,
      }),
    ).toBeAttached();
    await page.getByText('Numbers by year').click();
    const table = page.getByRole('table', { name: /HK-invested enterprises|enterprises$/ });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByRole('row').last()).toContainText('11,012.694');
    await page.getByRole('button', { name: `Details of ${TEU}` }).click();
    await type(numberBox(page, TEU), '1.5');
    await expect(
      page.getByRole('img', { name: /trajectory and target\. From 15\.9.* to 16\.6/ }),
    ).toBeAttached();
  });
}

test.describe('the chart', () => {
  test.use({ allowed: [/Failed to load resource|attach-chart/] });

  test('should be missed by nothing else where its script does not load', async ({ page }) => {
    await page.route(/attach-chart/, (route) => route.abort());
    await open(page);
    await type(numberBox(page, TEU), '1.5');
    await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', HALF_RIGHT);
    await expect(
      page.getByRole('region', { name: 'Details' }).getByText(/^From 15\.9.* in 2022 to 16\.6/),
    ).toBeVisible();
  });
});
