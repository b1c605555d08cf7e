import { describe, expect, it } from 'vitest';
import { assertNever } from '../../src/core/assert-never.ts';

describe('assertNever', () => {
  it('should throw, naming the case no branch has taken', () => {
    expect(() => assertNever('cubic' as never)).toThrow(new TypeError('unexpected case cubic'));
  });
});
