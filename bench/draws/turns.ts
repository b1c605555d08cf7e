import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { cachingSimulator, type Simulation } from '../../src/core/simulate-plan.ts';
import { medianTimes } from './rounds.ts';
import type { Row } from './row.ts';
import { workload } from './workload.ts';

const SCENARIOS = 8;
const ROUNDS = 31;
/** Rounds of eight in one measurement: some ten milliseconds. */
const TIMES = 20;
/** Eight scenarios in turn may cost so many times what one asked about as often does. */
const LIMIT = 1.3;

/**
 * Time eight scenarios asked about in turn, and one of them asked about eight times, both when all is warm: of other
 * growth each, four of them with a seed of their own.
 *
 * @param clock Milliseconds of this process's own work.
 */
export async function measureTurns(clock: () => number): Promise<readonly Row[]> {
  const { plan, scenario } = workload();
  const scenarios = Array.from({ length: SCENARIOS }, (_, k): Scenario => {
    const growth = Object.fromEntries(
      plan.indicators.map(({ id }, index) => [id, { kind: 'compound', rate: (k + index) / 100 } as const]),
    );
    return { ...scenario, growth, seed: k < SCENARIOS / 2 ? 1 : k };
  });
  const simulate = cachingSimulator();
  const ask = (each: Scenario | undefined): Simulation =>
    simulate({ plan, scenario: each ?? scenario, wantedShare: 0.8 });
  const times = await medianTimes(
    [
      { name: 'in turn', run: () => scenarios.map(ask), times: TIMES },
      { name: 'one', run: () => scenarios.map(() => ask(scenarios[0])), times: TIMES },
    ],
    { rounds: ROUNDS, clock, warmUp: 60 },
  );
  const [inTurn = NaN, one = NaN] = ['in turn', 'one'].map((name) => times.get(name));
  return [
    { name: 'turns: one scenario eight times, warm', value: one, unit: 'ms' },
    {
      name: 'turns: eight scenarios in turn / one scenario eight times',
      value: inTurn / one,
      unit: 'x',
      limit: LIMIT,
      sign: '<=',
    },
  ];
}
