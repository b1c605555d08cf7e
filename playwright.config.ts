import { defineConfig, devices } from '@playwright/test';

/** The Chromium to drive; `tests/run.mjs` finds or installs one. */
const executablePath = process.env['CHROMIUM_PATH'];
/** Another port lets two checkouts be tested side by side. */
const port = process.env['SITE_PORT'] ?? '4173';
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL: address,
    locale: 'en-GB',
    trace: 'retain-on-failure',
    video: 'off',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
  projects: [
    { name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: `npm run preview -- --port ${port}`,
    url: address,
    reuseExistingServer: process.env['CI'] === undefined,
  },
});
