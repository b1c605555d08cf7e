import type { IssueLimits, IssueRule, NumberLimits, PlainValue } from '../../core/issue/issue.ts';
import type { Language } from '../../core/plan/plan.ts';
import { limitNumber, limitValues } from '../limit-words.ts';

/** A sentence for each rule that a file can break: told the place, what was given, and what is accepted. */
type FileIssueSentences = {
  readonly [Rule in IssueRule]: (where: string, given: string, limits: IssueLimits[Rule]) => string;
};

const FILES_EN = { plan: 'a plan', scenario: 'a scenario' };
const TYPES_EN = {
  object: 'an object, in braces',
  list: 'a list, in brackets',
  text: 'a text, in quotation marks',
  'yes-no': 'true or false',
};
const ONE_OF_EN = {
  categories: 'one of the categories',
  sources: 'one of the sources',
  caveats: 'one of the caveats',
  indicators: 'an indicator of the plan',
  plans: 'a plan at hand',
};
const YEARS_EN = {
  baselineYear: 'the plan’s baselineYear',
  horizonYear: 'the plan’s horizonYear',
  baselines: 'the year of every baseline',
  targets: 'the year of every target',
};

const oneOfEn = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: ', ', last: ' or ', more: (count) => ` or one of ${count} more` });
const allEn = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: ', ', last: ' and ', more: (count) => ` and ${count} more` });
const entriesEn = (count: number): string => (count === 1 ? '1 entry' : `${limitNumber(count)} entries`);
const numberEn = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? ', without quotation marks' : '';
  const kind = whole ? 'a whole number' : 'a number';
  return `${where} – write ${kind} from ${limitNumber(from)} to ${limitNumber(to)}${marks}; given ${given}`;
};

const sentencesEn: FileIssueSentences = {
  'wrong-file': (where, given, { wanted, found }) =>
    `${where} – give ${FILES_EN[wanted]} here; this is ${FILES_EN[found]}: ${given}`,
  'wrong-type': (where, given, { type }) => `${where} – write ${TYPES_EN[type]}; given ${given}`,
  missing: (where, _given, { allowed }) =>
    `${where} – add this field${allowed.length === 0 ? '' : `, ${oneOfEn(allowed)}`}; it is missing`,
  'unknown-field': (where, given, { known }) =>
    `${where} – take this field out; there is none of this name, only ${allEn(known)}; given ${given}`,
  'misspelt-field': (where, given, { name }) => `${where} – call this field “${name}”; given ${given}`,
  'not-a-number': numberEn,
  'whole-number': numberEn,
  'out-of-range': numberEn,
  'empty-text': (where, given, { most }) =>
    `${where} – write a text of 1 to ${limitNumber(most)} characters; given ${given}`,
  'too-long': (where, given, { most }) =>
    `${where} – shorten the text to at most ${limitNumber(most)} characters; given ${given}`,
  'too-few': (where, given, { least }) => `${where} – list at least ${entriesEn(least)}; given ${given}`,
  'too-many': (where, given, { most }) => `${where} – list at most ${entriesEn(most)}; given ${given}`,
  'wrong-count': (where, given, { count, firstYear, lastYear }) =>
    `${where} – list ${count} numbers, one for each year from ${firstYear} to ${lastYear}; given ${given}`,
  'not-one-of': (where, given, { allowed }) => `${where} – write ${oneOfEn(allowed)}; given ${given}`,
  'kind-mismatch': (where, given, { fits }) =>
    `${where} – write "${fits}", or the fields that belong to ${given}; given ${given} with the fields of "${fits}"`,
  'bad-id': (where, given, { most }) =>
    `${where} – write a lower-case letter and up to ${most - 1} lower-case letters, digits and hyphens; given ${given}`,
  'bad-code': (where, given, { least, most }) =>
    `${where} – write ${least} to ${most} lower-case letters; given ${given}`,
  'bad-address': (where, given) =>
    `${where} – write an address that begins with http:// or https://, or null for none; given ${given}`,
  reserved: (where, given, { reserved }) =>
    `${where} – choose another name: ${allEn(reserved)} have a meaning of their own; given ${given}`,
  repeated: (where, given, { list, fields, first }) =>
    `${where} – no two ${list} may have the same ${fields.join(' and ')}; entry ${first + 1} has it already; given ${given}`,
  'unknown-reference': (where, given, { to, allowed }) =>
    `${where} – write the id of ${ONE_OF_EN[to]}: ${oneOfEn(allowed)}; given ${given}`,
  'same-reading': (where, given, { allowed }) =>
    `${where} – write a reading other than measure: ${oneOfEn(allowed)}; given ${given}`,
  'year-mismatch': (where, given, { year, of }) =>
    `${where} – write ${year}, ${YEARS_EN[of]}; given ${given}`,
  'order-of-years': (where, given, { from, to, baselineYear }) =>
    `${where} – write a year from ${from} to ${to}, 1 to ${to - baselineYear} years after baselineYear ${baselineYear}; given ${given}`,
  'order-of-edges': (where, given, { min }) =>
    `${where} – write a number above min, ${limitNumber(min)}; given ${given}`,
};

