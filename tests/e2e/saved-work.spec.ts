import type { Page } from '@playwright/test';
import { sealed } from '../link/sealed.ts';
import { expect, numberBox, open, settled, slider, test, type } from './fixtures.ts';
import {
  closeShown,
  linkNote,
  pasteFragment,
  rename,
  scenarioTabs,
  spokenRows,
  stored,
  tenPercentLink,
} from './steps.ts';

const TEU = 'Container throughput';
const PAX = 'Airport passengers';
const HKE = 'HK-invested enterprises';

/** The links of what is kept on this device. */
async function keptLinks(page: Page): Promise<string[]> {
  const records = Object.entries(await stored(page)).filter(([key]) => key.startsWith('qianhai.scenario.'));
  return records.map(([, text]) => String((JSON.parse(text) as { link: string }).link));
}

async function openNew(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New scenario/ }).click();
  await settled(page);
}

async function choosePreset(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('button', { name }).last().click();
  await settled(page);
}

test.describe('work on this device', () => {
  test('should not exist before the first change, whatever is looked at', async ({ page, context }) => {
    await open(page);
    await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
    await page.getByRole('tab', { name: 'Sources' }).click();
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.keyboard.press('Escape');
    await page.goto('about:blank');
    await open(page, `/${sealed('v=1&hke=12&hke.2=13')}`);
    await scenarioTabs(page).nth(1).click();
    await settled(page);
    await page.goto('about:blank');
    await open(page);
    expect(await stored(page)).toEqual({});
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
  });

  test('should survive a reload and a later visit at the bare address', async ({ page, context }) => {
    await open(page);
    await type(numberBox(page, TEU), '7.25');
    await type(numberBox(page, PAX), '31');
    await settled(page);
    const rows = await spokenRows(page);
    await page.reload();
    await settled(page);
    expect(await spokenRows(page)).toEqual(rows);
    await expect(scenarioTabs(page)).toHaveCount(1);
    await page.close();
    const later = await context.newPage();
    await open(later);
    expect(await spokenRows(later)).toEqual(rows);
    await expect(scenarioTabs(later)).toHaveText(['10% a year, changed']);
    expect(new URL(later.url()).search).toBe('');
  });

  test('should survive a page that is left at once after a change', async ({ page }) => {
    await open(page);
    await type(numberBox(page, TEU), '7');
    await type(numberBox(page, TEU), '8');
    await type(numberBox(page, TEU), '9');
    await page.goto('about:blank');
    await open(page);
    await expect(numberBox(page, TEU)).toHaveValue('9.0');
  });

  test('should hold several scenarios by name, in their order', async ({ page }) => {
    await open(page);
    await type(numberBox(page, TEU), '1');
    await rename(page, '前海 low');
    await openNew(page);
    await rename(page, 'High <b>');
    await type(numberBox(page, TEU), '2');
    await openNew(page);
    await rename(page, 'Third');
    await type(numberBox(page, TEU), '3');
    await settled(page);
    // The one that was shown last is shown again, whether it was worked on or looked at.
    for (const shown of ['3.0', '1.0']) {
      await page.goto('about:blank');
      await open(page);
      await expect(scenarioTabs(page)).toHaveText(['前海 low', 'High <b>', 'Third']);
      await expect(numberBox(page, TEU)).toHaveValue(shown);
      await scenarioTabs(page).nth(1).click();
      await expect(numberBox(page, TEU)).toHaveValue('2.0');
      await scenarioTabs(page).nth(0).click();
      await expect(numberBox(page, TEU)).toHaveValue('1.0');
    }
  });

  test('should stay as it is when a link is opened, looked at and left', async ({ page }) => {
    await open(page);
    await type(numberBox(page, TEU), '7.25');
    await rename(page, 'Mine');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toEqual([tenPercentLink({ teu: '7.25' }, '', '#name=Mine')]);
    const before = await stored(page);
    await page.goto('about:blank');
    for (const link of [
      sealed('v=1&hke=12', '#name=Theirs'),
      '?v=1&hke=12&nokey=1',
      sealed('v=1&hke=1&hke.2=2'),
    ]) {
      await open(page, `/${link}`);
      await expect(numberBox(page, TEU)).toHaveValue('0.0');
      await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
      await page.waitForTimeout(600);
      expect(await stored(page)).toEqual(before);
      await page.goto('about:blank');
    }
    await open(page, `/${sealed('v=1&hke=12', '#name=Theirs')}`);
    await expect(scenarioTabs(page)).toHaveText(['Mine', 'Theirs']);
    await type(numberBox(page, TEU), '1');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toHaveLength(2);
    expect(await keptLinks(page)).toContain(tenPercentLink({ teu: '7.25' }, '', '#name=Mine'));
    await scenarioTabs(page).first().click();
    await expect(numberBox(page, TEU)).toHaveValue('7.25');
  });

  test('should not pile up copies of a link that is opened again and again', async ({ page }) => {
    const link = `/${sealed('v=1&hke=12')}`;
    await open(page, link);
    await type(numberBox(page, TEU), '1');
    await settled(page);
    const changed = page.url();
    for (let i = 0; i < 3; i++) {
      await page.goto('about:blank');
      await open(page, changed);
      await expect(scenarioTabs(page)).toHaveCount(1);
    }
  });

  test('should be removable and come back', async ({ page }) => {
    await open(page);
    await type(numberBox(page, TEU), '1');
    await rename(page, 'First');
    await openNew(page);
    await rename(page, 'Second');
    await type(numberBox(page, TEU), '2');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toHaveLength(2);
    await scenarioTabs(page).first().click();
    await closeShown(page);
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['Second']);
    await expect(numberBox(page, TEU)).toHaveValue('2.0');
    expect(await keptLinks(page)).toHaveLength(1);
    await expect(page.getByText('“First” was closed.')).toBeVisible();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['First', 'Second']);
    await expect(numberBox(page, TEU)).toHaveValue('1.0');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => keptLinks(page)).toHaveLength(2);
    await page.goto('about:blank');
    await open(page);
    await expect(scenarioTabs(page)).toHaveText(['First', 'Second']);
  });

  test('should leave the default preset when the last scenario is removed', async ({ page }) => {
    await open(page);
    await type(numberBox(page, TEU), '1');
    await settled(page);
    await closeShown(page);
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['10% a year']);
    await expect(numberBox(page, TEU)).toHaveValue('10.0');
    expect(await keptLinks(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await settled(page);
    await expect(numberBox(page, TEU)).toHaveValue('1.0');
  });

  test('should show the other scenario, not the preset, when the one worked on last was removed', async ({
    page,
  }) => {
    await open(page);
    await type(numberBox(page, TEU), '1');
    await openNew(page);
    await type(numberBox(page, TEU), '2');
    await settled(page);
    await closeShown(page);
    await settled(page);
    await page.goto('about:blank');
    await open(page);
    await expect(numberBox(page, TEU)).toHaveValue('1.0');
    await expect(scenarioTabs(page)).toHaveCount(1);
  });
});

