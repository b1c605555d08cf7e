import type { GrowthShape } from '../../core/growth/growth-shapes.ts';
import type { Language } from '../../core/plan/plan.ts';

const english = {
  /** What stands after an indicator's unit in the table, told the amount a year where one is fixed. */
  shapeMark: {
    compound: () => '',
    yearly: () => 'year by year, mean shown',
    linear: (amount) => `${amount} a year`,
    saturating: () => 'levelling off',
  } satisfies Record<GrowthShape, (amount: string) => string>,
  /** How an indicator grows, in a sentence: its lead rate, and the amount a year where one is fixed. */
  growing: {
    compound: (rate) => `${rate} a year`,
    yearly: (rate) => `${rate} a year on average`,
    linear: (_, amount) => `${amount} a year`,
    saturating: (rate) => `${rate} a year at first`,
  } satisfies Record<GrowthShape, (rate: string, amount: string) => string>,
  /** The same as short as a list of changes has it. */
  lead: {
    compound: (rate) => rate,
    yearly: (rate) => `mean ${rate}`,
    linear: (_, amount) => amount,
    saturating: (rate) => `${rate} at first`,
  } satisfies Record<GrowthShape, (rate: string, amount: string) => string>,
  /** What besides its own growth moves an indicator. */
  acting: { events: 'with events', influences: 'with influences', both: 'with events and influences' },
};

type GrowthWords = typeof english;

const traditional: GrowthWords = {
  shapeMark: {
    compound: () => '',
    yearly: () => '逐年設定，所示為平均',
    linear: (amount) => `每年${amount}`,
    saturating: () => '漸趨飽和',
  },
  growing: {
    compound: (rate) => `每年${rate}`,
    yearly: (rate) => `平均每年${rate}`,
    linear: (_, amount) => `每年${amount}`,
    saturating: (rate) => `初期每年${rate}`,
  },
  lead: {
    compound: (rate) => rate,
    yearly: (rate) => `平均${rate}`,
    linear: (_, amount) => amount,
    saturating: (rate) => `初期${rate}`,
  },
  acting: { events: '另有事件', influences: '另受其他指標帶動', both: '另有事件及其他指標帶動' },
};

const simplified: GrowthWords = {
  shapeMark: {
    compound: () => '',
    yearly: () => '逐年设定，所示为平均',
    linear: (amount) => `每年${amount}`,
    saturating: () => '渐趋饱和',
  },
  growing: {
    compound: (rate) => `每年${rate}`,
    yearly: (rate) => `平均每年${rate}`,
    linear: (_, amount) => `每年${amount}`,
    saturating: (rate) => `初期每年${rate}`,
  },
  lead: {
    compound: (rate) => rate,
    yearly: (rate) => `平均${rate}`,
    linear: (_, amount) => amount,
    saturating: (rate) => `初期${rate}`,
  },
  acting: { events: '另有事件', influences: '另受其他指标带动', both: '另有事件及其他指标带动' },
};

/** Words of the growth shapes and their fields, by language. */
export const GROWTH_WORDS: Readonly<Record<Language, GrowthWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
