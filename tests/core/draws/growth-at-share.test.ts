import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan, type IndicatorResult } from '../../../src/core/simulate-plan.ts';
import type { IndicatorModel, PlanModel } from '../../../src/core/plan/plan.ts';
import { RATE_RANGE } from '../../../src/core/growth/compound.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { anyCase, seeded, uniform, type Case } from '../../helpers/arbitraries.ts';
import { logVariance } from '../../helpers/closed-forms.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const FEW = { draws: 64 } as const;

/** The share of draws that meet an indicator's target at a constant rate, all else as it is. */
function shareAt({ plan, scenario }: Case, id: string, rate: number): number {
  const growth = { ...scenario.growth, [id]: { kind: 'compound', rate } as const };
  return resultOf(plan, { ...scenario, growth }).find((result) => result.id === id)?.drawn?.shareMet ?? NaN;
}

function resultOf(plan: PlanModel, scenario: Scenario, wantedShare?: number): readonly IndicatorResult[] {
  return simulatePlan(plan, scenario, { ...FEW, wantedShare }).indicators;
}

/** Cases in which each draw only rises with the rate: growth fed over links is stated by rates, and links add to it. */
const CASES: [name: string, any: Arbitrary<Case>][] = [
  ['no links', anyCase({ years: [1, 6], links: 'none' })],
  ['links onward', anyCase({ years: [1, 6], links: 'onward' })],
  [
    'links that lead back',
    anyCase({ years: [2, 6], shapes: 'rates', drivers: 'none', links: 'any-positive' }),
  ],
];

