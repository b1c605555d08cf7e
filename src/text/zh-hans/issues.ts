import type { IssuesWords } from '../en/issues.ts';

/** Words of what is wrong in an input, in Simplified Chinese. */
export const issues: IssuesWords = {
  linkNote: '关于你打开的链接',
  linkIssue: {
    'unknown-key': (key) => `本页不认识“${key}”，已略去。`,
    'out-of-range': (key, given, used) => `“${key}”：${given}超出范围，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `“${key}”：未能读出“${given}”，改用${used === '' ? '默认值' : used}。`,
    'repeated-key': (key, given, used) => `“${key}”在链接中出现多于一次，以第一个${used}为准，不用${given}。`,
    'newer-version': (_key, given) =>
      `链接由较新版本（${given}）的网页制作。请重新加载以取得最新网页；目前显示读得懂的部分。`,
    'no-check': () => '链接曾经人工修改或被截短：末端缺少校验码。所显示的未必是原来分享的情景。',
    'wrong-check': () => '链接曾经人工修改、被截短或损坏：校验码不符。所显示的未必是原来分享的情景。',
    'unknown-plan': (_key, given) => `链接所指的规划“${given}”不在此处，因此不显示任何内容。`,
    'too-long': (_key, given, used) => `链接有${given}个字符，超过上限${used}，未有打开。现显示预设情景。`,
    'not-in-use': (key, given) => `“${key}=${given}”已保留在链接中，但此版本的网页由基准年起推算。`,
  },
  moreIssues: (n) => `另有${n}项类似问题。`,
};
