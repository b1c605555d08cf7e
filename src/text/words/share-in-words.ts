import { shareRatio } from '../share-ratio.ts';

const ENGLISH_DENOMINATORS = [1, 2, 3, 4, 5, 10, 20, 100];
const TENTHS = [10, 100];
const NUMERALS = '零一二三四五六七八九十';

/** Return a share in English words, in lowest terms: "9 in 10". */
export function shareInEnglish(share: number): string {
  const { n, of } = shareRatio(share, ENGLISH_DENOMINATORS);
  return `${n} in ${of}`;
}

/** Return a share in Chinese words, as short as it can be: "十之九". */
export function shareInChinese(share: number): string {
  return tenths(share, (n, of) => (of === 10 ? `十之${NUMERALS.charAt(n)}` : `百分之${n}`));
}

/**
 * Say a share in tenths, or in hundredths where it is no whole number of tenths.
 *
 * @param share From 0 to 1.
 * @param say Says `n` of every `of`.
 */
export function tenths(share: number, say: (n: number, of: number) => string): string {
  const { n, of } = shareRatio(share, TENTHS);
  return say(n, of);
}
