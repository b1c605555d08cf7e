import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeView, mapAxes } from '../../src/core/link/map-axes.ts';
import { defaultView } from '../../src/core/link/view.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { shippedPlan as plan } from '../helpers/shipped-plan.ts';

const axes = { across: 'hk-enterprises', up: 'hk-residents' };

describe('mapAxes', () => {
  it('should begin with the selected indicator and the first other one', () => {
    expect(mapAxes(plan, defaultView(plan))).toEqual(axes);
    const onward = { ...defaultView(plan), selected: 'airport-passengers' };
    expect(mapAxes(plan, onward)).toEqual({ across: 'airport-passengers', up: 'hk-enterprises' });
    const alone = { indicators: plan.indicators.slice(0, 1) };
    expect(mapAxes({ ...plan, ...alone }, defaultView(plan))).toEqual({
      across: 'hk-enterprises',
      up: 'hk-enterprises',
    });
  });

  it('should never have one indicator twice', () => {
    const ids = fc.constantFrom(...plan.indicators.slice(0, 3).map(({ id }) => id));
    fc.assert(
      fc.property(ids, ids, (selected, chosen) => {
        for (const view of [
          { selected, across: chosen, up: undefined },
          { selected, across: undefined, up: chosen },
        ]) {
          const { across, up } = mapAxes(plan, view);
          expect(across).not.toBe(up);
        }
      }),
      seeded(100),
    );
  });
});

describe('changeView', () => {
  const map = { ...defaultView(plan), tab: 'factors' } as const;

  it('should leave the map as it is while another row is selected', () => {
    const next = changeView(plan, map, { selected: 'airport-passengers' });
    expect(next).toEqual({ ...map, ...axes, selected: 'airport-passengers' });
    expect(mapAxes(plan, next)).toEqual(mapAxes(plan, map));
  });

  it('should only make the change on every other tab', () => {
    const view = defaultView(plan);
    expect(changeView(plan, view, { selected: 'airport-passengers' })).toEqual({
      ...view,
      selected: 'airport-passengers',
    });
  });
});
