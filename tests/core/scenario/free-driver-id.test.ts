import { describe, expect, it } from 'vitest';
import { freeDriverId } from '../../../src/core/scenario/free-driver-id.ts';
import type { Driver } from '../../../src/core/scenario/scenario.ts';
import { readLink, writeLink } from '../../helpers/links.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { emptyScenario } from '../../../src/core/scenario/scenario.ts';

const [first] = shippedPlan.indicators;
const plain = (id: string): Driver => ({ id, intensity: [1, 1, 1], effects: { [first?.id ?? '']: 1 } });

describe('freeDriverId', () => {
  it('should go on after 27 drivers, and after 703, never giving one that is there', () => {
    const drivers: Driver[] = [];
    for (let count = 0; count < 800; count++) {
      const id = freeDriverId(shippedPlan, drivers);
      expect(drivers.some((driver) => driver.id === id)).toBe(false);
      drivers.push(plain(id));
    }
    const ids = drivers.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['own', 'owna', 'ownb']);
    expect(ids.slice(26, 29)).toEqual(['ownz', 'ownaa', 'ownab']);
    expect(ids.slice(702, 704)).toEqual(['ownzz', 'ownaaa']);
  });

  it('should take the first that was removed again', () => {
    expect(freeDriverId(shippedPlan, [plain('own'), plain('ownb')])).toBe('owna');
  });

  it('should give none that the plan ships, whose effects it would have', () => {
    const plan = { ...shippedPlan, drivers: [{ id: 'own', effects: {} }] };
    expect(freeDriverId(plan, [])).toBe('owna');
  });

  it('should give ids that links hold', () => {
    const drivers: Driver[] = [];
    for (let count = 0; count < 40; count++) drivers.push(plain(freeDriverId(shippedPlan, drivers)));
    const scenario = { ...emptyScenario(shippedPlan), drivers };
    const { scenarios, issues } = readLink(writeLink({ plan: shippedPlan, scenarios: [scenario] }), [
      shippedPlan,
    ]);
    expect(issues).toEqual([]);
    expect(scenarios[0]?.drivers).toHaveLength(40);
  });
});
