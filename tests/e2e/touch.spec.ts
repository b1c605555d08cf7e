import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, numberBox, open, settled, slider, test } from './fixtures.ts';

const HKE = 'HK-invested enterprises';
const TEU = 'Container throughput';
/** Width of a thumb; its middle marks the value. */
const THUMB = 18;

interface Point {
  readonly x: number;
  readonly y: number;
}

for (const { device, width, height } of [
  { device: 'a phone', width: 390, height: 844 },
  { device: 'a tablet', width: 820, height: 1180 },
]) {
  test.describe(`a finger on ${device}`, () => {
    test.use({ viewport: { width, height }, hasTouch: true });

    test('should never change a value by 200 swipes over the whole page that read it', async ({ page }) => {
      test.setTimeout(240_000);
      await open(page);
      const touch = await startTouching(page);
      const random = randomNumbers(20250207);
      const opened = await values(page);
      const link = page.url();
      const length = await page.evaluate(() => document.documentElement.scrollHeight);
      let scrolled = 0;
      for (let swipe = 0; swipe < 200; swipe++) {
        // Half of them begin on a slider or a button beside a box, where it matters most.
        await page.evaluate((y) => scrollTo(0, y), random() * (length - height));
        const targets = await touchable(page);
        const aimed = targets[Math.floor(random() * targets.length)];
        const from =
          aimed !== undefined && swipe % 2 === 0
            ? { x: aimed.left + random() * aimed.width, y: aimed.top + random() * aimed.height }
            : { x: random() * width, y: random() * height };
        const down = random() < 0.5 ? 1 : -1;
        // As a thumb swipes: up or down, up to 30 degrees aslant, fast or slow.
        const to = {
          x: from.x + (random() - 0.5) * 150,
          y: from.y + down * (130 + random() * 250),
        };
        const before = await page.evaluate(() => scrollY);
        await touch.swipe(from, to, { steps: 3 + Math.floor(random() * 12) });
        if ((await page.evaluate(() => scrollY)) !== before) scrolled += 1;
      }
      await settled(page);
      expect(await values(page)).toEqual(opened);
      expect(page.url()).toBe(link);
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
      // They were swipes indeed: at the ends of the page some have nothing to scroll.
      expect(scrolled).toBeGreaterThan(120);
    });

    test('should scroll the page and leave the value where it takes a thumb up or down', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      for (const name of [HKE, 'HK residents employed', 'Foreign investment', TEU]) {
        const thumb = await thumbOf(page, slider(page, name));
        const before = await page.evaluate(() => scrollY);
        await touch.swipe(thumb, { x: thumb.x + 20, y: thumb.y - 300 });
        expect(await page.evaluate(() => scrollY), name).toBeGreaterThan(before + 100);
        await expect(numberBox(page, name)).toHaveValue('10.0');
      }
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    });

    test('should do nothing by a tap or a sideways swipe on the track', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      const box = await boxOf(slider(page, HKE));
      for (const share of [0.02, 0.5, 0.6, 0.8, 0.98])
        await touch.tap({ x: box.x + box.width * share, y: box.middle });
      await touch.swipe(
        { x: box.x + box.width * 0.6, y: box.middle },
        { x: box.x + box.width * 0.9, y: box.middle },
      );
      // A tap on the thumb itself moves nothing either.
      await touch.tap({ x: (await thumbOf(page, slider(page, HKE))).x + 7, y: box.middle });
      await settled(page);
      await expect(numberBox(page, HKE)).toHaveValue('10.0');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    });

    test('should land where it takes the thumb to, within half a point, as one step', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      const thumb = slider(page, HKE);
      const random = randomNumbers(7);
      let drags = 0;
      while (drags < 10) {
        const from = await thumbOf(page, thumb);
        const box = await boxOf(thumb);
        const wanted = -18 + random() * 95;
        const x = box.x + THUMB / 2 + ((wanted + 20) / 100) * (box.width - THUMB);
        // Browsers take a finger that moves less than some 15 pixels for a tap.
        if (Math.abs(x - from.x) < 35) continue;
        drags += 1;
        // Taken up to 15 pixels beside its middle, and not quite level.
        const at = { x: from.x + (random() - 0.5) * 30, y: from.y + (random() - 0.5) * 36 };
        await touch.swipe(at, { x, y: at.y + (random() - 0.5) * 8 }, { steps: 10 });
        const rate = Number((await numberBox(page, HKE).inputValue()).replace('−', '-'));
        expect(Math.abs(rate - wanted), `${rate} for ${wanted}`).toBeLessThanOrEqual(0.5);
      }
      await settled(page);
      for (let undone = 0; undone < drags; undone++) await page.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(page, HKE)).toHaveValue('10.0');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    });

    test('should leave everything as it was where the drag is cancelled', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      const from = await thumbOf(page, slider(page, HKE));
      await touch.start(from);
      await touch.move({ x: from.x + 30, y: from.y });
      await touch.move({ x: from.x + 60, y: from.y });
      await expect(numberBox(page, HKE)).not.toHaveValue('10.0');
      await touch.cancel();
      await expect(numberBox(page, HKE)).toHaveValue('10.0');
      await settled(page);
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
      expect(await page.evaluate(() => location.search)).not.toMatch(/hke=(?!10s4)/);
    });

    test('should find everything it takes hold of 44 pixels wide and high', async ({ page }) => {
      await open(page);
      for (const name of [HKE, TEU]) {
        const box = await boxOf(slider(page, name));
        expect(box.height, name).toBeGreaterThanOrEqual(44);
        for (const more of ['Less', 'More']) {
          const button = await boxOf(page.getByRole('button', { name: `${more} growth, ${name}` }));
          expect(Math.min(button.width, button.height), `${more}, ${name}`).toBeGreaterThanOrEqual(44);
        }
      }
    });

    test('should take half a point by a tap on − or +, and repeat while it is held, as one step', async ({
      page,
    }) => {
      await open(page);
      const touch = await startTouching(page);
      const [less, more] = ['Less', 'More'].map((which) =>
        page.getByRole('button', { name: `${which} growth, ${HKE}` }),
      ) as [Locator, Locator];
      await touch.tap(await middleOf(more));
      await expect(numberBox(page, HKE)).toHaveValue('10.5');
      await touch.tap(await middleOf(less));
      await touch.tap(await middleOf(less));
      await expect(numberBox(page, HKE)).toHaveValue('9.5');
      await page.waitForTimeout(900);
      await touch.start(await middleOf(more));
      await page.waitForTimeout(1300);
      await touch.end();
      const up = Number(await numberBox(page, HKE).inputValue());
      expect(up).toBeGreaterThanOrEqual(11);
      expect((up * 2) % 1).toBe(0);
      await page.waitForTimeout(500);
      await expect(numberBox(page, HKE)).toHaveValue(up.toFixed(1));
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(page, HKE)).toHaveValue('9.5');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(page, HKE)).toHaveValue('10.0');
    });

    test('should take a hold back that becomes scrolling', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      const at = await middleOf(page.getByRole('button', { name: `More growth, ${HKE}` }));
      await touch.start(at);
      await page.waitForTimeout(900);
      await expect(numberBox(page, HKE)).not.toHaveValue('10.0');
      for (let y = 20; y <= 200; y += 20) await touch.move({ x: at.x, y: at.y - y });
      await touch.end();
      await expect(numberBox(page, HKE)).toHaveValue('10.0');
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
    });

    test('should move the slider of all spreads only by its thumb, too', async ({ page }) => {
      await open(page);
      const touch = await startTouching(page);
      await page.getByRole('button', { name: `Details of ${HKE}` }).click();
      await page.getByRole('tab', { name: 'Chances' }).click();
      const spread = page.getByRole('tabpanel').getByRole('slider').first();
      await spread.scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollBy(0, 200));
      const box = await boxOf(spread);
      const at = (points: number): Point => ({
        x: box.x + THUMB / 2 + (points / 20) * (box.width - THUMB),
        y: box.middle,
      });
      await touch.tap(at(15));
      await touch.swipe(at(12), { x: at(12).x + 10, y: box.middle - 250 });
      await expect(spread).toHaveAttribute('aria-valuetext', '4');
      const { y } = await thumbOf(page, spread);
      await touch.swipe({ x: at(4).x, y }, { x: at(11.1).x, y });
      await expect(spread).toHaveAttribute('aria-valuetext', '11');
    });
  });
}

