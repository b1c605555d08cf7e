import type { Language } from '../../core/plan/plan.ts';

const english = {
  noScript:
    'This page computes in your browser and needs JavaScript. Nothing is sent anywhere. Please switch JavaScript on and reload.',
  unstarted: {
    title: 'This page has not started.',
    fromDisk:
      'Opened as a file on this computer? It needs a web server: run “npm start” in its folder and open the address that is printed.',
    fromServer:
      'Opened from a web server? Check that the address of the folder ends with “/” and that scripts are sent as JavaScript. Then reload, in a current browser.',
  },
};

type BeforeStartWords = typeof english;

const traditional: BeforeStartWords = {
  noScript: '本頁在你的瀏覽器內計算，需要JavaScript；不會向外傳送任何資料。請開啟JavaScript後重新載入。',
  unstarted: {
    title: '本頁未能啟動。',
    fromDisk:
      '直接開啟了電腦上的檔案？本頁需要網頁伺服器：請在其資料夾執行「npm start」，再開啟所顯示的網址。',
    fromServer:
      '由網頁伺服器開啟？請檢查資料夾網址是否以「/」結尾，程式檔是否以JavaScript類型傳送，然後用較新的瀏覽器重新載入。',
  },
};

const simplified: BeforeStartWords = {
  noScript: '本页在你的浏览器内计算，需要JavaScript；不会向外发送任何资料。请打开JavaScript后重新加载。',
  unstarted: {
    title: '本页未能启动。',
    fromDisk: '直接打开了电脑上的文件？本页需要网页服务器：请在其文件夹运行“npm start”，再打开所显示的网址。',
    fromServer:
      '由网页服务器打开？请检查文件夹网址是否以“/”结尾，脚本是否以JavaScript类型发送，然后用较新的浏览器重新加载。',
  },
};

/** Words that are written into the page when it is built, for where its script does not run, by language. */
export const BEFORE_START_WORDS: Readonly<Record<Language, BeforeStartWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
