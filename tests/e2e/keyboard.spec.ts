import type { Locator, Page } from '@playwright/test';
import { expect, numberBox, open, settled, slider, test } from './fixtures.ts';
import { scenarioTabs, tenPercentLink } from './steps.ts';

const HKE = 'HK-invested enterprises';

// No test here touches a pointer: everything is reached by Tab and done by keys.

/** Press Tab until something has the focus; gives the number of presses. */
async function tabTo(page: Page, goal: Locator, { most = 80, key = 'Tab' } = {}): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(key);
    if (await goal.evaluate((element) => element === document.activeElement)) return presses;
  }
  throw new Error(`not reached within ${most} presses of ${key}`);
}

/** Open the page and jump to the table by the skip link. */
async function openAtTable(page: Page): Promise<void> {
  await open(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** What has the focus, as a person would call it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'nothing';
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent.trim();
  });

test('should lead to the first slider in four presses by the skip link, in 30 without it', async ({
  page,
}) => {
  await open(page);
  const first = slider(page, 'HK-invested enterprises');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the indicators' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Details of HK-invested enterprises' })).toBeFocused();
  // Over the mark of a row that is met by a hair.
  expect(await tabTo(page, first)).toBeLessThanOrEqual(2);
  expect(new URL(page.url()).hash).toBe('');

  await page.reload();
  await settled(page);
  expect(await tabTo(page, first)).toBeLessThanOrEqual(30);
});

