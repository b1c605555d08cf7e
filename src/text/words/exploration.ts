import type { Language } from '../../core/plan/plan.ts';
import {
  shareInChinese,
  shareInEnglish,
  simulationsInChinese,
  simulationsInEnglish,
} from './share-in-words.ts';

const english = {
  /** The share of draws, always as simulations out of 100. */
  futures: {
    summary: (n: string, k: number) =>
      k === 1
        ? `At least 1 target is met in ${n} of 100 simulations.`
        : `At least ${k} targets are met in ${n} of 100 simulations.`,
    rowCaption: 'Simulations',
    inHundred: (n: string) => `in ${n} of 100 simulations`,
    whisker: (share: number, from: string, to: string) =>
      `${simulationsInEnglish(share)} from ${from} to ${to}`,
    /** A band of the draws by the share of them in it, as short as it can be. */
    band: (share: number) => shareInEnglish(share),
    fan: (share: number, from: string, to: string) =>
      `${simulationsInEnglish(share)} fall between ${from} and ${to}.`,
    dotsReach: (n: string, edge: string) => `${n} of 100 simulations reach ${edge}.`,
    dotsStay: (n: string, edge: string) => `${n} of 100 simulations stay within ${edge}.`,
    dotsLabel: (name: string) =>
      `${name}: 50 dots, each for 2 of 100 simulations; filled ones meet the target`,
    spread: 'Give or take',
    spreadOf: (name: string) => `Give or take of ${name}, in percentage points`,
    spreadHint:
      'In 2 years of 3, growth lies no more than this many percentage points from the rate assumed.',
    invite: 'How sure are these rates?',
  },
  matters: {
    failed: (reason: string) => `This could not be computed (${reason}).`,
  },
};

type ExplorationWords = typeof english;

const HANT = '模擬';
const HANS = '模拟';

const traditional: ExplorationWords = {
  futures: {
    summary: (n, k) => `100次模擬中有${n}次至少${k}項達標。`,
    rowCaption: '模擬',
    inHundred: (n) => `100次模擬中有${n}次`,
    whisker: (share, from, to) => `${simulationsInChinese(share, HANT)}介乎${from}至${to}`,
    band: (share) => shareInChinese(share),
    fan: (share, from, to) => `${simulationsInChinese(share, HANT)}介乎${from}至${to}。`,
    dotsReach: (n, edge) => `100次模擬中有${n}次達到${edge}。`,
    dotsStay: (n, edge) => `100次模擬中有${n}次不超過${edge}。`,
    dotsLabel: (name) => `${name}：50個圓點，每點代表100次模擬中的2次，實心表示達標`,
    spread: '每年上下',
    spreadOf: (name) => `${name}：每年上下（百分點）`,
    spreadHint: '每三年約有兩年，實際增長與所設增長率相差不超過這個百分點數。',
    invite: '這些增長率有多大把握？',
  },
  matters: {
    failed: (reason) => `未能計算（${reason}）。`,
  },
};

const simplified: ExplorationWords = {
  futures: {
    summary: (n, k) => `100次模拟中有${n}次至少${k}项达标。`,
    rowCaption: '模拟',
    inHundred: (n) => `100次模拟中有${n}次`,
    whisker: (share, from, to) => `${simulationsInChinese(share, HANS)}介于${from}至${to}`,
    band: (share) => shareInChinese(share),
    fan: (share, from, to) => `${simulationsInChinese(share, HANS)}介于${from}至${to}。`,
    dotsReach: (n, edge) => `100次模拟中有${n}次达到${edge}。`,
    dotsStay: (n, edge) => `100次模拟中有${n}次不超过${edge}。`,
    dotsLabel: (name) => `${name}：50个圆点，每点代表100次模拟中的2次，实心表示达标`,
    spread: '每年上下',
    spreadOf: (name) => `${name}：每年上下（百分点）`,
    spreadHint: '每三年约有两年，实际增长与所设增长率相差不超过这个百分点数。',
    invite: '这些增长率有多大把握？',
  },
  matters: {
    failed: (reason) => `未能计算（${reason}）。`,
  },
};

/** Words of the tabs that explore a scenario: chances, what matters, two factors, by language. */
export const EXPLORATION_WORDS: Readonly<Record<Language, ExplorationWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