const english = {
  fileIssue: sentencesEn,
  pathInFile: {
    wholeFile: 'the whole file',
    comma: ', ',
    colon: ': ',
    entry: (n: number) => `entry ${n}`,
    listEntry: {
      indicators: (n: string, name: string) => `indicator ${n}${name === '' ? '' : `, “${name}”`}`,
      categories: (n: string, name: string) => `category ${n}${name === '' ? '' : `, “${name}”`}`,
      sources: (n: string, name: string) => `source ${n}${name === '' ? '' : `, “${name}”`}`,
      drivers: (n: string, name: string) => `driver ${n}${name === '' ? '' : `, “${name}”`}`,
      links: (n: string, name: string) => `link ${n}${name === '' ? '' : `, “${name}”`}`,
    },
    byId: {
      growth: (id: string) => `growth of ${id}`,
      spread: (id: string) => `spread of ${id}`,
      measure: (id: string) => `measure of ${id}`,
      effects: (id: string) => `effect on ${id}`,
      caveats: (id: string) => `caveat ${id}`,
    },
  },
};

/** Words of what is wrong in a file in one language. */
export type FileIssueWords = typeof english;

const FILES_HANT = { plan: '規劃', scenario: '情景' };
const TYPES_HANT = {
  object: '以大括號括起的物件',
  list: '以方括號括起的列表',
  text: '以引號括起的文字',
  'yes-no': 'true或false',
};
const PARTS_HANT = {
  categories: '其中一個類別',
  sources: '其中一個來源',
  caveats: '其中一項注意事項',
  indicators: '規劃的其中一項指標',
  plans: '現有的其中一個規劃',
};
const YEARS_HANT = {
  baselineYear: '規劃的基準年（baselineYear）',
  horizonYear: '規劃的目標年（horizonYear）',
  baselines: '各項基準數字的年份',
  targets: '各項目標的年份',
};

const oneOfHant = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '或', more: (count) => `等（另有${count}個）` });
const allHant = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '及', more: (count) => `等（另有${count}個）` });
const numberHant = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? '，不加引號' : '';
  const kind = whole ? '整數' : '數字';
  return `${where}：請填寫${limitNumber(from)}至${limitNumber(to)}之間的${kind}${marks}。現為${given}。`;
};

const traditional: FileIssueWords = {
  fileIssue: {
    'wrong-file': (where, given, { wanted, found }) =>
      `${where}：此處需要${FILES_HANT[wanted]}檔案，但這是${FILES_HANT[found]}檔案。現為${given}。`,
    'wrong-type': (where, given, { type }) => `${where}：請填寫${TYPES_HANT[type]}。現為${given}。`,
    missing: (where, _given, { allowed }) =>
      `${where}：缺少此欄，請補上${allowed.length === 0 ? '' : `，可填${oneOfHant(allowed)}`}。`,
    'unknown-field': (where, given, { known }) =>
      `${where}：沒有此欄，請刪去。此處只有${allHant(known)}。現為${given}。`,
    'misspelt-field': (where, given, { name }) => `${where}：此欄應名為「${name}」，請改正。現為${given}。`,
    'not-a-number': numberHant,
    'whole-number': numberHant,
    'out-of-range': numberHant,
    'empty-text': (where, given, { most }) => `${where}：請填寫1至${limitNumber(most)}個字元。現為${given}。`,
    'too-long': (where, given, { most }) =>
      `${where}：文字過長，請縮短至${limitNumber(most)}個字元以內。現為${given}。`,
    'too-few': (where, given, { least }) => `${where}：請列出最少${limitNumber(least)}項。現有${given}項。`,
    'too-many': (where, given, { most }) => `${where}：請列出最多${limitNumber(most)}項。現有${given}項。`,
    'wrong-count': (where, given, { count, firstYear, lastYear }) =>
      `${where}：請列出${count}個數字，由${firstYear}年至${lastYear}年每年一個。現有${given}個。`,
    'not-one-of': (where, given, { allowed }) => `${where}：請填寫${oneOfHant(allowed)}。現為${given}。`,
    'kind-mismatch': (where, given, { fits }) =>
      `${where}：現為${given}，但各欄屬於"${fits}"。請改為"${fits}"，或改填${given}的各欄。`,
    'bad-id': (where, given, { most }) =>
      `${where}：請以小寫英文字母開頭，只用小寫英文字母、數字及連字號，最多${most}個字元。現為${given}。`,
    'bad-code': (where, given, { least, most }) =>
      `${where}：請填寫${least}至${most}個小寫英文字母。現為${given}。`,
    'bad-address': (where, given) =>
      `${where}：請填寫以http://或https://開頭的網址；沒有網址則填null。現為${given}。`,
    reserved: (where, given, { reserved }) =>
      `${where}：${allHant(reserved)}另有用途，請另取名稱。現為${given}。`,
    repeated: (where, given, { list, fields, first }) =>
      `${where}：${list}各項的${fields.join('及')}不得相同，第${first + 1}項已用。請改用另一個。現為${given}。`,
    'unknown-reference': (where, given, { to, allowed }) =>
      `${where}：請填寫${PARTS_HANT[to]}的代號：${oneOfHant(allowed)}。現為${given}。`,
    'same-reading': (where, given, { allowed }) =>
      `${where}：請填寫與measure不同的讀法：${oneOfHant(allowed)}。現為${given}。`,
    'year-mismatch': (where, given, { year, of }) =>
      `${where}：請填寫${YEARS_HANT[of]}${year}。現為${given}。`,
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

const FILES_HANS = { plan: '规划', scenario: '情景' };
const TYPES_HANS = {
  object: '以大括号括起的对象',
  list: '以方括号括起的列表',
  text: '以引号括起的文字',
  'yes-no': 'true或false',
};
const PARTS_HANS = {
  categories: '其中一个类别',
  sources: '其中一个来源',
  caveats: '其中一项注意事项',
  indicators: '规划的其中一项指标',
  plans: '现有的其中一个规划',
};
const YEARS_HANS = {
  baselineYear: '规划的基准年（baselineYear）',
  horizonYear: '规划的目标年（horizonYear）',
  baselines: '各项基准数字的年份',
  targets: '各项目标的年份',
};

const oneOfHans = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '或', more: (count) => `等（另有${count}个）` });
const allHans = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: '、', last: '及', more: (count) => `等（另有${count}个）` });
const numberHans = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? '，不加引号' : '';
  const kind = whole ? '整数' : '数字';
  return `${where}：请填写${limitNumber(from)}至${limitNumber(to)}之间的${kind}${marks}。现为${given}。`;
};

