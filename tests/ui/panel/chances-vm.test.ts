// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeJoint } from '../../../src/ui/panel/chances/chances-vm.ts';
import { leastAsked } from '../../../src/ui/shell/least-asked.ts';
import { textIn } from '../../helpers/text-in.ts';
import { simulated, ten } from '../shipped-case.ts';

const simulation = simulated(ten);

describe('leastAsked', () => {
  it('should be what was chosen, else as many as are met, and never none', () => {
    expect(leastAsked(7, simulation)).toBe(7);
    expect(leastAsked(undefined, simulation)).toBe(simulation.met);
    expect(leastAsked(undefined, { ...simulation, met: 0 })).toBe(1);
    expect(leastAsked(undefined, undefined)).toBe(1);
  });
});

describe('describeJoint', () => {
  it('should say how much was drawn, how often so many are met, and where the middle lies', () => {
    const joint = { draws: 1000, shareByCount: Float64Array.of(0, 0.1, 0.5, 0.4) };
    expect(describeJoint(joint, 2, textIn('en'))).toEqual({
      drawn: '1,000 simulations under these assumptions',
      atLeast: 'In 90 of 100 simulations at least',
      middle: '9 in 10 simulations meet 1 to 3; the average is 2.30.',
    });
  });
});
