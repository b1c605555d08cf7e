import { countWith } from './growth-as-assumed.ts';
import type { GoalDraws } from './goal-draws.ts';
import { costOf, ratesAt, type GoalRow, type Levels } from './goal-rows.ts';
import type { Rates } from './growth-limits.ts';
import type { Study } from './study.ts';

/** What growth is sought for. */
export interface GoalSearch {
  readonly study: Study;
  readonly draws: GoalDraws;
  /** The rows that may be changed. */
  readonly rows: readonly GoalRow[];
  readonly wanted: number;
  /** The share of draws in which the targets are to be met, above 0 and at most 1. */
  readonly share: number;
}

/** What was found. */
export interface FoundGoal {
  readonly rates: Rates;
  /** How many targets are met with them in the projection and in the wanted share of draws: the most that can, up to `wanted`. */
  readonly count: number;
  /** The largest share of draws found in which as many as wanted are met. */
  readonly most: number;
}

/** A search in steps, each at most one question to the draws. */
export type Steps<Answer> = Generator<undefined, Answer, undefined>;

/** What rows are brought to at first: the share of draws in which each meets its own target. */
const QUALITIES = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995];
/** How exactly that is met, in levels; all is made exact afterwards. */
const GRAIN = 16;
/** How many first answers are improved. */
const MOST_STARTS = 2;
/** By how many levels one row gives way to another, one after the other. */
const STRIDES = [1024, 512, 256, 128, 64, 32, 16, 8, 4, 2, 1];
/** How many questions an improvement may ask: more lower the sum by less than 0.1 %. */
const MOST_QUESTIONS = 1000;

/**
 * Seek the smallest sum of changes at which at least so many targets are met both in the projection and in a wanted share
 * of the draws, equation (39). First answers bring the cheapest rows, one more each time, to one share of draws each, as
 * small a one as is enough; the best are improved by lowering a change as far as the share allows, and by letting one row
 * give way to another wherever that costs less. A good answer, not one proven the least.
 *
 * @param search What is sought.
 * @returns The rates, step by step.
 */
export function* seekGoal(search: GoalSearch): Steps<FoundGoal> {
  const { rows, draws, study, wanted, share } = search;
  const shareMetAt = ownShares(search);
  // Beyond it no row gains another draw of its own.
  const full: number[] = [];
  for (const [at, row] of rows.entries()) {
    const most = yield* shareMetAt(at, row.last);
    full.push(yield* levelReaching(row.last, 1, (level) => reaches(shareMetAt(at, level), most)));
  }
  yield;
  const fullRates = ratesAt(rows, full);
  const most = draws.shareAtLeast(fullRates, wanted);
  let count = Math.min(wanted, countWith(study, fullRates));
  while (draws.shareAtLeast(fullRates, count) < share) count -= 1;

  const task: Task = { ...search, count, full };
  const none = rows.map(() => 0);
  if (yield* holds(task, none)) return { rates: ratesAt(rows, none), count, most };

  const qualities: Levels[] = [];
  for (const quality of QUALITIES) {
    const levels: number[] = [];
    for (const [at, end] of full.entries())
      levels.push(yield* levelReaching(end, GRAIN, (level) => reaches(shareMetAt(at, level), quality)));
    qualities.push(levels);
  }
  qualities.push(full);
  const starts = (yield* firstAnswers(task, qualities)).sort((a, b) => costOf(rows, a) - costOf(rows, b));
  const ends: Levels[] = [];
  for (const start of starts.slice(0, MOST_STARTS)) ends.push(yield* improved(task, start));
  const [best] = ends.sort((a, b) => costOf(rows, a) - costOf(rows, b));
  return { rates: ratesAt(rows, best as Levels), count, most };
}

/** The search once it is known what can be reached. */
interface Task extends GoalSearch {
  readonly count: number;
  /** The highest level of each row that is of use. */
  readonly full: Levels;
}

/** Whether levels meet as many targets as can be, in the projection and in the wanted share of draws. */
function* holds({ study, draws, rows, count, share }: Task, levels: Levels): Steps<boolean> {
  const rates = ratesAt(rows, levels);
  if (countWith(study, rates) < count) return false;
  yield;
  return draws.shareAtLeast(rates, count) >= share;
}

/** A function that says in what share of draws a row meets its own target at a level, the others as assumed. */
function ownShares({ draws, rows }: GoalSearch): (at: number, level: number) => Steps<number> {
  const known = rows.map(() => new Map<number, number>());
  return function* shareMetAt(at, level) {
    const { id, index, rateAt } = rows[at] as GoalRow;
    const own = known[at] as Map<number, number>;
    const before = own.get(level);
    if (before !== undefined) return before;
    yield;
    const share = draws.shareMet(new Map([[id, rateAt(level)]]), index);
    own.set(level, share);
    return share;
  };
}

