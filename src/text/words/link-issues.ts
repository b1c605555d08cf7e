import type { LinkIssueKind } from '../../core/link/link-issue.ts';
import type { Language } from '../../core/plan/plan.ts';

const english = {
  title: 'About the link you opened',
  issue: {
    'unknown-key': (key: string) => `“${key}” is not known here and was left out.`,
    'out-of-range': (key: string, given: string, used: string) =>
      `“${key}”: ${given} is outside its range; ${used} is used.`,
    'not-grammar': (key: string, given: string, used: string) =>
      `“${key}”: “${given}” could not be read; ${used === '' ? 'the default' : used} is used.`,
    'repeated-key': (key: string, given: string, used: string) =>
      `“${key}” stands in the link more than once; the first, ${used}, counts, not ${given}.`,
    'newer-version': (_key: string, given: string) =>
      `It was made by a newer version (${given}) of this page. Reload to get the newest page; what could be understood is shown.`,
    'no-check': (_key: string, given: string) =>
      given === ''
        ? 'It has no check at its end. Links written by hand have none; a link copied from this page had one, and without it was cut short.'
        : `It was cut short: it ends at “${given}”, and its check is missing. What is shown may not be what was shared.`,
    'wrong-check': () =>
      'It was edited by hand, cut short or damaged: its check does not fit. What is shown may not be what was shared.',
    'unknown-plan': (_key: string, given: string) =>
      `It is about a plan that is not here (“${given}”); nothing is shown.`,
    'too-long': (_key: string, given: string, used: string) =>
      `It has ${given} characters, more than the ${used} a link may have, and was not opened. The default preset is shown.`,
    'not-in-use': (key: string, given: string) =>
      `“${key}=${given}” is kept in the link, but this version of the page projects from the baseline.`,
  } satisfies Record<LinkIssueKind, unknown> as Record<
    LinkIssueKind,
    (key: string, given: string, used: string) => string
  >,
  more: (n: number) => `${n} more like these.`,
};

type LinkIssueWords = typeof english;

const traditional: LinkIssueWords = {
  title: '關於你開啟的連結',
  issue: {
    'unknown-key': (key) => `本頁不認識「${key}」，已略去。`,
    'out-of-range': (key, given, used) => `「${key}」：${given}超出範圍，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `「${key}」：未能讀出「${given}」，改用${used === '' ? '預設值' : used}。`,
    'repeated-key': (key, given, used) =>
      `「${key}」在連結中出現多於一次，以第一個${used}為準，不用${given}。`,
    'newer-version': (_key, given) =>
      `連結由較新版本（${given}）的網頁製作。請重新載入以取得最新網頁；目前顯示讀得懂的部分。`,
    'no-check': (_key, given) =>
      given === ''
        ? '連結末端沒有核對碼。手寫的連結本來沒有；若是從本頁複製的連結，則已被截短。'
        : `連結被截短：止於「${given}」，缺少核對碼。所顯示的未必是原來分享的情景。`,
    'wrong-check': () => '連結曾經人手修改、被截短或損壞：核對碼不符。所顯示的未必是原來分享的情景。',
    'unknown-plan': (_key, given) => `連結所指的規劃「${given}」不在此處，因此不顯示任何內容。`,
    'too-long': (_key, given, used) => `連結有${given}個字元，超過上限${used}，未有開啟。現顯示預設情景。`,
    'not-in-use': (key, given) => `「${key}=${given}」已保留在連結中，但此版本的網頁由基準年起推算。`,
  },
  more: (n) => `另有${n}項類似問題。`,
};

const simplified: LinkIssueWords = {
  title: '关于你打开的链接',
  issue: {
    'unknown-key': (key) => `本页不认识“${key}”，已略去。`,
    'out-of-range': (key, given, used) => `“${key}”：${given}超出范围，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `“${key}”：未能读出“${given}”，改用${used === '' ? '默认值' : used}。`,
    'repeated-key': (key, given, used) => `“${key}”在链接中出现多于一次，以第一个${used}为准，不用${given}。`,
    'newer-version': (_key, given) =>
      `链接由较新版本（${given}）的网页制作。请重新加载以取得最新网页；目前显示读得懂的部分。`,
    'no-check': (_key, given) =>
      given === ''
        ? '链接末端没有校验码。手写的链接本来没有；若是从本页复制的链接，则已被截短。'
        : `链接被截短：止于“${given}”，缺少校验码。所显示的未必是原来分享的情景。`,
    'wrong-check': () => '链接曾经人工修改、被截短或损坏：校验码不符。所显示的未必是原来分享的情景。',
    'unknown-plan': (_key, given) => `链接所指的规划“${given}”不在此处，因此不显示任何内容。`,
    'too-long': (_key, given, used) => `链接有${given}个字符，超过上限${used}，未有打开。现显示预设情景。`,
    'not-in-use': (key, given) => `“${key}=${given}”已保留在链接中，但此版本的网页由基准年起推算。`,
  },
  more: (n) => `另有${n}项类似问题。`,
};

/** Words of the note about a link that was opened, by language; loaded with the note. */
export const LINK_ISSUE_WORDS: Readonly<Record<Language, LinkIssueWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
