import { simulatePlan } from '../../src/core/simulate-plan.ts';
import type { PointKind } from '../../src/core/random/point-source.ts';
import { quantileAt } from '../../src/core/draws/quantiles.ts';
import { closedForm, type ClosedForm } from './closed-form.ts';
import { workload } from './workload.ts';

/** Root mean square errors over seeds, in units of the standard error of as many plain Monte Carlo draws. */
export interface Accuracy {
  readonly shares: number;
  readonly quantiles: number;
  readonly joint: number;
}

/** A share of the joint count is compared where at least so many draws are expected. */
const EXPECTED = 20;

/**
 * Return how far the answers lie from the closed forms.
 *
 * @param rho Co-movement.
 * @param points How the draws are made.
 * @param options How many draws, and how many seeds from 1 on.
 */
export function accuracyOf(
  rho: number,
  points: PointKind,
  { draws, seeds }: { readonly draws: number; readonly seeds: number },
): Accuracy {
  const given = workload({ rho });
  const exact = exactFor(rho);
  const squares = { shares: [] as number[], quantiles: [] as number[], joint: [] as number[] };
  const ofShare = (error: number, p: number): number => (error * error * draws) / (p * (1 - p));
  for (let seed = 1; seed <= seeds; seed++) {
    const { indicators, joint } = simulatePlan(given.plan, { ...given.scenario, seed }, { draws, points });
    indicators.forEach(({ drawn }, index) => {
      const share = exact.shares[index] ?? NaN;
      squares.shares.push(ofShare((drawn?.shareMet ?? NaN) - share, share));
      exact.quantiles[index]?.forEach((quantiles, year) =>
        quantiles.forEach(({ p, value, density }) => {
          const error = ((drawn && quantileAt(drawn, p)[year + 1]) ?? NaN) / value - 1;
          squares.quantiles.push(ofShare(error * density, p));
        }),
      );
    });
    exact.shareByCount.forEach((share, k) => {
      if (share * draws >= EXPECTED)
        squares.joint.push(ofShare((joint?.shareByCount[k] ?? NaN) - share, share));
    });
  }
  return {
    shares: rootMean(squares.shares),
    quantiles: rootMean(squares.quantiles),
    joint: rootMean(squares.joint),
  };
}

const known = new Map<number, ClosedForm>();

function exactFor(rho: number): ClosedForm {
  const exact = known.get(rho) ?? closedForm(workload({ rho }));
  known.set(rho, exact);
  return exact;
}

function rootMean(squares: readonly number[]): number {
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
