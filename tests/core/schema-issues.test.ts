import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/core/schema-issues.ts';

const schema = v.strictObject({
  name: v.string(),
  rates: v.optional(v.array(v.pipe(v.number(), v.minValue(0))), []),
});

describe('checkSchema', () => {
  it('should return the value with the defaults of the schema', () => {
    expect(checkSchema(schema, { name: 'a' })).toEqual({ kind: 'fits', output: { name: 'a', rates: [] } });
  });

  it('should return every issue with path, what is accepted and what was given', () => {
    expect(checkSchema(schema, { name: 7, rates: [1, -1, 'x'], rate: 2 })).toEqual({
      kind: 'issues',
      issues: [
        { path: 'name', expected: 'string', given: '7' },
        { path: 'rates.1', expected: '>=0', given: '-1' },
        { path: 'rates.2', expected: 'number', given: '"x"' },
        { path: 'rate', expected: 'no field of this name', given: '"rate"' },
      ],
    });
  });

  it('should return an empty path where the whole value is wrong', () => {
    expect(checkSchema(schema, null)).toEqual({
      kind: 'issues',
      issues: [{ path: '', expected: 'Object', given: 'null' }],
    });
  });

  it("should return the rule's own words where it names nothing it accepts", () => {
    const even = v.pipe(
      v.number(),
      v.check((n) => n % 2 === 0, 'an even number'),
    );
    expect(checkSchema(even, 3)).toEqual({
      kind: 'issues',
      issues: [{ path: '', expected: 'an even number', given: '3' }],
    });
  });
});
