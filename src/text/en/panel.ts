import type { Measure } from '../../core/plan/plan.ts';
import type { Status } from '../../core/assessment/assess-target.ts';
import { inWords } from './share-in-words.ts';

const FLIP_STATUS: Readonly<Record<Status, string>> = {
  met: 'met',
  missed: 'missed',
  exceeded: 'beyond its range',
};

/** Words of the panel and its tabs, in English. */
export const panel = {
  panel: 'Details',
  panelTabs: {
    trajectory: 'Indicator',
    chances: 'Futures',
    matters: 'What matters',
    factors: 'Map',
    sources: 'Evidence',
  },
  measure: {
    stock: 'Number at the end of the year',
    flow: 'Amount during the year',
    cumulative: 'Sum of the years after the baseline',
  } satisfies Record<Measure, string>,
  measureIn: (measure: Measure, from: number, to: number) =>
    measure === 'stock'
      ? `Year-end number`
      : measure === 'flow'
        ? `Amount during the year`
        : `Sum of ${from}–${to}`,
  measureShort: (measure: Measure, from: number, to: number) =>
    measure === 'cumulative' ? `sum ${from}–${String(to).slice(2)}` : '',
  chartLabel: (name: string) => `${name}: trajectory and target`,
  chartSummary: (first: string, from: number, last: string, to: number, target: string, verdict: string) =>
    `From ${first} in ${from} to ${last} in ${to}; target ${target}: ${verdict}.`,
  projectionLine: 'projection',
  targetLabel: (target: string) => `target ${target}`,
  numbersByYear: 'Numbers by year',
  year: 'Year',
  level: 'Level',
  growth: 'Growth',
  sumSoFar: 'Sum so far',
  baselineIn: (year: number) => `${year}`,
  baselineFlowIn: (year: number) => `${year}, the year’s amount`,
  projectedAt: (year: number, rate: string) => `${year} at ${rate} a year`,
  projectedShape: (year: number, shape: string) => `${year}, ${shape}`,
  gapToTarget: 'Gap to target',
  neededFor: (edge: string) => `Growth needed for ${edge}`,
  wantedIn: ['Enough in', 'of 100'],
  wantedShare: 'In how many of 100 simulated futures the target is to be met',
  outOfReachLow: (best: string) => `out of reach, at most ${best}`,
  outOfReachHigh: (best: string) => `at any growth, at least ${best}`,
  useIt: 'Use it',
  useItFor: (rate: string, edge: string) => `Use ${rate} a year, the growth needed for ${edge}`,
  useItForShare: (rate: string, n: number) => `Use ${rate} a year, enough in ${n} of 100 simulated futures`,
  growthShape: 'How it grows',
  reading: 'How the table is read',
  readingDoubt: 'The source does not say which. Both readings can be tried.',
  planReading: (measure: string) => `${measure} (the plan file’s reading)`,
  actingOn: 'What else acts on it',
  nothingActs: 'Nothing: no driver and no link touches it.',
  drivers: 'Drivers',
  driverHelp: 'A driver moves several indicators at once: intensity × effect = points of growth.',
  intensityIn: (name: string, year: number) => `${name}: intensity in ${year}`,
  effectOn: (name: string) => `${name}: effect here, points of growth per unit`,
  effect: 'Effect here',
  addDriver: 'Add a driver',
  ownDriver: 'one of my own',
  ownDriverName: (id: string) => `Driver “${id}”`,
  removeDriver: (name: string) => `Remove the driver ${name}`,
  links: 'Links',
  linkHelp: 'A link passes on growth a year later: points here for each point there.',
  linkFrom: (name: string) => `Points of growth for each point of ${name} the year before`,
  linkFromShort: (name: string) => `from ${name}`,
  linkToShort: (name: string, strength: string) => `feeds ${name} (${strength})`,
  addLink: 'Add a link from',
  removeLink: (name: string) => `Remove the link from ${name}`,
  remove: 'Remove',
  caveats: 'Caveats',
  noCaveats: 'No caveat is known for this row.',
  moreEvidence: 'Sources and caveats',
  sources: 'Sources',
  numberIs: (what: string, value: string) => `${what}: ${value}`,
  baselineWord: 'Baseline',
  targetWord: 'Target',
  sourceLine: (publisher: string, published: string) => `${publisher}, ${published}`,
  planVersion: (plan: string, version: number) => `Plan data ${plan}, version ${version}.`,
  notForecast:
    'A projection is what follows if the assumptions hold. It is not a forecast, and growth rates here are yours, not the plan’s.',
  driverNote: 'About the drivers',
  rule: {
    stock: (name: string, b: string, from: number, to: number) =>
      `${name}: ${b} at the end of ${from}, then growth year by year; the level at the end of ${to} is compared with the target.`,
    flow: (name: string, b: string, from: number, to: number) =>
      `${name}: ${b} during ${from}, then growth year by year; the amount during ${to} is compared with the target.`,
    cumulative: (name: string, b: string, from: number, to: number) =>
      `${name}: ${b} during ${from}, then growth year by year; the sum of ${from + 1} to ${to} is compared with the target.`,
  } satisfies Record<Measure, unknown>,
  ruleTitle: 'The rule',
  /** The share of draws, always as simulated futures out of 100. */
  futures: {
    title: 'How many targets are met?',
    drawn: (draws: string) => `${draws} simulated futures under these assumptions`,
    atLeast: (n: string) => `In ${n} of 100 simulated futures at least`,
    atLeastAfter: (of: number) => `of ${of} targets are met.`,
    atLeastPicker: 'At least how many targets',
    summary: (n: string, k: number) =>
      k === 1
        ? `At least 1 is met in ${n} of 100 simulated futures.`
        : `At least ${k} are met in ${n} of 100 simulated futures.`,
    chartLabel: 'Number of targets met, and in how many of 100 simulated futures',
    countColumn: 'Targets met',
    shareColumn: 'Futures of 100',
    middle: (share: number, { from, to }: { readonly from: number; readonly to: number }, mean: string) =>
      from === to
        ? `${inWords(share)} futures meet ${from}; the average is ${mean}.`
        : `${inWords(share)} futures meet ${from} to ${to}; the average is ${mean}.`,
    rowCaption: 'Futures',
    inHundred: (n: string) => `in ${n} of 100 simulated futures`,
    whisker: (share: number, from: string, to: string) =>
      `${inWords(share)} simulated futures from ${from} to ${to}`,
    /** A band of the draws by the share of them in it, as short as it can be. */
    band: (share: number) => inWords(share),
    fan: (share: number, from: string, to: string) =>
      `${inWords(share)} simulated futures fall between ${from} and ${to}.`,
    dotsReach: (n: number, of: number, edge: string) => `${n} of ${of} simulated futures reach ${edge}.`,
    dotsStay: (n: number, of: number, edge: string) => `${n} of ${of} simulated futures stay within ${edge}.`,
    dotsBeyond: (n: number, edge: string) => `${n} of them go beyond ${edge}.`,
    dotsLabel: (name: string) => `${name}: 50 simulated futures as dots; filled ones meet the target`,
    spread: 'Spread',
    spreadOf: (name: string) => `Spread of ${name}, in percentage points`,
    spreadHint:
      'How far a year’s growth strays from the rate assumed: by no more than this many points in about 2 of 3 years.',
    spreadPoints: (points: string) => `${points} points`,
    spreadAll: 'Spread, all rows',
    spreadAllHint: 'Every row is given the same spread, in percentage points.',
    spreadMixed: 'mixed',
    spreadPresets: { none: 'None', steady: 'Steady 2', usual: 'Usual 4', rough: 'Rough 10' },
    rho: 'Move together',
    rhoHint:
      'At 0 each indicator has its own luck. Higher: good and bad years are shared, so very many and very few targets met both become more common.',
    phi: 'Luck lasts',
    phiHint: (year: number) =>
      `At 0 every year’s luck is new. Higher: a good year is followed by good years, so ${year} spreads wider. At 1 one draw of luck holds for all years.`,
    seed: 'Seed',
    sure: (draws: string) =>
      `Another seed changes these counts by about 1 in 100 at most, with ${draws} futures.`,
    invitationTitle: 'How sure are these rates?',
    invitation:
      'So far every rate is taken as certain. Give the rates a spread and the page simulates thousands of futures with good and bad years.',
    invite: 'How sure are these rates?',
    many: (draws: string) => `Simulate ${draws} futures`,
    manyProgress: 'Futures simulated so far',
    manyCancel: 'Cancel',
    manyFailed: (reason: string) => `The futures could not be simulated (${reason}). Try again.`,
    notProbability: (subject: string) =>
      `A share of futures says how often a target is met under your own spreads, not how ${subject} will do.`,
  },
  matters: {
    titleCount: 'Which assumption moves the count?',
    titleValue: (name: string) => `Which assumption moves ${name}?`,
    subtitle: (outcome: string, step: string) => `${outcome}, each growth rate ±${step}`,
    expectedCount: 'Expected number of targets met',
    plainCount: 'Number of targets met',
    valueIn: (year: number, unit: string) => `${year}, ${unit}`,
    outcome: 'Outcome',
    outcomeCount: 'targets met',
    step: 'Step',
    stepSpread: 'one spread',
    stepPoints: (points: number) => (points === 1 ? '1 point' : `${points} points`),
    otherSteps: 'Intensities move by 0.5 and strengths by 0.1.',
    down: 'moved down',
    up: 'moved up',
    asAssumed: (value: string) => `line: ${value} as assumed`,
    chartLabel: (name: string, low: string, high: string) =>
      `What matters most: ${name}, from ${low} to ${high}. All bars as a table below.`,
    nothingMoves: 'No step of this size changes the outcome.',
    table: 'Numbers as a table',
    assumption: 'Assumption',
    outcomeAt: (outcome: string, value: string) => `${outcome} at ${value}`,
    intensity: (driver: string, year: number) => `${driver} ${year}`,
    strength: (to: string, from: string) => `${from} → ${to}`,
    acting: (assumption: string, indicator: string) => `${assumption} → ${indicator}`,
    flips: 'Where verdicts flip',
    flipsHint: 'Nearest first, the other assumptions held.',
    flipsSteps: 'Nearest first: 0.1 of an intensity or a strength counts as much as a point of growth.',
    noFlips: 'Within these ranges no single assumption changes a verdict.',
    flip: (verdict: Status, direction: 'down' | 'up') => {
      return `${FLIP_STATUS[verdict]} at or ${direction === 'down' ? 'below' : 'above'}`;
    },
    moreChanges: (n: number) => `and ${n} more`,
    set: 'Set',
    setTo: (name: string, value: string) => `Set ${name} to ${value}`,
    showAll: (n: number) => `Show all ${n}`,
    showFewer: 'Show fewer',
    growthsChanged: (names: string, more: number) =>
      more > 0 ? `Growth set: ${names} and ${more} more` : `Growth set: ${names}`,
    failed: (reason: string) => `This could not be computed (${reason}).`,
  },
  map: {
    title: 'Two assumptions at once',
    subtitle: 'Simulated futures under these assumptions',
    across: 'Across',
    up: 'Up',
    shown: 'Shown',
    both: 'both targets met',
    count: 'targets met of all',
    only: (name: string) => `only ${name}`,
    contour: 'Dashed line',
    contourAt: (n: number) => `${n} of 100 futures`,
    axis: (name: string) => `${name}, growth a year`,
    gridLabel: (across: string, up: string) =>
      `Map of ${across} across and ${up} up. Arrow keys move over it, Enter sets both rates.`,
    at: (across: string, up: string) => `${across} and ${up}`,
    here: (at: string, what: string) => `Here: ${at}: ${what}.`,
    there: (at: string, what: string) => `${at}: ${what}.`,
    bothIn: (futures: string) => `both targets met in ${futures} of 100 simulated futures`,
    oneIn: (name: string, futures: string) => `${name} met in ${futures} of 100 simulated futures`,
    expected: (count: string, of: number) => `${count} of ${of} targets met on average`,
    fewerThanOne: 'fewer than 1',
    moreThan99: 'more than 99',
    hint: 'Click the map, or move with the arrow keys and press Enter, to set both rates.',
    certain: 'No indicator shown has a spread: every future is the projection.',
    filling: (percent: string) => `Filling in, ${percent}…`,
    pending: '…',
    legendUnit: 'of 100 futures',
  },
  least: {
    title: 'Least extra growth',
    wanted: 'Targets to meet',
    wantedOf: (n: number, of: number) => `${n} of ${of}`,
    alreadyMet: (n: number, names: string) => `Met already (${n}): ${names}.`,
    points: (points: string) => `${points} points`,
    toRate: (rate: string) => `to ${rate}`,
    total: (points: string) => `${points} points in all`,
    enough: 'Nothing has to change.',
    atMost: (n: number) => `Growth alone meets at most ${n}.`,
    linked: 'With links between indicators this is a good answer, not one proven the least.',
    set: 'Set these',
  },
};

/** The same words in another language. */
export type PanelWords = typeof panel;