test.describe('what is open', () => {
  test('should survive a reload, and being closed and opened again, with names, order, steps and what is shown', async ({
    page,
    context,
  }) => {
    await open(page);
    await openNew(page);
    await rename(page, 'Mine');
    for (const value of ['5', '6', '7']) await type(numberBox(page, TEU), value);
    await page.getByRole('button', { name: 'Undo' }).click();
    await choosePreset(page, /^Just enough for every target/);
    await scenarioTabs(page).nth(1).click();
    await settled(page);
    await page.close();
    const again = await context.newPage();
    await open(again);
    for (let visit = 0; visit < 3; visit++) {
      await expect(scenarioTabs(again)).toHaveText(['10% a year', 'Mine', 'Just enough for every target']);
      await expect(scenarioTabs(again).nth(1)).toHaveAttribute('aria-current', 'true');
      await expect(numberBox(again, TEU)).toHaveValue('6.0');
      await again.getByRole('button', { name: 'Redo' }).click();
      await expect(numberBox(again, TEU)).toHaveValue('7.0');
      await again.getByRole('button', { name: 'Undo' }).click();
      await again.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(again, TEU)).toHaveValue('5.0');
      await again.getByRole('button', { name: 'Redo' }).click();
      await settled(again);
      await again.reload();
      await settled(again);
    }
  });

  test('should not change its name where a preset is opened, which stands beside it', async ({ page }) => {
    await open(page);
    await rename(page, 'Cautious');
    await type(numberBox(page, TEU), '7');
    await choosePreset(page, /^Just enough for every target/);
    await expect(scenarioTabs(page)).toHaveText(['Cautious', 'Just enough for every target']);
    await expect(numberBox(page, TEU)).not.toHaveValue('7.0');
    await choosePreset(page, /^No growth from 2022/);
    await expect(scenarioTabs(page)).toHaveText(['Cautious', 'No growth from 2022']);
    await scenarioTabs(page).first().click();
    await expect(numberBox(page, TEU)).toHaveValue('7.0');
  });

  test('should have its tab back after a reload where it is a link that nothing was done to', async ({
    page,
  }) => {
    await open(page);
    await type(numberBox(page, TEU), '7');
    await rename(page, 'Mine');
    await page.goto('about:blank');
    await open(page, `/${sealed('v=1&hke=12', '#name=Theirs')}`);
    const before = await stored(page);
    await scenarioTabs(page).first().click();
    await settled(page);
    await page.reload();
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['Mine', 'Theirs']);
    await expect(scenarioTabs(page).first()).toHaveAttribute('aria-current', 'true');
    expect(await stored(page)).toEqual(before);
  });

  test('should be told apart where names are the same', async ({ page }) => {
    await page.addInitScript(
      (links) =>
        links.forEach((link, order) =>
          localStorage.setItem(`qianhai.scenario.${order}`, JSON.stringify({ format: 1, link, order })),
        ),
      [tenPercentLink({ teu: '1' }), tenPercentLink({ teu: '2' })],
    );
    await open(page);
    await expect(scenarioTabs(page)).toHaveText(['Your last work', 'Your last work (2)']);
  });

  for (const width of [1440, 1280, 800, 390]) {
    test(`should be reachable, all 30 of it, in a window of ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const links = Array.from({ length: 31 }, (_, at) =>
        tenPercentLink({ teu: String(at) }, '', `#name=A%20rather%20long%20name%20${at}`),
      );
      await page.addInitScript((each) => {
        if (localStorage.length > 0) return;
        each.forEach((link, order) =>
          localStorage.setItem(`qianhai.scenario.${order}`, JSON.stringify({ format: 1, link, order })),
        );
      }, links);
      await open(page);
      const bar = page.getByRole('navigation', { name: 'Scenarios' });
      // In a small window the bar is shown on demand.
      if (!(await bar.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).click();
      const more = bar.getByRole('button', { name: /^\d+ more/ });
      await expect(bar.getByRole('button', { name: 'A rather long name 30', exact: true })).toBeVisible();
      await more.click();
      await bar.getByRole('button', { name: 'A rather long name 29', exact: true }).click();
      await expect(numberBox(page, TEU)).toHaveValue('29.0');
      await expect(bar.getByRole('button', { name: 'A rather long name 29', exact: true })).toBeFocused();
      await expect(more).toHaveText(`${31 - (await scenarioTabs(page).count())} more▾`);
      for (const tab of await scenarioTabs(page).all()) {
        const box = await tab.boundingBox();
        expect(box?.width).toBeGreaterThan(50);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await bar.getByRole('button', { name: /^New scenario/ }).click({ force: true });
      await expect(bar.getByRole('status')).toContainText(
        '31 scenarios are open. Close one to begin another.',
      );
      for (let left = 30; left >= 29; left--) {
        await closeShown(page);
        await expect(bar.getByRole('status')).toHaveCount(left === 30 ? 1 : 0);
      }
      await openNew(page);
      await expect(page.getByRole('button', { name: 'Bring it back' })).toBeVisible();
    });
  }

  test('should be closed by its cross and by Delete, and come back one after the other', async ({ page }) => {
    await open(page, `/${sealed('v=1&hke=1&hke.2=2&hke.3=3', '#name=A&name.2=B&name.3=C')}`);
    await closeShown(page);
    await expect(scenarioTabs(page)).toHaveText(['B', 'C']);
    await scenarioTabs(page).nth(1).press('Delete');
    await expect(scenarioTabs(page)).toHaveText(['B']);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(scenarioTabs(page)).toHaveText(['B', 'C']);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(scenarioTabs(page)).toHaveText(['A', 'B', 'C']);
    await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
  });

  test('should be named in its tab by a double click, F2 or the pencil', async ({ page }) => {
    await open(page);
    await openNew(page);
    const field = page.getByRole('textbox', { name: 'Name of this scenario' });
    await scenarioTabs(page).first().dblclick();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('10% a year');
    await page.keyboard.type('By mouse');
    await page.keyboard.press('Enter');
    await expect(scenarioTabs(page).first()).toHaveText('By mouse');
    await expect(scenarioTabs(page).first()).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('never');
    await page.keyboard.press('Escape');
    await expect(scenarioTabs(page).first()).toHaveText('By mouse');
    await page.getByRole('button', { name: 'Rename “By mouse”' }).click();
    await expect(field).toBeFocused();
    await page.keyboard.type('By pencil');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(scenarioTabs(page)).toHaveText(['By pencil', 'Copy of 10% a year']);
  });
});

