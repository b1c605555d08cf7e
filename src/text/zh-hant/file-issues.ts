import type { NumberLimits, PlainValue } from '../../core/issue/issue.ts';
import type { FileIssueWords } from '../en/file-issues.ts';
import { limitNumber, limitValues } from '../limit-words.ts';

const FILES = { plan: '規劃', scenario: '情景' };
const TYPES = {
  object: '以大括號括起的物件',
  list: '以方括號括起的列表',
  text: '以引號括起的文字',
  'yes-no': 'true或false',
};
const PARTS = {
  categories: '其中一個類別',
  sources: '其中一個來源',
  caveats: '其中一項注意事項',
  indicators: '規劃的其中一項指標',
  plans: '現有的其中一個規劃',
};
const YEARS = {
  baselineYear: '規劃的基準年（baselineYear）',
  horizonYear: '規劃的目標年（horizonYear）',
  baselines: '各項基準數字的年份',
  targets: '各項目標的年份',
};

const oneOf = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '或', more: (count) => `等（另有${count}個）` });
const all = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '及', more: (count) => `等（另有${count}個）` });
const number = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? '，不加引號' : '';
  const kind = whole ? '整數' : '數字';
  return `${where}：請填寫${limitNumber(from)}至${limitNumber(to)}之間的${kind}${marks}。現為${given}。`;
};

/** Words of what is wrong in a file, in Traditional Chinese. */
export const fileIssues: FileIssueWords = {
  fileIssue: {
    'wrong-file': (where, given, { wanted, found }) =>
      `${where}：此處需要${FILES[wanted]}檔案，但這是${FILES[found]}檔案。現為${given}。`,
    'wrong-type': (where, given, { type }) => `${where}：請填寫${TYPES[type]}。現為${given}。`,
    missing: (where, _given, { allowed }) =>
      `${where}：缺少此欄，請補上${allowed.length === 0 ? '' : `，可填${oneOf(allowed)}`}。`,
    'unknown-field': (where, given, { known }) =>
      `${where}：沒有此欄，請刪去。此處只有${all(known)}。現為${given}。`,
    'misspelt-field': (where, given, { name }) => `${where}：此欄應名為「${name}」，請改正。現為${given}。`,
    'not-a-number': number,
    'whole-number': number,
    'out-of-range': number,
    'empty-text': (where, given, { most }) => `${where}：請填寫1至${limitNumber(most)}個字元。現為${given}。`,
    'too-long': (where, given, { most }) =>
      `${where}：文字過長，請縮短至${limitNumber(most)}個字元以內。現為${given}。`,
    'too-few': (where, given, { least }) => `${where}：請列出最少${limitNumber(least)}項。現有${given}項。`,
    'too-many': (where, given, { most }) => `${where}：請列出最多${limitNumber(most)}項。現有${given}項。`,
    'wrong-count': (where, given, { count, firstYear, lastYear }) =>
      `${where}：請列出${count}個數字，由${firstYear}年至${lastYear}年每年一個。現有${given}個。`,
    'not-one-of': (where, given, { allowed }) => `${where}：請填寫${oneOf(allowed)}。現為${given}。`,
    'kind-mismatch': (where, given, { fits }) =>
      `${where}：現為${given}，但各欄屬於"${fits}"。請改為"${fits}"，或改填${given}的各欄。`,
    'bad-id': (where, given, { most }) =>
      `${where}：請以小寫英文字母開頭，只用小寫英文字母、數字及連字號，最多${most}個字元。現為${given}。`,
    'bad-code': (where, given, { least, most }) =>
      `${where}：請填寫${least}至${most}個小寫英文字母。現為${given}。`,
    'bad-address': (where, given) =>
      `${where}：請填寫以http://或https://開頭的網址；沒有網址則填null。現為${given}。`,
    reserved: (where, given, { reserved }) =>
      `${where}：${all(reserved)}另有用途，請另取名稱。現為${given}。`,
    repeated: (where, given, { list, fields, first }) =>
      `${where}：${list}各項的${fields.join('及')}不得相同，第${first + 1}項已用。請改用另一個。現為${given}。`,
    'unknown-reference': (where, given, { to, allowed }) =>
      `${where}：請填寫${PARTS[to]}的代號：${oneOf(allowed)}。現為${given}。`,
    'same-reading': (where, given, { allowed }) =>
      `${where}：請填寫與measure不同的讀法：${oneOf(allowed)}。現為${given}。`,
    'year-mismatch': (where, given, { year, of }) => `${where}：請填寫${YEARS[of]}${year}。現為${given}。`,
    'order-of-years': (where, given, { from, to, baselineYear }) =>
      `${where}：請填寫${from}至${to}之間的年份，即基準年${baselineYear}之後1至${to - baselineYear}年。現為${given}。`,
    'order-of-edges': (where, given, { min }) =>
      `${where}：請填寫大於下限（min）${limitNumber(min)}的數字。現為${given}。`,
  },
  pathInFile: {
    wholeFile: '整個檔案',
    comma: '、',
    colon: '的',
    entry: (n) => `第${n}項`,
    listEntry: {
      indicators: (n, name) => `第${n}項指標${name === '' ? '' : `「${name}」`}`,
      categories: (n, name) => `第${n}個類別${name === '' ? '' : `「${name}」`}`,
      sources: (n, name) => `第${n}個來源${name === '' ? '' : `「${name}」`}`,
      drivers: (n, name) => `第${n}個驅動因素${name === '' ? '' : `「${name}」`}`,
      links: (n, name) => `第${n}項聯繫${name === '' ? '' : `「${name}」`}`,
    },
    byId: {
      growth: (id) => `「${id}」的增長`,
      spread: (id) => `「${id}」的波動`,
      measure: (id) => `「${id}」的讀法`,
      effects: (id) => `對「${id}」的影響`,
      caveats: (id) => `注意事項「${id}」`,
    },
  },
};
