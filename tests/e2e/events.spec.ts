import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, numberBox, open, row, settled, slider, test, type } from './fixtures.ts';
import { spokenRows } from './steps.ts';

const CLOSURE = 'Border closure 2024';

/** The box with the points of an event on a row. */
const points = (page: Page, indicator: string, event = CLOSURE) =>
  page.getByRole('textbox', { name: `${event}: percentage points of growth, ${indicator}`, exact: true });

/** Say that the border is closed in 2024, as a planner does who begins at the row it touches most. */
async function closeBorder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Details of Airport passengers' }).click();
  await page.getByText('Events and influences').click();
  await page.getByLabel('Add an event').selectOption('my own, in 2024');
  await expect(page.getByLabel('Name of the event')).toBeFocused();
  await page.keyboard.type(CLOSURE);
  await page.keyboard.press('Enter');
  await type(points(page, 'Airport passengers'), '-30');
  await page.getByLabel(`${CLOSURE}: add a row`).selectOption('HK-invested enterprises');
  await expect(points(page, 'HK-invested enterprises')).toBeFocused();
  await page.keyboard.type('-5');
  await page.keyboard.press('Enter');
  await settled(page);
}

/** What the list of changes says, newest first. */
async function changes(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: /^History/ }).click();
  const said = await page.getByRole('listitem').getByRole('button').allTextContents();
  await page.keyboard.press('Escape');
  return said.map((each) => each.replace(/ now$/, '').trim());
}

test('should say a border closure in 2024, name it, undo it, and hand it on in a link', async ({
  page,
  browser,
}) => {
  await open(page);
  const before = await spokenRows(page);
  await closeBorder(page);
  // 10 % a year, but 10 − 30 and 10 − 5 in 2024.
  await expect(slider(page, 'Airport passengers')).toHaveAttribute('aria-valuetext', /5\.08 million people/);
  await expect(slider(page, 'HK-invested enterprises')).toHaveAttribute(
    'aria-valuetext',
    /10,512 enterprises/,
  );
  await expect(page.getByText('2024, 2 rows')).toBeVisible();
  expect((await changes(page)).slice(0, 4)).toEqual([
    `${CLOSURE}: HK-invested enterprises −5 points`,
    `${CLOSURE}: Airport passengers −30 points`,
    `Event named “${CLOSURE}”`,
    'Event: Event “own”',
  ]);

  const closed = await spokenRows(page);
  const link = page.url();
  expect(link).toMatch(/&d-own=0y1y0&e-own-hke=-5&e-own-pax=-30&.*#name-own=Border%20closure%202024$/);
  const other = await browser.newPage();
  await open(other, link);
  expect(await spokenRows(other)).toEqual(closed);
  await other.getByRole('button', { name: 'Something acts on its growth: Airport passengers' }).click();
  await expect(other.getByRole('note')).toContainText(`${CLOSURE}: −30 percentage points in 2024`);
  await other.close();

  for (let step = 0; step < 4; step++) await page.getByRole('button', { name: 'Undo' }).click();
  await settled(page);
  expect(await spokenRows(page)).toEqual(before);
  await expect(page.getByRole('group', { name: CLOSURE, exact: true })).toHaveCount(0);
  for (let step = 0; step < 4; step++) await page.getByRole('button', { name: 'Redo' }).click();
  await settled(page);
  expect(await spokenRows(page)).toEqual(closed);
  await page.getByRole('button', { name: `Remove the event ${CLOSURE}` }).click();
  await settled(page);
  expect(await spokenRows(page)).toEqual(before);
});

test('should lead from the mark of a row to what acts on it', async ({ page }) => {
  await open(page, '/?v=1&hke=10&d-own=0y1y0&e-own-pax=-30&v-tab=chances#name-own=Border%20closure%202024');
  await row(page, 'Airport passengers')
    .getByRole('button', { name: 'Something acts on its growth: Airport passengers' })
    .click();
  await page.getByRole('button', { name: 'Change what acts on it' }).click();
  await expect(page.getByText(/^Events and influences/)).toBeFocused();
  await expect(points(page, 'Airport passengers')).toBeInViewport();
  await expect(page.getByLabel('Name of the event')).toHaveValue(CLOSURE);
});

test('should save a name with the scenario', async ({ page }) => {
  await open(page);
  await closeBorder(page);
  await page.evaluate(() => history.replaceState(null, '', '/'));
  await open(page);
  await expect(numberBox(page, 'Airport passengers')).toHaveValue('10.0');
  await page.getByText(/^Events and influences/).click();
  await expect(page.getByLabel('Name of the event')).toHaveValue(CLOSURE);
});

for (const lang of ['en', 'zh-Hant', 'zh-Hans'])
  test(`should fit into 320 pixels and be sound for axe in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    await open(
      page,
      `/?v=1&hke=10&d-border=0y-1y0.5&d-own=0y1y1&e-own-pax=-30&see=pax&v-open=1&lang=${lang}#name-own=Border%20closure%20of%20a%20rather%20long%20name%20indeed`,
    );
    const acting = page.locator('[data-part="acting"]');
    await acting.locator('summary').click();
    await expect(acting.getByRole('table')).toHaveCount(2);
    const wide = await acting.evaluate((part) => {
      const { right } = part.getBoundingClientRect();
      return [...part.querySelectorAll<HTMLElement>('*')]
        .filter((each) => each.getBoundingClientRect().right > right + 1)
        .map((each) => each.outerHTML.slice(0, 80));
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true } } })
      .setLegacyMode()
      .include('[data-part="acting"]')
      .analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
