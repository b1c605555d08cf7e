import { isNameKey, type LinkPair } from './link-grammar.ts';

/** The pairs of a link, by where they stood. */
export interface SplitLink {
  readonly query: readonly LinkPair[];
  readonly fragment: readonly LinkPair[];
}

/** Left by line wrapping, word processors and chat programs; never part of a link. */
const INVISIBLE = /[\r\n\t\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** A `#`, also where a mail scanner has encoded it once or twice. */
const HASH = /#|%23|%2523/;
/** What a link's numbers end in; what a sentence around the link leaves after that is none of it. */
const LAST_CHARACTER = /[A-Za-z0-9=]/;
/** The same marks, spaces and line ends where a program has percent-encoded them. */
const ENCODED_MARK = /^%(?:[0-2][0-9a-f]|3[a-f])$/i;
/** Added by sites and messengers on the way; they say nothing about a scenario. */
const TRACKING = /^(?:utm_[a-z_]*|fbclid|gclid|isappinstalled|from)$/;

/**
 * Split a link into its pairs, percent-decoded, tracking parameters dropped.
 *
 * @param text A full address, a query with or without its `?`, or a fragment.
 * @returns The pairs of query and fragment in the order they stand; never throws.
 */
export function splitLink(text: string): SplitLink {
  const visible = text.replace(INVISIBLE, '').trim();
  const hash = HASH.exec(visible);
  const before = hash === null ? visible : visible.slice(0, hash.index);
  const after = hash === null ? '' : visible.slice(hash.index + hash[0].length);
  return {
    query: splitPairs(queryOf(before)),
    fragment: splitPairs(after.replace(/^\?/, '')),
  };
}

/** What follows the first `?`; without one, a last path segment that reads like a query whose `?` was lost. */
function queryOf(address: string): string {
  const mark = address.indexOf('?');
  if (mark >= 0) return address.slice(mark + 1);
  const segment = address.slice(address.lastIndexOf('/') + 1);
  return segment.includes('=') ? segment : '';
}

function splitPairs(text: string): LinkPair[] {
  return text
    .slice(0, endOf(text))
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const key = sign < 0 ? pair : pair.slice(0, sign);
      return { key: decode(key).replace(/^amp;/, ''), value: sign < 0 ? '' : decode(pair.slice(sign + 1)) };
    })
    .filter(({ key }) => !TRACKING.test(key));
}

/** Where the pairs end: after the last letter or digit, but a name may end in any mark. */
function endOf(text: string): number {
  const [lastKey = ''] = text.slice(text.lastIndexOf('&') + 1).split('=', 1);
  if (isNameKey(lastKey)) return text.length;
  let end = text.length;
  while (end > 0) {
    if (ENCODED_MARK.test(text.slice(end - 3, end))) end -= 3;
    else if (LAST_CHARACTER.test(text.charAt(end - 1))) break;
    else end--;
  }
  return end;
}

/** Percent-decoded text; as it stands where the encoding is broken. Some sites write a space as `+`. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
