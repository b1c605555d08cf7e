import type { Language } from '../../core/plan/plan.ts';
import { simulationsInChinese, simulationsInEnglish } from './share-in-words.ts';

const english = {
  /** The share of draws, always as simulations out of 100. */
  futures: {
    summary: (n: string, k: number) =>
      k === 1
        ? `At least 1 target is met in ${n} of 100 simulations.`
        : `At least ${k} targets are met in ${n} of 100 simulations.`,
    rowCaption: 'Met in',
    inHundred: (n: string) => `in ${n} of 100 simulations`,
    whisker: (share: number, from: string, to: string) =>
      `${simulationsInEnglish(share)} from ${from} to ${to}`,
    spread: 'Give or take',
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
    rowCaption: '達標',
    inHundred: (n) => `100次模擬中有${n}次`,
    whisker: (share, from, to) => `${simulationsInChinese(share, HANT)}介乎${from}至${to}`,
    spread: '每年上下',
    invite: '這些增長率有多大把握？',
  },
  matters: {
    failed: (reason) => `未能計算（${reason}）。`,
  },
};

const simplified: ExplorationWords = {
  futures: {
    summary: (n, k) => `100次模拟中有${n}次至少${k}项达标。`,
    rowCaption: '达标',
    inHundred: (n) => `100次模拟中有${n}次`,
    whisker: (share, from, to) => `${simulationsInChinese(share, HANS)}介于${from}至${to}`,
    spread: '每年上下',
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
