import { SUM, sliderMove, STOCK, wholeEnsemble } from './cases.ts';
import { medianTimes, type Case } from './rounds.ts';
import type { Row } from './row.ts';

/** A frame of a screen, in milliseconds. */
const FRAME = 16.7;
const DEFAULT_DRAWS = 8192;
const ROUNDS = 15;
/** Numbers of draws among which the one that fills a frame is looked for. */
const WHOLE_DRAWS = [DEFAULT_DRAWS, 14_000, 18_000, 22_000, 28_000];
const MOVED_DRAWS = [100_000, 200_000, 300_000, 400_000, 600_000];

/**
 * Time whole ensembles and slider's moves where this is called: in Node, or in a worker of a browser.
 *
 * @param where Begins the name of every figure.
 * @param clock Milliseconds; of this process's own work where that can be had.
 */
export async function measureSpeed(where: string, clock: () => number): Promise<readonly Row[]> {
  const whole = await medianTimes(
    WHOLE_DRAWS.map((draws) => ({
      name: String(draws),
      run: wholeEnsemble(draws),
      times: draws === DEFAULT_DRAWS ? 4 : 2,
    })),
    { rounds: ROUNDS, clock, warmUp: 60 },
  );
  const rows: Row[] = [
    {
      name: `${where}: whole ensemble, ${DEFAULT_DRAWS} draws`,
      value: whole.get(String(DEFAULT_DRAWS)) ?? NaN,
      unit: 'ms',
      limit: FRAME,
      sign: '<=',
    },
    {
      name: `${where}: whole ensemble, draws in a frame`,
      value: drawsInFrame(WHOLE_DRAWS.map((draws) => [draws, whole.get(String(draws)) ?? NaN])),
      unit: 'draws',
      limit: 18_000,
      sign: '>=',
    },
  ];

  const moves = [
    { kind: 'stock', index: STOCK },
    { kind: 'sum', index: SUM },
  ];
  const short = await medianTimes(
    moves.map(({ kind, index }) => ({ name: kind, run: sliderMove(DEFAULT_DRAWS, index), times: 50 })),
    { rounds: ROUNDS, clock, warmUp: 200 },
  );
  for (const { kind, index } of moves) {
    rows.push({
      name: `${where}: slider move of a ${kind}, ${DEFAULT_DRAWS} draws`,
      value: short.get(kind) ?? NaN,
      unit: 'ms',
      limit: 1,
      sign: '<=',
    });
    // One size after the other: cached shocks take 336 bytes a draw.
    const long: [number, number][] = [];
    for (const draws of MOVED_DRAWS) {
      const one: Case = { name: kind, run: sliderMove(draws, index), times: 2 };
      const time = (await medianTimes([one], { rounds: 9, clock })).get(kind) ?? NaN;
      long.push([draws, time]);
      if (time > FRAME) break;
    }
    rows.push({
      name: `${where}: slider move of a ${kind}, draws in a frame`,
      value: drawsInFrame(long),
      unit: 'draws',
      limit: 300_000,
      sign: '>=',
    });
  }
  return rows;
}

/** How many draws fit into a frame, between the measured numbers of draws; in proportion outside of them. */
function drawsInFrame(measured: readonly (readonly [draws: number, time: number])[]): number {
  let [fewer, quicker] = [0, 0];
  for (const [draws, time] of measured) {
    if (time > FRAME) return fewer + ((draws - fewer) * (FRAME - quicker)) / (time - quicker);
    [fewer, quicker] = [draws, time];
  }
  return (fewer * FRAME) / quicker;
}
