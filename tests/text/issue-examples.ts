import type { BrokenRule, IssueRule } from '../../src/core/issue/issue.ts';

/** What every example was given. */
export const GIVEN = '"甲乙"';

/** An example of each rule, with what an English sentence about it says after the place. */
export const RULES = {
  'wrong-file': [{ wanted: 'plan', found: 'scenario' }, 'give a plan here; this is a scenario: "甲乙"'],
  'wrong-type': [{ type: 'list' }, 'write a list, in brackets; given "甲乙"'],
  missing: [{ allowed: ['at-least', 'at-most'] }, 'add this field, "at-least" or "at-most"; it is missing'],
  'unknown-field': [
    { known: ['en', 'zh-Hant'] },
    'take this field out; there is none of this name, only "en" and "zh-Hant"; given "甲乙"',
  ],
  'misspelt-field': [{ name: 'horizonYear' }, 'call this field “horizonYear”; given "甲乙"'],
  'not-a-number': [
    { from: 1e-9, to: 1e11, whole: false },
    'write a number from 1e-9 to 100,000,000,000, without quotation marks; given "甲乙"',
  ],
  'whole-number': [
    { from: 1900, to: 2200, whole: true },
    'write a whole number from 1900 to 2200, without quotation marks; given "甲乙"',
  ],
  'out-of-range': [
    { from: -0.999999, to: 10, whole: false },
    'write a number from -0.999999 to 10, without quotation marks; given "甲乙"',
  ],
  'empty-text': [{ most: 1000 }, 'write a text of 1 to 1000 characters; given "甲乙"'],
  'too-long': [{ most: 80 }, 'shorten the text to at most 80 characters; given "甲乙"'],
  'too-few': [{ least: 1 }, 'list at least 1 entry; given "甲乙"'],
  'too-many': [{ most: 200 }, 'list at most 200 entries; given "甲乙"'],
  'wrong-count': [
    { count: 3, firstYear: 2023, lastYear: 2025 },
    'list 3 numbers, one for each year from 2023 to 2025; given "甲乙"',
  ],
  'not-one-of': [{ allowed: ['stock', 'flow', null] }, 'write "stock", "flow" or null; given "甲乙"'],
  'kind-mismatch': [
    { fits: 'at-most' },
    'write "at-most", or the fields that belong to "甲乙"; given "甲乙" with the fields of "at-most"',
  ],
  'bad-id': [
    { most: 64 },
    'write a lower-case letter and up to 63 lower-case letters, digits and hyphens; given "甲乙"',
  ],
  'bad-code': [{ least: 2, most: 4 }, 'write 2 to 4 lower-case letters; given "甲乙"'],
  'bad-address': [
    {},
    'write an address that begins with http:// or https://, or null for none; given "甲乙"',
  ],
  reserved: [
    { reserved: ['rho', 'phi'] },
    'choose another name: "rho" and "phi" have a meaning of their own; given "甲乙"',
  ],
  repeated: [
    { list: 'links', fields: ['to', 'from'], first: 2 },
    'no two links may have the same to and from; entry 3 has it already; given "甲乙"',
  ],
  'unknown-reference': [
    { to: 'sources', allowed: ['paper'] },
    'write the id of one of the sources: "paper"; given "甲乙"',
  ],
  'same-reading': [
    { allowed: ['flow', null] },
    'write a reading other than measure: "flow" or null; given "甲乙"',
  ],
  'year-mismatch': [{ year: 2025, of: 'horizonYear' }, 'write 2025, the plan’s horizonYear; given "甲乙"'],
  'order-of-years': [
    { from: 2023, to: 2072, baselineYear: 2022 },
    'write a year from 2023 to 2072, 1 to 50 years after baselineYear 2022; given "甲乙"',
  ],
  'order-of-edges': [{ min: 30 }, 'write a number above min, 30; given "甲乙"'],
} as const satisfies {
  readonly [Rule in IssueRule]: readonly [
    limits: Extract<BrokenRule, { rule: Rule }>['limits'],
    said: string,
  ];
};
