import type { Row } from './row.ts';
import { measureSpeed } from './speed.ts';

/** Time ensembles inside a worker of a browser, where only the wall has a clock. */
export function measureInBrowser(): Promise<readonly Row[]> {
  return measureSpeed('Chromium', () => performance.now());
}

Object.assign(globalThis, { measureInBrowser });
