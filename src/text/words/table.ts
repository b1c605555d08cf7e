import type { Status } from '../../core/assessment/assess-target.ts';
import type { Language, Measure } from '../../core/plan/plan.ts';
import { simulationsInChinese, simulationsInEnglish } from './share-in-words.ts';

const english = {
  table: 'Indicators: growth assumed, projection and target',
  columns: {
    number: 'No.',
    indicator: 'Indicator',
    growth: 'Growth a year',
    target: 'Target',
    bullet: (year: number) => `${year} against target`,
    verdict: 'Result',
    futures: 'Met of 100',
  },
  bulletKey: (from: number, to: number, share: number) =>
    `bar: ${to}; line: target; shaded: target range; small mark: no growth from ${from}; thin line: ${simulationsInEnglish(share)}`,
  zoneKey:
    'shaded: growth that meets the target; darker: growth that meets it in the wanted share of simulations',
  status: { missed: 'missed', met: 'met', exceeded: 'above range' } satisfies Record<Status, string>,
  /** The verdict spoken with its gap, as in "missed by 1,090". */
  spokenStatus: {
    met: () => 'target met',
    missed: (gap) => `target missed by ${gap}`,
    exceeded: (gap) => `above its range by ${gap}`,
  } satisfies Record<Status, (gap: string) => string>,
  /** What the summary adds about the rows of a verdict; empty where the number of targets met says it. */
  statusCount: {
    met: () => '',
    missed: () => '',
    exceeded: (n, met) =>
      n === 1 ? `One of the ${met} is above its range.` : `${n} of the ${met} are above their range.`,
  } satisfies Record<Status, (n: number, met: number) => string>,
  /** A number before its unit, and between two parts of one: "5 people", "USD 5 bn". */
  afterNumber: (value: string, unit: string) => `${value} ${unit}`,
  aroundNumber: (before: string, value: string, after: string) => `${before} ${value} ${after}`.trimEnd(),
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  range: (min: string, max: string) => `${min}–${max}`,
  targetShort: { atLeast: (value: string) => value, atMost: (value: string) => `≤ ${value}` },
  bulletLabel: (percent: string) => `${percent} of the target`,
  rateOf: (name: string) => `Growth a year, ${name}`,
  rateBoxOf: (name: string) => `Growth a year in percent, ${name}`,
  lessGrowth: (name: string) => `Less growth, ${name}`,
  moreGrowth: (name: string) => `More growth, ${name}`,
  /** What a screen reader says of a slider. */
  rateSpoken: (growth: string, year: number, value: string, result: string) =>
    `${growth}, ${value} in ${year}, ${result}`,
  thumbAtEnd: (rate: string) => `${rate} is off the slider’s scale; its thumb rests at the end`,
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
  notWhole: (text: string) => `“${text}” is not a whole number; the old value is kept.`,
  /** The same as short as a column can hold; empty where the unit says enough. */
  measureShort: {
    stock: () => '',
    flow: () => '',
    cumulative: (from, to) => `sum ${from}–${String(to).slice(2)}`,
  } satisfies Record<Measure, (from: number, to: number) => string>,
  ownDriverName: (id: string) => `Event “${id}”`,
};

type TableWords = typeof english;

