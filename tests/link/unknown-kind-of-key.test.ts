import { expect, it, vi } from 'vitest';
import * as fields from '../../src/core/link/link-fields.ts';
import { readLink } from '../../src/core/link/read-link.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';

vi.mock(import('../../src/core/link/link-fields.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  parseKey: () => ({ kind: 'exotic' }) as unknown as fields.LinkKey,
}));

// What the compiler refuses: bad text is an issue, but a kind of key that the reader does not know is a bug.
it('should throw a kind of key back that the table names and the reader does not know', () => {
  expect(() => readLink('?v=1&hke=5', [shippedPlan])).toThrow('unexpected case');
});
