import { shareRatio } from '../share-ratio.ts';

const ENGLISH_DENOMINATORS = [1, 2, 3, 4, 5, 10, 20, 100];
const TENTHS = [10, 100];
const NUMERALS = '零一二三四五六七八九十';
const HALF = 0.5;

/** Return a share in English words, as short as it can be: "9 in 10", "half". */
export function shareInEnglish(share: number): string {
  if (share === HALF) return 'half';
  const { n, of } = shareRatio(share, ENGLISH_DENOMINATORS);
  return `${n} in ${of}`;
}

/** Return what share of the simulations, in English: "9 in 10 simulations". */
export function simulationsInEnglish(share: number): string {
  return share === HALF ? 'half of the simulations' : `${shareInEnglish(share)} simulations`;
}

/** Return a share in Chinese words, as short as it can be: "九成", "一半". */
export function shareInChinese(share: number): string {
  if (share === HALF) return '一半';
  if (share === 1) return '全部';
  const { n, of } = shareRatio(share, TENTHS);
  return of === 10 ? `${NUMERALS.charAt(n)}成` : `百分之${n}`;
}

/**
 * Return what share of the simulations, in Chinese: "九成模擬".
 *
 * @param share From 0 to 1.
 * @param simulations The word for them in the script of the page.
 */
export function simulationsInChinese(share: number, simulations: string): string {
  return `${shareInChinese(share)}${simulations}`;
}
