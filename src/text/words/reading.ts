import type { Language } from '../../core/plan/plan.ts';
import { simulationsInChinese, simulationsInEnglish } from './share-in-words.ts';

const english = {
  /** One line under the title: what the plan is, what its rows are, what to do. */
  orientation: (of: number, from: number, to: number) =>
    `The plan’s ${of} targets for ${to}, from ${from} figures. Move a slider: is the target met?`,
  howToRead: 'How to read a row',
  termMissing: 'The explanation could not be loaded. Please try again.',
  /** Names of the marks on rows. */
  rowMark: {
    doubt: 'Source in doubt',
    event: 'Something acts on its growth',
    hair: 'Met by a hair',
  },
  /** A row mark's accessible name. */
  rowMarkOf: (mark: string, name: string) => `${mark}: ${name}`,
  doubtMeans: 'The source leaves this in doubt, and it can change the result.',
  eventMeans: 'Besides its own growth a year:',
  hairMeans: 'The target is met, but 0.1 percentage points of growth a year decide it.',
  pointsInYear: (points: string, year: number) => `${points} percentage points in ${year}`,
  actsBy: (name: string, points: string) => `${name}: ${points}`,
  followsBy: (name: string, strength: string) =>
    `${name}: ${strength} points for each point it grew the year before`,
  showSources: 'Sources',
  showActing: 'Change what acts on it',
  /** Samples and words below the table. */
  legend: {
    value: (year: number) => `${year}`,
    held: (year: number) => `no growth from ${year}`,
    target: 'target, range',
    needed: 'growth needed, and more',
    loaded: 'as loaded',
    band: simulationsInEnglish,
  },
  /** The joint statement as the way into the details. */
  chancesAtLeast: (least: number, share: string) =>
    `At least ${least} targets met in ${share} of 100 simulations`,
  countWithoutDoubt: 'Without rows in doubt',
  goToRow: (name: string, verdict: string) => `${name}: ${verdict}`,
  sheet: {
    resize: 'Height of the details',
    sizes: { peek: 'a third', half: 'half', full: 'full' },
    close: 'Close the details',
  },
};

type ReadingWords = typeof english;

const traditional: ReadingWords = {
  orientation: (of, from, to) => `規劃訂明${of}項${to}年目標，由${from}年數字起計。移動滑桿，看看能否達標。`,
  howToRead: '如何看一行',
  termMissing: '未能載入說明，請再試。',
  rowMark: { doubt: '資料來源存疑', event: '另有因素影響其增長', hair: '僅僅達標' },
  rowMarkOf: (mark, name) => `${mark}：${name}`,
  doubtMeans: '資料來源在此有疑點，可能改變結果。',
  eventMeans: '除本身每年增長外：',
  hairMeans: '剛好達標：每年增長相差0.1個百分點，結果便會改變。',
  pointsInYear: (points, year) => `${year}年${points}個百分點`,
  actsBy: (name, points) => `${name}：${points}`,
  followsBy: (name, strength) => `${name}：上年每增長一個百分點，此項${strength}個百分點`,
  showSources: '資料來源',
  showActing: '更改影響因素',
  legend: {
    value: (year) => `${year}年`,
    held: (year) => `維持${year}年水平`,
    target: '目標、範圍',
    needed: '所需增長及以上',
    loaded: '載入時',
    band: (share) => simulationsInChinese(share, '模擬'),
  },
  chancesAtLeast: (least, share) => `達標情況：100次模擬中有${share}次至少${least}項達標`,
  countWithoutDoubt: '不計存疑項目',
  goToRow: (name, verdict) => `${name}：${verdict}`,
  sheet: {
    resize: '詳情高度',
    sizes: { peek: '三分之一', half: '一半', full: '全屏' },
    close: '關閉詳情',
  },
};

const simplified: ReadingWords = {
  orientation: (of, from, to) =>
    `规划订明${of}项${to}年目标，由${from}年数字起计。移动滑动条，看看能否达标。`,
  howToRead: '如何看一行',
  termMissing: '未能加载说明，请再试。',
  rowMark: { doubt: '资料来源存疑', event: '另有因素影响其增长', hair: '仅仅达标' },
  rowMarkOf: (mark, name) => `${mark}：${name}`,
  doubtMeans: '资料来源在此有疑点，可能改变结果。',
  eventMeans: '除本身每年增长外：',
  hairMeans: '刚好达标：每年增长相差0.1个百分点，结果便会改变。',
  pointsInYear: (points, year) => `${year}年${points}个百分点`,
  actsBy: (name, points) => `${name}：${points}`,
  followsBy: (name, strength) => `${name}：上年每增长一个百分点，此项${strength}个百分点`,
  showSources: '资料来源',
  showActing: '更改影响因素',
  legend: {
    value: (year) => `${year}年`,
    held: (year) => `维持${year}年水平`,
    target: '目标、范围',
    needed: '所需增长及以上',
    loaded: '载入时',
    band: (share) => simulationsInChinese(share, '模拟'),
  },
  chancesAtLeast: (least, share) => `达标情况：100次模拟中有${share}次至少${least}项达标`,
  countWithoutDoubt: '不计存疑项目',
  goToRow: (name, verdict) => `${name}：${verdict}`,
  sheet: {
    resize: '详情高度',
    sizes: { peek: '三分之一', half: '一半', full: '全屏' },
    close: '关闭详情',
  },
};

/** Words that help to read the page: orientation, legend, marks of rows, the sheet of details; by language. */
export const READING_WORDS: Readonly<Record<Language, ReadingWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
