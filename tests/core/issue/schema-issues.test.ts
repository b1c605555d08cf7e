import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { brokenRule } from '../../../src/core/issue/broken-rule.ts';
import { checkSchema } from '../../../src/core/issue/schema-issues.ts';
import { TEXT_FORMS, textOf } from '../../../src/core/issue/text-forms.ts';

const schema = v.strictObject({
  name: v.string(),
  rates: v.optional(v.array(v.pipe(v.number(), v.minValue(0))), []),
});
const RATE = { from: 0, to: Infinity, whole: false };

describe('checkSchema', () => {
  it('should return the value with the defaults of the schema', () => {
    expect(checkSchema(schema, { name: 'a' })).toEqual({ kind: 'fits', output: { name: 'a', rates: [] } });
  });

  it('should return every issue with path, rule, what is accepted and what was given, and what is sound', () => {
    expect(checkSchema(schema, { name: 7, rates: [1, -1, 'x'], colour: 2 })).toEqual({
      kind: 'issues',
      issues: [
        { path: ['name'], rule: 'wrong-type', limits: { type: 'text' }, given: '7' },
        { path: ['rates', 1], rule: 'out-of-range', limits: RATE, given: '-1' },
        { path: ['rates', 2], rule: 'not-a-number', limits: RATE, given: '"x"' },
        { path: ['colour'], rule: 'unknown-field', limits: { known: ['name', 'rates'] }, given: '2' },
      ],
      sound: { name: undefined, rates: [1, undefined, undefined] },
    });
  });

  it('should return every unknown field, however many there are', () => {
    const unknown = Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`field${i}`, i]));
    const found = checkSchema(v.strictObject({ inner: schema }), { inner: { name: 'a', ...unknown } });
    expect(found.kind === 'issues' && found.issues.length).toBe(200_000);
  });

  it('should return one issue for a list where an object belongs, and an empty path where that is the whole', () => {
    const issue = { rule: 'wrong-type', limits: { type: 'object' } };
    expect(checkSchema(schema, [1, 2])).toMatchObject({ issues: [{ path: [], ...issue, given: '[1, 2]' }] });
    expect(checkSchema(schema, null)).toMatchObject({ issues: [{ path: [], ...issue, given: 'null' }] });
    const record = v.strictObject({ by: v.record(textOf(TEXT_FORMS.id), v.number()) });
    expect(checkSchema(record, { by: [] })).toMatchObject({ issues: [{ path: ['by'], ...issue }] });
  });

  it('should name a key that is no id, which valibot would pass over', () => {
    const record = v.strictObject({ by: v.record(textOf(TEXT_FORMS.id), v.number()) });
    const content: unknown = JSON.parse('{"by": {"constructor": 1, "__proto__": "x", "a": 3}}');
    expect(checkSchema(record, content)).toEqual({
      kind: 'issues',
      issues: [
        {
          path: ['by', 'constructor'],
          rule: 'reserved',
          limits: { reserved: ['constructor', 'prototype'] },
          given: '"constructor"',
        },
        { path: ['by', '__proto__'], rule: 'bad-id', limits: { most: 64 }, given: '"__proto__"' },
        {
          path: ['by', '__proto__'],
          rule: 'not-a-number',
          limits: { from: -Infinity, to: Infinity, whole: false },
          given: '"x"',
        },
      ],
      sound: { by: { a: 3 } },
    });
  });

  it('should accept null where the schema does, and say so', () => {
    const nullable = v.strictObject({ side: v.nullable(v.picklist(['left', 'right'])) });
    const allowed = ['left', 'right', null];
    expect(checkSchema(nullable, { side: null }).kind).toBe('fits');
    expect(checkSchema(nullable, { side: 'up' })).toMatchObject({
      issues: [{ path: ['side'], rule: 'not-one-of', limits: { allowed }, given: '"up"' }],
    });
    expect(checkSchema(nullable, {})).toMatchObject({
      issues: [{ path: ['side'], rule: 'missing', limits: { allowed }, given: '' }],
    });
  });

  it('should ask of a list the length the schema asks, and still look into it', () => {
    const list = v.strictObject({ list: v.pipe(v.array(v.boolean()), v.minLength(1), v.maxLength(2)) });
    expect(checkSchema(list, { list: [] })).toMatchObject({
      issues: [{ path: ['list'], rule: 'too-few', limits: { least: 1 }, given: '0' }],
    });
    expect(checkSchema(list, { list: [true, 1, false] })).toMatchObject({
      issues: [
        { path: ['list'], rule: 'too-many', limits: { most: 2 }, given: '3' },
        { path: ['list', 1], rule: 'wrong-type', limits: { type: 'yes-no' } },
      ],
      sound: { list: undefined },
    });
  });

  it('should take a misspelt field for the one that is missing, if what is in it belongs there', () => {
    const issue = { path: ['Rates'], rule: 'misspelt-field', limits: { name: 'rates' } };
    expect(checkSchema(schema, { name: 'a', Rates: [1, -1] })).toMatchObject({
      issues: [issue, { path: ['Rates', 1], rule: 'out-of-range' }],
      sound: { name: 'a', rates: [1, undefined] },
    });
    expect(checkSchema(schema, { name: 'a', Rates: 1 })).toMatchObject({
      issues: [{ path: ['Rates'], rule: 'unknown-field' }],
    });
    // One of two is enough; the other has no meaning.
    expect(checkSchema(schema, { name: 'a', Rates: [], ratse: [] })).toMatchObject({
      issues: [issue, { path: ['ratse'], rule: 'unknown-field' }],
    });
  });

  it('should take no field for two that are missing', () => {
    const pair = v.strictObject({ left: v.number(), lefty: v.number() });
    expect(checkSchema(pair, { LEFT: 1 })).toMatchObject({
      issues: [
        { path: ['LEFT'], rule: 'misspelt-field', limits: { name: 'left' } },
        { path: ['lefty'], rule: 'missing' },
      ],
    });
  });

  it('should throw on a schema whose pattern has no words, and on one of a kind it does not know', () => {
    const made = v.pipe(v.string(), v.regex(/^x$/));
    expect(() => checkSchema(made, 'y')).toThrow('/^x$/ is the pattern of no text form');
    expect(() => checkSchema(v.date() as never, 1)).toThrow('unexpected case');
    expect(() => brokenRule(v.date() as never, 1, 'date')).toThrow('unexpected case');
  });
});
