import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeValue } from '../../../src/core/issue/issue.ts';
import { seeded } from '../../helpers/arbitraries.ts';

describe('describeValue', () => {
  it.each<[text: string, value: unknown]>([
    ['"stock"', 'stock'],
    ['""', ''],
    [`"${'x'.repeat(78)}"`, 'x'.repeat(78)],
    [`"${'x'.repeat(77)}…"`, 'x'.repeat(79)],
    ['[]', []],
    ['[1, "b", null, […], {…}]', [1, 'b', null, [2], { c: 3 }]],
    [`[${'1, '.repeat(26)}…`, Array.from({ length: 1000 }, () => 1)],
    ['{}', {}],
    ['{"toString": 1, "of": {…}}', { toString: 1, of: {} }],
    ['null', null],
    ['', undefined],
    ['2025', 2025],
    ['NaN', NaN],
    ['false', false],
    ['7', 7n],
    ['function', () => 1],
    ['symbol', Symbol('secret')],
  ])('should say %s', (text, value) => {
    expect(describeValue(value)).toBe(text);
  });

  it('should never need more than 80 characters, nor throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(describeValue(value).length).toBeLessThanOrEqual(80);
      }),
      seeded(1000),
    );
  });
});