test.describe('a page that is left soon after a change', () => {
  for (const wait of [20, 60, 120, 200, 300, 400]) {
    test(`should show the newest work after a reload ${wait} ms later, in one tab`, async ({ page }) => {
      await open(page);
      await type(numberBox(page, HKE), '6');
      await page.waitForTimeout(100);
      await type(numberBox(page, HKE), '7.7');
      await page.waitForTimeout(wait);
      await page.reload();
      await settled(page);
      await expect(numberBox(page, HKE)).toHaveValue('7.7');
      await expect(scenarioTabs(page)).toHaveText(['10% a year, changed']);
      await expect(page).toHaveURL(new RegExp(tenPercentLink({ hke: '7.7' }).slice(1, -6)));
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(page, HKE)).toHaveValue('6.0');
    });
  }

  for (const { what, link, tabs } of [
    { what: 'a link', link: sealed('v=1&hke=5'), tabs: ['Opened from a link, changed'] },
    {
      what: 'a link with two scenarios',
      link: sealed('v=1&hke=5&hke.2=8', '#name=A&name.2=B'),
      tabs: ['A', 'B'],
    },
    { what: 'a link by hand', link: '?v=1&hke=5', tabs: ['Opened from a link, changed'] },
  ]) {
    for (const wait of [0, 150]) {
      test(`should show the newest work after ${what}, a change and a reload ${wait} ms later`, async ({
        page,
      }) => {
        await open(page, `/${link}`);
        await type(numberBox(page, HKE), '6');
        await type(numberBox(page, HKE), '7.7');
        await page.waitForTimeout(wait);
        await page.reload();
        await settled(page);
        await expect(numberBox(page, HKE)).toHaveValue('7.7');
        await expect(scenarioTabs(page)).toHaveText(tabs);
        await expect(linkNote(page)).toBeHidden();
      });
    }
  }

  test('should show the newest work after back and forward, in the page and through another', async ({
    page,
  }) => {
    await open(page);
    await type(numberBox(page, HKE), '6');
    await page.waitForTimeout(100);
    await type(numberBox(page, HKE), '7.7');
    await page.goto('about:blank');
    await page.goBack();
    await settled(page);
    await expect(numberBox(page, HKE)).toHaveValue('7.7');
    await expect(scenarioTabs(page)).toHaveCount(1);
    await type(numberBox(page, HKE), '8.8');
    await pasteFragment(page, sealed('v=1&hke=12', '#name=Theirs'));
    await expect(numberBox(page, HKE)).toHaveValue('12.0');
    await page.goBack();
    await settled(page);
    await expect(numberBox(page, HKE)).toHaveValue('8.8');
    await expect(scenarioTabs(page)).toHaveCount(1);
    await page.goForward();
    await settled(page);
    await expect(numberBox(page, HKE)).toHaveValue('12.0');
    await expect(scenarioTabs(page)).toHaveText(['10% a year, changed', 'Theirs']);
  });

  test('should show the newest work once it is opened after a crash', async ({ page, context, allowed }) => {
    allowed.push(/crash/i);
    await open(page);
    await type(numberBox(page, HKE), '6');
    await page.waitForTimeout(50);
    await type(numberBox(page, HKE), '7.7');
    await page.waitForTimeout(1500);
    const crashed = page.waitForEvent('crash');
    void page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    const again = await context.newPage();
    await open(again);
    await expect(numberBox(again, HKE)).toHaveValue('7.7');
    await expect(scenarioTabs(again)).toHaveCount(1);
  });

  test('should open an older link of its own as it says where somebody opens that anew', async ({ page }) => {
    await open(page);
    await type(numberBox(page, HKE), '6');
    await settled(page);
    const older = page.url();
    await type(numberBox(page, HKE), '7.7');
    await settled(page);
    await page.goto('about:blank');
    await open(page, older);
    await expect(numberBox(page, HKE)).toHaveValue('6.0');
    await expect(scenarioTabs(page)).toHaveCount(2);
  });

  test('should not bring back a scenario that was closed just before', async ({ page }) => {
    await open(page);
    await rename(page, 'Gone');
    await openNew(page);
    await rename(page, 'Left');
    await scenarioTabs(page).first().click();
    await settled(page);
    await closeShown(page);
    await page.reload();
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['Left']);
  });
});

