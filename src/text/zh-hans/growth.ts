import type { GrowthWords } from '../en/growth.ts';

/** Words of the growth shapes and their fields, in Simplified Chinese. */
export const growth: GrowthWords = {
  shape: { compound: '固定增长率', yearly: '逐年设定', linear: '每年定额增加', saturating: '渐近上限' },
  shapeMark: { compound: '', yearly: '逐年', linear: '每年定额', saturating: '渐趋饱和' },
  growthField: {
    'rate-in-year': (_, year) => `${year}年增长（%）`,
    'amount-a-year': (unit) => `每年增加（${unit}）`,
    'start-rate': () => '初期增长（%）',
    ceiling: (unit) => `上限（${unit}）`,
  },
};