for (const width of [320, 390, 820, 1180]) {
  test(`should cut nothing of a row with its buttons at ${width} pixels`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      hasTouch: true,
      viewport: { width, height: 800 },
    });
    const page = await context.newPage();
    await open(page, '/?v=1&hke=-99.9999&hkr=999.5&fdi=-19.37');
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(scrolls).toBeLessThanOrEqual(0);
    const cut = await page.evaluate(() => {
      const found: string[] = [];
      for (const row of document.querySelectorAll<HTMLElement>('[role="row"]')) {
        const outer = row.getBoundingClientRect();
        for (const each of row.querySelectorAll<HTMLElement>('input, button')) {
          if (!each.checkVisibility()) continue;
          const box = each.getBoundingClientRect();
          if (box.left < outer.left - 1 || box.right > outer.right + 1)
            found.push(`${each.ariaLabel ?? ''} outside its row`);
          if (each instanceof HTMLInputElement && each.type === 'text' && each.scrollWidth > each.clientWidth)
            found.push(`${each.ariaLabel ?? ''} cut: ${each.value}`);
        }
      }
      return found;
    });
    expect(cut).toEqual([]);
    await context.close();
  });
}

// Helpers

/** Fingers on the page, by the browser's own input: with scrolling, taps and everything that follows from them. */
async function startTouching(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  const start = (at: Point) => send('touchStart', [at]);
  const move = (at: Point) => send('touchMove', [at]);
  const end = () => send('touchEnd', []);
  return {
    start,
    move,
    end,
    cancel: () => send('touchCancel', []),
    async tap(at: Point) {
      await start(at);
      await end();
      await page.waitForTimeout(60);
    },
    async swipe(from: Point, to: Point, { steps = 8 } = {}) {
      await start(from);
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        await move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      }
      await end();
      await page.waitForTimeout(30);
    },
  };
}

