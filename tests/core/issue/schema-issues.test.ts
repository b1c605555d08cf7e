import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../src/core/issue/schema-issues.ts';

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
        { path: 'rate', expected: 'no field of this name', given: '"rate"' },
        { path: 'name', expected: 'string', given: '7' },
        { path: 'rates.1', expected: '>=0', given: '-1' },
        { path: 'rates.2', expected: 'number', given: '"x"' },
      ],
    });
  });

  it('should return every unknown field, also of a list where an object belongs, and stop in the end', () => {
    const unknown = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`field${i}`, i]));
    const found = checkSchema(schema, { name: 'a', ...unknown });
    expect(found.kind === 'issues' && found.issues.length).toBe(100);
    expect(checkSchema(schema, [1, 2])).toMatchObject({
      issues: [{ path: '0' }, { path: 'name', expected: 'a field of this name', given: 'nothing' }],
    });
    expect(
      checkSchema(v.strictObject({ list: v.array(schema) }), { list: [{ name: 'a', x: 1, y: 2 }] }),
    ).toMatchObject({
      issues: [{ path: 'list.0.x' }, { path: 'list.0.y' }],
    });
  });

  it('should name a key that is no id, and a list, where a record by id belongs', () => {
    const record = v.strictObject({ by: v.record(v.string(), v.number()) });
    expect(
      checkSchema(record, JSON.parse('{"by": {"constructor": 1, "__proto__": 2, "a": 3}}'), ['by']),
    ).toMatchObject({
      issues: [{ path: 'by.constructor' }, { path: 'by.__proto__' }],
    });
    expect(checkSchema(record, { by: [] }, ['by'])).toMatchObject({
      issues: [{ path: 'by', expected: 'Object' }],
    });
    expect(checkSchema(record, { by: 7 }, ['by', 'absent', 'by.*.x']).kind).toBe('issues');
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
