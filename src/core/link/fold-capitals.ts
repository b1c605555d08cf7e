import { isNameKey, type LinkPair } from './link-grammar.ts';

/**
 * Return the pairs of a link that is all in capitals, as a dense QR code holds it, in the small letters of the grammar;
 * any other link's as they are. Names stay as they stand. In a link that is not in capitals a capital is no key's letter.
 *
 * @param pairs The pairs as the link gives them.
 */
export function foldCapitals(pairs: readonly LinkPair[]): readonly LinkPair[] {
  const keys = pairs.map(({ key }) => key);
  const isInCapitals = keys.some(isCapitalHeader) || !keys.some((key) => /[a-z]/.test(key));
  if (!isInCapitals || keys.includes('v') || keys.includes('z')) return pairs;
  return pairs.map((pair) => {
    const key = inSmallLetters(pair.key);
    return { key, value: isNameKey(key) ? pair.value : inSmallLetters(pair.value) };
  });
}

function isCapitalHeader(key: string): boolean {
  return key === 'V' || key === 'Z';
}

/** Latin letters alone: others change their number, or become Latin ones. */
function inSmallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
