import type { Page } from '@playwright/test';
import { expect, numberBox, open, row, settled, slider, test, type } from './fixtures.ts';

const HKE = 'HK-invested enterprises';
const TEU = 'Container throughput';

test('should show at once that a target just met at 10 % holds in only half of the futures', async ({
  page,
}) => {
  await open(page);
  // Oracle: the closed form says 50.7 of 100; the picture of the panel shows 35 of 100 for five targets.
  await expect(row(page, HKE)).toContainText('in 51 of 100 simulations');
  await expect(row(page, TEU)).toContainText('in >99 of 100 simulations');
  await expect(page.getByText('At least 5 targets are met in 35 of 100 simulations.')).toBeVisible();
  await expect(row(page, HKE).getByRole('img')).toHaveAccessibleName(
    /^100% of the target, 9 in 10 simulations from 9,8\d\d to 12,3\d\d$/,
  );
  const panel = page.getByRole('tabpanel', { name: 'Indicator' });
  await expect(panel).toContainText('51 of 100 simulations reach 11,000 enterprises.');
  await expect(panel.getByRole('img', { name: /9 in 10 simulations fall between/ })).toBeVisible();
});

test('should move shares with the slider in the same gesture', async ({ page }) => {
  await open(page);
  await slider(page, HKE).press('PageUp');
  await slider(page, HKE).press('PageUp');
  await settled(page);
  // Oracle: Phi((3 ln 1.12 + ln(8274 / 11000)) / (0.04 sqrt 3)) = 0.7875.
  await expect(row(page, HKE)).toContainText('in 79 of 100 simulations');
});

test('should ask how sure the rates are where no spread is set, and answer once one is', async ({ page }) => {
  await open(page, '/?v=1&hke=10&teu=3');
  await expect(row(page, HKE)).not.toContainText('of 100');
  await page.getByRole('button', { name: 'How sure are these rates?' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Chances' });
  await panel.getByRole('button', { name: 'Usual 4' }).click();
  await settled(page);
  await expect(panel.getByRole('button', { name: 'Usual 4' })).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, HKE)).toContainText('in 51 of 100 simulations');
  await expect(row(page, TEU)).toContainText('in 63 of 100 simulations');
  await expect(page).toHaveURL(/hke=10s4&hkr=0s4&.*teu=3s4/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'How sure are these rates?' })).toBeVisible();
});

test('should give one row a spread of its own, by typing', async ({ page }) => {
  await open(page);
  await type(page.getByRole('textbox', { name: `Give or take of ${HKE}, in percentage points` }), '1');
  await type(numberBox(page, HKE), '11');
  await settled(page);
  // Oracle: Phi((3 ln 1.11 + ln(8274 / 11000)) / (0.01 sqrt 3)) = 0.9488.
  await expect(row(page, HKE)).toContainText('in 95 of 100 simulations');
  await expect(page).toHaveURL(/hke=11s1&hkr=10s4/);
  await page.getByRole('tab', { name: 'Chances' }).click();
  await expect(page.getByRole('slider', { name: 'Give or take, all rows' })).toHaveAttribute(
    'aria-valuetext',
    'mixed',
  );
});

test('should not be settled while the tab that was opened is still being loaded', async ({ page }) => {
  await open(page);
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/ChancesPanel[^/]*\.js$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.getByRole('tab', { name: 'Chances' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Chances' })).toHaveText('Working…');
  // The address no longer lags: the tab alone is what is waited for.
  await expect(page).toHaveURL(/v-tab=chances/);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await page.locator('html').getAttribute('data-settled')).toBeNull();
  arrive();
  await settled(page);
  expect((await shares(page)).length).toBeGreaterThan(1);
});

test('should show what changes when indicators share their luck and luck lasts', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Chances' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Chances' });
  await settled(page);
  const before = await shares(page);
  expect(before.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(97);
  const rho = panel.getByRole('slider', { name: 'Good and bad years shared' });
  for (let step = 0; step < 12; step++) await rho.press('ArrowRight');
  await settled(page);
  await expect(page).toHaveURL(/rho=0\.6&/);
  // What is met in every single row stays; how many are met together spreads out.
  await expect(row(page, HKE)).toContainText('in 51 of 100 simulations');
  const together = await shares(page);
  expect(Math.max(...together)).toBeLessThan(Math.max(...before));
  await panel.getByRole('slider', { name: 'Good and bad years persist' }).press('End');
  await settled(page);
  await expect(page).toHaveURL(/rho=0\.6&phi=1&/);
  await expect(row(page, TEU)).toContainText(/in 9\d of 100 simulations/);
});

