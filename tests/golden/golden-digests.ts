import { createHash } from 'node:crypto';
import { runSimulate } from '../../src/cli/run-simulate.ts';
import { shardRows } from '../../src/exports/shard-rows.ts';
import { simulateByCounting } from '../../src/core/simulate-by-counting.ts';
import { simulatePlan, type IndicatorResult, type Simulation } from '../../src/core/simulate-plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { assemble } from '../../src/core/sensitivity/assemble.ts';
import { explorePlan, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import { shippedPlan as plan } from '../helpers/shipped-plan.ts';
import { readLink, writeLink } from '../helpers/links.ts';

/** The parts of what follows from a link that have a digest of their own, so that a failure says where to look. */
export const PARTS = ['link', 'simulated', 'counted', 'shard', 'explored', 'printed'] as const;
/** One of the parts. */
export type Part = (typeof PARTS)[number];

const DRAWS = 512;
const EXPLORED_DRAWS = 128;
const DIGEST_LENGTH = 12;

/**
 * Return the digest of every part of what follows from a link: the first 12 hexadecimal digits of the SHA-256 of all its
 * numbers, bit by bit, and texts.
 *
 * @param link A link about the shipped plan, with one scenario and no issue but its missing check.
 */
export function goldenDigests(link: string): Readonly<Record<Part, string>> {
  const [scenario] = readLink(link, [plan]).scenarios;
  if (scenario === undefined) throw new TypeError(`no scenario in ${link}`);
  return {
    link: digestOf([writeLink({ plan, scenarios: [scenario] })]),
    simulated: digestOf(simulationNumbers(simulatePlan(plan, scenario, { draws: DRAWS, wantedShare: 0.8 }))),
    counted: digestOf(simulationNumbers(simulateByCounting({ plan, scenario, draws: DRAWS }))),
    shard: digestOf(shardNumbers(scenario)),
    explored: digestOf(exploredParts(scenario)),
    printed: digestOf([printed(link)]),
  };
}

/** Every number and text in one order; numbers by their bytes, so that no rounding hides a change. */
function digestOf(parts: Iterable<number | string>): string {
  const hash = createHash('sha256');
  const bytes = new DataView(new ArrayBuffer(8));
  for (const part of parts) {
    if (typeof part === 'string') hash.update(`${part}\n`);
    else {
      bytes.setFloat64(0, part, true);
      hash.update(new Uint8Array(bytes.buffer));
    }
  }
  return hash.digest('hex').slice(0, DIGEST_LENGTH);
}

function simulationNumbers({ years, indicators, met, joint }: Simulation): (number | string)[] {
  return [
    ...years,
    met,
    joint?.draws ?? -1,
    ...(joint?.shareByCount ?? []),
    ...indicators.flatMap(numbersOf),
  ];
}

function numbersOf(result: IndicatorResult): (number | string)[] {
  const { id, measure, status, levels, values, value, held, gap, attainment, zone, drawn } = result;
  const answers = [result.needed.min, result.needed.max, result.growthAtShare].flatMap(
    (answer): (number | string)[] =>
      answer === undefined ? ['none'] : [answer.kind, answer.kind === 'found' ? answer.rate : answer.best],
  );
  const certain = [id, measure, status, ...levels, ...values, value, held, gap, attainment, ...answers];
  const all = [...certain, zone?.from ?? 'none', zone?.to ?? 'none'];
  if (drawn === undefined) return all;
  return [
    ...all,
    drawn.shareMet,
    ...drawn.quantiles.flatMap((quantile) => [...quantile.values]),
    ...drawn.dots,
  ];
}

function* shardNumbers(scenario: Scenario): Generator<number | string> {
  const shard = { index: 3, of: 8 };
  for (const rows of shardRows([{ plan, scenario, draws: DRAWS }], shard)) {
    yield* rows.draw;
    yield* rows.indicator;
    yield* rows.year;
    yield* rows.value;
  }
}

/** What is asked about every scenario; the last two are worth their time only now and then. */
function requestsAbout(scenario: Scenario): ExploreRequest[] {
  const across = { indicator: 'hk-residents', from: -0.1, to: 0.4, cells: 3 };
  const up = { indicator: 'foreign-investment', from: 0, to: 0.5, cells: 3 };
  const draws = EXPLORED_DRAWS;
  return [
    { kind: 'tornado', outcome: { kind: 'count' }, step: { bySpread: true, points: 1 }, draws },
    {
      kind: 'tornado',
      outcome: { kind: 'value', indicator: 'hk-enterprises' },
      step: { bySpread: false, points: 5 },
      draws,
    },
    { kind: 'sweep', across, up, outcome: { kind: 'both' }, draws },
    { kind: 'sweep', across, up, outcome: { kind: 'count' }, draws },
    { kind: 'point', across: across.indicator, up: up.indicator, outcome: { kind: 'count' }, draws },
    { kind: 'flips' },
    ...(scenario.influences.length === 0 ? [{ kind: 'least', wanted: 12 } as const] : []),
  ];
}

function exploredParts(scenario: Scenario): string[] {
  return requestsAbout(scenario).map((request) => {
    const slice = explorePlan({ plan, scenario, request, from: 0, to: Infinity });
    const answer = assemble(request, [slice]);
    // Written as JSON a double keeps all its bits; a typed array is written as a list.
    return JSON.stringify(answer instanceof Float64Array ? [...answer] : answer);
  });
}

function printed(link: string): string {
  const world = { version: 'golden', readText: () => '' };
  const { output } = runSimulate([link, '--draws', String(DRAWS)], world);
  return [...output].join('');
}
