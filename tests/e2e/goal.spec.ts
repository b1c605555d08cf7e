import type { Locator, Page } from '@playwright/test';
import { expect, numberBox, open, settled, test, type } from './fixtures.ts';
import { tenPercentLink } from './steps.ts';

const LAW = 'Legal service institutions';
const OPN = 'Openness cases';

test('should seek the cheapest way to ten targets in 80 of 100 simulations, around locked and capped rows, and set it', async ({
  page,
}) => {
  await open(page);
  const panel = await openGoal(page);
  await expect(panel.getByRole('heading')).toHaveText('Goal: cheapest way to 6 of 14 targets');
  await expect(panel).toContainText(`${LAW} +2.63 points to 12.63%`);
  await panel.getByRole('combobox', { name: 'Targets to meet' }).selectOption('10');
  await panel.getByRole('combobox', { name: 'How surely' }).selectOption('80');
  await settled(page);
  await expect(panel.getByRole('heading')).toHaveText(
    'Goal: cheapest way to 10 of 14 targets in 80 of 100 simulations',
  );
  const holds = panel.getByText('With these rates, at least 10 of 14 are met in 80 of 100 simulations.');
  await expect(holds).toBeVisible();
  await expect(changes(panel).filter({ hasText: LAW })).toHaveCount(1);

  await panel.getByText('Rows to leave as they are, or to cap').click();
  await panel.getByRole('combobox', { name: `May the goal change ${LAW}?` }).selectOption('leave as it is');
  await panel.getByRole('combobox', { name: `May the goal change ${OPN}?` }).selectOption('raise to at most');
  await type(panel.getByRole('textbox', { name: `Highest growth of ${OPN}, percent a year` }), '18');
  await settled(page);
  await expect(holds).toBeVisible();
  await expect(changes(panel).filter({ hasText: LAW })).toHaveCount(0);
  await expect(changes(panel).filter({ hasText: OPN })).toHaveText(/to 1[0-8](\.\d+)?%$/);
  await expect(page).toHaveURL(/&v-tab=goal&v-goal=10&v-gshare=80&v-lock=law&v-cap=opn18&/);

  await panel.getByRole('button', { name: 'Set these rates' }).click();
  await settled(page);
  await expect(numberBox(page, LAW)).toHaveValue('10.0');
  await expect(panel).toContainText('Nothing has to change.');
  await expect(panel.getByRole('heading')).toContainText('10 of 14 targets');
  await expect(holds).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await settled(page);
  await expect(panel.getByRole('button', { name: 'Set these rates' })).toBeVisible();

  await page.reload();
  await settled(page);
  await expect(page.getByRole('tabpanel', { name: 'Goal' })).toContainText(
    'With these rates, at least 10 of 14 are met in 80 of 100 simulations.',
  );
});

test('should let a slider move at once while a goal is still sought', async ({ page }) => {
  await open(page, `/${tenPercentLink({}, '&v-tab=goal&v-goal=12&v-gshare=95')}`);
  await settled(page);
  const panel = page.getByRole('tabpanel', { name: 'Goal' });
  await panel.getByRole('combobox', { name: 'Targets to meet' }).selectOption('11');
  await type(numberBox(page, LAW), '30');
  await settled(page);
  await expect(numberBox(page, LAW)).toHaveValue('30.0');
  await expect(panel).toContainText(/at least 11 of 14 are met in 9\d of 100 simulations/);
});

// Helpers

async function openGoal(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Goal' }).click();
  await settled(page);
  return page.getByRole('tabpanel', { name: 'Goal' });
}

/** The changes that an answer consists of. */
function changes(panel: Locator): Locator {
  return panel.getByRole('listitem').filter({ hasText: 'points' });
}
