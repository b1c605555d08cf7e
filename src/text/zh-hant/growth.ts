import type { GrowthWords } from '../en/growth.ts';

/** Words of the growth shapes and their fields, in Traditional Chinese. */
export const growth: GrowthWords = {
  shape: { compound: '固定增長率', yearly: '逐年設定', linear: '每年定額增加', saturating: '漸近上限' },
  shapeMark: { compound: '', yearly: '逐年', linear: '每年定額', saturating: '漸趨飽和' },
  growthField: {
    'rate-in-year': (_, year) => `${year}年增長（%）`,
    'amount-a-year': (unit) => `每年增加（${unit}）`,
    'start-rate': () => '初期增長（%）',
    ceiling: (unit) => `上限（${unit}）`,
  },
};
