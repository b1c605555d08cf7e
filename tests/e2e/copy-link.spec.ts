import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeLink } from '../../src/core/link/write-link.ts';
import { parsePlan } from '../../src/core/plan-file/parse-plan.ts';
import { readScenarioFile } from '../../src/core/scenario/scenario-file.ts';
import { sealed } from '../link/sealed.ts';
import { tooLong } from '../link/too-long.ts';
import { expect, numberBox, open, settled, test, type } from './fixtures.ts';
import { expectNoNote, rename, scenarioTabs, spokenRows, tenPercentLink } from './steps.ts';

const copyButton = (page: Page) => page.getByRole('button', { name: /Copy link|Link copied/ });
const linkField = (page: Page) => page.getByRole('textbox', { name: 'Link to this scenario' });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test.describe('where the browser lets the page copy', () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  test('should copy the whole scenario of a page whose address is still bare', async ({ page, baseURL }) => {
    await open(page);
    await copyButton(page).click();
    await expect(page.getByRole('status')).toHaveText('Link copied');
    await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
    expect(await clipboard(page)).toBe(`${baseURL}/${tenPercentLink({})}`);
    expect(new URL(page.url()).search).toBe('');
    await expect(linkField(page)).toHaveCount(0);
  });

  test('should copy the newest scenario at once, and it opens as the same one', async ({
    page,
    context,
    baseURL,
  }) => {
    await open(page);
    await rename(page, '前海 & “100%” #1');
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /^Border shock 2024/ }).click();
    await rename(page, '前海 & “100%” #1');
    await type(numberBox(page, 'Container throughput'), '7.25');
    await copyButton(page).click();
    await expect(page.getByRole('status')).toHaveText('Link copied');
    const copied = await clipboard(page);
    const [query = '', fragment = ''] = copied.slice((baseURL ?? '').length).split('#');
    expect(query).toMatch(/^\/\?v=1&hke=10s4&.*&teu=7\.25s4&.*&see=teu&z=[0-9a-z]{4}$/);
    expect(query).toMatch(/^[/?&=A-Za-z0-9.-]+$/);
    expect(decodeURIComponent(fragment)).toBe('name=前海 & “100%” #1');
    await settled(page);
    await expect(page).toHaveURL(copied);

    const another = await context.newPage();
    await open(another, copied);
    await expectNoNote(another);
    expect(await spokenRows(another)).toEqual(await spokenRows(page));
    await expect(scenarioTabs(another).first()).toHaveText('前海 & “100%” #1');
  });

  test('should copy a clean link from an address that was altered on its way', async ({ page, baseURL }) => {
    const link = sealed('v=1&hke=12&pax=25', '#name=A');
    for (const address of [
      `/?%23${link.slice(1).replace('#', '&')}`,
      `/%23${link.slice(1).replace('#', '&')}`,
      `/${link.replace('#', '&fbclid=x#')}`,
    ]) {
      await page.goto('about:blank');
      await open(page, address);
      await copyButton(page).click();
      await expect(page.getByRole('status')).toHaveText('Link copied');
      expect(await clipboard(page)).toBe(`${baseURL}/${link}`);
    }
  });

  test('should say so a second time', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const said: (string | null)[] = [];
      Object.assign(window, { said });
      const status = document.querySelector('[role=status]') ?? document.body;
      new MutationObserver(() => said.push(status.textContent)).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    for (let i = 0; i < 2; i++) {
      await copyButton(page).click();
      await expect
        .poll(() =>
          page.evaluate(() => (window as unknown as { said: string[] }).said.map((each) => each.trim())),
        )
        .toEqual(Array.from({ length: i + 1 }, () => 'Link copied'));
    }
  });
});

for (const { what, spoil } of [
  { what: 'denies the clipboard', spoil: undefined },
  {
    what: 'has no clipboard',
    spoil: () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  },
  {
    what: 'has a clipboard that throws',
    spoil: () =>
      Object.defineProperty(Navigator.prototype, 'clipboard', {
        get: () => ({
          writeText() {
            throw new TypeError('Document is not focused');
          },
        }),
      }),
  },
]) {
  test(`should show the link selected in a field where the browser ${what}`, async ({
    page,
    context,
    baseURL,
  }) => {
    await context.clearPermissions();
    if (spoil) await page.addInitScript(spoil);
    else await context.grantPermissions([]);
    await open(page);
    await type(numberBox(page, 'Container throughput'), '7.25');
    await copyButton(page).click();
    const field = linkField(page);
    await expect(field).toBeFocused();
    const link = `${baseURL}/${tenPercentLink({ teu: '7.25' }, '&see=teu')}`;
    await expect(field).toHaveValue(link);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
    await expect(field).toHaveAccessibleDescription(/copy it by hand/);
    await field.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(copyButton(page)).toBeFocused();

    await copyButton(page).press('Enter');
    await expect(field).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
    await expect(copyButton(page)).toBeFocused();
  });
}

test('should keep the field of a link copied by hand inside a narrow window', async ({ page, context }) => {
  await context.grantPermissions([]);
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page);
  await copyButton(page).click();
  await expect(linkField(page)).toBeFocused();
  await expect(linkField(page)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('should close by Escape from the button beside the field too', async ({ page, context }) => {
  await context.grantPermissions([]);
  await open(page);
  await copyButton(page).press('Enter');
  await expect(linkField(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(linkField(page)).toHaveCount(0);
  await expect(copyButton(page)).toBeFocused();
});

test('should not leave the link of an older scenario in the field', async ({ page, context }) => {
  await context.grantPermissions([]);
  await open(page);
  await copyButton(page).click();
  await expect(linkField(page)).toBeFocused();
  await type(numberBox(page, 'Container throughput'), '7.25');
  await settled(page);
  // Either the field is gone or it holds the link to what is shown now.
  const left = (await linkField(page).count()) === 0 ? '' : await linkField(page).inputValue();
  expect(['', `${new URL(page.url()).href}`]).toContain(left);
});

test('should lead whoever copies what no link is long enough for to the file in its stead, and back', async ({
  page,
}) => {
  const parsed = parsePlan(JSON.parse(readFileSync('data/plans/qianhai-2025.json', 'utf8')));
  if (parsed.kind === 'refused') throw new Error('the shipped plan cannot be read');
  const { plan } = parsed;
  const scenario = tooLong(plan);
  const written = writeLink({ plan, scenarios: [scenario], longest: Infinity });
  const link = written.kind === 'written' ? written.link : '';
  await page.addInitScript(
    (record) => {
      localStorage.setItem('qianhai.scenario.long', record);
    },
    JSON.stringify({ format: 1, link, order: 0 }),
  );
  await open(page);
  await copyButton(page).press('Enter');
  const save = page.getByRole('button', { name: 'Save scenario file' });
  await expect(save).toBeFocused();
  await expect(save).toHaveAccessibleDescription(/at most 8,?192/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const path = await (await download).path();
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  expect(readScenarioFile(file, [plan])).toEqual({ kind: 'read', scenario });
  await page.keyboard.press('Escape');
  await expect(save).toHaveCount(0);
  await expect(copyButton(page)).toBeFocused();
});
