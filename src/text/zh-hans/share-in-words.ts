import { shareRatio } from '../share-ratio.ts';

const DENOMINATORS = [10, 100];
const NUMERALS = '零一二三四五六七八九十';

/**
 * Return a share in words, as short as it can be: "十之九".
 *
 * @param share From 0 to 1.
 */
export function inWords(share: number): string {
  const { n, of } = shareRatio(share, DENOMINATORS);
  return of === 10 ? `十之${NUMERALS.charAt(n)}` : `百分之${n}`;
}

/**
 * Return a share of the futures in words: "10个未来中有9个".
 *
 * @param share From 0 to 1.
 */
export function ofFutures(share: number): string {
  const { n, of } = shareRatio(share, DENOMINATORS);
  return `${of}个未来中有${n}个`;
}

/**
 * Return the same of futures that are called simulated.
 *
 * @param share From 0 to 1.
 */
export function ofSimulatedFutures(share: number): string {
  const { n, of } = shareRatio(share, DENOMINATORS);
  return `${of}个模拟未来中有${n}个`;
}
