import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** What every browser test works with. */
interface Fixtures {
  /** Console errors, page errors and policy violations that a test expects and allows, as patterns. */
  allowed: RegExp[];
  problems: string[];
}

/** A test that fails on any console error, page error, policy violation or request to another origin. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  allowed: async ({}, use) => {
    await use([]);
  },
  problems: [
    async ({ context, allowed, baseURL }, use) => {
      const problems: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error('policy violation', event.violatedDirective, event.blockedURI, event.sample);
        });
      });
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      context.on('weberror', (error) => problems.push(String(error.error())));
      context.on('request', (request) => {
        const { protocol } = new URL(request.url());
        if (/^(?:https?|wss?):$/.test(protocol) && new URL(request.url()).origin !== origin) {
          problems.push(`request to another origin: ${request.url()}`);
        }
      });
      await use(problems);
      expect(problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Wait until everything shown belongs to the last input. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-settled', /^\d+$/);
}

/** Open an address of the site and wait until it shows its answer. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** The row of an indicator, by its short name. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('slider', { name: `Growth a year, ${name}` }) });
}

/** The slider of an indicator, by its short name. */
export function slider(page: Page, name: string): Locator {
  return page.getByRole('slider', { name: `Growth a year, ${name}`, exact: true });
}

/** The number box of an indicator, by its short name. */
export function numberBox(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: `Growth a year in percent, ${name}`, exact: true });
}

/** Type a number into a field and leave it by Enter. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}
