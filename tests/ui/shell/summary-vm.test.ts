// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import { describeSummary } from '../../../src/ui/shell/summary-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { certain, simulated, ten } from '../shipped-case.ts';

const text = textIn('en');

describe('describeSummary', () => {
  it('should say the count, where most is missing and in how many futures as many are met', () => {
    const { count, widestGap, verdicts, futures } = describeSummary(plan, simulated(ten), text);
    expect(count).toBe('At these rates 5 of 14 targets are met in 2025.');
    expect(widestGap?.join('')).toBe('The widest gap: International organizations: 1 of 3–5 organizations.');
    expect(verdicts).toBe('One of the 5 is above its range.');
    expect(futures).toMatch(/^At least 5 targets are met in \d+ of 100 simulations\.$/);
  });

  it('should name the missed target of which the smallest share is attained', () => {
    const simulation = simulated(ten);
    const least = Math.min(
      ...simulation.indicators
        .filter(({ status }) => status === 'missed')
        .map(({ attainment }) => attainment),
    );
    const worst = simulation.indicators.findIndex(({ attainment }) => attainment === least);
    expect(describeSummary(plan, simulation, text).widestGap?.[1]).toBe(plan.indicators[worst]?.shortName.en);
  });

  it('should say nothing of futures where nothing has a spread', () => {
    expect(describeSummary(plan, simulated(certain), text).futures).toBeUndefined();
  });

  it('should say no more than that where every target is met and none by more than was asked', () => {
    expect(describeSummary(plan, simulated(planPreset(plan, 'plan-pace')), text)).toEqual({
      count: 'At these rates all 14 targets are met in 2025.',
      widestGap: undefined,
      verdicts: '',
      futures: undefined,
    });
  });

  it('should ask for one target where none is met', () => {
    const held = { ...planPreset(plan, 'held'), spread: ten.spread };
    const simulation = simulated(held);
    expect(describeSummary(plan, { ...simulation, met: 0 }, text).futures).toMatch(
      /^At least 1 target is met in /,
    );
  });
});