function* reaches(share: Steps<number>, wanted: number): Steps<boolean> {
  return (yield* share) >= wanted;
}

/** The least level at which a condition holds, or one at most a grain above it; the end where it never does. */
function* levelReaching(
  end: number,
  grain: number,
  isEnough: (level: number) => Steps<boolean>,
): Steps<number> {
  let [low, high] = [-1, 0];
  while (high < end && !(yield* isEnough(high)))
    [low, high] = [high, Math.min(end, Math.max(GRAIN, 2 * high))];
  while (high - low > grain) {
    const middle = low + Math.floor((high - low) / 2);
    if (yield* isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** For every number of rows, the cheapest ones at the least quality that is enough, where one is. */
function* firstAnswers(task: Task, qualities: readonly Levels[]): Steps<Levels[]> {
  const { rows, share } = task;
  const usual = qualities[QUALITIES.filter((quality) => quality < share).length] as Levels;
  const order = [...rows.keys()].sort((a, b) => costAt(task, usual, a) - costAt(task, usual, b));
  const answers: Levels[] = [];
  for (let size = 1; size <= rows.length; size++) {
    const changed = new Set(order.slice(0, size));
    const levelsAt = (quality: number): Levels =>
      (qualities[quality] as Levels).map((level, at) => (changed.has(at) ? level : 0));
    let [low, high] = [-1, QUALITIES.length];
    if (!(yield* holds(task, levelsAt(high)))) continue;
    while (high - low > 1) {
      const middle = low + Math.floor((high - low) / 2);
      if (yield* holds(task, levelsAt(middle))) high = middle;
      else low = middle;
    }
    answers.push(levelsAt(high));
  }
  return answers;
}

function costAt({ rows }: Task, levels: Levels, at: number): number {
  return (rows[at] as GoalRow).costAt(levels[at] as number);
}

/** Levels with every change lowered as far as the others allow, and with rows giving way to others while that costs less. */
function* improved(task: Task, start: Levels): Steps<Levels> {
  let levels = yield* lowered(task, start);
  let questions = 0;
  const ask = function* (tried: Levels): Steps<boolean> {
    questions += 1;
    return yield* holds(task, tried);
  };
  for (const stride of STRIDES) {
    for (let giving = 0; giving < levels.length && questions < MOST_QUESTIONS; giving++) {
      const level = levels[giving] as number;
      if (level === 0) continue;
      const less = withLevel(levels, giving, Math.max(0, level - stride));
      for (let taking = 0; taking < levels.length; taking++) {
        if (taking === giving) continue;
        const cheaper = yield* raisedInstead(task, { before: levels, less, taking, ask });
        if (cheaper === undefined) continue;
        levels = cheaper;
        break;
      }
    }
  }
  return yield* lowered(task, levels);
}

/** One row raised in place of another, as little as is enough; undefined where that costs no less than before. */
function* raisedInstead(
  task: Task,
  {
    before,
    less,
    taking,
    ask,
  }: {
    readonly before: Levels;
    readonly less: Levels;
    readonly taking: number;
    readonly ask: (levels: Levels) => Steps<boolean>;
  },
): Steps<Levels | undefined> {
  const { rows, full } = task;
  const { costAt: cost } = rows[taking] as GoalRow;
  const from = less[taking] as number;
  const saved = costOf(rows, before) - costOf(rows, less);
  // The highest level that still costs less than what is saved.
  let high = Math.min(full[taking] as number, from + Math.ceil(saved * 100) - 1);
  while (high > from && cost(high) - cost(from) >= saved) high -= 1;
  if (high <= from || !(yield* ask(withLevel(less, taking, high)))) return undefined;
  let low = from;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (yield* ask(withLevel(less, taking, middle))) high = middle;
    else low = middle;
  }
  return withLevel(less, taking, high);
}

/** Levels with each brought as near to 0 as the others allow, the dearest first. */
function* lowered(task: Task, start: Levels): Steps<Levels> {
  let levels = start;
  const order = [...start.keys()].sort((a, b) => costAt(task, start, b) - costAt(task, start, a));
  for (const at of order) {
    const now = levels;
    const level = yield* levelReaching(now[at] as number, 1, (tried) =>
      holds(task, withLevel(now, at, tried)),
    );
    levels = withLevel(now, at, level);
  }
  return levels;
}

function withLevel(levels: Levels, at: number, level: number): Levels {
  return levels.map((own, index) => (index === at ? level : own));
}
