import { describe, expect, it } from 'vitest';
import type { Driver } from '../../../src/core/scenario/scenario.ts';
import {
  describePointsHead,
  describeReach,
  describeYears,
  eventRow,
  isOnOff,
  listedRows,
  ownEvent,
  withIntensity,
  withName,
  withPoints,
} from '../../../src/ui/panel/trajectory/events-vm.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';

/** Eight projected years, 2023 to 2030. */
const plan = { ...shippedPlan, horizonYear: 2030 };
const text = textIn('en');
const event = (intensity: readonly number[], effects: Driver['effects'] = {}): Driver => ({
  id: 'own',
  intensity,
  effects,
});

describe('an event in words', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], ''],
    [[0, 1, 0, 0, 0, 0, 0, 0], '2024'],
    [[1, 1, 0, 0, 0, -0.5, 2, 1], '2023–2024, 2028–2030'],
    [[1, 0, 1, 0, 0, 0, 0, 0], '2023, 2025'],
    [[1, 1, 1, 1, 1, 1, 1, 1], '2023–2030'],
    [[1], '2023'],
  ])('should name the years of %j', (intensity, years) => {
    expect(describeYears(plan, event(intensity), text)).toBe(years);
  });

  it('should count the rows it acts on', () => {
    const [one, two] = plan.indicators.map(({ id }) => id) as [string, string];
    expect(describeReach(plan, event([1], { [one]: 2, [two]: 0 }), text)).toBe('2023, 1 row');
    expect(describeReach(plan, event([0]), text)).toBe('no year yet, 0 rows');
    expect(describeReach(plan, { ...event([1]), id: 'border' }, text)).toBe('2023, 5 rows');
  });

  it('should head points by their years where an intensity of 1 is all there is, else by intensity', () => {
    expect(describePointsHead(plan, event([0, 1, 1]), text)).toBe('Points in 2024–2025');
    expect(describePointsHead(plan, event([0, 0]), text)).toBe('Points');
    expect(describePointsHead(plan, event([0, 0.5]), text)).toBe('Points at intensity 1');
    expect(isOnOff(plan, { ...event([0, 1]), id: 'border' })).toBe(false);
  });

  it('should add up as shown: intensity times points, without the noise of a product', () => {
    const row = eventRow(plan, event([0.1, 0, -3], { 'hk-residents': 0.7 }), { id: 'hk-residents', text });
    expect(row).toMatchObject({ points: 0.7, byYear: '2023 +0.07, 2025 −2.1' });
    expect(eventRow(plan, event([0.1]), { id: 'hk-residents', text }).byYear).toBe('');
  });
});

describe('the rows of an event', () => {
  const driver = event([1], { 'airport-passengers': -30 });

  it('should stand in the order of the plan, those that were added among them', () => {
    expect(listedRows(plan, driver, { added: ['hk-residents', 'gone'], selected: 'law-cases' })).toEqual([
      'hk-residents',
      'airport-passengers',
    ]);
  });

  it('should begin with the selected one', () => {
    expect(listedRows(plan, event([1]), { added: [], selected: 'hk-residents' })).toEqual(['hk-residents']);
  });
});

describe('a changed event', () => {
  it('should be as it was but for the change', () => {
    const driver = { ...ownEvent(plan, [], 1), name: 'Closure' };
    expect(driver).toEqual({ id: 'own', name: 'Closure', intensity: [0, 1, 0, 0, 0, 0, 0, 0], effects: {} });
    expect(withPoints(driver, 'hk-residents', -5)).toEqual({ ...driver, effects: { 'hk-residents': -5 } });
    expect(withIntensity(plan, { ...driver, intensity: [1] }, { index: 2, intensity: 0.5 })).toEqual({
      ...driver,
      intensity: [1, 0, 0.5, 0, 0, 0, 0, 0],
    });
    expect(withName(driver, ' Opening\n')).toEqual({ ...driver, name: 'Opening' });
    expect(withName(driver, ' ')).toEqual(ownEvent(plan, [], 1));
  });
});
