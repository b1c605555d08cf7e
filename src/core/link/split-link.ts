import { isNameKey, type LinkPair } from './link-grammar.ts';

/** The pairs of a link, by where they stood. */
export interface SplitLink {
  readonly query: readonly LinkPair[];
  readonly fragment: readonly LinkPair[];
}

/** A line end behind a whole check: the link is over, unless it goes on with what only a link has. */
const LINE_END_AFTER_CHECK = /([?&#]z=[0-9a-z]{4})[\r\n]+(?![\s#&%])/gi;
/** Left by line wrapping, word processors and chat programs; never part of a link. */
const INVISIBLE = /[\r\n\t\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** Put behind a link, fragment or not, by WeChat and its articles. */
const MESSENGER_FRAGMENT = /#(?:wechat_redirect|wechat_pay|rd)$/;
/** A `#`, also where a mail scanner has encoded it once or twice. */
const HASH = /#|%23|%2523/;
/** The `?` of a link that was percent-encoded whole, once or more often, and so became part of a path. */
const ENCODED_QUERY = /%(?:25){0,3}3f(?=[a-z][a-z0-9.-]*%(?:25){0,3}3d)/i;
/** A `=` that was percent-encoded, once or more often. */
const ENCODED_SIGN = /%(?:25){0,3}3d/i;
/** What a link's numbers end in; what a sentence around the link leaves after that is none of it. */
const LAST_CHARACTER = /[A-Za-z0-9=]/;
/** The same marks, spaces and line ends where a program has percent-encoded them. */
const ENCODED_MARK = /^%(?:[0-2][0-9a-f]|3[a-f])$/i;
/** A whole check, and then anything that is no letter or digit: words of the sentence around the link. */
const WORDS_AFTER_CHECK = /^([0-9a-z]{4})[^0-9a-z].*$/is;
/** Added by sites and messengers on the way; they say nothing about a scenario, and no code or driver can be called so. */
const TRACKING =
  /^(?:utm_[a-z_]*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|igshid|mibextid|isappinstalled|openexternalbrowser|tdsourcetag|nsukey|clicktime|enterid|from)$/i;

/**
 * Split a link into its pairs, percent-decoded, tracking parameters dropped.
 *
 * @param text A full address, a query with or without its `?`, or a fragment.
 * @returns The pairs of query and fragment in the order they stand; never throws.
 */
export function splitLink(text: string): SplitLink {
  const visible = text.replace(LINE_END_AFTER_CHECK, '$1 ').replace(INVISIBLE, '').trim();
  const whole = visible.replace(MESSENGER_FRAGMENT, '');
  const hash = HASH.exec(whole);
  const before = hash === null ? whole : whole.slice(0, hash.index);
  const after = hash === null ? '' : whole.slice(hash.index + hash[0].length);
  // A fragment without any `=` is an anchor in a page, or a messenger's own mark.
  const isLink = after.includes('=') || ENCODED_SIGN.test(after);
  return {
    query: splitPairs(queryOf(before)),
    fragment: isLink ? splitPairs(after.replace(/^\?/, '')) : [],
  };
}

/**
 * What follows the `?`: the one before `v`, if a carrier has put another in front or behind, else the first; or one that
 * was percent-encoded into the path. Without any, a last path segment that reads like a query whose `?` was lost.
 */
function queryOf(address: string): string {
  const first = /\?(?=v=)/i.exec(address)?.index ?? address.indexOf('?');
  const path = first < 0 ? address : address.slice(0, first);
  const query = first < 0 ? '' : address.slice(first + 1);
  const encoded = ENCODED_QUERY.exec(path);
  if (encoded !== null && !path.slice(0, encoded.index).includes('='))
    return `${path.slice(encoded.index + encoded[0].length)}&${query}`;
  if (first >= 0) return query;
  const segment = path.slice(path.lastIndexOf('/') + 1);
  return segment.includes('=') ? segment : '';
}

function splitPairs(text: string): LinkPair[] {
  return pairsIn(text.slice(0, endOf(text))).filter(({ key }) => !TRACKING.test(key));
}

function pairsIn(text: string): LinkPair[] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const sign = part.indexOf('=');
      const decoded = decode(part);
      // Encoded once more than it should be, it may be several pairs.
      if (sign < 0 && ENCODED_SIGN.test(part) && decoded !== part) return pairsIn(decoded.replace('#', '&'));
      const key = (sign < 0 ? decoded : decode(part.slice(0, sign))).replace(/^amp;/i, '');
      const value = sign < 0 ? '' : decode(part.slice(sign + 1));
      return { key, value: /^z$/i.test(key) ? value.replace(WORDS_AFTER_CHECK, '$1') : value };
    });
}

/** Where the pairs end: after the last letter or digit, but a name may end in any mark. */
function endOf(text: string): number {
  const [lastKey = ''] = text.slice(text.lastIndexOf('&') + 1).split('=', 1);
  if (isNameKey(lastKey.toLowerCase())) return text.length;
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
