import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page, Route } from '@playwright/test';
import { expect, numberBox, open, settled, slider, test, type } from './fixtures.ts';

const TEU = 'Container throughput';

/** Everything about a page whose script is not to be had is said by the browser too. */
const TROUBLE =
  /Failed to load|module script|origin 'null'|origin null|ERR_|preload|MIME|SyntaxError|dynamically imported|request to another/;

test.describe('a page whose script does not start', () => {
  test.use({ allowed: [TROUBLE] });

  async function expectAdvice(page: Page): Promise<void> {
    for (const { language, words } of [
      { language: 'en', words: /run “npm start”/ },
      { language: 'zh-Hant', words: /「npm start」/ },
      { language: 'zh-Hans', words: /“npm start”，/ },
    ])
      await expect(page.locator(`[lang=${language}]`).getByText(words)).toBeVisible({ timeout: 10_000 });
    await expect(page.getByText('This page has not started.')).toBeVisible();
  }

  test('should say what to do where it was opened from the disk', async ({ page }) => {
    await page.goto(pathToFileURL('dist/index.html').href);
    await expectAdvice(page);
  });

  test('should say what to do where the host serves scripts as plain text', async ({ page }) => {
    await page.route(/\.js$/, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'x-content-type-options': 'nosniff' };
      await route.fulfill({ response, headers, contentType: 'text/plain' });
    });
    await page.goto('/');
    await expectAdvice(page);
  });

  test('should say what to do where the address of the folder lacks its last slash', async ({ page }) => {
    await page.route(/\/parent\//, (route) =>
      route.request().url().endsWith('/parent/folder')
        ? route.fulfill({ contentType: 'text/html', body: readFileSync('dist/index.html', 'utf8') })
        : route.fulfill({ status: 404, body: 'not found' }),
    );
    await page.goto('/parent/folder');
    await expectAdvice(page);
  });

  test('should say what to do where the script cannot be read by the browser', async ({ page }) => {
    await page.route(/index-.*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'let 1 = new syntax' }),
    );
    await page.goto('/');
    await expectAdvice(page);
  });
});

