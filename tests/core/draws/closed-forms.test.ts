import { describe, expect, it } from 'vitest';
import { simulatePlan, type IndicatorResult, type Simulation } from '../../../src/core/simulate-plan.ts';
import type { PlanModel } from '../../../src/core/plan/plan.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { QUANTILES, quantileAt, type Probability } from '../../../src/core/draws/quantiles.ts';
import {
  logVariance,
  normalDensity,
  normalShare,
  poissonBinomial,
  sumReaches,
} from '../../helpers/closed-forms.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

/** Standard normal quantiles of `QUANTILES`. */
const NORMAL_QUANTILES = [
  -1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722,
];
const DRAWS = 4096;

/** Stocks and flows of 100 whose projections lie all around their targets. */
const PLAN = smallPlan(
  [115, 120, 124, 127, 130, 133.1, 137, 141, 147, 155].map((min, i) => ({
    measure: i % 2 === 0 ? 'stock' : 'flow',
    target: i % 3 === 0 ? { kind: 'within', min, max: min * 1.2 } : { kind: 'at-least', min },
  })),
);
const MINS = PLAN.indicators.map(({ target }) => (target.kind === 'at-most' ? NaN : target.min));

/** The plan at 10 % a year, in every other indicator stated year by year. */
const scenarioAt = (assumed: Partial<Scenario>): Scenario =>
  scenarioOf(PLAN, {
    growth: Object.fromEntries(
      PLAN.indicators.map(({ id }, i) => [
        id,
        i % 2 === 0 ? { kind: 'compound', rate: 0.1 } : { kind: 'yearly', rates: [0.21, 0, 0.1] },
      ]),
    ),
    spread: allAt(PLAN, 6),
    ...assumed,
  });

function allAt(plan: PlanModel, spread: number): Record<string, number> {
  return Object.fromEntries(plan.indicators.map(({ id }) => [id, spread]));
}

/** A quantile in one year. */
function valueAt(drawn: IndicatorResult['drawn'], p: Probability, t: number): number {
  return (drawn && quantileAt(drawn, p)[t]) ?? NaN;
}

function sharesOf({ indicators }: Simulation): number[] {
  return indicators.map(({ drawn }) => drawn?.shareMet ?? NaN);
}

/** Oracle: Phi((ln yhat - ln min) / sqrt(v)). */
function closedShares(spread: number, phi: number): number[] {
  const deviation = Math.sqrt(logVariance(spread, phi, 3));
  return MINS.map((min) => normalShare(Math.log(133.1 / min) / deviation));
}

