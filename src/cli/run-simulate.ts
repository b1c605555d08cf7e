import { simulateByCounting } from '../core/simulate-by-counting.ts';
import { cachingSimulator } from '../core/simulate-plan.ts';
import { parsePlan } from '../core/plan-file/parse-plan.ts';
import type { Plan, Plans } from '../core/plan/plan.ts';
import { roundScenario } from '../core/scenario/round-scenario.ts';
import { plansIn, shippedPlans } from '../plans.ts';
import { cliText } from '../text/cli.ts';
import { SHEET_WORDS } from '../text/words/sheet.ts';
import { FORMATS } from '../exports/formats.ts';
import type { FilePiece } from '../exports/result-format.ts';
import type { Progress } from './progress-line.ts';
import { describeIssues, MOST_ISSUES, readInput, readJson, type Files, type ReadText } from './read-input.ts';
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
export interface World extends Files {
  /** Version of this program, for the results. */
  readonly version: string;
  /** Whether two paths, however they are written, lead to one file; false if not stated. */
  readonly isSameFile?: (one: string, other: string) => boolean;
  /** Told how far a run is, if anyone wants to know. */
  readonly progress?: Progress;
}

/** The most draws that are held in memory while they are summarised; more are counted. */
const MOST_HELD = 65_536;

/** Behind the name of a result that stands beside an earlier, whole one. */
const INCOMPLETE = '.incomplete';

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

  const clash = inputAtOut(options, world);
  if (clash !== undefined) return ended(2, [cliText.wrongUsage(cliText.outIsInput(clash))]);
  const plans = plansAtHand(options.planPath, world.readText);
  if (plans.kind === 'unreadable') return ended(1, plans.notes);
  const { requests, notes, allRead } = readRequests(options, plans.plans, world);
  const { shard } = options;
  const exitCode = allRead ? 0 : 1;
  let { outPath } = options;
  if (outPath !== undefined && !allRead && world.isFile?.(outPath) === true) {
    // Part of a result must not take the name of a whole one.
    if (requests.length === 0) return ended(1, [...notes, cliText.outLeft(outPath)]);
    notes.push(cliText.outIncomplete(outPath, outPath + INCOMPLETE));
    outPath += INCOMPLETE;
  }
  if (shard !== undefined)
    return { exitCode, notes, output: [], outPath, rows: shardRows(requests, shard, world.progress?.show) };
  const results = simulateAll(requests, world.progress);
  const output = FORMATS[options.format].write(
    results,
    requests.map(({ plan }) => plan),
    SHEET_WORDS[options.language],
  );
  return { exitCode, notes, output, outPath, rows: undefined };
}

function ended(exitCode: ExitCode, notes: readonly string[], output: readonly string[] = []): SimulateRun {
  return { exitCode, notes, output, outPath: undefined, rows: undefined };
}

/** The input, or plan file, over which the result would be written, if there is one. */
function inputAtOut(
  { inputs, planPath, outPath }: SimulateOptions,
  { isSameFile = () => false }: World,
): string | undefined {
  if (outPath === undefined) return undefined;
  const paths = planPath === undefined ? inputs : [...inputs, planPath];
  return paths.find((path) => isSameFile(path, outPath));
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
  world: World,
): { readonly requests: SimulationRequest[]; readonly notes: string[]; readonly allRead: boolean } {
  const requests: SimulationRequest[] = [];
  const notes: string[] = [];
  let allRead = true;
  const { version } = world;
  inputs.forEach((argument, index) => {
    const errors: string[] = [];
    for (const { line, ...read } of readInput(argument, plans, world)) {
      const about = cliText.input(index + 1, argument, line);
      if (read.kind === 'unreadable') {
        for (const reason of read.reasons) errors.push(cliText.error(about, reason));
        continue;
      }
      const input = line === undefined ? argument : `${argument}:${line}`;
      const { plan, scenarios, issues } = read;
      for (const note of read.notes) notes.push(cliText.note(about, note));
      scenarios.forEach((given, at) => {
        const which = scenarios.length > 1 ? cliText.scenario(about, at + 1) : about;
        const scenario = seed === undefined ? given : { ...given, seed };
        // Written as JSON, equal scenarios are equal texts: rounding keeps the order of every part.
        if (JSON.stringify(roundScenario(scenario)) !== JSON.stringify(scenario))
          notes.push(cliText.note(which, cliText.linkIsRounded));
        requests.push({ version, plan, input, scenario, issues, draws });
      });
    }
    allRead &&= errors.length === 0;
    // One more than the issues of one file: the line that counts the rest of those.
    const listed = errors.slice(0, MOST_ISSUES + 1);
    notes.push(...listed);
    if (errors.length > listed.length)
      notes.push(
        cliText.error(cliText.input(index + 1, argument), cliText.moreIssues(errors.length - listed.length)),
      );
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
