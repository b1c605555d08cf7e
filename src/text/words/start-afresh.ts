import type { Language } from '../../core/plan/plan.ts';

const english = {
  title: 'Start afresh on this device?',
  clears: 'This clears everything that this page has stored in this browser:',
  nothing: 'This page has stored nothing in this browser. The scenarios that are open are closed.',
  scenarios: (n: number) => (n === 1 ? '1 scenario with its history' : `${n} scenarios with their histories`),
  language: 'the language you chose',
  theme: 'the colours you chose',
  final: 'This cannot be undone. First copy the links, or save the files, that you still need.',
  clear: 'Clear and start afresh',
  cancel: 'Cancel',
};

type StartAfreshWords = typeof english;

const traditional: StartAfreshWords = {
  title: '要在此裝置重新開始嗎？',
  clears: '本頁在此瀏覽器儲存的所有內容都會清除：',
  nothing: '本頁沒有在此瀏覽器儲存任何內容。已開啟的情景會關閉。',
  scenarios: (n) => `${n}個情景及其操作記錄`,
  language: '你選擇的語言',
  theme: '你選擇的配色',
  final: '清除後無法復原。如有需要保留的內容，請先複製連結或儲存檔案。',
  clear: '清除並重新開始',
  cancel: '取消',
};

const simplified: StartAfreshWords = {
  title: '要在此设备重新开始吗？',
  clears: '本页在此浏览器保存的所有内容都会清除：',
  nothing: '本页没有在此浏览器保存任何内容。已打开的情景会关闭。',
  scenarios: (n) => `${n}个情景及其操作记录`,
  language: '你选择的语言',
  theme: '你选择的配色',
  final: '清除后无法恢复。如有需要保留的内容，请先复制链接或保存文件。',
  clear: '清除并重新开始',
  cancel: '取消',
};

/** Words of the dialog that clears this device, by language; loaded with it. */
export const START_AFRESH_WORDS: Readonly<Record<Language, StartAfreshWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