test.describe('starting afresh', () => {
  test('should be offered where work of an earlier visit is open, say what it clears, and clear it', async ({
    page,
    context,
  }) => {
    await open(page);
    await expect(page.getByText(/earlier visit/)).toHaveCount(0);
    await rename(page, 'Low');
    await openNew(page);
    await rename(page, 'High');
    await page.getByLabel('Theme').selectOption('Dark');
    await page.getByLabel('Language').selectOption('简体中文');
    await page.getByLabel('语言').selectOption('English');
    await settled(page);
    await page.reload();
    await settled(page);
    await expect(page.getByText(/earlier visit/)).toHaveCount(0);
    await page.close();

    const later = await context.newPage();
    await open(later);
    await expect(
      later.getByText('Work of an earlier visit on this device is open: 2 scenarios.'),
    ).toBeVisible();
    await expect(later.getByRole('alert')).toHaveCount(0);
    const offer = later.getByRole('button', { name: 'Start afresh on this device…' });
    await offer.click();
    const dialog = later.getByRole('dialog', { name: 'Start afresh on this device?' });
    await expect(dialog.getByRole('listitem')).toHaveText([
      /2 scenarios with their histories\s+Low, High/,
      'the language you chose',
      'the colours you chose',
    ]);
    await later.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(offer).toBeFocused();
    expect(Object.keys(await stored(later))).toHaveLength(5);

    await later.evaluate(() => localStorage.setItem('another page', 'keeps its own'));
    await later.getByRole('button', { name: 'Reset', exact: true }).click();
    await later.getByRole('button', { name: 'Start afresh on this device…' }).last().click();
    await dialog.getByRole('button', { name: 'Clear and start afresh' }).click();
    await settled(later);
    await expect(scenarioTabs(later)).toHaveText(['10% a year']);
    await expect(later.getByText(/earlier visit/)).toHaveCount(0);
    expect(await stored(later)).toEqual({ 'another page': 'keeps its own' });
    expect(new URL(later.url()).search).toBe('');
    await later.reload();
    await settled(later);
    await expect(scenarioTabs(later)).toHaveText(['10% a year']);
    expect(await stored(later)).toEqual({ 'another page': 'keeps its own' });
  });
});

