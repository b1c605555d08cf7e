import type { LinkPair } from './link-grammar.ts';

/** The pairs of a link, by where they stood. */
export interface SplitLink {
  readonly query: readonly LinkPair[];
  readonly fragment: readonly LinkPair[];
}

/** Left by line wrapping, word processors and chat programs; never part of a link. */
const INVISIBLE = /[\r\n\t\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** A `#`, also where a mail scanner has encoded it once or twice. */
const HASH = /#|%23|%2523/;
/** What a sentence around a link leaves at its end; a query ends in a letter or digit. */
const TRAILING_MARKS = /[^A-Za-z0-9=]+$/;
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
    query: splitPairs(queryOf(before).replace(TRAILING_MARKS, '')),
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
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const sign = pair.indexOf('=');
      const key = sign < 0 ? pair : pair.slice(0, sign);
      return { key: decode(key).replace(/^amp;/, ''), value: sign < 0 ? '' : decode(pair.slice(sign + 1)) };
    })
    .filter(({ key }) => !TRACKING.test(key));
}

/** Percent-decoded text; as it stands where the encoding is broken. Some sites write a space as `+`. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