describe('growth for a wanted share', () => {
  it.each(CASES)(
    'should always give that share when put back in, and less a hundredth of a point short of it: %s',
    (_, any) => {
      let found = 0;
      const kinds = new Set<string>();
      fc.assert(
        fc.property(any, uniform(0.01, 1), ({ plan, scenario: given }, share) => {
          const spread = Object.fromEntries(plan.indicators.map(({ id }, i) => [id, 2 * (i % 3) + 1]));
          const scenario = { ...given, spread };
          resultOf(plan, scenario, share).forEach(({ id, growthAtShare: wanted, measure }, index) => {
            if (wanted?.kind !== 'found') return;
            const { target } = plan.indicators[index] as IndicatorModel;
            // Rounded as the page does, to the side on which more draws meet the target.
            const isUpper = target.kind === 'at-most';
            const settable = (isUpper ? Math.floor : Math.ceil)(wanted.rate * 1e6) / 1e6;
            if (settable < RATE_RANGE.from || settable > RATE_RANGE.to) return;
            const question = { plan, scenario };
            expect(shareAt(question, id, settable)).toBeGreaterThanOrEqual(share);
            const short = settable + (isUpper ? 1e-4 : -1e-4);
            if (short > RATE_RANGE.from && short < RATE_RANGE.to)
              expect(shareAt(question, id, short)).toBeLessThan(share);
            found += 1;
            kinds.add(`${measure} ${target.kind}`);
          });
        }),
        seeded(60),
      );
      expect(found).toBeGreaterThan(100);
      expect(kinds.size).toBe(9);
    },
  );

  it.each(CASES)('should always say out of reach only where no rate gives that share: %s', (_, any) => {
    fc.assert(
      fc.property(any, uniform(0.01, 1), ({ plan, scenario }, share) => {
        for (const { id, growthAtShare: wanted } of resultOf(plan, scenario, share)) {
          if (wanted?.kind !== 'out-of-reach') continue;
          // Every rate gives it, or none does.
          const shares = [RATE_RANGE.from, -0.5, 0, 1, RATE_RANGE.to].map(
            (rate) => shareAt({ plan, scenario }, id, rate) >= share,
          );
          expect(new Set(shares).size).toBe(1);
          expect(wanted.best).toBeGreaterThanOrEqual(0);
        }
      }),
      seeded(100),
    );
  });

  it('should be needed growth, raised by the shocks that share may lack', () => {
    // Oracle: yhat = min exp(-z_p sqrt(v)), the closed form turned round. Tolerance: 4 standard errors of a quantile,
    // for Sobol points of which 8,192 do far better.
    const plan = smallPlan([{}]);
    for (const [share, z] of [
      [0.5, 0],
      [0.8, 0.8416212335729143],
      [0.95, 1.6448536269514722],
    ] as const) {
      const scenario = scenarioOf(plan, { spread: { 'indicator-1': 6 }, phi: 0.5 });
      const { growthAtShare: wanted } = simulatePlan(plan, scenario, { wantedShare: share })
        .indicators[0] as IndicatorResult;
      const expected = 1.5 ** (1 / 3) * Math.exp((z * Math.sqrt(logVariance(0.06, 0.5, 3))) / 3) - 1;
      expect(wanted).toEqual({ kind: 'found', rate: expect.closeTo(expected, 3) as number });
    }
  });

  it('should be needed growth itself where the indicator has no spread', () => {
    const spread = { 'hk-enterprises': 4 };
    const scenario = scenarioOf(shippedPlan, { spread });
    const indicators = resultOf(shippedPlan, scenario, 0.9);
    for (const { id, growthAtShare: wanted, needed } of indicators)
      if (id !== 'hk-enterprises') expect(wanted).toStrictEqual(needed.min);
    expect(indicators).toHaveLength(14);
  });

  it('should be the same for every share where the indicator is certain, and rise with the share where it is not', () => {
    const plan = smallPlan([{}, {}, { target: { kind: 'at-most', max: 120 } }]);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5, 'indicator-3': 5 } });
    const rates = [0.01, 0.3, 0.6, 0.9, 1].map((share) =>
      resultOf(plan, scenario, share).map(({ growthAtShare: wanted }) =>
        wanted?.kind === 'found' ? wanted.rate : NaN,
      ),
    );
    for (let k = 1; k < rates.length; k++) {
      expect(rates[k]?.[0]).toBeGreaterThan(rates[k - 1]?.[0] as number);
      expect(rates[k]?.[1]).toBe(rates[0]?.[1]);
      expect(rates[k]?.[2]).toBeLessThan(rates[k - 1]?.[2] as number);
    }
  });

  it('should ask all draws for a share of 1, and one draw at least for the smallest', () => {
    const plan = smallPlan([{}]);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 5 } });
    for (const [share, meeting] of [
      [1, 64],
      [1e-9, 1],
    ] as const) {
      const [result] = resultOf(plan, scenario, share);
      const rate = result?.growthAtShare?.kind === 'found' ? result.growthAtShare.rate : NaN;
      expect(shareAt({ plan, scenario }, 'indicator-1', rate)).toBe(meeting / 64);
    }
  });

  it('should say how near any rate comes where none gives the share', () => {
    // One year of 100: at most 1,100 at 1,000 %, of which the draws are spread around it.
    const plan = smallPlan(
      [
        { measure: 'cumulative', target: { kind: 'at-least', min: 1e6 } },
        { measure: 'cumulative', target: { kind: 'at-most', max: 1e-20 } },
        { target: { kind: 'at-most', max: 1e-20 } },
        { target: { kind: 'at-least', min: 1e6 } },
        {},
      ],
      1,
    );
    const fed = plan.indicators.slice(0, 4).map(({ id }) => ({ to: id, from: 'indicator-5', strength: 1 }));
    const spread = Object.fromEntries(plan.indicators.map(({ id }) => [id, 5]));
    for (const links of [[], fed]) {
      const bests = resultOf(plan, scenarioOf(plan, { spread, influences: links }), 0.5)
        .slice(0, 3)
        .map(({ growthAtShare: wanted }) => (wanted?.kind === 'out-of-reach' ? wanted.best : NaN));
      expect(bests[0]).toBeGreaterThan(1000);
      expect(bests[0]).toBeLessThan(1200);
      expect(bests[1]).toBeGreaterThan(0);
      expect(bests[1]).toBeLessThan(1e-9);
      expect(bests[2]).toBeGreaterThan(0);
      expect(bests[2]).toBeLessThan(1e-9);
    }
  });
});
