import type { Language } from '../../core/plan/plan.ts';

const english = {
  openedAs: (name: string) => `Opened “${name}”`,
  preset: (name: string) => `Example “${name}”`,
  rate: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  shape: (name: string, shape: string) => `${name}: ${shape}`,
  inYear: (name: string, year: number) => `${name} ${year}`,
  /** Several numbers of one thing; `more` is how many are not named. */
  several: (first: string, more: number) => `${first} and ${more} more`,
  amountAYear: (name: string) => `${name}, added each year`,
  ceiling: (name: string) => `${name}, ceiling`,
  /** Points of growth that an event adds to a row, or how they changed. */
  effect: (driver: string, indicator: string, points: string) => `${driver}: ${indicator} ${points} points`,
  reading: (name: string, measure: string) => `${name}: read as “${measure}”`,
  driver: (name: string) => `Event: ${name}`,
  driverIn: (name: string, year: number) => `${name}: acts in ${year}`,
  driverNotIn: (name: string, year: number) => `${name}: not in ${year}`,
  driverNamed: (name: string) => `Event named “${name}”`,
  driverRemoved: (name: string) => `Event removed: ${name}`,
  link: (from: string, to: string) => `Influence: ${from} → ${to}`,
  linkRemoved: (from: string, to: string) => `Influence removed: ${from} → ${to}`,
  resetLoaded: (name: string) => `Reset to “${name}”`,
  resetZero: 'All growth to 0%',
  spread: (name: string, from: string, to: string) => `${name}: give or take ${from} → ${to}`,
  spreadAll: (to: string) => `All rows: give or take ${to}`,
  drawParameter: {
    rho: (from: string, to: string) => `Good and bad years shared: ${from} → ${to}`,
    phi: (from: string, to: string) => `Good and bad years persist: ${from} → ${to}`,
    seed: (from: string, to: string) => `Shuffled again: ${from} → ${to}`,
  },
  renamed: (name: string) => (name === '' ? 'Name removed' : `Named “${name}”`),
  growthsChanged: (names: string, more: number) =>
    more > 0 ? `Growth set: ${names} and ${more} more` : `Growth set: ${names}`,
};

type ChangeWords = typeof english;

const traditional: ChangeWords = {
  openedAs: (name) => `開啟「${name}」`,
  preset: (name) => `示例情景「${name}」`,
  rate: (name, from, to) => `${name}：${from} → ${to}`,
  shape: (name, shape) => `${name}：${shape}`,
  inYear: (name, year) => `${name}${year}年`,
  several: (first, more) => `${first}，另${more}項`,
  amountAYear: (name) => `${name}每年增加`,
  ceiling: (name) => `${name}上限`,
  effect: (driver, indicator, points) => `${driver}：${indicator} ${points}個百分點`,
  reading: (name, measure) => `${name}：讀作「${measure}」`,
  driver: (name) => `事件：${name}`,
  driverIn: (name, year) => `${name}：加入${year}年`,
  driverNotIn: (name, year) => `${name}：剔除${year}年`,
  driverNamed: (name) => `事件命名為「${name}」`,
  driverRemoved: (name) => `已移除事件：${name}`,
  link: (from, to) => `帶動：${from} → ${to}`,
  linkRemoved: (from, to) => `已移除帶動：${from} → ${to}`,
  resetLoaded: (name) => `重設為「${name}」`,
  resetZero: '全部增長設為0%',
  spread: (name, from, to) => `${name}：每年上下 ${from} → ${to}`,
  spreadAll: (to) => `全部每年上下：${to}`,
  drawParameter: {
    rho: (from, to) => `各項同好同壞：${from} → ${to}`,
    phi: (from, to) => `好壞年份延續：${from} → ${to}`,
    seed: (from, to) => `重新抽樣：${from} → ${to}`,
  },
  renamed: (name) => (name === '' ? '已移除名稱' : `命名為「${name}」`),
  growthsChanged: (names, more) => (more > 0 ? `設定增長：${names}等${more + 2}項` : `設定增長：${names}`),
};

const simplified: ChangeWords = {
  openedAs: (name) => `打开“${name}”`,
  preset: (name) => `示例情景“${name}”`,
  rate: (name, from, to) => `${name}：${from} → ${to}`,
  shape: (name, shape) => `${name}：${shape}`,
  inYear: (name, year) => `${name}${year}年`,
  several: (first, more) => `${first}，另${more}项`,
  amountAYear: (name) => `${name}每年增加`,
  ceiling: (name) => `${name}上限`,
  effect: (driver, indicator, points) => `${driver}：${indicator} ${points}个百分点`,
  reading: (name, measure) => `${name}：读作“${measure}”`,
  driver: (name) => `事件：${name}`,
  driverIn: (name, year) => `${name}：加入${year}年`,
  driverNotIn: (name, year) => `${name}：剔除${year}年`,
  driverNamed: (name) => `事件命名为“${name}”`,
  driverRemoved: (name) => `已移除事件：${name}`,
  link: (from, to) => `带动：${from} → ${to}`,
  linkRemoved: (from, to) => `已移除带动：${from} → ${to}`,
  resetLoaded: (name) => `重设为“${name}”`,
  resetZero: '全部增长设为0%',
  spread: (name, from, to) => `${name}：每年上下 ${from} → ${to}`,
  spreadAll: (to) => `全部每年上下：${to}`,
  drawParameter: {
    rho: (from, to) => `各项同好同坏：${from} → ${to}`,
    phi: (from, to) => `好坏年份延续：${from} → ${to}`,
    seed: (from, to) => `重新抽样：${from} → ${to}`,
  },
  renamed: (name) => (name === '' ? '已移除名称' : `命名为“${name}”`),
  growthsChanged: (names, more) => (more > 0 ? `设定增长：${names}等${more + 2}项` : `设定增长：${names}`),
};

/** Words of the list of changes, by language; loaded when it is first shown. */
export const CHANGE_WORDS: Readonly<Record<Language, ChangeWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