test('should keep its question while one works, and name the result that changed, without moving the page', async ({
  page,
}) => {
  await open(page);
  const summary = page.locator('.sentence');
  await expect(summary).toContainText(/At least 5 targets are met in \d+ of 100 simulations\./);
  const before = await summary.boundingBox();
  await type(numberBox(page, 'HK residents employed'), '20');
  await settled(page);
  await expect(summary).toContainText('HK residents employed: missed → met (targets met: 5 → 6).');
  await expect(summary).toContainText(/At least 5 targets are met in \d+ of 100 simulations\./);
  expect(await summary.boundingBox()).toEqual(before);
  await page.getByRole('tab', { name: 'Chances' }).click();
  await expect(page.getByRole('combobox', { name: 'At least how many targets' })).toHaveValue('5');
});

test('should ask for growth that is enough in a wanted share of futures, and take it over', async ({
  page,
}) => {
  await open(page);
  const panel = page.getByRole('tabpanel', { name: 'Indicator' });
  const use = panel.getByRole('button', { name: /enough in 80 of 100 simulations$/ });
  // Oracle: (11000 / 8274)^(1/3) exp(0.8416 * 0.04 / sqrt 3) - 1 = 12.115 %, stated upwards.
  await expect(use).toHaveAccessibleName(/^Use 12\.12% a year/);
  await panel.getByRole('combobox', { name: /In how many of 100 simulations/ }).selectOption('95');
  await panel.getByRole('button', { name: /enough in 95 of 100 simulations$/ }).click();
  await settled(page);
  await expect(numberBox(page, HKE)).toHaveValue('14.22');
  await expect(row(page, HKE)).toContainText('in 95 of 100 simulations');
});

test('should simulate a million futures beside the page, and leave them with the scenario they are of', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Chances' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Chances' });
  await expect(panel).toContainText('8,192 simulations under these assumptions');
  const start = panel.getByRole('button', { name: 'Run 1,048,576 simulations' });
  await start.click();
  await expect(panel.getByRole('progressbar', { name: 'Simulations so far' })).toBeVisible();
  await expect(panel).toContainText('1,048,576 simulations under these assumptions', {
    timeout: 30_000,
  });
  await settled(page);
  await expect(row(page, HKE)).toContainText('in 51 of 100 simulations');
  await slider(page, TEU).press('ArrowRight');
  await expect(panel).toContainText('8,192 simulations under these assumptions');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('1,048,576 simulations under these assumptions');
});

test('should give up a million futures at once when asked to, or when something is changed', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: 'Chances' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Chances' });
  const start = panel.getByRole('button', { name: 'Run 1,048,576 simulations' });
  await start.click();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(start).toBeVisible();
  await settled(page);
  await start.click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await slider(page, TEU).press('ArrowRight');
  await expect(start).toBeVisible();
  await settled(page);
  await expect(panel).toContainText('8,192 simulations under these assumptions');
});

test('should print the same counts, give or take 1, whatever the seed', async ({ page }) => {
  await open(page);
  await page.getByRole('tab', { name: 'Chances' }).click();
  const counts = [await rowCounts(page)];
  for (const seed of ['2', '77', '4294967295']) {
    if (seed === '2') {
      await page.getByRole('button', { name: 'Shuffle again' }).click();
      await page.getByText('Number of the shuffle').click();
    } else await type(page.getByRole('textbox', { name: 'Number of the shuffle' }), seed);
    await settled(page);
    counts.push(await rowCounts(page));
  }
  const [first = [], ...others] = counts;
  for (const other of others)
    other.forEach((count, at) => expect(Math.abs(count - (first[at] ?? NaN))).toBeLessThanOrEqual(1));
});

// Helpers

/** Futures of 100 by number of targets met, as the table beside the bars says; "<1" counts as 0. */
async function shares(page: Page): Promise<number[]> {
  const cells = page.getByRole('table', { name: /^Number of targets met/ }).getByRole('cell');
  return (await cells.allTextContents()).map((text) => (text === '<1' ? 0 : Number(text)));
}

/** Futures of 100 that meet each row's target. */
async function rowCounts(page: Page): Promise<number[]> {
  const told = await page.getByText(/^in [<>]?\d+ of 100 simulations$/).allTextContents();
  return told.map((text) => Number(/\d+/.exec(text)?.[0]));
}