/** The text of every box and the value of every slider. */
function values(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input')].map((input) => input.value),
  );
}

/** Where on the screen sliders, boxes and their buttons are. */
function touchable(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('input, button[aria-label*="growth,"]')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ top, bottom }) => top > 0 && bottom < innerHeight)
      .map(({ left, top, width, height }) => ({ left, top, width, height })),
  );
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it has no box');
  return { ...box, middle: box.y + box.height / 2 };
}

async function middleOf(locator: Locator): Promise<Point> {
  await locator.scrollIntoViewIfNeeded();
  const { x, width, middle } = await boxOf(locator);
  return { x: x + width / 2, y: middle };
}

/** Where the middle of a slider's thumb is, scrolled to the middle of the screen. */
async function thumbOf(page: Page, thumb: Locator): Promise<Point> {
  await thumb.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  // The page may still glide from the last swipe.
  await expect
    .poll(async () => {
      const { y } = await boxOf(thumb);
      await page.waitForTimeout(60);
      return (await boxOf(thumb)).y - y;
    })
    .toBe(0);
  const share = await thumb.evaluate((input: HTMLInputElement) => {
    const [min, max] = [Number(input.min), Number(input.max)];
    return (input.valueAsNumber - min) / (max - min);
  });
  const { x, width, middle } = await boxOf(thumb);
  return { x: x + THUMB / 2 + share * (width - THUMB), y: middle };
}

/** Numbers from 0 to 1, the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