test.describe('two pages of one reader', () => {
  test('should both keep what was begun in each of them', async ({ page, context }) => {
    const other = await context.newPage();
    await open(page);
    await open(other);
    for (let i = 1; i <= 3; i++) {
      await type(numberBox(page, TEU), `1${i}`);
      await type(numberBox(other, PAX), `2${i}`);
      await settled(page);
      await settled(other);
    }
    await page.close();
    await other.close();
    const later = await context.newPage();
    await open(later);
    expect((await keptLinks(later)).sort()).toEqual(
      [tenPercentLink({ teu: '13' }), tenPercentLink({ pax: '23' })].sort(),
    );
    await expect(scenarioTabs(later)).toHaveCount(2);
  });

  test('should not overwrite each other where both went on with the same scenario', async ({
    page,
    context,
  }) => {
    await open(page);
    await type(numberBox(page, TEU), '11');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toHaveLength(1);
    const other = await context.newPage();
    await open(other);
    await expect(numberBox(other, TEU)).toHaveValue('11.0');
    await type(numberBox(other, PAX), '22');
    await settled(other);
    await type(numberBox(page, HKE), '33');
    await settled(page);
    await page.close();
    await other.close();
    const later = await context.newPage();
    await open(later);
    // Newest and older both recoverable: the work of neither page is gone.
    const kept = (await keptLinks(later)).join(' ');
    expect(kept).toContain('pax=22');
    expect(kept).toContain('hke=33');
  });

  test('should not lose what the other page made of a scenario that is closed in this one', async ({
    page,
    context,
  }) => {
    await open(page);
    await type(numberBox(page, HKE), '4');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toHaveLength(1);
    const other = await context.newPage();
    await open(other);
    for (const value of ['44', '55']) await type(numberBox(other, HKE), value);
    await settled(other);
    await other.close();
    await closeShown(page);
    await settled(page);
    expect((await keptLinks(page)).join(' ')).toContain('hke=55');
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await settled(page);
    await expect(numberBox(page, HKE)).toHaveValue('55.0');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(numberBox(page, HKE)).toHaveValue('4.0');
  });

  test('should not lose a scenario that the other page removed while this one works on it', async ({
    page,
    context,
  }) => {
    await open(page);
    await type(numberBox(page, TEU), '11');
    await settled(page);
    const other = await context.newPage();
    await open(other);
    await closeShown(other);
    await expect.poll(() => keptLinks(other)).toHaveLength(0);
    await type(numberBox(page, TEU), '12');
    await settled(page);
    await expect.poll(() => keptLinks(page)).toContain(tenPercentLink({ teu: '12' }));
  });
});

