import type { Language } from '../../core/plan/plan.ts';

const english = {
  baseline: (from: number) => `The number counted in ${from}. The projection starts from it.`,
  growth: () =>
    'How much a number grows in a year. Example: 100 at 10% a year is 110 after one year, 121 after two.',
  projection: (_: number, to: number) =>
    `What the number becomes by ${to} if the growth holds. It is not a forecast.`,
  target: (_: number, to: number) =>
    `What the plan asks for by ${to}: at least a number, or a range such as 30–50.`,
  attainment: () =>
    'The projection as a share of the target. At 100% the target is just reached; 7,825 of 10,000 is 78%.',
  result: () =>
    'Met: the target is reached. Missed: it is not, and the number says by how much. Above its range: more than the plan’s highest number.',
  simulations: () =>
    'The page tries the scenario thousands of times, with good and bad years. “51 of 100” means: met in 51 of every 100 tries.',
  giveOrTake: () =>
    'How far a year’s growth strays. At 10%, give or take 4 points, about two years in three lie between 6% and 14%.',
  shared: () =>
    'At 0 each row has good and bad years of its own. At 0.5 a good year for one is often good for all.',
  persist: () => 'At 0 each year is new. Higher: a good year is often followed by another good one.',
  shuffle: () => 'Draws other good and bad years. The counts change by about 1 in 100.',
  needed: () => 'The growth a year that just reaches the target. With less it is missed.',
  event: () =>
    'Something that changes growth in a year, on several rows at once. Example: a border closure in 2024.',
  influence: () =>
    'One row’s growth that feeds another’s a year later. Example: residents follow enterprises.',
  reading: () =>
    'How the yearly numbers are counted: the number at the end of the year, the amount in the year, or the sum of the years.',
} satisfies Record<string, (from: number, to: number) => string>;

/** A term that is explained where it stands. */
export type TermName = keyof typeof english;

type TermWords = Readonly<Record<TermName, (from: number, to: number) => string>>;

const traditional: TermWords = {
  baseline: (from) => `${from}年統計的數字，推算由此起計。`,
  growth: () => '數字一年增長多少。例如100每年增長10%，一年後是110，兩年後是121。',
  projection: (_, to) => `若增長率成立，到${to}年的數字。這並非預測。`,
  target: (_, to) => `規劃要求${to}年達到的數字：至少若干，或一個範圍，例如30–50。`,
  attainment: () => '推算數字佔目標的比例。100%即剛好達標；10,000中的7,825是78%。',
  result: () => '達標：達到目標。未達標：未達到，數字是相差多少。高於區間：超過規劃的最高數字。',
  simulations: () => '本頁把情景模擬數千次，年份有好有壞。「51」即每100次模擬中有51次達標。',
  giveOrTake: () => '一年的增長會偏離多少。10%上下4個百分點，即約三分之二的年份介乎6%至14%。',
  shared: () => '0：各項各有好年壞年。0.5：一項的好年，往往也是其他項的好年。',
  persist: () => '0：每年互不相干。數值越大，好年之後越常是好年。',
  shuffle: () => '重新抽出另一批好年壞年，次數約相差百分之一。',
  needed: () => '剛好達到目標所需的每年增長率；再低便未達標。',
  event: () => '某年同時影響多項增長的事。例如2024年封關。',
  influence: () => '一項的增長在下一年帶動另一項。例如居民隨企業而來。',
  reading: () => '逐年數字如何計算：年底數目、全年數額，或各年合計。',
};

const simplified: TermWords = {
  baseline: (from) => `${from}年统计的数字，推算由此起计。`,
  growth: () => '数字一年增长多少。例如100每年增长10%，一年后是110，两年后是121。',
  projection: (_, to) => `若增长率成立，到${to}年的数字。这并非预测。`,
  target: (_, to) => `规划要求${to}年达到的数字：至少若干，或一个范围，例如30–50。`,
  attainment: () => '推算数字占目标的比例。100%即刚好达标；10,000中的7,825是78%。',
  result: () => '达标：达到目标。未达标：未达到，数字是相差多少。高于区间：超过规划的最高数字。',
  simulations: () => '本页把情景模拟数千次，年份有好有坏。“51”即每100次模拟中有51次达标。',
  giveOrTake: () => '一年的增长会偏离多少。10%上下4个百分点，即约三分之二的年份介于6%至14%。',
  shared: () => '0：各项各有好年坏年。0.5：一项的好年，往往也是其他项的好年。',
  persist: () => '0：每年互不相干。数值越大，好年之后越常是好年。',
  shuffle: () => '重新抽出另一批好年坏年，次数约相差百分之一。',
  needed: () => '刚好达到目标所需的每年增长率；再低便未达标。',
  event: () => '某年同时影响多项增长的事。例如2024年封关。',
  influence: () => '一项的增长在下一年带动另一项。例如居民随企业而来。',
  reading: () => '逐年数字如何计算：年底数目、全年数额，或各年合计。',
};

/** What each term means, with an example, told the baseline's and the horizon's year; loaded when one is asked for. */
export const TERM_WORDS: Readonly<Record<Language, TermWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
