import type { Locator, Page } from '@playwright/test';
import { sealed } from '../link/sealed.ts';
import { expect, settled, type } from './fixtures.ts';

/** The indicators' codes, in the plan's order. */
const CODES = [
  'hke',
  'hkr',
  'cbs',
  'nin',
  'opn',
  'fdi',
  'org',
  'pax',
  'teu',
  'mod',
  'gsp',
  'law',
  'fin',
  'pro',
];

/**
 * Return the canonical link of the default preset with some rates changed.
 *
 * @param changes Growth by code.
 * @param more What else stands in the query, such as `&see=teu`.
 */
export function tenPercentLink(changes: Readonly<Record<string, string>>, more = '', fragment = ''): string {
  const rates = CODES.map((code) => `${code}=${changes[code] ?? '10'}s4`);
  return sealed(`v=1&${rates.join('&')}${more}`, fragment);
}

/** The note about the link that was opened. */
export function linkNote(page: Page): Locator {
  return page.getByRole('region', { name: 'About the link you opened' });
}

/** The buttons that show the open scenarios, without the one that opens a new one. */
export function scenarioTabs(page: Page): Locator {
  return page.getByRole('navigation').locator('button.tab');
}

/** What every slider says, in the plan's order: rate, value and verdict of all indicators. */
export function spokenRows(page: Page): Promise<string[]> {
  return page
    .getByRole('slider')
    .evaluateAll((sliders) => sliders.map((each) => each.getAttribute('aria-valuetext') ?? ''));
}

/** Everything this site keeps on the device. */
export function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** Give the shown scenario a name, in its tab. */
export async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Rename “/ }).click();
  await type(page.getByRole('textbox', { name: 'Name of this scenario' }), name);
  await settled(page);
}

/** Close the shown scenario. */
export async function closeShown(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Close “/ }).click();
}

/** Put another link into the address of the open page, as a paste over the fragment does. */
export async function pasteFragment(page: Page, link: string): Promise<void> {
  await page.evaluate((fragment) => (location.hash = fragment), link.replace(/^\?/, '').replace('#', '&'));
  await settled(page);
}

/**
 * Drag a slider's thumb to and fro without letting go.
 *
 * @param thumb The slider.
 * @param seconds How long.
 */
export async function dragFor(page: Page, thumb: Locator, seconds: number): Promise<void> {
  const box = await thumb.boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const y = box.y + box.height / 2;
  const at = (share: number): number => box.x + 9 + (box.width - 18) * share;
  await page.mouse.move(at(0.3), y);
  await page.mouse.down();
  const end = Date.now() + seconds * 1000;
  for (let i = 0; Date.now() < end; i++) {
    await page.mouse.move(at(0.5 + 0.45 * Math.sin(i / 7)), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

/** Expect that the page stands as a link that was opened without trouble leaves it. */
export async function expectNoNote(page: Page): Promise<void> {
  await expect(page.getByRole('slider')).toHaveCount(14);
  await expect(linkNote(page)).toBeHidden();
}