test('should change a rate by the keys of its slider', async ({ page }) => {
  await openAtTable(page);
  const thumb = slider(page, HKE);
  await tabTo(page, thumb);
  for (const { key, rate } of [
    { key: 'ArrowRight', rate: '10.1%' },
    { key: 'ArrowUp', rate: '10.2%' },
    { key: 'ArrowLeft', rate: '10.1%' },
    { key: 'ArrowDown', rate: '10.0%' },
    { key: 'PageUp', rate: '11.0%' },
    { key: 'PageUp', rate: '12.0%' },
    { key: 'PageDown', rate: '11.0%' },
    { key: 'Shift+ArrowRight', rate: '11.01%' },
    { key: 'Shift+ArrowLeft', rate: '11.0%' },
    { key: 'Shift+PageUp', rate: '11.1%' },
    { key: 'Home', rate: '−20.0%' },
    { key: 'ArrowRight', rate: '−19.9%' },
    { key: 'End', rate: '80.0%' },
    { key: 'PageDown', rate: '79.0%' },
  ]) {
    await page.keyboard.press(key);
    await expect(thumb, key).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${rate.replace('.', '\\.')} a year, \\d`),
    );
    await expect(numberBox(page, HKE)).toHaveValue(rate.slice(0, -1));
  }
  await expect(thumb).toBeFocused();
  await settled(page);
  await expect(page).toHaveURL(/hke=79s4&/);
});

test('should bring a rate beyond the slider back to what a step from it is', async ({ page }) => {
  await openAtTable(page);
  await tabTo(page, numberBox(page, HKE));
  await page.keyboard.type('120');
  await page.keyboard.press('Enter');
  await tabTo(page, slider(page, HKE), { key: 'Shift+Tab' });
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  // One step down from 120 is not a leap to 79.9 without a word.
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^(?:119\.9|80\.0)% a year/);
});

test('should change a rate by typing and by the arrow keys of its box', async ({ page }) => {
  await openAtTable(page);
  const field = numberBox(page, HKE);
  await tabTo(page, field);
  await page.keyboard.type('2,25');
  await page.keyboard.press('Enter');
  await expect(slider(page, HKE)).toHaveAttribute(
    'aria-valuetext',
    /^2\.25% a year, 8,845 .*target missed by 2,155$/,
  );
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('2.35');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveValue('2.15');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^4\.0% a year/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“nonsense” was not read');
  await expect(field).toHaveAccessibleDescription(/“nonsense” was not read/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('should read what is typed after an arrow key in a box as a new number', async ({ page }) => {
  await openAtTable(page);
  await tabTo(page, numberBox(page, HKE));
  await page.keyboard.type('2,25');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^4\.0% a year/);
});

test('should undo by Ctrl+Z right after typing into a box', async ({ page }) => {
  await openAtTable(page);
  const field = numberBox(page, HKE);
  await tabTo(page, field);
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^2\.0% a year/);
  await page.keyboard.press('Control+z');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^10\.0% a year/);
  await expect(field).toHaveValue('10.0');
  await page.keyboard.press('Control+Shift+z');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^2\.0% a year/);
});

test('should undo and redo by the buttons', async ({ page }) => {
  await openAtTable(page);
  await tabTo(page, numberBox(page, HKE));
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await tabTo(page, undo, { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^10\.0% a year/);
  // The last undo disables its button; the keyboard's place is not lost with it.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Redo' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^2\.0% a year/);
});

test('should undo by Ctrl+Z from a slider, a series of keys as one step', async ({ page }) => {
  await openAtTable(page);
  await tabTo(page, slider(page, HKE));
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(numberBox(page, HKE)).toHaveValue('10.5');
  await page.waitForTimeout(900);
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
  await expect(numberBox(page, HKE)).toHaveValue('13.5');
  await page.keyboard.press('Control+z');
  await expect(numberBox(page, HKE)).toHaveValue('10.5');
  await page.keyboard.press('Control+z');
  await expect(numberBox(page, HKE)).toHaveValue('10.0');
  await page.keyboard.press('Control+y');
  await expect(numberBox(page, HKE)).toHaveValue('10.5');
  await page.keyboard.press('Control+Shift+z');
  await expect(numberBox(page, HKE)).toHaveValue('13.5');
});

test('should leave a text that is being typed to the browser’s own undo', async ({ page }) => {
  await openAtTable(page);
  await tabTo(page, slider(page, HKE));
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Control+z');
  await expect(slider(page, HKE)).toHaveAttribute('aria-valuetext', /^11\.0% a year/);
});

test('should switch a reading and the language, and copy the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await tabTo(page, page.getByRole('button', { name: 'Details of Foreign investment' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: /^Sum of the years/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Amount during/ })).toBeChecked();
  await settled(page);
  await expect(page).toHaveURL(/m-fdi=flow/);

  await tabTo(page, page.getByRole('combobox', { name: 'Language' }), { key: 'Shift+Tab', most: 120 });
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page.getByRole('combobox', { name: '語言' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: '複製連結' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('已複製連結');
  await settled(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(page.url()).toContain(tenPercentLink({}, '&m-fdi=flow&see=fdi&lang=zh-Hant'));
});

test('should move between the panel’s tabs by arrow keys, Home and End', async ({ page }) => {
  await open(page);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tabTo(page, tab('Indicator'));
  for (const { key, name } of [
    { key: 'ArrowRight', name: 'Sources' },
    { key: 'ArrowRight', name: 'Chances' },
    { key: 'ArrowRight', name: 'What matters' },
    { key: 'ArrowLeft', name: 'Chances' },
    { key: 'Home', name: 'Indicator' },
    { key: 'ArrowLeft', name: 'Goal' },
    { key: 'ArrowRight', name: 'Indicator' },
    { key: 'End', name: 'Goal' },
  ]) {
    const to = tab(name);
    await page.keyboard.press(key);
    await expect(to).toBeFocused();
    await expect(to).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tab', { selected: true })).toHaveCount(1);
    await expect(page.getByRole('tabpanel')).toHaveAccessibleName(name);
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tabpanel')).toBeFocused();
});

test('should open and close every menu and give the focus back', async ({ page }) => {
  await open(page);
  for (const name of [/^History/, /^Examples/, /^Reset/]) {
    const menu = page.getByRole('button', { name });
    await tabTo(page, menu);
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Enter');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await expect(menu).not.toBeFocused();
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
    await expect(menu).toBeFocused();
    await page.keyboard.press('Space');
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(menu).toBeFocused();
    // Leaving it closes it too.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    await expect(menu).toHaveAttribute('aria-expanded', 'false');
  }
});

test('should choose a preset and return to a step by keys, the focus kept on the menu', async ({ page }) => {
  await open(page);
  const presets = page.getByRole('button', { name: 'Examples' });
  await tabTo(page, presets);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /^No growth from 2022/ }), { most: 4 });
  await page.keyboard.press('Enter');
  await expect(presets).toBeFocused();
  await expect(numberBox(page, HKE)).toHaveValue('0.0');
  const changes = page.getByRole('button', { name: 'History' });
  await tabTo(page, changes, { key: 'Shift+Tab', most: 9 });
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /^Opened/ }), { most: 4 });
  await page.keyboard.press('Enter');
  await expect(changes).toBeFocused();
  await expect(numberBox(page, HKE)).toHaveValue('10.0');
});

test.describe('the keyboard’s place', () => {
  test('should stay on a scenario that was chosen', async ({ page }) => {
    await open(page);
    await tabTo(page, page.getByRole('button', { name: /^New scenario/ }));
    await page.keyboard.press('Enter');
    await expect(scenarioTabs(page)).toHaveCount(2);
    await tabTo(page, scenarioTabs(page).first(), { key: 'Shift+Tab' });
    await page.keyboard.press('Enter');
    await expect(scenarioTabs(page).first()).toHaveAttribute('aria-current', 'true');
    expect(await focused(page)).toBe('10% a year');
  });

  test('should not be lost when a scenario is named', async ({ page }) => {
    await open(page);
    await tabTo(page, page.getByRole('button', { name: /^Rename “/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Second');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Third');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Second', exact: true })).toBeFocused();
  });

  test('should not be lost when a scenario is removed and brought back', async ({ page }) => {
    await open(page);
    await tabTo(page, page.getByRole('button', { name: /^New scenario/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, scenarioTabs(page).nth(1), { key: 'Shift+Tab' });
    await page.keyboard.press('Delete');
    await expect(scenarioTabs(page)).toHaveCount(1);
    expect.soft(await focused(page)).not.toBe('nothing');
    await tabTo(page, page.getByRole('button', { name: 'Bring it back' }), { most: 90 });
    await page.keyboard.press('Enter');
    await expect(scenarioTabs(page)).toHaveCount(2);
    expect.soft(await focused(page)).not.toBe('nothing');
  });

  test('should not be lost when a note is dismissed', async ({ page }) => {
    await open(page, '/?v=1&hke=12');
    await tabTo(page, page.getByRole('button', { name: 'Dismiss' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
    expect(await focused(page)).not.toBe('nothing');
  });

  test('should not be lost when a driver or a link is removed', async ({ page }) => {
    await open(page, '/?v=1&hke=10&d-border=1y1y1&k-hke-hkr=0.2');
    await tabTo(page, page.getByText(/^Events and influences/), { most: 120 });
    await page.keyboard.press('Enter');
    for (const name of ['Remove the event Border opening', 'Remove the influence of HK residents employed']) {
      await tabTo(page, page.getByRole('button', { name }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name })).toHaveCount(0);
      expect.soft(await focused(page), name).not.toBe('nothing');
    }
  });
});

for (const width of [1440, 320]) {
  test(`should lead through the whole page and out of it at ${width} pixels, in reading order`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, '/?v=1&hke=10&d-border=1y1y1&k-hke-hkr=0.2');
    if (width === 320)
      await page.getByRole('button', { name: 'Details of HK-invested enterprises' }).press('Enter');
    await page.getByText(/^Events and influences/).press('Enter');
    await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, summary, [tabindex]',
      );
      let place = 0;
      for (const each of controls) {
        const isGroupMember = each instanceof HTMLInputElement && each.type === 'radio' && !each.checked;
        if (each.matches(':disabled') || each.tabIndex < 0 || isGroupMember) continue;
        if (each.checkVisibility()) each.dataset['place'] = String(place++);
      }
      Object.assign(window, { places: place });
      // A mark at the very start, so that the first Tab goes to the first control.
      document.body.tabIndex = -1;
      document.body.focus();
    });
    const all = await page.evaluate(() => (window as unknown as { places: number }).places);
    expect(all).toBeGreaterThan(55);
    const visited: number[] = [];
    for (let presses = 0; presses < all; presses++) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(
        () => (document.activeElement as HTMLElement | null)?.dataset['place'],
      );
      if (place === undefined) break;
      visited.push(Number(place));
      const shown = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight && box.width > 0;
      });
      expect(shown, `control ${place} is in view when it has the focus`).toBe(true);
    }
    expect(visited).toEqual(Array.from({ length: all }, (_, i) => i));
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['place']),
    ).not.toBe(String(all - 1));
  });
}

test('should mark the focus of every control by 2 pixels or more', async ({ page }) => {
  await open(page);
  const seen = new Set<string>();
  for (let presses = 0; presses < 75; presses++) {
    await page.keyboard.press('Tab');
    const mark = await page.evaluate(() => {
      const { activeElement: element } = document;
      if (element === null || element === document.body) return undefined;
      const style = getComputedStyle(element);
      return {
        what: `${element.tagName}.${element.className}`,
        width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        shadow: style.boxShadow,
      };
    });
    if (mark === undefined || seen.has(mark.what)) continue;
    seen.add(mark.what);
    expect(mark.width >= 2 || mark.shadow !== 'none', JSON.stringify(mark)).toBe(true);
  }
});

for (const keys of [['Enter'], ['Enter', 'Tab'], ['Tab']]) {
  test(`should make one step of a number that is typed and confirmed by ${keys.join(' and ')}`, async ({
    page,
  }) => {
    await openAtTable(page);
    const field = numberBox(page, HKE);
    await tabTo(page, field);
    await page.keyboard.type('2,5');
    for (const key of keys) await page.keyboard.press(key);
    await expect(field).toHaveValue('2.5');
    await settled(page);
    await tabTo(page, page.getByRole('button', { name: /^History/ }), { key: 'Shift+Tab' });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('banner').getByRole('listitem')).toHaveText([
      /HK-invested enterprises: 10\.0% → 2\.5%/,
      /Opened “10% a year”/,
    ]);
  });
}
