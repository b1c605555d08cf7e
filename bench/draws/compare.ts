import { accuracyOf } from './accuracy.ts';
import { wholeEnsemble } from './cases.ts';
import { medianTimes, type Case } from './rounds.ts';
import type { Row } from './row.ts';
import { workload } from './workload.ts';

/** A library that draws the same workload. */
export interface Peer {
  readonly name: string;
  /** How many times our time it is to take at equal draws. */
  readonly least: number;
  readonly draw: (given: PeerWorkload, draws: number) => unknown;
}

/** The workload in the terms of the peers. */
interface PeerWorkload {
  readonly years: number;
  readonly indices: readonly {
    readonly baseline: number;
    readonly isSum: boolean;
    /** Mean and standard deviation of a year's log growth. */
    readonly mu: number;
    readonly sigma: number;
    readonly least: number;
  }[];
}

const EQUAL_DRAWS = 4096;
const DEFAULT_DRAWS = 8192;
/** Peers are timed at this many draws, and their time at more is taken in proportion. */
const MANY_DRAWS = 65_536;
const LEAST_AT_EQUAL_ACCURACY = 190;

/**
 * Compare with other libraries: independent indicators, fresh shocks in every run, all in one process in turn.
 *
 * @param peers What is compared with.
 * @param clock Milliseconds of this process's own work.
 * @returns Ratios of their time to ours: at equal draws, and at equal accuracy of the shares.
 */
export async function comparePeers(peers: readonly Peer[], clock: () => number): Promise<readonly Row[]> {
  const given = peerWorkload();
  const us: Case = { name: 'us', run: wholeEnsemble(EQUAL_DRAWS, { rho: 0 }), times: 10 };
  const contestants = (draws: number): Case[] =>
    peers.map(({ name, draw }) => ({ name, run: () => draw(given, draws) }));
  // Ours runs too briefly to be compiled by the few runs that warm up the others.
  await medianTimes([us], { rounds: 1, clock, warmUp: 100 });
  const equal = await medianTimes([us, ...contestants(EQUAL_DRAWS)], {
    rounds: 15,
    clock,
    warmUp: 2,
  });

  const usual: Case = { name: 'us', run: wholeEnsemble(DEFAULT_DRAWS, { rho: 0 }), times: 10 };
  const many = await medianTimes([usual, ...contestants(MANY_DRAWS)], {
    rounds: 3,
    clock,
    warmUp: 0,
  });
  const { shares } = accuracyOf(0, 'sobol', { draws: DEFAULT_DRAWS, seeds: 32 });
  const plainDraws = DEFAULT_DRAWS / (shares * shares);

  const of = (times: ReadonlyMap<string, number>, name: string): number => times.get(name) ?? NaN;
  return [
    { name: `ours at ${EQUAL_DRAWS} draws`, value: of(equal, 'us'), unit: 'ms' },
    ...peers.map(({ name, least }) => ({
      name: `${name}: times our time at ${EQUAL_DRAWS} draws`,
      value: of(equal, name) / of(equal, 'us'),
      unit: 'x',
      limit: least,
      sign: '>=' as const,
    })),
    { name: `ours at ${DEFAULT_DRAWS} draws`, value: of(many, 'us'), unit: 'ms' },
    {
      name: `plain Monte Carlo draws as accurate in shares as our ${DEFAULT_DRAWS}`,
      value: plainDraws,
      unit: 'draws',
    },
    ...peers.map(({ name }) => ({
      name: `${name}: times our time at equal accuracy`,
      value: (of(many, name) * plainDraws) / MANY_DRAWS / of(many, 'us'),
      unit: 'x',
      limit: LEAST_AT_EQUAL_ACCURACY,
      sign: '>=' as const,
    })),
  ];
}

function peerWorkload(): PeerWorkload {
  const { plan, assumed } = workload({ rho: 0 });
  return {
    years: plan.horizonYear - plan.baselineYear,
    indices: plan.indicators.map(({ baseline, measure }, index) => {
      const { rate, spread, least } = assumed[index] as (typeof assumed)[number];
      const isSum = measure === 'cumulative';
      return { baseline: baseline.value, isSum, mu: Math.log(1 + rate), sigma: spread, least };
    }),
  };
}
