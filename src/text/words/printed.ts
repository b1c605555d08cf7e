import type { Language } from '../../core/plan/plan.ts';

const english = {
  assumptions: 'Assumptions',
  growthInTable: 'Growth a year stands in the table.',
  giveOrTakeAll: (points: string) =>
    `Give or take ${points} percentage points of growth a year in every row.`,
  giveOrTake: (rows: string) => `Give or take, in percentage points of growth a year: ${rows}.`,
  noGiveOrTake: 'Every rate is taken as certain: nothing is simulated.',
  ofRow: (name: string, what: string) => `${name}: ${what}`,
  shared: (rho: string) => `Good and bad years shared: ${rho}.`,
  persist: (phi: string) => `Good and bad years persist: ${phi}.`,
  shuffle: (seed: string) => `Simulated with seed ${seed}.`,
  readAs: (measure: string) => `read as “${measure}”`,
  printedOn: (date: string, plan: string, version: number) =>
    `Printed on ${date}; plan data ${plan}, version ${version}.`,
};

type PrintedWords = typeof english;

const traditional: PrintedWords = {
  assumptions: '假設',
  growthInTable: '每年增長率見上表。',
  giveOrTakeAll: (points) => `各項每年增長上下${points}個百分點。`,
  giveOrTake: (rows) => `每年增長上下的百分點：${rows}。`,
  noGiveOrTake: '所有增長率視為確定，不作模擬。',
  ofRow: (name, what) => `${name}：${what}`,
  shared: (rho) => `各項同好同壞：${rho}。`,
  persist: (phi) => `好壞年份延續：${phi}。`,
  shuffle: (seed) => `模擬抽樣編號${seed}。`,
  readAs: (measure) => `讀作「${measure}」`,
  printedOn: (date, plan, version) => `列印日期${date}；規劃數據${plan}，第${version}版。`,
};

const simplified: PrintedWords = {
  assumptions: '假设',
  growthInTable: '每年增长率见上表。',
  giveOrTakeAll: (points) => `各项每年增长上下${points}个百分点。`,
  giveOrTake: (rows) => `每年增长上下的百分点：${rows}。`,
  noGiveOrTake: '所有增长率视为确定，不作模拟。',
  ofRow: (name, what) => `${name}：${what}`,
  shared: (rho) => `各项同好同坏：${rho}。`,
  persist: (phi) => `好坏年份延续：${phi}。`,
  shuffle: (seed) => `模拟抽样编号${seed}。`,
  readAs: (measure) => `读作“${measure}”`,
  printedOn: (date, plan, version) => `打印日期${date}；规划数据${plan}，第${version}版。`,
};

/** Words that stand only on paper, by language; loaded with what is printed. */
export const PRINTED_WORDS: Readonly<Record<Language, PrintedWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
