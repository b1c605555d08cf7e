import type { NumberLimits, PlainValue } from '../../core/issue/issue.ts';
import type { FileIssueWords } from '../en/file-issues.ts';
import { limitNumber, limitValues } from '../limit-words.ts';

const FILES = { plan: '规划', scenario: '情景' };
const TYPES = {
  object: '以大括号括起的对象',
  list: '以方括号括起的列表',
  text: '以引号括起的文字',
  'yes-no': 'true或false',
};
const PARTS = {
  categories: '其中一个类别',
  sources: '其中一个来源',
  caveats: '其中一项注意事项',
  indicators: '规划的其中一项指标',
  plans: '现有的其中一个规划',
};
const YEARS = {
  baselineYear: '规划的基准年（baselineYear）',
  horizonYear: '规划的目标年（horizonYear）',
  baselines: '各项基准数字的年份',
  targets: '各项目标的年份',
};

const oneOf = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '或', more: (count) => `等（另有${count}个）` });
const all = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '及', more: (count) => `等（另有${count}个）` });
const number = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? '，不加引号' : '';
  const kind = whole ? '整数' : '数字';
  return `${where}：请填写${limitNumber(from)}至${limitNumber(to)}之间的${kind}${marks}。现为${given}。`;
};

/** Words of what is wrong in a file, in Simplified Chinese. */
export const fileIssues: FileIssueWords = {
  fileIssue: {
    'wrong-file': (where, given, { wanted, found }) =>
      `${where}：此处需要${FILES[wanted]}文件，但这是${FILES[found]}文件。现为${given}。`,
    'wrong-type': (where, given, { type }) => `${where}：请填写${TYPES[type]}。现为${given}。`,
    missing: (where, _given, { allowed }) =>
      `${where}：缺少此栏，请补上${allowed.length === 0 ? '' : `，可填${oneOf(allowed)}`}。`,
    'unknown-field': (where, given, { known }) =>
      `${where}：没有此栏，请删去。此处只有${all(known)}。现为${given}。`,
    'misspelt-field': (where, given, { name }) => `${where}：此栏应名为“${name}”，请改正。现为${given}。`,
    'not-a-number': number,
    'whole-number': number,
    'out-of-range': number,
    'empty-text': (where, given, { most }) => `${where}：请填写1至${limitNumber(most)}个字符。现为${given}。`,
    'too-long': (where, given, { most }) =>
      `${where}：文字过长，请缩短至${limitNumber(most)}个字符以内。现为${given}。`,
    'too-few': (where, given, { least }) => `${where}：请列出最少${limitNumber(least)}项。现有${given}项。`,
    'too-many': (where, given, { most }) => `${where}：请列出最多${limitNumber(most)}项。现有${given}项。`,
    'wrong-count': (where, given, { count, firstYear, lastYear }) =>
      `${where}：请列出${count}个数字，由${firstYear}年至${lastYear}年每年一个。现有${given}个。`,
    'not-one-of': (where, given, { allowed }) => `${where}：请填写${oneOf(allowed)}。现为${given}。`,
    'kind-mismatch': (where, given, { fits }) =>
      `${where}：现为${given}，但各栏属于"${fits}"。请改为"${fits}"，或改填${given}的各栏。`,
    'bad-id': (where, given, { most }) =>
      `${where}：请以小写英文字母开头，只用小写英文字母、数字及连字符，最多${most}个字符。现为${given}。`,
    'bad-code': (where, given, { least, most }) =>
      `${where}：请填写${least}至${most}个小写英文字母。现为${given}。`,
    'bad-address': (where, given) =>
      `${where}：请填写以http://或https://开头的网址；没有网址则填null。现为${given}。`,
    reserved: (where, given, { reserved }) =>
      `${where}：${all(reserved)}另有用途，请另取名称。现为${given}。`,
    repeated: (where, given, { list, fields, first }) =>
      `${where}：${list}各项的${fields.join('及')}不得相同，第${first + 1}项已用。请改用另一个。现为${given}。`,
    'unknown-reference': (where, given, { to, allowed }) =>
      `${where}：请填写${PARTS[to]}的代码：${oneOf(allowed)}。现为${given}。`,
    'same-reading': (where, given, { allowed }) =>
      `${where}：请填写与measure不同的读法：${oneOf(allowed)}。现为${given}。`,
    'year-mismatch': (where, given, { year, of }) => `${where}：请填写${YEARS[of]}${year}。现为${given}。`,
    'order-of-years': (where, given, { from, to, baselineYear }) =>
      `${where}：请填写${from}至${to}之间的年份，即基准年${baselineYear}之后1至${to - baselineYear}年。现为${given}。`,
    'order-of-edges': (where, given, { min }) =>
      `${where}：请填写大于下限（min）${limitNumber(min)}的数字。现为${given}。`,
  },
  pathInFile: {
    wholeFile: '整个文件',
    comma: '、',
    colon: '的',
    entry: (n) => `第${n}项`,
    listEntry: {
      indicators: (n, name) => `第${n}项指标${name === '' ? '' : `“${name}”`}`,
      categories: (n, name) => `第${n}个类别${name === '' ? '' : `“${name}”`}`,
      sources: (n, name) => `第${n}个来源${name === '' ? '' : `“${name}”`}`,
      drivers: (n, name) => `第${n}个驱动因素${name === '' ? '' : `“${name}”`}`,
      links: (n, name) => `第${n}项联系${name === '' ? '' : `“${name}”`}`,
    },
    byId: {
      growth: (id) => `“${id}”的增长`,
      spread: (id) => `“${id}”的波动`,
      measure: (id) => `“${id}”的读法`,
      effects: (id) => `对“${id}”的影响`,
      caveats: (id) => `注意事项“${id}”`,
    },
  },
};
