import { linkCheck } from '../../src/core/link/link-check.ts';

/**
 * Return a query with its check, as a page would write it that meant exactly this.
 *
 * @param query Everything before the check, without `?`.
 * @param fragment What follows the check, with its `#`.
 * @returns `?query&z=xxxx#fragment`.
 */
export function sealed(query: string, fragment = ''): string {
  const pairs = query.split('&').map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  return `?${query}&z=${linkCheck(decodeURIComponent(pairs.join('&')))}${fragment}`;
}
