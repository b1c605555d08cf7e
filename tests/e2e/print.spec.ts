import type { Page } from '@playwright/test';
import { expect, open, settled, test } from './fixtures.ts';

/** Paper within margins of 1 cm, in pixels of 1/96 inch. */
const PAPERS = { 'A4 portrait': 718, 'A4 landscape': 1047, 'Letter portrait': 740, 'Letter landscape': 980 };
const WINDOWS = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

for (const [window, viewport] of Object.entries(WINDOWS))
  for (const [paper, width] of Object.entries(PAPERS))
    for (const isChosen of [false, true])
      test(`should print every row, chart and link on ${paper} from a ${window}, a row ${isChosen ? '' : 'not '}chosen`, async ({
        page,
      }) => {
        await page.setViewportSize(viewport);
        await open(page);
        if (isChosen) {
          await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
          await settled(page);
        }
        await startPrinting(page, width);
        await expect(page.locator('[data-indicator]')).toHaveCount(14);
        for (const row of await page.locator('[data-indicator]').all()) await expect(row).toBeVisible();
        expect(await cutOnPaper(page)).toEqual([]);
        const chart = page.getByRole('img', { name: /trajectory and target/ });
        await expect(chart).toHaveAttribute('aria-label', isChosen ? /foreign/i : /^Hong Kong-invested/);
        await expect(chart.locator('canvas')).toBeVisible();
        expect(await isDrawn(page)).toBe(true);
        // The chart covers nothing of what stands below it.
        const [picture, below] = [
          await chart.locator('canvas').boundingBox(),
          await page.getByRole('heading', { name: 'Assumptions' }).boundingBox(),
        ];
        expect(below?.y).toBeGreaterThanOrEqual((picture?.y ?? 0) + (picture?.height ?? 0));
        await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
        await expect(
          page.getByText('A projection is what follows if the assumptions hold.').last(),
        ).toBeVisible();
        await expect(page.getByText(/^http.*v=1/)).toBeVisible();
        // The sheet is one or two pages.
        const pdf = await page.pdf({
          landscape: paper.endsWith('landscape'),
          format: paper.startsWith('A4') ? 'A4' : 'Letter',
          margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' },
        });
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        expect(pages).toBeGreaterThanOrEqual(1);
        expect(pages).toBeLessThanOrEqual(3);
      });

test('should say by outlines and hatching what it says by colour, where no background is printed', async ({
  page,
}) => {
  await open(page);
  await startPrinting(page, 718);
  const looks = await page.evaluate(() =>
    ['met', 'missed'].map((word) => {
      const row = [...document.querySelectorAll('[data-indicator]')].find(
        (each) => each.querySelector('.word')?.textContent === word,
      );
      const bar = row?.querySelector('.bullet .bar');
      const style = bar ? getComputedStyle(bar) : undefined;
      return {
        borders: style?.borderTopStyle,
        width: style?.borderTopWidth,
        exact: style?.getPropertyValue('print-color-adjust'),
      };
    }),
  );
  for (const { borders, width, exact } of looks) {
    expect(borders).toBe('solid');
    expect(Number.parseFloat(width ?? '0')).toBeGreaterThan(0);
    expect(exact).toBe('exact');
  }
});

// Helpers

/** Have the page as it is being printed, on paper of a width. */
async function startPrinting(page: Page, width: number): Promise<void> {
  // What belongs on paper is fetched while nothing else is to be done.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /PrintedSheet/.test(name)),
  );
  await page.waitForTimeout(300);
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

/** What a box would cut on paper: nothing is scrolled there. */
async function cutOnPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-indicator], [role=img], figure')].flatMap((element) => {
      const { bottom, right, height } = element.getBoundingClientRect();
      if (height === 0) return [];
      const said = element.getAttribute('data-indicator') ?? element.tagName;
      const found: string[] = [];
      if (right > document.documentElement.clientWidth + 1) found.push(`${said} ends beside the paper`);
      for (
        let each = element.parentElement;
        each !== null && each !== document.body;
        each = each.parentElement
      ) {
        const style = getComputedStyle(each);
        const box = each.getBoundingClientRect();
        if (style.overflowY !== 'visible' && bottom > box.bottom + 1)
          found.push(`${said} is cut by ${each.tagName}.${each.className}`);
        if (style.position === 'fixed')
          found.push(`${said} stands in ${each.tagName}, which is on every page`);
      }
      return found;
    }),
  );
}

/** Whether a canvas on the page has anything on it. */
async function isDrawn(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].some((canvas) => {
      const { width, height } = canvas;
      if (width === 0 || height === 0 || !canvas.checkVisibility()) return false;
      return canvas
        .getContext('2d')
        ?.getImageData(0, 0, width, height)
        .data.some((channel) => channel !== 0);
    }),
  );
}
