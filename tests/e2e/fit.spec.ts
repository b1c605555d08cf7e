import type { Page } from '@playwright/test';
import { expect, numberBox, open, settled, test, type } from './fixtures.ts';

/** From the smallest phone to a projector in a hall, in pixels. */
const SIZES = [
  [320, 640],
  [390, 844],
  [768, 1024],
  [911, 700],
  [1181, 800],
  [1280, 720],
  [1440, 900],
  [3840, 2160],
] as const;
const LANGUAGES = ['en-GB', 'zh-HK', 'zh-CN'] as const;
/** A wide font and a narrow one; where the machine has neither, its own stands in for both. */
const FONTS = ['Verdana, "DejaVu Sans"', '"Noto Sans CJK HK", "Arial Narrow", "Liberation Sans Narrow"'];
const STATES: Readonly<Record<string, string>> = {
  'as it opens': '/',
  'rates with four decimals':
    '/?v=1&hke=19.3737&hkr=-9.9571&cbs=12.0005&fdi=37.6543&teu=-12.3456&law=79.9999',
  'the highest rates': '/?v=1&hke=500&hkr=500&cbs=500&nin=500&fdi=500&pax=500&mod=500&gsp=500&pro=500',
  'events and other growth shapes':
    '/?v=1&hke=5y60y-7&hkr=a123456&cbs=30c12000&fdi=10s4&teu=3s12.5&d-border=1y2y-1',
  'without rows in doubt': '/?v=1&hke=10s4&hkr=20s4&v-sure=1',
  'the details opened': '/?v=1&hke=10s4&hkr=20s4&v-open=1&v-tab=chances',
};

for (const locale of LANGUAGES) {
  test.describe(`text in ${locale}`, () => {
    test.use({ locale });
    for (const [state, address] of Object.entries(STATES))
      test(`should never be cut, covered or run into other text: ${state}`, async ({ page }) => {
        await open(page, address);
        for (const [width, height] of SIZES) {
          await page.setViewportSize({ width, height });
          await settled(page);
          for (const font of FONTS) {
            await page.evaluate((name) => document.documentElement.style.setProperty('--font', name), font);
            expect.soft(await misfits(page), `${width} x ${height}, ${font}`).toEqual([]);
          }
        }
      });
  });
}

test('should have room for text that is spaced as WCAG 1.4.12 has it', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await settled(page);
    expect.soft(await misfits(page), `${width} x ${height}`).toEqual([]);
  }
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('should have count, strip and four rows in sight', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('toolbar')).toBeInViewport({ ratio: 1 });
    const foot = await page.getByRole('button', { name: /^At least 5 targets met/ }).boundingBox();
    const fourth = await page.locator('[data-indicator]').nth(3).boundingBox();
    expect((fourth?.y ?? 0) + (fourth?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    await page.mouse.wheel(0, 1500);
    await expect(page.getByRole('toolbar')).toBeInViewport({ ratio: 1 });
  });

  test('should keep the question at its foot while one works', async ({ page }) => {
    await open(page);
    await type(numberBox(page, 'HK residents employed'), '20');
    await settled(page);
    await expect(page.getByRole('toolbar', { name: '6 of 14 targets met' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^At least 5 targets met/ })).toBeVisible();
  });
});

/** What text on the page does not fit where it stands, in words; empty where all does. */
async function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
      element.closest('.visually-hidden, [popover], .head[role=rowgroup]:not(:has(.columns))') === null &&
      getComputedStyle(element).clipPath === 'none' &&
      element.closest('svg, canvas, option') === null;
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page scrolls sideways: ${scrollWidth} > ${clientWidth}`);
    const texts: { text: string; rect: DOMRect; element: Element }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (element === null || text === '' || !isShown(element) || element.matches('script, style, select'))
        continue;
      const hidden = element.closest('.visually-hidden') ?? [...ancestors(element)].find(isClippedAway);
      if (hidden) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 0) texts.push({ text, rect, element });
      const box = [...ancestors(element)].find((each) =>
        /hidden|clip/.test(getComputedStyle(each).overflowX),
      );
      const bounds = range.getBoundingClientRect();
      if (box && bounds.right > box.getBoundingClientRect().right + 1)
        found.push(`cut: "${text}" in ${box.tagName}.${box.className}`);
    }
    for (const input of document.querySelectorAll('input'))
      if (
        input.type !== 'range' &&
        input.type !== 'radio' &&
        isShown(input) &&
        input.scrollWidth > input.clientWidth + 1
      )
        found.push(`cut in its box: ${input.value}`);
    // Texts of one row, or of the bar, must not touch.
    for (const group of document.querySelectorAll('[role=row], header, .glance, .foot, [role=tablist]')) {
      const inside = texts.filter(({ element }) => group.contains(element));
      const inputs = [...group.querySelectorAll('input, select')]
        .filter((each) => isShown(each) && !(each instanceof HTMLInputElement && each.type === 'range'))
        .map((element) => ({
          text: `[${(element as HTMLInputElement).value}]`,
          rect: element.getBoundingClientRect(),
          element,
        }));
      const all = [...inside, ...inputs];
      all.forEach((one, index) => {
        for (const other of all.slice(index + 1)) {
          if (
            one.element === other.element ||
            one.element.contains(other.element) ||
            other.element.contains(one.element)
          )
            continue;
          // The percent sign stands in its box.
          if (one.element.matches('.sign') || other.element.matches('.sign')) continue;
          const across =
            Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
          // Lines are taller than their letters, in some fonts by a half.
          const [upper, lower] =
            one.rect.top < other.rect.top ? [one.rect, other.rect] : [other.rect, one.rect];
          const along = upper.bottom - upper.height * 0.22 - (lower.top + lower.height * 0.22);
          if (across > 1 && along > 1) found.push(`"${one.text}" runs into "${other.text}"`);
        }
      });
    }
    for (const { text, rect, element } of texts)
      if (rect.right > clientWidth + 1 && element.closest('[role=row]'))
        found.push(`outside the window: "${text}"`);
    return [...new Set(found)].slice(0, 12);

    function* ancestors(element: Element): Generator<Element> {
      for (
        let each: Element | null = element;
        each !== null && each !== document.body;
        each = each.parentElement
      )
        yield each;
    }
    function isClippedAway(element: Element): boolean {
      const style = getComputedStyle(element);
      return style.clipPath !== 'none' || style.opacity === '0';
    }
  });
}
