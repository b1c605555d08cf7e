import type { Status } from '../../core/assessment/assess-target.ts';
import type { TableWords } from '../en/table.ts';
import { ofSimulatedFutures } from './share-in-words.ts';

const SPOKEN_STATUS: Readonly<Record<Status, (gap: string) => string>> = {
  met: () => '達標',
  missed: (gap) => `未達標，差${gap}`,
  exceeded: (gap) => `超出目標範圍${gap}`,
};

/** Words of the table and its controls, in Traditional Chinese. */
export const table: TableWords = {
  table: '指標：假設增長、推算及目標',
  columns: {
    number: '編號',
    indicator: '指標',
    growth: '每年增長',
    target: '目標',
    bullet: '佔目標比例',
    verdict: '結果',
    futures: '百次中達標',
  },
  bulletKey: (from, to, share) =>
    `橫條：${to}年；直線：目標；陰影：目標範圍；小標記：維持${from}年水平；細線：${ofSimulatedFutures(share)}`,
  zoneKey: '陰影：可達標的增長率；較深：在所選比例的模擬未來中達標的增長率',
  futuresKey: '在這些假設下，100個模擬未來中有多少個達標',
  status: { missed: '未達標', met: '達標', exceeded: '超出' },
  spokenStatus: (status, gap) => SPOKEN_STATUS[status](gap),
  atLeast: (value) => `至少${value}`,
  atMost: (value) => `至多${value}`,
  range: (min, max) => `${min}–${max}`,
  targetShort: { atLeast: (value) => value, atMost: (value) => `≤ ${value}` },
  bulletLabel: (percent) => `目標的${percent}`,
  rateOf: (name) => `每年增長，${name}`,
  rateBoxOf: (name) => `每年增長百分比，${name}`,
  rateSpoken: (rate, year, value, unit, verdict) => `每年${rate}，${year}年${value}${unit}，${verdict}`,
  ratePending: (rate) => `每年${rate}`,
  thumbAtEnd: (rate) => `${rate}超出滑桿範圍，滑塊停在一端`,
  perYearMark: '/年',
  showDetails: (name) => `${name}詳情`,
  unreadableRate: (text) => `未能讀出「${text}」，保留原值。請輸入百分比，例如6.2、6,2或−3。`,
  ambiguousRate: (text) => `「${text}」可指兩個數，保留原值。請寫1.5或1500，不要用千位分隔號。`,
  tooManyDecimals: (text) => `「${text}」超過四位小數，保留原值。`,
  outOfRange: (text, from, to) => `「${text}」不在${from}至${to}之內，保留原值。`,
  unreadableNumber: (text) => `未能讀出「${text}」，保留原值。請輸入數字，例如500或2.5。`,
};
