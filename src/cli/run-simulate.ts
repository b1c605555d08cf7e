import { simulateByCounting } from '../core/simulate-by-counting.ts';
import { cachingSimulator } from '../core/simulate-plan.ts';
import { parsePlan } from '../core/plan-file/parse-plan.ts';
import type { Plan, Plans } from '../core/plan/plan.ts';
import { roundScenario } from '../core/scenario/round-scenario.ts';
import { plansIn, shippedPlans } from '../plans.ts';
import { cliText } from '../text/cli.ts';
import { FORMATS } from '../exports/formats.ts';
import type { FilePiece } from '../exports/result-format.ts';
import type { Progress } from './progress-line.ts';
import { describeIssues, readInput, readJson, type ReadText } from './read-input.ts';
import { shardRows, type ShardRows } from '../exports/shard-rows.ts';
import { parseArguments, usage, type SimulateOptions } from './simulate-arguments.ts';
import {
  simulateRequest,
  type SimulationRequest,
  type SimulationResult,
  type Simulator,
} from '../exports/result-record.ts';

/** All simulated; an input could not be read; wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The outside world of a run. */
export interface World {
  /** Version of this program, for the results. */
  readonly version: string;
  readonly readText: ReadText;
  /** Told how far a run is, if anyone wants to know. */
  readonly progress?: Progress;
}

/** The most draws that are held in memory while they are summarised; more are counted. */
const MOST_HELD = 65_536;

/** What a run of `simulate` does: nothing is written before the caller writes it. */
export interface SimulateRun {
  readonly exitCode: ExitCode;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  /** The result in pieces, each made when it is asked for. */
  readonly output: Iterable<FilePiece>;
  /** Where the result goes; standard output if undefined. */
  readonly outPath: string | undefined;
  /** The draws that go to `outPath`, in place of a result; each group is made when it is asked for. */
  readonly rows: Iterable<ShardRows> | undefined;
}

/**
 * Run `simulate`: read every input, then simulate what could be read.
 *
 * @param args What stands after the program's name.
 * @param world Version and files.
 * @returns Exit status, notes and the result; never throws.
 */
export function runSimulate(args: readonly string[], world: World): SimulateRun {
  const parsed = parseArguments(args);
  if (parsed.kind === 'wrong-usage') return ended(2, [parsed.message]);
  if (parsed.kind === 'help') return ended(0, [], [usage()]);
  const { options } = parsed;

  const plans = plansAtHand(options.planPath, world.readText);
  if (plans.kind === 'unreadable') return ended(1, plans.notes);
  const { requests, notes, allRead } = readRequests(options, plans.plans, world);
  const { outPath, shard } = options;
  const exitCode = allRead ? 0 : 1;
  if (shard !== undefined)
    return { exitCode, notes, output: [], outPath, rows: shardRows(requests, shard, world.progress?.show) };
  const results = simulateAll(requests, world.progress);
  const output = FORMATS[options.format].write(
    results,
    requests.map(({ plan }) => plan),
  );
  return { exitCode, notes, output, outPath, rows: undefined };
}

function ended(exitCode: ExitCode, notes: readonly string[], output: readonly string[] = []): SimulateRun {
  return { exitCode, notes, output, outPath: undefined, rows: undefined };
}

/** The shipped plans, and before them the one that the command line names. */
function plansAtHand(
  path: string | undefined,
  readText: ReadText,
):
  | { readonly kind: 'read'; readonly plans: Plans<Plan> }
  | { readonly kind: 'unreadable'; readonly notes: readonly string[] } {
  if (path === undefined) return { kind: 'read', plans: plansIn(shippedPlans) };
  const about = cliText.plan(path);
  const json = readJson(path, readText);
  if (json.kind === 'unreadable') return { kind: 'unreadable', notes: [cliText.error(about, json.reason)] };
  const parsed = parsePlan(json.content);
  if (parsed.kind === 'parsed') return { kind: 'read', plans: [parsed.plan, ...plansIn(shippedPlans)] };
  const notes = describeIssues(parsed.issues, json.content).map((issue) => cliText.error(about, issue));
  return { kind: 'unreadable', notes };
}

function readRequests(
  { inputs, seed, draws }: SimulateOptions,
  plans: Plans<Plan>,
  { version, readText }: World,
): { readonly requests: SimulationRequest[]; readonly notes: string[]; readonly allRead: boolean } {
  const requests: SimulationRequest[] = [];
  const notes: string[] = [];
  let allRead = true;
  inputs.forEach((input, index) => {
    const about = cliText.input(index + 1, input);
    const read = readInput(input, plans, readText);
    if (read.kind === 'unreadable') {
      allRead = false;
      notes.push(...read.reasons.map((reason) => cliText.error(about, reason)));
      return;
    }
    const { plan, scenarios, issues } = read;
    notes.push(...read.notes.map((note) => cliText.note(about, note)));
    scenarios.forEach((given, at) => {
      const which = scenarios.length > 1 ? cliText.scenario(about, at + 1) : about;
      const scenario = seed === undefined ? given : { ...given, seed };
      // Written as JSON, equal scenarios are equal texts: rounding keeps the order of every part.
      if (JSON.stringify(roundScenario(scenario)) !== JSON.stringify(scenario))
        notes.push(cliText.note(which, cliText.linkIsRounded));
      requests.push({ version, plan, input, scenario, issues, draws });
    });
  });
  return { requests, notes, allRead };
}

/** The results, each simulated when it is asked for. */
function* simulateAll(
  requests: readonly SimulationRequest[],
  progress?: Progress,
): Generator<SimulationResult> {
  // The same caches for all: scenarios with the same seed share their shocks, and draw anew only what differs.
  const caching = cachingSimulator();
  for (const [index, request] of requests.entries()) {
    const { draws } = request;
    const show = (done: number): void => progress?.show(index * draws + done, requests.length * draws);
    const simulate: Simulator =
      draws > MOST_HELD ? (question) => simulateByCounting(question, show) : caching;
    const result = simulateRequest(request, simulate);
    progress?.clear();
    yield result;
    show(draws);
  }
  progress?.clear();
}
