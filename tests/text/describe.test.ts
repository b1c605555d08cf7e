import { expect, it } from 'vitest';
import { describeStatuses } from '../../src/text/describe.ts';

it('should say of each verdict how many have it, in the order in which they occur, and pass over those of which nothing is said', () => {
  const said = describeStatuses(['exceeded', 'met', 'missed', 'exceeded'], (status, count) =>
    status === 'met' ? '' : `${status} ${count}.`,
  );
  expect(said).toBe('exceeded 2. missed 1.');
  expect(describeStatuses([], () => 'never')).toBe('');
});
