import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, numberBox, open, settled, slider, test, type } from './fixtures.ts';
import { sealed } from '../link/sealed.ts';

const HKE = 'HK-invested enterprises';
const HKR = 'HK residents employed';
/** Ten percent everywhere, with spreads for the first two indicators. */
const SPREAD = `/${sealed('v=1&hke=10s4&hkr=10s4&teu=10&mod=10')}`;

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByRole('tabpanel', { name })).toBeVisible();
  await settled(page);
}

test('should say where the result changes, nearest first, and set one of them in a step that can be undone', async ({
  page,
}) => {
  await open(page);
  await openTab(page, 'What matters');
  const flips = page.getByRole('tabpanel').getByRole('listitem');
  await expect(flips.first()).toHaveText(/Modern-service value added\s+missed from 9\.97% down\s+−0\.03/);
  await page.getByRole('button', { name: 'Set Legal service institutions to 12.63%' }).click();
  await settled(page);
  await expect(numberBox(page, 'Legal service institutions')).toHaveValue('12.63');
  await expect(page.getByText('At these rates 6 of 14 targets are met in 2025.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set Legal service institutions to 12.62%' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(numberBox(page, 'Legal service institutions')).toHaveValue('10.0');
});

test('should rank assumptions by how far they move the outcome, as a chart and as a table', async ({
  page,
}) => {
  await open(page, SPREAD);
  await openTab(page, 'What matters');
  await expect(page.getByRole('img', { name: /^What matters most: / })).toBeVisible();
  await page.getByText('Numbers as a table').click();
  const table = page.getByRole('tabpanel').getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(15);
  await expect(table.getByRole('row').nth(1)).toHaveText(/at 9\.0%|at 6\.0%/);
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: HKE });
  await settled(page);
  await expect(page.getByRole('heading', { name: `Which assumption moves ${HKE}?` })).toBeVisible();
  await expect(table.getByRole('row').nth(1)).toHaveText(/^HK-invested enterprises/);
  await page.getByRole('combobox', { name: 'Step' }).selectOption('5 percentage points');
  await settled(page);
  await expect(table.getByRole('row').nth(1)).toHaveText(/at 5\.0%.*at 15\.0%/);
});

test('should fill a map and set both rates by one click, as one step', async ({ page }) => {
  await open(page, SPREAD);
  await openTab(page, 'Two factors');
  await expect(page.getByText(/^Here: 10\.0% and 10\.0%: both targets met in (<1|\d+) of 100/)).toBeVisible();
  const grid = page.getByRole('slider', { name: /^Two factors: HK-invested enterprises across/ });
  const box = await grid.boundingBox();
  await grid.click({ position: { x: (box?.width ?? 0) - 4, y: 4 } });
  await settled(page);
  await expect(
    page.getByText(/^Here: 25\.0% and 30\.0%: both targets met in (>99|\d+) of 100/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByText(`Growth set: ${HKE}, ${HKR}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(numberBox(page, HKE)).toHaveValue('10.0');
  await expect(numberBox(page, HKR)).toHaveValue('10.0');
});

test('should let the keys move over the map, say each cell, and set it by Enter', async ({ page }) => {
  await open(page, SPREAD);
  await openTab(page, 'Two factors');
  const grid = page.getByRole('slider', { name: /^Two factors:/ });
  await grid.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(grid).toHaveAttribute(
    'aria-valuetext',
    /^11\.0% and 15\.0%: both targets met in (<1|>99|\d+) of 100 simulations\.$/,
  );
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^11\.0%/);
  await expect(slider(page, HKR)).toHaveAttribute('aria-valuetext', /^15\.0%/);
  await expect(grid).toBeFocused();
});

test('should never show an answer to another scenario', async ({ page }) => {
  await open(page);
  await openTab(page, 'What matters');
  await type(numberBox(page, 'Modern-service value added'), '12');
  await settled(page);
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toHaveText(
    /HK-invested enterprises/,
  );
  const modern = page.getByRole('listitem').filter({ hasText: 'Modern-service value added' });
  await expect(modern).toContainText('−2.03');
});

for (const { what, width, scheme } of [
  { what: 'beside the table', width: 1440, scheme: 'light' },
  { what: 'on a phone in the dark', width: 320, scheme: 'dark' },
] as const)
  for (const tab of ['What matters', 'Two factors'])
    test(`should leave axe nothing to say of ${tab} ${what}, and fit`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, SPREAD);
      if (width < 1200) await page.getByRole('button', { name: `Details of ${HKE}` }).click();
      await openTab(page, tab);
      const { violations } = await new AxeBuilder({ page })
        .include('[role="tabpanel"]')
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const overflow = await page.evaluate(() => {
        const panel = document.querySelector('[role="tabpanel"]');
        const root = document.documentElement;
        return [root.scrollWidth - root.clientWidth, (panel?.scrollWidth ?? 0) - (panel?.clientWidth ?? 0)];
      });
      expect(overflow).toEqual([0, 0]);
    });
