/** Something to be timed again and again. */
export interface Case {
  readonly name: string;
  readonly run: () => unknown;
  /** How often it runs in one measurement, so that it lasts some milliseconds; once if not stated. */
  readonly times?: number;
  /** What one run does, if several sizes are compared by unit. */
  readonly units?: number;
}

/** How cases are timed. */
export interface Timing {
  readonly rounds: number;
  /** Milliseconds: of this process's own work where that can be had, else of the wall. */
  readonly clock: () => number;
  /** Runs of each case before anything is timed, at least one measurement's worth; 3 if not stated. */
  readonly warmUp?: number;
}

/** Median milliseconds of one run, by case. */
export type Medians = ReadonlyMap<string, number>;

/**
 * Time cases in turn: each once a round, the order moved on by one from round to round, so that whatever else the
 * machine does falls on all of them.
 *
 * @param cases What is timed; a run may be asynchronous.
 * @param timing Rounds and clock.
 * @returns The median of each case.
 */
export async function medianTimes(
  cases: readonly Case[],
  { rounds, clock, warmUp = 3 }: Timing,
): Promise<Medians> {
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (const { run } of cases) for (let i = 0; i < warmUp; i++) await run();
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < cases.length; turn++) {
      const { name, run, times: often = 1 } = cases[(turn + round) % cases.length] as Case;
      await settle();
      const start = clock();
      for (let i = 0; i < often; i++) {
        const answer = run();
        // Waiting for what is no promise would only add a turn of the event loop.
        if (answer instanceof Promise) await answer;
      }
      times.get(name)?.push((clock() - start) / often);
    }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

/**
 * Let the engine's own threads clean up what the case before left behind: else the next case is charged with it.
 */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
}

/** Milliseconds before every measurement. */
const SETTLING = 40;

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
}
