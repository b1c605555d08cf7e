import type { Language } from '../../core/plan/plan.ts';

const english = {
  title: 'Events',
  help: 'Choose the years, add rows, and type how many percentage points of growth the event adds or takes.',
  add: 'Add an event',
  /** One of a person's own, which begins in a year. */
  ownIn: (year: number) => `my own, in ${year}`,
  remove: (name: string) => `Remove the event ${name}`,
  nameOf: 'Name of the event',
  nameExample: 'such as: Border closure',
  /** When an event acts and on how many rows. */
  summary: (years: string, rows: number) =>
    `${years === '' ? 'no year yet' : years}, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  actsIn: 'Acts in',
  yearsOf: (name: string) => `${name}: years in which it acts`,
  setStrengths: 'Set how strongly, year by year',
  strengthsHelp: 'Intensity × points = percentage points of growth in that year.',
  intensityIn: (name: string, year: number) => `${name}: intensity in ${year}`,
  rowsOf: (name: string) => `${name}: rows and percentage points of growth`,
  row: 'Row',
  pointsIn: (years: string) => (years === '' ? 'Points' : `Points in ${years}`),
  pointsAtOne: 'Points at intensity 1',
  pointsOn: (name: string, row: string) => `${name}: percentage points of growth, ${row}`,
  pointsInYear: (year: number, points: string) => `${year} ${points}`,
  addRow: 'Add a row',
  addRowTo: (name: string) => `${name}: add a row`,
  removeRow: (name: string, row: string) => `${name}: remove ${row}`,
};

type EventWords = typeof english;

const traditional: EventWords = {
  title: '事件',
  help: '選定年份，加入指標，再填上事件令增長增減多少個百分點。',
  add: '加入事件',
  ownIn: (year) => `自訂事件，${year}年`,
  remove: (name) => `移除事件「${name}」`,
  nameOf: '事件名稱',
  nameExample: '例如：封關',
  summary: (years, rows) => `${years === '' ? '未選年份' : `${years}年`}，${rows}項指標`,
  actsIn: '年份',
  yearsOf: (name) => `${name}：發生年份`,
  setStrengths: '逐年設定強度',
  strengthsHelp: '強度 × 百分點 = 該年增長的增減百分點。',
  intensityIn: (name, year) => `${name}：${year}年強度`,
  rowsOf: (name) => `${name}：各項指標的增減百分點`,
  row: '指標',
  pointsIn: (years) => (years === '' ? '百分點' : `${years}年百分點`),
  pointsAtOne: '強度為1時的百分點',
  pointsOn: (name, row) => `${name}：${row}增減百分點`,
  pointsInYear: (year, points) => `${year}年 ${points}`,
  addRow: '加入指標',
  addRowTo: (name) => `${name}：加入指標`,
  removeRow: (name, row) => `${name}：移除${row}`,
};

const simplified: EventWords = {
  title: '事件',
  help: '选定年份，加入指标，再填上事件令增长增减多少个百分点。',
  add: '加入事件',
  ownIn: (year) => `自定事件，${year}年`,
  remove: (name) => `移除事件“${name}”`,
  nameOf: '事件名称',
  nameExample: '例如：封关',
  summary: (years, rows) => `${years === '' ? '未选年份' : `${years}年`}，${rows}项指标`,
  actsIn: '年份',
  yearsOf: (name) => `${name}：发生年份`,
  setStrengths: '逐年设定强度',
  strengthsHelp: '强度 × 百分点 = 该年增长的增减百分点。',
  intensityIn: (name, year) => `${name}：${year}年强度`,
  rowsOf: (name) => `${name}：各项指标的增减百分点`,
  row: '指标',
  pointsIn: (years) => (years === '' ? '百分点' : `${years}年百分点`),
  pointsAtOne: '强度为1时的百分点',
  pointsOn: (name, row) => `${name}：${row}增减百分点`,
  pointsInYear: (year, points) => `${year}年 ${points}`,
  addRow: '加入指标',
  addRowTo: (name) => `${name}：加入指标`,
  removeRow: (name, row) => `${name}：移除${row}`,
};

/** Words of the editor of events, which is loaded with the details. */
export const EVENT_WORDS: Readonly<Record<Language, EventWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
