import { shareRatio } from '../share-ratio.ts';

const DENOMINATORS = [1, 2, 3, 4, 5, 10, 20, 100];

/**
 * Return a share of the simulated futures in words, in lowest terms: "9 in 10".
 *
 * @param share From 0 to 1.
 */
export function inWords(share: number): string {
  const { n, of } = shareRatio(share, DENOMINATORS);
  return `${n} in ${of}`;
}
