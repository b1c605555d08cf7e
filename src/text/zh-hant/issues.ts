import type { IssuesWords } from '../en/issues.ts';

/** Words of what is wrong in an input, in Traditional Chinese. */
export const issues: IssuesWords = {
  linkNote: '關於你開啟的連結',
  linkIssue: {
    'unknown-key': (key) => `本頁不認識「${key}」，已略去。`,
    'out-of-range': (key, given, used) => `「${key}」：${given}超出範圍，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `「${key}」：未能讀出「${given}」，改用${used === '' ? '預設值' : used}。`,
    'repeated-key': (key, given, used) =>
      `「${key}」在連結中出現多於一次，以第一個${used}為準，不用${given}。`,
    'newer-version': (_key, given) =>
      `連結由較新版本（${given}）的網頁製作。請重新載入以取得最新網頁；目前顯示讀得懂的部分。`,
    'no-check': () => '連結曾經人手修改或被截短：末端缺少核對碼。所顯示的未必是原來分享的情景。',
    'wrong-check': () => '連結曾經人手修改、被截短或損壞：核對碼不符。所顯示的未必是原來分享的情景。',
    'unknown-plan': (_key, given) => `連結所指的規劃「${given}」不在此處，因此不顯示任何內容。`,
    'too-long': (_key, given, used) => `連結有${given}個字元，超過上限${used}，未有開啟。現顯示預設情景。`,
    'not-in-use': (key, given) => `「${key}=${given}」已保留在連結中，但此版本的網頁由基準年起推算。`,
  },
  moreIssues: (n) => `另有${n}項類似問題。`,
};
