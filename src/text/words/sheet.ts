import type { Status } from '../../core/assessment/assess-target.ts';
import type { Language, Measure } from '../../core/plan/plan.ts';

const english = {
  /** The language the plan's own words are written in beside these. */
  language: 'en' as Language,
  columns: {
    scenario: 'Scenario',
    number: 'No.',
    indicator: 'Indicator',
    code: 'Code in links',
    unit: 'Unit',
    measure: 'Read as',
    growthPercent: 'Growth assumed (percent a year)',
    growthAmount: 'Growth assumed (units a year)',
    ceiling: 'Ceiling assumed (units)',
    spread: 'Spread assumed (percentage points)',
    baseline: 'Baseline (units)',
    targetFrom: 'Target from (units)',
    targetTo: 'Target to (units)',
    verdict: 'Verdict',
    gap: 'Gap (units)',
    attainment: 'Share of target (percent)',
    neededFrom: 'Growth needed from (percent a year)',
    neededTo: 'Growth needed to (percent a year)',
    shareMet: 'Simulations that meet it (percent)',
    link: 'Link',
  },
  quantile: (of100: number) => `${of100} of 100 simulations are below (units)`,
  measure: {
    stock: 'level at year end',
    flow: 'amount in the year',
    cumulative: 'sum after the baseline year',
  } satisfies Record<Measure, string>,
  verdict: { missed: 'missed', met: 'met', exceeded: 'beyond' } satisfies Record<Status, string>,
  unnamed: (number: number) => `Scenario ${number}`,
};

type SheetWords = typeof english;

const traditional: SheetWords = {
  language: 'zh-Hant',
  columns: {
    scenario: '情景',
    number: '編號',
    indicator: '指標',
    code: '連結代號',
    unit: '單位',
    measure: '讀法',
    growthPercent: '假設增長（每年百分比）',
    growthAmount: '假設增長（每年，按單位）',
    ceiling: '假設上限（按單位）',
    spread: '假設波動（百分點）',
    baseline: '基準（按單位）',
    targetFrom: '目標下限（按單位）',
    targetTo: '目標上限（按單位）',
    verdict: '結果',
    gap: '差距（按單位）',
    attainment: '佔目標（百分比）',
    neededFrom: '所需增長下限（每年百分比）',
    neededTo: '所需增長上限（每年百分比）',
    shareMet: '達標的模擬（百分比）',
    link: '連結',
  },
  quantile: (of100) => `100次模擬中有${of100}次低於（按單位）`,
  measure: { stock: '年底數目', flow: '全年數額', cumulative: '基準年後各年合計' },
  verdict: { missed: '未達標', met: '達標', exceeded: '超出' },
  unnamed: (number) => `情景${number}`,
};

const simplified: SheetWords = {
  language: 'zh-Hans',
  columns: {
    scenario: '情景',
    number: '编号',
    indicator: '指标',
    code: '链接代码',
    unit: '单位',
    measure: '读法',
    growthPercent: '假设增长（每年百分比）',
    growthAmount: '假设增长（每年，按单位）',
    ceiling: '假设上限（按单位）',
    spread: '假设波动（百分点）',
    baseline: '基准（按单位）',
    targetFrom: '目标下限（按单位）',
    targetTo: '目标上限（按单位）',
    verdict: '结果',
    gap: '差距（按单位）',
    attainment: '占目标（百分比）',
    neededFrom: '所需增长下限（每年百分比）',
    neededTo: '所需增长上限（每年百分比）',
    shareMet: '达标的模拟（百分比）',
    link: '链接',
  },
  quantile: (of100) => `100次模拟中有${of100}次低于（按单位）`,
  measure: { stock: '年底数目', flow: '全年数额', cumulative: '基准年后各年合计' },
  verdict: { missed: '未达标', met: '达标', exceeded: '超出' },
  unnamed: (number) => `情景${number}`,
};

/** Words of a table for a person's spreadsheet, by language. */
export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