describe('the closed forms', () => {
  it('should know the normal distribution', () => {
    // Oracle: printed tables to 15 digits.
    expect(normalShare(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalShare(-3)).toBeCloseTo(0.00134989803163009, 15);
    expect(normalShare(-6) / 9.86587645037698e-10).toBeCloseTo(1, 12);
    NORMAL_QUANTILES.forEach((z, q) => expect(normalShare(z)).toBeCloseTo(QUANTILES[q] as number, 14));
  });

  it('should agree with each other where one is a special case of the other', () => {
    // Nearly all of the sum in the last year: the sum is a flow of three years.
    for (const phi of [0, 0.5]) {
      const amounts = [1e-12, 1e-12, 133.1] as const;
      expect(sumReaches(130, { amounts, spread: 0.06, phi })).toBeCloseTo(
        normalShare(Math.log(133.1 / 130) / Math.sqrt(logVariance(0.06, phi, 3))),
        8,
      );
    }
    const counts = poissonBinomial([0.5, 0.5, 0.5]);
    expect(counts).toEqual([0.125, 0.375, 0.375, 0.125]);
  });
});

describe('the worked shares of the model', () => {
  // Oracle: the closed form, computed independently of this project, to six decimals. Tolerance: 4 standard errors of
  // plain draws, though the points are better.
  it.each([
    { id: 'hk-enterprises', rate: 0.1, phi: 0, share: 0.506641 },
    { id: 'hk-enterprises', rate: 0.1, phi: 0.5, share: 0.504905 },
    { id: 'hk-enterprises', rate: 0.08, phi: 1, share: 0.326674 },
    { id: 'container-throughput', rate: 0.03, phi: 0, share: 0.626832 },
  ])('should come out for $id at $rate a year with persistence $phi', ({ id, rate, phi, share }) => {
    const index = shippedPlan.indicators.findIndex((indicator) => indicator.id === id);
    const { baseline, target } = shippedPlan.indicators[index] as PlanModel['indicators'][number];
    const min = target.kind === 'at-most' ? NaN : target.min;
    const closed = normalShare(
      Math.log((baseline.value * (1 + rate) ** 3) / min) / Math.sqrt(logVariance(0.04, phi, 3)),
    );
    expect(Number(closed.toFixed(6))).toBe(share);

    const scenario = scenarioOf(shippedPlan, {
      growth: { [id]: { kind: 'compound', rate } },
      spread: { [id]: 4 },
      phi,
    });
    const [sobol, plain] = (['sobol', 'pseudo-random'] as const).map(
      (points) => sharesOf(simulatePlan(shippedPlan, scenario, { points }))[index] as number,
    );
    expect(Math.abs((plain as number) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 8192));
    expect(Math.abs((sobol as number) - share)).toBeLessThan(Math.sqrt((share * (1 - share)) / 8192));
  });
});

describe('plain draws', () => {
  /** Scores of a count of draws against its probability, in standard errors. */
  const scoreOf = (share: number, closed: number): number =>
    (share - closed) / Math.sqrt((closed * (1 - closed)) / DRAWS);

  const simulations = Array.from({ length: 200 }, (_, k) =>
    simulatePlan(PLAN, scenarioAt({ seed: 1001 + k, phi: 0.5 }), { draws: DRAWS, points: 'pseudo-random' }),
  );

  // Tolerance: 4 standard errors for each of 2,000 shares; mean and deviation of their scores within 4 of theirs.
  it('should give every share within 4 standard errors of the closed form, for 200 seeds', () => {
    const closed = closedShares(0.06, 0.5);
    expect(Math.min(...closed)).toBeGreaterThan(0.02);
    expect(Math.max(...closed)).toBeLessThan(0.98);
    const scores = simulations.flatMap((simulation) =>
      sharesOf(simulation).map((share, i) => scoreOf(share, closed[i] as number)),
    );
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
    expectStandard(scores);
  });

  it('should count targets met together as independent ones are, without co-movement', () => {
    // Tolerance: 4 standard errors for each count that is expected in at least 20 draws.
    const closed = poissonBinomial(closedShares(0.06, 0.5));
    const scores = simulations.flatMap(({ joint }) =>
      closed.flatMap((share, k) =>
        share * DRAWS < 20 ? [] : [scoreOf(joint?.shareByCount[k] ?? NaN, share)],
      ),
    );
    expect(scores.length).toBeGreaterThan(1000);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
    for (const { joint } of simulations)
      expect(joint?.shareByCount.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('should count otherwise with co-movement, of the same shares', () => {
    const { joint, indicators } = simulatePlan(PLAN, scenarioAt({ rho: 0.95, phi: 0.5 }), { draws: DRAWS });
    const shares = indicators.map(({ drawn }) => drawn?.shareMet ?? NaN);
    // The mean count hangs on the shares alone.
    const mean = joint?.shareByCount.reduce((sum, share, k) => sum + k * share, 0);
    expect(mean).toBeCloseTo(
      shares.reduce((sum, share) => sum + share, 0),
      10,
    );
    const none = poissonBinomial(shares)[0] as number;
    expect(joint?.shareByCount[0]).toBeGreaterThan(none + 0.01);
  });

  it('should give quantiles within 4 standard errors of lognormal ones', () => {
    // Oracle: yhat exp(s_t z_p); a quantile's standard error is sqrt(p (1 - p) / N) over the density there.
    const scores = simulations.slice(0, 40).flatMap(({ indicators }) =>
      indicators.slice(0, 2).flatMap(({ levels, drawn }) =>
        [1, 2, 3].flatMap((t) =>
          QUANTILES.map((p, q) => {
            const deviation = Math.sqrt(logVariance(0.06, 0.5, t));
            const z = NORMAL_QUANTILES[q] as number;
            const log = Math.log(valueAt(drawn, p, t) / (levels[t] as number));
            const error = (deviation * Math.sqrt((p * (1 - p)) / DRAWS)) / normalDensity(z);
            return (log - deviation * z) / error;
          }),
        ),
      ),
    );
    expect(scores).toHaveLength(1200);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
  });

  it('should have a median that is the projection, within sampling', () => {
    // Tolerance: 4 standard errors of a median.
    for (const { indicators } of simulations.slice(0, 20))
      for (const { values, drawn } of indicators) {
        const error = Math.sqrt(logVariance(0.06, 0.5, 3) / DRAWS) * Math.sqrt(Math.PI / 2);
        const median = valueAt(drawn, 0.5, 3);
        expect(Math.abs(Math.log(median / (values[3] as number)))).toBeLessThan(4 * error);
      }
  });
});

describe('Sobol draws', () => {
  const N = 8192;
  // Root mean square over 32 seeds and ten indicators, so that it is itself known to a few percent.
  it.each([
    { rho: 0, phi: 0, limit: 1 / 4 },
    { rho: 0, phi: 0.5, limit: 1 / 4 },
    { rho: 0.5, phi: 0, limit: 2 / 5 },
    { rho: 0.5, phi: 0.5, limit: 2 / 5 },
  ])(
    'should miss the closed forms by at most $limit of what plain draws do, co-movement $rho, persistence $phi',
    ({ rho, phi, limit }) => {
      const closed = closedShares(0.06, phi);
      const deviation = Math.sqrt(logVariance(0.06, phi, 3));
      const ofShares: number[] = [];
      const ofQuantiles: number[] = [];
      for (let seed = 1; seed <= 32; seed++) {
        const { indicators } = simulatePlan(PLAN, scenarioAt({ seed, rho, phi }), { draws: N });
        indicators.forEach(({ values, drawn }, i) => {
          const share = closed[i] as number;
          ofShares.push(((drawn?.shareMet ?? NaN) - share) / Math.sqrt((share * (1 - share)) / N));
          QUANTILES.forEach((p, q) => {
            const z = NORMAL_QUANTILES[q] as number;
            const log = Math.log(valueAt(drawn, p, 3) / (values[3] as number));
            const error = (deviation * Math.sqrt((p * (1 - p)) / N)) / normalDensity(z);
            ofQuantiles.push((log - deviation * z) / error);
          });
        });
      }
      expect(rootMeanSquare(ofShares)).toBeLessThan(limit);
      expect(rootMeanSquare(ofQuantiles)).toBeLessThan(limit);
    },
  );

  it.each([{ phi: 0 }, { phi: 0.5 }, { phi: 1 }])(
    'should give shares of sums over three years as quadrature does, persistence $phi',
    ({ phi }) => {
      // Tolerance: 4 standard errors for plain draws, 1 for Sobol points.
      const plan = smallPlan(
        [330, 350, 364.1, 380, 400].map((min) => ({
          measure: 'cumulative',
          target: { kind: 'at-least', min },
        })),
      );
      const scenario = scenarioOf(plan, {
        growth: Object.fromEntries(plan.indicators.map(({ id }) => [id, { kind: 'compound', rate: 0.1 }])),
        spread: allAt(plan, 8),
        phi,
      });
      for (const [points, errors] of [
        ['pseudo-random', 4],
        ['sobol', 1],
      ] as const)
        simulatePlan(plan, scenario, { draws: N, points }).indicators.forEach(({ drawn }, i) => {
          const { target } = plan.indicators[i] as PlanModel['indicators'][number];
          const min = target.kind === 'at-most' ? NaN : target.min;
          const share = sumReaches(min, { amounts: [110, 121, 133.1], spread: 0.08, phi });
          const off = Math.abs((drawn?.shareMet ?? NaN) - share);
          // The trapezoid rule itself is off by as much as a step of the first year's shock at persistence 1.
          const quadrature = phi === 1 ? 0.025 * normalDensity(0) : 1e-6;
          expect(off, `${points}, ${min}`).toBeLessThan(
            errors * Math.sqrt((share * (1 - share)) / N) + quadrature,
          );
        });
    },
  );
});

function rootMeanSquare(scores: readonly number[]): number {
  return Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / scores.length);
}

/** Scores of independent counts have mean 0 and deviation 1, within 4 standard errors. */
function expectStandard(scores: readonly number[]): void {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(scores.length));
  expect(Math.abs(rootMeanSquare(scores) - 1)).toBeLessThan(4 / Math.sqrt(2 * scores.length));
}
