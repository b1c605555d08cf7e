import type { Locator, Page } from '@playwright/test';
import { expect, numberBox, open, settled, slider, test } from './fixtures.ts';

const HKE = 'HK-invested enterprises';
const undo = (page: Page): Locator => page.getByRole('button', { name: 'Undo' });

/** Drag a slider's thumb by a mouse to a share of its width. */
async function drag(
  page: Page,
  thumb: Locator,
  { from, to }: { readonly from: number; readonly to: number },
) {
  const box = await thumb.boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const [at, y] = [(share: number) => box.x + 9 + (box.width - 18) * share, box.y + box.height / 2];
  await page.mouse.move(at(from), y);
  await page.mouse.down();
  await page.mouse.move(at(to), y, { steps: 6 });
  await page.mouse.up();
}

test.describe('after a mouse', () => {
  // So low that there is something to scroll.
  test.use({ viewport: { width: 1000, height: 500 } });

  for (const key of ['PageDown', 'Space', 'End']) {
    test(`should leave ${key} to the page, as a presenter's clicker presses it`, async ({ page }) => {
      await open(page);
      await drag(page, slider(page, HKE), { from: 0.3, to: 0.5 });
      await expect(numberBox(page, HKE)).toHaveValue('30.0');
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(150);
      await page.keyboard.press('PageUp');
      await page.keyboard.press('Home');
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      await expect(numberBox(page, HKE)).toHaveValue('30.0');
    });
  }

  test('should take arrows for the slider, and then every key of it', async ({ page }) => {
    await open(page);
    await drag(page, slider(page, HKE), { from: 0.3, to: 0.5 });
    await page.keyboard.press('ArrowRight');
    await expect(numberBox(page, HKE)).toHaveValue('30.1');
    await expect(slider(page, HKE)).toBeFocused();
    await page.keyboard.press('PageDown');
    await expect(numberBox(page, HKE)).toHaveValue('29.1');
  });

  test('should go on to the next control by Tab', async ({ page }) => {
    await open(page);
    await drag(page, slider(page, HKE), { from: 0.3, to: 0.5 });
    await page.keyboard.press('Tab');
    await expect(numberBox(page, HKE)).toBeFocused();
  });

  test('should scroll in the panel after a drag of its slider', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: `Details of ${HKE}` }).click();
    await page.getByRole('tab', { name: 'Chances' }).click();
    const spread = page.getByRole('tabpanel').getByRole('slider').first();
    await spread.scrollIntoViewIfNeeded();
    const panel = page.getByRole('tabpanel');
    const before = await panel.evaluate(({ scrollTop }) => scrollTop);
    await drag(page, spread, { from: 0.2, to: 0.5 });
    await expect(spread).toHaveAttribute('aria-valuetext', '10');
    await page.keyboard.press('PageDown');
    await expect.poll(() => panel.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(before);
    await expect(spread).toHaveAttribute('aria-valuetext', '10');
  });
});

test('should leave the keys of a clicker to the page after a click on the map, too', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Two factors' }).click();
  const map = page.getByRole('tabpanel').getByRole('slider');
  await map.click({ position: { x: 60, y: 60 } });
  await settled(page);
  const link = page.url();
  for (const key of ['PageUp', 'Space', 'PageDown', 'End', 'Space']) await page.keyboard.press(key);
  await settled(page);
  expect(page.url()).toBe(link);
  // Arrows are the map's, and whoever goes on by keys has all of them.
  for (const key of ['ArrowRight', 'ArrowRight', 'PageUp', 'Enter']) await page.keyboard.press(key);
  await settled(page);
  expect(page.url()).not.toBe(link);
});

test('should not be armed by a right press', async ({ page }) => {
  await open(page);
  const box = await slider(page, HKE).boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down({ button: 'right' });
  // Let go elsewhere, as over the menu that it opens.
  await page.mouse.move(box.x - 30, y, { steps: 4 });
  await page.mouse.up({ button: 'right' });
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 10, y, { steps: 10 });
  await page.mouse.move(box.x + 20, y, { steps: 10 });
  await page.mouse.up();
  await expect(numberBox(page, HKE)).toHaveValue('10.0');
  await expect(undo(page)).toBeDisabled();
});

test('should end a drag wherever the button is let go', async ({ page }) => {
  await open(page);
  const box = await slider(page, HKE).boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 9 + (box.width - 18) * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y + 200, { steps: 4 });
  await page.mouse.up();
  await expect(numberBox(page, HKE)).toHaveValue('30.0');
  await page.mouse.move(box.x + 20, y, { steps: 4 });
  await expect(numberBox(page, HKE)).toHaveValue('30.0');
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
});

test('should take a series of keys for one step, in every box and on every slider', async ({ page }) => {
  await open(page, '/?v=1&hke=5y6y7s4&hkr=10s4&d-border=1y1y1&k-hke-hkr=0.2&rho=0.3');
  await page.locator('summary', { hasText: 'Events and influences' }).click();
  const panel = page.getByRole('tabpanel');
  const controls = async (): Promise<readonly Locator[]> => [
    ...(await panel.getByRole('textbox').all()),
    ...(await panel.getByRole('slider').all()),
  ];
  const press = async (all: readonly Locator[]): Promise<void> => {
    for (const control of all) {
      await control.focus();
      for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowUp');
      await control.blur();
      await settled(page);
      await expect(undo(page)).toBeEnabled();
      await undo(page).click();
      await expect(undo(page), (await control.getAttribute('aria-label')) ?? '').toBeDisabled();
    }
  };
  const boxes = await controls();
  expect(boxes.length).toBeGreaterThanOrEqual(13); // three years, spread, eight of the driver, the influence
  await press([numberBox(page, HKE), slider(page, HKE), ...boxes]);
  await page.getByRole('tab', { name: 'Chances' }).click();
  await expect(panel.getByRole('slider')).toHaveCount(3);
  await press(await controls());
});

for (const growth of ['a500', '5y6y7', '30c12000', '6.2', 'a-0.0001']) {
  test(`should come back to exactly ${growth} by a step right and one left`, async ({ page }) => {
    await open(page, `/?v=1&hke=${growth}`);
    for (const [control, there, back] of [
      [slider(page, HKE), 'ArrowRight', 'ArrowLeft'],
      [slider(page, HKE), 'PageDown', 'PageUp'],
      [slider(page, HKE), 'Shift+ArrowLeft', 'Shift+ArrowRight'],
      [numberBox(page, HKE), 'ArrowUp', 'ArrowDown'],
    ] as const) {
      await control.press(there);
      await page.waitForTimeout(850); // two gestures, not one
      await control.press(back);
      await settled(page);
      expect(new URL(page.url()).searchParams.get('hke'), there).toBe(growth);
    }
  });
}