test.describe('a device that does not keep anything', () => {
  for (const { what, spoil, note } of [
    {
      what: 'is full',
      spoil: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      },
      note: /storage is full.*link in the address bar still holds everything/,
    },
    {
      what: 'is full, as older browsers say it',
      spoil: () => {
        Storage.prototype.setItem = () => {
          throw Object.assign(new Error('Persistent storage maximum size reached'), {
            name: 'NS_ERROR_DOM_QUOTA_REACHED',
            code: 1014,
          });
        };
      },
      note: /storage is full/,
    },
    {
      what: 'pretends to write',
      spoil: () => {
        Storage.prototype.setItem = () => undefined;
      },
      note: /storage is full/,
    },
    {
      what: 'denies it',
      spoil: () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        }),
      note: /does not let this page save.*link in the address bar still holds everything/,
    },
    {
      what: 'gives null',
      spoil: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
      note: /does not let this page save/,
    },
  ]) {
    test(`should cost nothing but a quiet note where the device ${what}`, async ({ page }) => {
      await page.addInitScript(spoil);
      await open(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await type(numberBox(page, TEU), '2');
      await expect(page.getByRole('alert')).toHaveText(note, { timeout: 1000 });
      await expect(page.getByRole('alert')).toHaveCount(1);
      await settled(page);
      await expect(page).toHaveURL(`/${tenPercentLink({ teu: '2' }, '&see=teu')}`);
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', /^2\.0% a year.*missed/);
      await page.getByLabel('Language').selectOption('简体中文');
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
      await page.getByLabel('语言').selectOption('English');
      await page.getByLabel('Theme').selectOption('Dark');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(numberBox(page, TEU)).toHaveValue('10.0');
      await openNew(page);
      await expect(scenarioTabs(page)).toHaveCount(2);
      await closeShown(page);
      await expect(scenarioTabs(page)).toHaveCount(1);
      await page.reload();
      await settled(page);
      await expect(numberBox(page, TEU)).toHaveValue('10.0');
    });
  }

  test('should take the note away once there is room again, and have saved everything', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const native: unknown = Reflect.get(Storage.prototype, 'setItem');
      Storage.prototype.setItem = function setItem(key, value) {
        if ('full' in window) throw new DOMException('full', 'QuotaExceededError');
        if (typeof native === 'function') Reflect.apply(native, this, [key, value]);
      };
      Object.assign(window, { full: true });
    });
    await type(numberBox(page, TEU), '2');
    await expect(page.getByRole('alert')).toHaveText(/storage is full/);
    await openNew(page);
    await type(numberBox(page, TEU), '3');
    await settled(page);
    await page.evaluate(() => Reflect.deleteProperty(window, 'full'));
    await type(numberBox(page, PAX), '4');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.goto('about:blank');
    await open(page);
    await expect(scenarioTabs(page)).toHaveCount(2);
  });
});

