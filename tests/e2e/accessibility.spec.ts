import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sealed } from '../link/sealed.ts';
import { expect, numberBox, open, row, settled, slider, test, type } from './fixtures.ts';
import { dragFor } from './steps.ts';

const TEU = 'Container throughput';

/** Names that the checks need in each language. */
const NAMES = {
  en: {
    changes: 'History',
    more: 'More',
    evidence: 'Sources',
    acting: 'Events and influences',
    hke: 'HK-invested enterprises',
    box: 'Growth a year in percent, ',
  },
  'zh-Hant': {
    changes: '操作記錄',
    more: '更多',
    evidence: '資料來源',
    acting: '事件及相互帶動',
    hke: '港資企業',
    box: '每年增長百分比，',
  },
  'zh-Hans': {
    changes: '操作记录',
    more: '更多',
    evidence: '资料来源',
    acting: '事件及相互带动',
    hke: '港资企业',
    box: '每年增长百分比，',
  },
} as const;
type Language = keyof typeof NAMES;

/**
 * Every rule of axe, best practices and `target-size` among them.
 *
 * @param part Where to look, as a selector; everywhere if absent.
 * @returns What is wrong and where.
 */
async function violations(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .setLegacyMode();
  const { violations: found } = await (part === undefined ? axe : axe.include(part)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`.slice(0, 400)),
  );
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of Object.keys(NAMES) as Language[]) {
    for (const width of [320, 1024, 1440]) {
      test(`axe should find nothing: ${theme}, ${language}, ${width} pixels`, async ({ page }) => {
        const names = NAMES[language];
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize({ width, height: 900 });
        await page.addInitScript((chosen) => localStorage.setItem('qianhai.language', chosen), language);

        // A link that was edited by hand and its note; drivers and links open; an error beside a number box.
        await open(page, '/?v=1&hke=10&gsp=10&d-border=1y1y1&k-hke-hkr=0.2&nokey=1');
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        if (width < 1200)
          await page
            .getByRole('button', { name: new RegExp(names.hke) })
            .first()
            .click();
        await page.getByText(new RegExp(`^${names.acting}`)).click();
        await type(page.getByRole('textbox', { name: `${names.box}${names.hke}` }), 'abc');
        await expect(page.getByRole('alert')).toBeVisible();
        expect.soft(await violations(page), 'note, editors and error').toEqual([]);

        // The evidence, the error taken back; the list of changes open.
        await page.keyboard.press('Escape');
        await page.getByRole('tab', { name: names.evidence }).click();
        expect.soft(await violations(page, '[role=tabpanel]'), 'evidence').toEqual([]);
        await type(page.getByRole('textbox', { name: `${names.box}${names.hke}` }), '11');
        // In a small window it is shown on demand.
        const more = page.getByRole('button', { name: names.more, exact: true });
        if (await more.isVisible()) await more.click();
        await page.getByRole('button', { name: names.changes }).click();
        expect.soft(await violations(page, 'header'), 'list of changes').toEqual([]);
      });
    }
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe should find nothing in menus, notices, growth shapes and far-off rates: ${theme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
    );
    const check = async (state: string, part?: string): Promise<void> => {
      await settled(page);
      expect.soft(await violations(page, part), state).toEqual([]);
    };
    await open(page);
    for (const name of [/^Examples/, /^Reset/, /^Rename “/]) {
      await page.getByRole('button', { name }).click();
      await check(String(name), 'header');
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Copy link' }).click();
    await check('a link to copy by hand', 'header');
    await page.getByRole('button', { name: 'Close', exact: true }).click();

    await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
    await page.getByText('Numbers by year').click();
    await page.getByText(/^Events and influences/).click();
    await page.getByLabel('Add an event').selectOption('my own, in 2024');
    for (const shape of ['Year by year', 'Fixed amount a year', 'Levelling off below a ceiling']) {
      await page.getByLabel('How it grows').selectOption(shape);
      await check(shape, 'aside');
    }

    await page.getByRole('button', { name: /^New scenario/ }).click();
    await page.getByRole('button', { name: /^New scenario/ }).click();
    await page.getByRole('button', { name: /^Close “/ }).click();
    await expect(page.getByText(/was closed/)).toBeVisible();
    await type(numberBox(page, TEU), '1000');
    await type(numberBox(page, 'Airport passengers'), '-99');
    await type(numberBox(page, 'Foreign investment'), '0');
    await check('far off, with a scenario removed');
  });
}

test.describe('what a screen reader says of a slider', () => {
  test('should be rate, value in 2025 and verdict, in the page’s language', async ({ page }) => {
    await open(page);
    for (const { language, label, name, says } of [
      {
        language: 'English',
        label: 'Language',
        name: 'Growth a year, HK residents employed',
        says: '10.0% a year, 7,825 people in 2025, target missed by 2,175',
      },
      {
        language: '繁體中文',
        label: 'Language',
        name: '每年增長，在前海就業港人',
        says: '每年10.0%，2025年7,825人，未達標，差2,175',
      },
      {
        language: '简体中文',
        label: '語言',
        name: '每年增长，在前海就业港人',
        says: '每年10.0%，2025年7,825人，未达标，差2,175',
      },
    ]) {
      await page.getByLabel(label).selectOption(language);
      await expect(page.getByRole('slider', { name, exact: true })).toHaveAttribute('aria-valuetext', says);
    }
  });

  test('should follow every key at once and agree with the row', async ({ page }) => {
    await open(page);
    const thumb = slider(page, 'Modern-service value added');
    await thumb.press('PageDown');
    await expect(thumb).toHaveAttribute(
      'aria-valuetext',
      /^9\.0% a year, RMB 132\.42 bn in 2025, target missed by 3\.58$/,
    );
    await expect(row(page, 'Modern-service value added').getByRole('cell').nth(7)).toHaveText(/^\s*missed/);
    await thumb.press('PageUp');
    await expect(thumb).toHaveAttribute(
      'aria-valuetext',
      /^10\.0% a year, RMB 136\.09 bn in 2025, target met$/,
    );
    await expect(thumb).toHaveAttribute('min', '-20');
    await expect(thumb).toHaveAttribute('max', '80');
    const wide = slider(page, 'Global service providers');
    await type(numberBox(page, 'Global service providers'), '120');
    await expect(wide).toHaveAttribute(
      'aria-valuetext',
      /^120\.0% a year, 532 providers in 2025, above its range by 482; 120\.0% is off the slider’s scale/,
    );
  });
});

/** Everything the live region says, with the time of each. */
interface Said {
  readonly said: { readonly at: number; readonly text: string }[];
}

async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: { at: number; text: string }[] = [];
    Object.assign(window, { said });
    const status = document.querySelector('[role=status]') ?? document.body;
    new MutationObserver(() => said.push({ at: performance.now(), text: status.textContent ?? '' })).observe(
      status,
      {
        subtree: true,
        childList: true,
        characterData: true,
      },
    );
  });
}

const heard = (page: Page): Promise<Said['said']> => page.evaluate(() => (window as unknown as Said).said);

test.describe('the one polite voice', () => {
  test('should say nothing at load, whatever is opened', async ({ page }) => {
    for (const address of ['/', `/${sealed('v=1&hke=30&pax=40')}`, '/?v=1&hke=12&nokey=2']) {
      await open(page, address);
      await expect(page.getByRole('status')).toHaveCount(1);
      await listen(page);
      await page.waitForTimeout(1000);
      await expect(page.getByRole('status')).toBeEmpty();
      expect(await heard(page)).toEqual([]);
    }
  });

  test('should say one sentence within a second and a half of a change, the verdict that changed first', async ({
    page,
  }) => {
    await open(page);
    await listen(page);
    const start = await page.evaluate(() => performance.now());
    await type(numberBox(page, 'HK residents employed'), '20');
    await expect.poll(() => heard(page).then((said) => said.length)).toBe(1);
    const [first] = await heard(page);
    expect(first?.text).toMatch(
      /^HK residents employed: missed before, now target met\. 6 of 14 targets met, 5 before\./,
    );
    expect((first?.at ?? 0) - start).toBeLessThan(1500);

    await page.waitForTimeout(2000);
    await type(numberBox(page, 'HK residents employed'), '21');
    await expect.poll(() => heard(page).then((said) => said.length)).toBe(2);
    const [, second] = await heard(page);
    expect(second?.text).toMatch(
      /^HK residents employed 10,415, target met\. 6 of 14 targets met\. Met in \d\d of 100 simulations\.$/,
    );

    // Undo and presets are heard too, however many verdicts change.
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /^Just enough for every target/ }).click();
    await expect.poll(() => heard(page).then((said) => said.length)).toBe(3);
    const [, , third] = await heard(page);
    expect(third?.text).toMatch(
      /^[A-Z].* now target met\. .* now target met\. \d more results changed\. 14 of 14 targets met, 6 before\./,
    );
    for (const { text } of await heard(page)) expect(text.length).toBeLessThanOrEqual(200);
    await page.waitForTimeout(1000);
    expect(await heard(page)).toHaveLength(3);
  });

  test('should stay under 200 characters however far the numbers are off', async ({ page }) => {
    await open(page);
    await listen(page);
    await page.evaluate(
      (link) => (location.hash = link.slice(1)),
      sealed(
        'v=1&' +
          ['hke', 'hkr', 'cbs', 'nin', 'opn', 'fdi', 'org', 'pax', 'teu', 'mod', 'gsp', 'law', 'fin', 'pro']
            .map((code) => `${code}=987.6543`)
            .join('&') +
          '&see=mod',
      ),
    );
    await expect.poll(() => heard(page).then((said) => said.length)).toBe(1);
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByRole('button', { name: 'All growth to 0%' }).click();
    await expect.poll(() => heard(page).then((said) => said.length)).toBe(2);
    for (const { text } of await heard(page)) expect(text.length, text).toBeLessThanOrEqual(200);
  });

  test('should speak at most once in two seconds of a long drag, and of its end', async ({ page }) => {
    await open(page);
    await listen(page);
    await dragFor(page, slider(page, TEU), 5);
    await settled(page);
    await page.waitForTimeout(2600);
    const said = await heard(page);
    expect(said.length).toBeGreaterThanOrEqual(2);
    expect(said.length).toBeLessThanOrEqual(5);
    const pauses = said.slice(1).map(({ at }, i) => at - (said[i]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1900);
    for (const { text } of said) expect(text.length).toBeLessThanOrEqual(200);
    const value = await row(page, TEU).getByRole('cell').nth(4).textContent();
    expect(said.at(-1)?.text).toContain(
      (value ?? '').replace('2025', '').trim() === '' ? 'x' : 'Container throughput',
    );
  });

  test('should not lose a verdict to a link that is copied right after', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-write']);
    await open(page);
    await listen(page);
    await type(numberBox(page, 'HK residents employed'), '20');
    await settled(page);
    await page.getByRole('button', { name: 'Copy link' }).press('Enter');
    await expect
      .poll(async () => (await heard(page)).map(({ text }) => text).join(' | '), { timeout: 4000 })
      .toContain('HK residents employed: missed before, now target met.');
    expect((await heard(page)).map(({ text }) => text).join(' | ')).toContain('Link copied');
  });

  test('should speak the page’s language', async ({ page }) => {
    await open(page);
    await listen(page);
    await page.getByLabel('Language').selectOption('繁體中文');
    await type(page.getByRole('textbox', { name: '每年增長百分比，在前海就業港人' }), '20');
    await expect
      .poll(() => heard(page).then((said) => said.at(-1)?.text))
      .toMatch(/^在前海就業港人：原為未達標，現達標。/);
    expect(await heard(page)).toHaveLength(1);
  });
});

test('should tell its language to the browser, on the page and on its parts', async ({ page }) => {
  await open(page);
  for (const [language, lang, title] of [
    ['繁體中文', 'zh-Hant', '前海2025：怎樣才能達標？'],
    ['简体中文', 'zh-Hans', '前海2025：怎样才能达标？'],
    ['English', 'en', 'Qianhai 2025: what would it take?'],
  ] as const) {
    await page.getByRole('combobox').first().selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole('option', { name: '简体中文' })).toHaveAttribute('lang', 'zh-Hans');
  }
});

test('should have one heading of the first level, landmarks, and nothing with the same id twice', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  for (const landmark of ['banner', 'main', 'navigation', 'complementary'] as const)
    await expect(page.getByRole(landmark)).toHaveCount(1);
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  expect(twice).toEqual([]);
});

test('should tell verdicts apart without colour: by word, sign and shape', async ({ page }) => {
  await open(page);
  const shapes = new Map<string, string>();
  for (const name of ['Container throughput', 'Airport passengers', 'Global service providers']) {
    const cell = row(page, name).getByRole('cell').nth(7);
    const word = await cell.locator('.word').innerText();
    shapes.set(word, await cell.locator('svg').innerHTML());
  }
  expect([...shapes.keys()]).toEqual(['met', 'missed', 'above range']);
  expect(new Set(shapes.values()).size).toBe(3);
});

test('should work in forced colours with reduced motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await open(page);
  const slow = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((each) => {
        const style = getComputedStyle(each);
        const longest = (list: string): number =>
          Math.max(...list.split(',').map((time) => parseFloat(time)));
        return (
          longest(style.transitionDuration) > 0.1 ||
          (style.animationName !== 'none' && longest(style.animationDuration) > 0.1)
        );
      }).length,
  );
  expect(slow).toBe(0);
  await dragFor(page, slider(page, TEU), 0.5);
  await settled(page);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await violations(page)).toEqual([]);
  // The marks of slider, bullet and strip keep a border or a colour of the system.
  const invisible = await page.evaluate(() =>
    [...document.querySelectorAll('.strip .cell, .bullet .bar, .bullet .target, .track .zone')]
      .filter((each) => {
        const style = getComputedStyle(each);
        const canvas = getComputedStyle(document.body).backgroundColor;
        const plain = style.backgroundColor === canvas || style.backgroundColor === 'rgba(0, 0, 0, 0)';
        return (
          plain &&
          parseFloat(style.borderTopWidth) === 0 &&
          parseFloat(style.outlineWidth) === 0 &&
          style.backgroundImage === 'none'
        );
      })
      .map((each) => each.className),
  );
  expect(invisible).toEqual([]);
});

test('should follow a theme that changes while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page);
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).not.toBe(light);
  await page.getByLabel('Theme').selectOption('Light');
  await expect.poll(paper).toBe(light);
  await page.reload();
  await settled(page);
  expect(await paper()).toBe(light);
});

test('should keep text readable: nothing below 12 pixels', async ({ page }) => {
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const small = await page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        if (
          parent === null ||
          text === '' ||
          parent.closest('noscript, script, .visually-hidden, [aria-hidden=true]') ||
          !parent.checkVisibility()
        )
          continue;
        if (parseFloat(getComputedStyle(parent).fontSize) < 12) found.push(text);
      }
      return found;
    });
    expect(small).toEqual([]);
  }
});