const traditional: TableWords = {
  table: '指標：假設增長、推算及目標',
  columns: {
    number: '編號',
    indicator: '指標',
    growth: '每年增長',
    target: '目標',
    bullet: (_) => '目標完成率',
    verdict: '結果',
    futures: '百次中達標',
  },
  bulletKey: (from, to, share) =>
    `橫條：${to}年；直線：目標；陰影：目標範圍；小標記：維持${from}年水平；細線：${simulationsInChinese(share, '模擬')}`,
  zoneKey: '陰影：可達標的增長率；較深：在所選比例的模擬中達標的增長率',
  status: { missed: '未達標', met: '達標', exceeded: '高於區間' },
  spokenStatus: {
    met: () => '達標',
    missed: (gap) => `未達標，差${gap}`,
    exceeded: (gap) => `高於區間${gap}`,
  },
  statusCount: {
    met: () => '',
    missed: () => '',
    exceeded: (n, met) => `達標的${met}項中有${n}項高於區間。`,
  },
  afterNumber: (value, unit) => `${value}${unit}`,
  aroundNumber: (before, value, after) => `${before}${value}${after}`,
  atLeast: (value) => `至少${value}`,
  atMost: (value) => `至多${value}`,
  range: (min, max) => `${min}–${max}`,
  targetShort: { atLeast: (value) => value, atMost: (value) => `≤ ${value}` },
  bulletLabel: (percent) => `目標的${percent}`,
  rateOf: (name) => `每年增長，${name}`,
  rateBoxOf: (name) => `每年增長百分比，${name}`,
  lessGrowth: (name) => `調低${name}的每年增長`,
  moreGrowth: (name) => `調高${name}的每年增長`,
  rateSpoken: (growth, year, value, result) => `${growth}，${year}年${value}，${result}`,
  thumbAtEnd: (rate) => `${rate}超出滑桿範圍，滑塊停在一端`,
  perYearMark: '/年',
  showDetails: (name) => `${name}詳情`,
  unreadableRate: (text) => `未能讀出「${text}」，保留原值。請輸入百分比，例如6.2、6,2或−3。`,
  ambiguousRate: (text) => `「${text}」可指兩個數，保留原值。請寫1.5或1500，不要用千位分隔號。`,
  tooManyDecimals: (text) => `「${text}」超過四位小數，保留原值。`,
  outOfRange: (text, from, to) => `「${text}」不在${from}至${to}之內，保留原值。`,
  unreadableNumber: (text) => `未能讀出「${text}」，保留原值。請輸入數字，例如500或2.5。`,
  notWhole: (text) => `「${text}」不是整數，保留原值。`,
  measureShort: {
    stock: () => '',
    flow: () => '',
    cumulative: (from, to) => `${from}–${String(to).slice(2)}年合計`,
  },
  ownDriverName: (id) => `事件「${id}」`,
};

const simplified: TableWords = {
  table: '指标：假设增长、推算及目标',
  columns: {
    number: '编号',
    indicator: '指标',
    growth: '每年增长',
    target: '目标',
    bullet: (_) => '目标完成率',
    verdict: '结果',
    futures: '百次中达标',
  },
  bulletKey: (from, to, share) =>
    `横条：${to}年；直线：目标；阴影：目标范围；小标记：维持${from}年水平；细线：${simulationsInChinese(share, '模拟')}`,
  zoneKey: '阴影：可达标的增长率；较深：在所选比例的模拟中达标的增长率',
  status: { missed: '未达标', met: '达标', exceeded: '高于区间' },
  spokenStatus: {
    met: () => '达标',
    missed: (gap) => `未达标，差${gap}`,
    exceeded: (gap) => `高于区间${gap}`,
  },
  statusCount: {
    met: () => '',
    missed: () => '',
    exceeded: (n, met) => `达标的${met}项中有${n}项高于区间。`,
  },
  afterNumber: (value, unit) => `${value}${unit}`,
  aroundNumber: (before, value, after) => `${before}${value}${after}`,
  atLeast: (value) => `至少${value}`,
  atMost: (value) => `至多${value}`,
  range: (min, max) => `${min}–${max}`,
  targetShort: { atLeast: (value) => value, atMost: (value) => `≤ ${value}` },
  bulletLabel: (percent) => `目标的${percent}`,
  rateOf: (name) => `每年增长，${name}`,
  rateBoxOf: (name) => `每年增长百分比，${name}`,
  lessGrowth: (name) => `调低${name}的每年增长`,
  moreGrowth: (name) => `调高${name}的每年增长`,
  rateSpoken: (growth, year, value, result) => `${growth}，${year}年${value}，${result}`,
  thumbAtEnd: (rate) => `${rate}超出滑动条范围，滑块停在一端`,
  perYearMark: '/年',
  showDetails: (name) => `${name}详情`,
  unreadableRate: (text) => `未能读出“${text}”，保留原值。请输入百分比，例如6.2、6,2或−3。`,
  ambiguousRate: (text) => `“${text}”可指两个数，保留原值。请写1.5或1500，不要用千位分隔号。`,
  tooManyDecimals: (text) => `“${text}”超过四位小数，保留原值。`,
  outOfRange: (text, from, to) => `“${text}”不在${from}至${to}之内，保留原值。`,
  unreadableNumber: (text) => `未能读出“${text}”，保留原值。请输入数字，例如500或2.5。`,
  notWhole: (text) => `“${text}”不是整数，保留原值。`,
  measureShort: {
    stock: () => '',
    flow: () => '',
    cumulative: (from, to) => `${from}–${String(to).slice(2)}年合计`,
  },
  ownDriverName: (id) => `事件“${id}”`,
};

/** Words of the table and its controls, by language. */
export const TABLE_WORDS: Readonly<Record<Language, TableWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
