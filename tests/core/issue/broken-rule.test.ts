import * as v from 'valibot';
import { expect, it } from 'vitest';
import { brokenRule } from '../../../src/core/issue/broken-rule.ts';

it('should name no upper limit where a text has none', () => {
  expect(brokenRule(v.pipe(v.string(), v.minLength(1)), '', 'min_length')).toEqual({
    rule: 'empty-text',
    limits: { most: Infinity },
  });
});
