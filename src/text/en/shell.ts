import type { PlanPreset } from '../../core/preset/plan-preset.ts';

/** Words of the bar, the summary, the notices and what is announced, in English. */
export const shell = {
  languageName: 'English',
  documentTitle: (title: string) => `${title}: what would it take?`,
  title: (subject: string, year: number) => `${subject} ${year}`,
  question: 'What would it take?',
  skipToTable: 'Skip to the indicators',
  noScript:
    'This page computes in your browser and needs JavaScript. Nothing is sent anywhere. Please switch JavaScript on and reload.',
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  language: 'Language',
  undo: 'Undo',
  redo: 'Redo',
  undoNamed: (change: string) => `Undo: ${change}`,
  redoNamed: (change: string) => `Redo: ${change}`,
  changes: 'Changes',
  changesHint: 'Click a step to return to it.',
  currentStep: 'now',
  presets: 'Presets',
  planPresets: 'From the plan’s own numbers',
  illustrations: 'Illustrations, not findings',
  /** Names of the presets any plan has; `year` is that of the baselines. */
  preset: {
    'ten-percent': () => '10% a year',
    held: (year: number) => `Held at ${year}`,
    'plan-pace': () => 'The plan’s pace',
    'half-pace': () => 'Half the plan’s pace',
  } satisfies Record<PlanPreset, unknown> as Record<PlanPreset, (year: number) => string>,
  presetHint: {
    'ten-percent': 'every indicator grows 10% a year, give or take 4 points',
    held: 'nothing grows',
    'plan-pace': 'each grows just enough for its target’s lower edge',
    'half-pace': 'each grows at half of what its target needs',
  } satisfies Record<PlanPreset, string>,
  reset: 'Reset',
  resetToLoaded: (name: string) => `Back to “${name}”`,
  resetToZero: 'All growth to 0%',
  scenarios: 'Scenarios',
  newScenario: 'New scenario',
  newScenarioHint: 'a copy of this one to change',
  unnamedChanged: (name: string) => `${name}, changed`,
  fromLink: 'From a link',
  fromDevice: 'From this device',
  copyOf: (name: string) => `Copy of ${name}`,
  scenarioMenu: (name: string) => `Name or remove “${name}”`,
  scenarioName: 'Name of this scenario',
  scenarioNameHint: 'At most 80 characters. It travels in the link.',
  saveName: 'Save name',
  removeScenario: 'Remove this scenario',
  removedScenario: (name: string) => `“${name}” was removed.`,
  bringBack: 'Bring it back',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  linkByHand: 'The browser did not let the page copy. Here is the link, selected: copy it by hand.',
  linkField: 'Link to this scenario',
  linkTooLong: (length: number, most: number) =>
    `This scenario needs a link of ${length} characters; links hold at most ${most}. Save it as a scenario file instead: it holds everything.`,
  saveScenarioFile: 'Save scenario file',
  missingPlanTitle: 'This link is about a plan that is not here',
  missingPlan: (plan: string) =>
    `It is about the plan “${plan}”. Nothing is shown, because the numbers of another plan would not be what was shared.`,
  openPlan: (title: string) => `Open ${title}`,
  close: 'Close',
  dismiss: 'Dismiss',
  targetsMet: (of: number) => `of ${of} targets met`,
  stripLabel: (met: number, of: number) => `${met} of ${of} targets met, one cell for each indicator`,
  summary: (met: number, of: number, year: number) =>
    met === of
      ? `At these rates all ${of} targets are met in ${year}.`
      : met === 0
        ? `At these rates none of the ${of} targets is met in ${year}.`
        : `At these rates ${met} of ${of} targets are met in ${year}.`,
  widestGap: 'The widest gap: ',
  widestGapOf: (value: string, target: string, unit: string) => `: ${value} of ${target} ${unit}.`,
  beyondCount: (n: number) =>
    n === 1 ? 'One of them lies beyond its target range.' : `${n} of them lie beyond their target range.`,
  working: 'Working…',
  listSeparator: ', ',
  change: {
    openedAs: (name: string) => `Opened “${name}”`,
    preset: (name: string) => `Preset “${name}”`,
    rate: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    shape: (name: string, shape: string) => `${name}: ${shape}`,
    shapeNumbers: (name: string) => `${name}: numbers of its growth`,
    reading: (name: string, measure: string) => `${name}: read as “${measure}”`,
    driver: (name: string) => `Driver: ${name}`,
    driverRemoved: (name: string) => `Driver removed: ${name}`,
    link: (from: string, to: string) => `Link: ${from} → ${to}`,
    linkRemoved: (from: string, to: string) => `Link removed: ${from} → ${to}`,
    resetLoaded: (name: string) => `Reset to “${name}”`,
    resetZero: 'All growth to 0%',
    spread: (name: string, from: string, to: string) => `${name}: spread ${from} → ${to}`,
    spreadAll: (to: string) => `All spreads: ${to}`,
    drawParameter: {
      rho: (from: string, to: string) => `Move together: ${from} → ${to}`,
      phi: (from: string, to: string) => `Luck lasts: ${from} → ${to}`,
      seed: (from: string, to: string) => `Seed: ${from} → ${to}`,
    },
    renamed: (name: string) => (name === '' ? 'Name removed' : `Named “${name}”`),
  },
  /** One polite sentence when things settle; verdict changes first. */
  announce: {
    verdict: (name: string, verdict: string) => `${name}: ${verdict}.`,
    moreVerdicts: (n: number) => `${n} more verdicts changed.`,
    count: (met: number, of: number) => `${met} of ${of} targets met.`,
    value: (name: string, value: string, verdict: string) => `${name} ${value}, ${verdict}.`,
    futures: (n: string) => `Met in ${n} of 100 simulated futures.`,
  },
  reload: 'Reload',
  notice: {
    storageFull:
      'This device’s storage is full: changes are not saved here. The link in the address bar still holds everything.',
    storageDenied:
      'The browser does not let this page save on this device. The link in the address bar still holds everything.',
    storageCorrupt: 'Something saved here earlier could not be read. It was set aside, not deleted.',
    inProcess:
      'The background worker failed several times; the page now computes by itself. Results are the same.',
    failed: (reason: string) =>
      `The projection failed (${reason}). No old numbers are shown; change something to try again.`,
  },
};

/** The same words in another language. */
export type ShellWords = typeof shell;