test.describe('a page that starts slowly', () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`should not say meanwhile that it does not start, with motion ${reducedMotion}`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion });
      await page.route(/index-.*\.js$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2500));
        await route.continue();
      });
      await page.goto('/', { waitUntil: 'commit' });
      const advice = page.getByText('This page has not started.');
      await expect(advice).toBeAttached();
      for (let looks = 0; looks < 10; looks++) {
        expect(await advice.isVisible()).toBe(false);
        await page.waitForTimeout(150);
      }
      await settled(page);
      await expect(advice).not.toBeAttached();
    });
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('should say in every language that it needs it', async ({ page }) => {
    await page.goto('/');
    const words = page.locator('noscript p');
    await expect(words).toHaveCount(3);
    for (const each of await words.all()) await expect(each).toBeVisible();
    expect(await words.evaluateAll((all) => all.map((each) => /JavaScript/.test(each.textContent)))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

/** What the host answers for files that it no longer has. */
const GONE: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'not found': (route) => route.fulfill({ status: 404, body: 'not found' }),
  'a web page': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Q</title>' }),
  nothing: (route) => route.abort(),
};

for (const [answer, gone] of Object.entries(GONE)) {
  test.describe(`an old tab whose host answers ${answer} for its files`, () => {
    test.use({ allowed: [TROUBLE] });

    test('should say in words that a tab could not be loaded, and show it when the files are back', async ({
      page,
    }) => {
      await open(page);
      await page.route(/assets\/.*\.js/, gone);
      const details = page.getByRole('region', { name: 'Details' });
      const tabs = page.getByRole('tab');
      for (const tab of [tabs.nth(2), tabs.nth(3), tabs.nth(4), tabs.nth(5), tabs.nth(1)]) {
        await tab.click();
        const notice = details.getByRole('alert');
        await expect(notice).toContainText('This part could not be loaded');
        await expect(notice).toContainText('Reload when it suits you; your work is saved');
        await expect(notice.getByRole('button', { name: 'Reload' })).toBeVisible();
        await expect(page.getByRole('alert')).toHaveCount(1);
        await expect(page.getByText(/TypeError|dynamically/)).toHaveCount(0);
      }
      // What is there works on.
      await type(numberBox(page, TEU), '1.5');
      await settled(page);
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', /^1\.5% a year, 16\.64 /);
      await page.unroute(/assets\/.*\.js/);
      await details.getByRole('button', { name: 'Try again' }).click();
      await expect(details.getByRole('alert')).toHaveCount(0);
      await expect(details.getByText('Table 4, row 9').first()).toBeVisible();
      await tabs.nth(2).click();
      await settled(page);
      await expect(details.getByRole('heading').first()).toBeVisible();
    });

    test('should say once that nothing can be computed where the worker is gone too, and recover', async ({
      page,
    }) => {
      await page.route(/engine\.worker|in-process/, gone);
      await page.goto('/');
      const notice = page.getByRole('alert');
      await expect(notice).toContainText('This part could not be loaded');
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(page.getByText('computes without a background worker')).toHaveCount(0);
      await expect(page.getByText(/TypeError|dynamically/)).toHaveCount(0);
      await page.unroute(/engine\.worker|in-process/);
      await type(numberBox(page, TEU), '1.5');
      await settled(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', /^1\.5% a year, 16\.64 /);
    });

    test('should say in words that a chart could not be loaded, and draw it when its file is back', async ({
      page,
    }) => {
      await page.route(/attach-chart/, gone);
      await open(page);
      const details = page.getByRole('region', { name: 'Details' });
      await expect(details.getByText(/^From 8,274 in 2022 to 11,013/)).toBeVisible();
      await expect(details.getByRole('alert')).toContainText('This part could not be loaded');
      await page.unroute(/attach-chart/);
      await details.getByRole('button', { name: 'Try again' }).click();
      await expect(details.locator('canvas')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });

    test('should say in words that a question could not be worked on for want of its file', async ({
      page,
    }) => {
      await page.route(/explore-/, gone);
      await open(page);
      await page.getByRole('tab', { name: 'What matters' }).click();
      const details = page.getByRole('region', { name: 'Details' });
      await expect(details.getByText('This part could not be loaded')).toBeVisible();
      await expect(page.getByText(/TypeError|not loaded/)).toHaveCount(0);
      await page.unroute(/explore-/);
      await type(numberBox(page, TEU), '1.5');
      await settled(page);
      await expect(details.getByText('This part could not be loaded')).toHaveCount(0);
    });
  });
}

test.describe('offline', () => {
  test.use({ allowed: [TROUBLE] });

  test('should say so in words in a tab that was not opened before, and open it once online', async ({
    page,
    context,
  }) => {
    await open(page);
    await context.setOffline(true);
    await page.getByRole('tab').nth(2).click();
    const details = page.getByRole('region', { name: 'Details' });
    await expect(details.getByRole('alert')).toContainText(
      'You are offline, and this part was not loaded before.',
    );
    // A reload would lose the page.
    await expect(page.getByRole('button', { name: 'Reload' })).toHaveCount(0);
    await type(numberBox(page, TEU), '1.5');
    await settled(page);
    await context.setOffline(false);
    await expect(details.getByRole('alert')).toHaveCount(0);
    await expect(details.getByRole('heading').first()).toBeVisible();
  });

  test('should say so in the reader’s language', async ({ page, context }) => {
    await open(page);
    await page.getByLabel('Language').selectOption('繁體中文');
    await context.setOffline(true);
    await page.getByRole('tab').nth(2).click();
    await expect(page.getByRole('alert')).toContainText('你現已離線');
    await page.getByLabel('語言').selectOption('简体中文');
    await expect(page.getByRole('alert')).toContainText('你现已离线');
    await context.setOffline(false);
  });
});
