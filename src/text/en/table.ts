import type { Status } from '../../core/assessment/assess-target.ts';
import { inWords } from './share-in-words.ts';

const SPOKEN_STATUS: Readonly<Record<Status, (gap: string) => string>> = {
  met: () => 'target met',
  missed: (gap) => `target missed by ${gap}`,
  exceeded: (gap) => `beyond the target range by ${gap}`,
};

/** Words of the table and its controls, in English. */
export const table = {
  table: 'Indicators: growth assumed, projection and target',
  columns: {
    number: 'No.',
    indicator: 'Indicator',
    growth: 'Growth a year',
    target: 'Target',
    bullet: 'Share of target',
    verdict: 'Verdict',
    futures: 'Futures of 100',
  },
  bulletKey: (from: number, to: number, share: number) =>
    `bar: ${to}; line: target; shaded: target range; small mark: held at ${from}; thin line: ${inWords(share)} simulated futures`,
  zoneKey:
    'shaded: growth that meets the target; darker: growth that meets it in the wanted share of futures',
  futuresKey: 'how many of 100 simulated futures meet the target, under these assumptions',
  status: { missed: 'missed', met: 'met', exceeded: 'beyond' } satisfies Record<Status, string>,
  /** The verdict spoken with its gap, as in "missed by 1,090". */
  spokenStatus: (status: Status, gap: string) => SPOKEN_STATUS[status](gap),
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  range: (min: string, max: string) => `${min}–${max}`,
  targetShort: { atLeast: (value: string) => value, atMost: (value: string) => `≤ ${value}` },
  bulletLabel: (percent: string) => `${percent} of the target`,
  rateOf: (name: string) => `Growth a year, ${name}`,
  rateBoxOf: (name: string) => `Growth a year in percent, ${name}`,
  /** What a screen reader says of a slider. */
  rateSpoken: (rate: string, year: number, value: string, unit: string, verdict: string) =>
    `${rate} a year, ${value} ${unit} in ${year}, ${verdict}`,
  ratePending: (rate: string) => `${rate} a year`,
  thumbAtEnd: (rate: string) => `${rate} lies beyond the slider; its thumb rests at the end`,
  perYearMark: '/yr',
  showDetails: (name: string) => `Details of ${name}`,
  unreadableRate: (text: string) =>
    `“${text}” was not read; the old value is kept. Write a percentage such as 6.2, 6,2 or −3.`,
  ambiguousRate: (text: string) =>
    `“${text}” could mean two numbers; the old value is kept. Write 1.5 or 1500, without a thousands mark.`,
  tooManyDecimals: (text: string) => `“${text}” has more than 4 decimals; the old value is kept.`,
  outOfRange: (text: string, from: string, to: string) =>
    `“${text}” is outside ${from} to ${to}; the old value is kept.`,
  unreadableNumber: (text: string) =>
    `“${text}” was not read; the old value is kept. Write a number such as 500 or 2.5.`,
};

/** The same words in another language. */
export type TableWords = typeof table;
