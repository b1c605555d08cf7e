// Finds a Chromium to test in: Playwright's own, else one of the system, else Debian's package, installed if need be.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const DOWNLOAD_TIME = 180_000;

/**
 * Return the path of a Chromium that can be started.
 *
 * @returns {string} The path; ends the process with a message where there is none to be had.
 */
export function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? playwrightChromium() ?? systemChromium();
  if (found !== undefined) return found;

  console.log('No Chromium found; trying to install one.');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: DOWNLOAD_TIME,
  });
  const own = playwrightChromium();
  if (own !== undefined) return own;

  installDebianPackage();
  const system = systemChromium();
  if (system !== undefined) return system;
  console.error(
    'No Chromium could be installed. Install one by hand and run CHROMIUM_PATH=/path/to/chromium npm test.\n\n0 passed, 1 failed',
  );
  process.exit(1);
}

/** Playwright's own browser, where it has been downloaded. */
function playwrightChromium() {
  // Resolved only now: the packages may have been installed by this very run.
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systemChromium() {
  for (const name of SYSTEM) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** Debian's Chromium, with a font for Chinese, without which screenshots show boxes. */
function installDebianPackage() {
  const root = process.getuid?.() === 0 ? '' : 'sudo -n ';
  const install = `${root}apt-get update && ${root}apt-get install -y --no-install-recommends chromium fonts-noto-cjk`;
  spawnSync('sh', ['-c', install], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