test.describe('what was on the device before', () => {
  const good = JSON.stringify({
    format: 1,
    link: tenPercentLink({ teu: '7.25' }, '', '#name=Good'),
    order: 0,
  });
  const bad = [
    '',
    'null',
    '{',
    '[]',
    '0',
    '"text"',
    'undefined',
    '{"format":1}',
    '{"format":1,"link":null,"order":0}',
    '{"format":1,"link":7,"order":0}',
    '{"format":1,"link":"","order":0}',
    '{"format":1,"link":"garbage","order":0}',
    '{"format":2,"scenario":{"growth":{"teu":1}}}',
    '{"format":"1","link":"?v=1&teu=5"}',
    '{"__proto__":{"format":1,"link":"?v=1"}}',
    '\u0000\ud800\uffff',
    `{"format":1,"link":"?v=1&teu=${'5'.repeat(20000)}"}`,
    '[[[[[[[[[[[[[[[[[[[[',
  ];

  test('should not be lost where it cannot be read', async ({ page }) => {
    await open(page, '/?x');
    await page.evaluate(
      ({ good, bad }) => {
        localStorage.setItem('qianhai.scenario.good', good);
        bad.forEach((text, i) => localStorage.setItem(`qianhai.scenario.bad${i}`, text));
        localStorage.setItem('qianhai.active', 'bad3');
        localStorage.setItem('qianhai.language', 'xx<b>');
        localStorage.setItem('qianhai.theme', '{}');
        localStorage.setItem('another page', 'keeps its own');
      },
      { good, bad },
    );
    const before = await stored(page);
    await page.goto('about:blank');
    await open(page);
    await expect(page.getByRole('alert')).toHaveText(/could not be read. It was set aside, not deleted/);
    await expect(scenarioTabs(page).first()).toHaveText('Good');
    await scenarioTabs(page).first().click();
    await expect(numberBox(page, TEU)).toHaveValue('7.25');
    await type(numberBox(page, PAX), '44');
    await settled(page);
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect.poll(async () => JSON.stringify(await stored(page))).toContain('pax=44');
    const after = await stored(page);
    for (const [key, text] of Object.entries(before)) {
      if (/bad|another/.test(key)) expect(after[key], key).toBe(text);
    }
  });

  for (const { what, link, isSaid = true } of [
    { what: 'was cut short', link: tenPercentLink({ teu: '7.25' }).slice(0, -20) },
    { what: 'was damaged', link: tenPercentLink({ teu: '7.25' }).replace('7.25', '1.25') },
    { what: 'was made by a newer page', link: sealed('v=2&teu=7.25&shape=new') },
    // Nothing is wrong with it: it is left alone without a word.
    {
      what: 'is about a plan that is not here',
      link: sealed('v=1&plan=atlantis-2030&teu=7.25'),
      isSaid: false,
    },
  ]) {
    test(`should not be shown and overwritten as if it were sound where it ${what}`, async ({ page }) => {
      const record = JSON.stringify({ format: 1, link, order: 0 });
      await page.addInitScript((text) => {
        if (localStorage.getItem('qianhai.scenario.one') === null)
          localStorage.setItem('qianhai.scenario.one', text);
        localStorage.setItem('qianhai.active', 'one');
      }, record);
      await open(page);
      if (isSaid) await expect(page.getByRole('alert').or(linkNote(page)).first()).toBeVisible();
      else await expect(page.getByRole('alert').or(linkNote(page))).toHaveCount(0);
      await type(numberBox(page, PAX), '44');
      await settled(page);
      await expect.poll(async () => JSON.stringify(await stored(page))).toContain('pax=44');
      expect((await stored(page))['qianhai.scenario.one']).toBe(record);
    });
  }
});