const simplified: FileIssueWords = {
  fileIssue: {
    'wrong-file': (where, given, { wanted, found }) =>
      `${where}：此处需要${FILES_HANS[wanted]}文件，但这是${FILES_HANS[found]}文件。现为${given}。`,
    'wrong-type': (where, given, { type }) => `${where}：请填写${TYPES_HANS[type]}。现为${given}。`,
    missing: (where, _given, { allowed }) =>
      `${where}：缺少此栏，请补上${allowed.length === 0 ? '' : `，可填${oneOfHans(allowed)}`}。`,
    'unknown-field': (where, given, { known }) =>
      `${where}：没有此栏，请删去。此处只有${allHans(known)}。现为${given}。`,
    'misspelt-field': (where, given, { name }) => `${where}：此栏应名为“${name}”，请改正。现为${given}。`,
    'not-a-number': numberHans,
    'whole-number': numberHans,
    'out-of-range': numberHans,
    'empty-text': (where, given, { most }) => `${where}：请填写1至${limitNumber(most)}个字符。现为${given}。`,
    'too-long': (where, given, { most }) =>
      `${where}：文字过长，请缩短至${limitNumber(most)}个字符以内。现为${given}。`,
    'too-few': (where, given, { least }) => `${where}：请列出最少${limitNumber(least)}项。现有${given}项。`,
    'too-many': (where, given, { most }) => `${where}：请列出最多${limitNumber(most)}项。现有${given}项。`,
    'wrong-count': (where, given, { count, firstYear, lastYear }) =>
      `${where}：请列出${count}个数字，由${firstYear}年至${lastYear}年每年一个。现有${given}个。`,
    'not-one-of': (where, given, { allowed }) => `${where}：请填写${oneOfHans(allowed)}。现为${given}。`,
    'kind-mismatch': (where, given, { fits }) =>
      `${where}：现为${given}，但各栏属于"${fits}"。请改为"${fits}"，或改填${given}的各栏。`,
    'bad-id': (where, given, { most }) =>
      `${where}：请以小写英文字母开头，只用小写英文字母、数字及连字符，最多${most}个字符。现为${given}。`,
    'bad-code': (where, given, { least, most }) =>
      `${where}：请填写${least}至${most}个小写英文字母。现为${given}。`,
    'bad-address': (where, given) =>
      `${where}：请填写以http://或https://开头的网址；没有网址则填null。现为${given}。`,
    reserved: (where, given, { reserved }) =>
      `${where}：${allHans(reserved)}另有用途，请另取名称。现为${given}。`,
    repeated: (where, given, { list, fields, first }) =>
      `${where}：${list}各项的${fields.join('及')}不得相同，第${first + 1}项已用。请改用另一个。现为${given}。`,
    'unknown-reference': (where, given, { to, allowed }) =>
      `${where}：请填写${PARTS_HANS[to]}的代码：${oneOfHans(allowed)}。现为${given}。`,
    'same-reading': (where, given, { allowed }) =>
      `${where}：请填写与measure不同的读法：${oneOfHans(allowed)}。现为${given}。`,
    'year-mismatch': (where, given, { year, of }) =>
      `${where}：请填写${YEARS_HANS[of]}${year}。现为${given}。`,
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

/** Words of what is wrong in a file, by language. */
export const FILE_ISSUE_WORDS: Readonly<Record<Language, FileIssueWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
