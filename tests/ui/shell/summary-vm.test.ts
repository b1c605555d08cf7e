// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import type { Simulation } from '../../../src/core/simulate-plan.ts';
import { describeSummary } from '../../../src/ui/shell/summary-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { certain, simulated, ten } from '../shipped-case.ts';

const text = textIn('en');

describe('describeSummary', () => {
  it('should say the count, where most is missing and in how many futures as many are met', () => {
    const { count, widestGap, verdicts, futures } = describeSummary(plan, only(simulated(ten)), text);
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
    expect(describeSummary(plan, only(simulation), text).widestGap?.[1]).toBe(
      plan.indicators[worst]?.shortName.en,
    );
  });

  it('should say nothing of futures where nothing has a spread', () => {
    expect(describeSummary(plan, only(simulated(certain)), text).futures).toBeUndefined();
  });

  it('should say no more than that where every target is met and none by more than was asked', () => {
    expect(describeSummary(plan, only(simulated(planPreset(plan, 'plan-pace'))), text)).toEqual({
      count: 'At these rates all 14 targets are met in 2025.',
      changed: '',
      widestGap: undefined,
      verdicts: '',
      futures: undefined,
    });
  });

  it('should ask for one target where none is met', () => {
    const held = { ...planPreset(plan, 'held'), spread: ten.spread };
    const simulation = simulated(held);
    expect(describeSummary(plan, only({ ...simulation, met: 0 }), text).futures).toMatch(
      /^At least 1 target is met in /,
    );
  });
});

describe('describeSummary, while one works', () => {
  const before = simulated(ten);
  const now = simulated({
    ...ten,
    growth: { ...ten.growth, 'hk-residents': { kind: 'compound', rate: 0.2 } },
  });

  it('should keep its question, so that a gain never reads as a loss', () => {
    expect([before.met, now.met]).toEqual([5, 6]);
    const asked = (answers: Partial<Parameters<typeof describeSummary>[1]>) =>
      describeSummary(plan, { ...only(now), ...answers }, text).futures;
    expect(asked({ before })).toMatch(/^At least 5 targets are met in/);
    expect(asked({})).toMatch(/^At least 6 targets are met in/);
    expect(asked({ before, least: 8 })).toMatch(/^At least 8 targets are met in/);
  });

  it('should name what changed and how many are met now', () => {
    const changed = (from: Simulation, to: Simulation) =>
      describeSummary(plan, { ...only(to), before: from }, text).changed;
    expect(changed(before, now)).toBe('HK residents employed: missed → met (targets met: 5 → 6).');
    expect(changed(now, before)).toBe('HK residents employed: met → missed (targets met: 6 → 5).');
    expect(changed(before, before)).toBe('');
    expect(changed(before, simulated(planPreset(plan, 'plan-pace')))).toMatch(
      /^HK residents employed: missed → met, Cross-boundary services: missed → met and \d+ more \(targets met: 5 → 14\)\.$/,
    );
    const hant = describeSummary(plan, { ...only(now), before }, textIn('zh-Hant')).changed;
    expect(hant).toBe('在前海就業港人：未達標 → 達標（達標項數：5 → 6）。');
  });

  it('should say nothing of a count that did not change', () => {
    const higher = simulated({
      ...ten,
      growth: { ...ten.growth, 'national-innovations': { kind: 'compound', rate: 0.4 } },
    });
    expect(describeSummary(plan, { ...only(higher), before }, text).changed).toBe(
      'National innovations: met → above range.',
    );
  });
});

// Helpers

/** An answer with nothing before it. */
function only(now: Simulation) {
  return { now, before: undefined, least: undefined };
}
