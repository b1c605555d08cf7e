import type { Status } from '../../core/assessment/assess-target.ts';
import type { TableWords } from '../en/table.ts';
import { ofSimulatedFutures } from './share-in-words.ts';

const SPOKEN_STATUS: Readonly<Record<Status, (gap: string) => string>> = {
  met: () => '达标',
  missed: (gap) => `未达标，差${gap}`,
  exceeded: (gap) => `超出目标范围${gap}`,
};

/** Words of the table and its controls, in Simplified Chinese. */
export const table: TableWords = {
  table: '指标：假设增长、推算及目标',
  columns: {
    number: '编号',
    indicator: '指标',
    growth: '每年增长',
    target: '目标',
    bullet: '占目标比例',
    verdict: '结果',
    futures: '百次中达标',
  },
  bulletKey: (from, to, share) =>
    `横条：${to}年；直线：目标；阴影：目标范围；小标记：维持${from}年水平；细线：${ofSimulatedFutures(share)}`,
  zoneKey: '阴影：可达标的增长率；较深：在所选比例的模拟未来中达标的增长率',
  futuresKey: '在这些假设下，100个模拟未来中有多少个达标',
  status: { missed: '未达标', met: '达标', exceeded: '超出' },
  spokenStatus: (status, gap) => SPOKEN_STATUS[status](gap),
  atLeast: (value) => `至少${value}`,
  atMost: (value) => `至多${value}`,
  range: (min, max) => `${min}–${max}`,
  targetShort: { atLeast: (value) => value, atMost: (value) => `≤ ${value}` },
  bulletLabel: (percent) => `目标的${percent}`,
  rateOf: (name) => `每年增长，${name}`,
  rateBoxOf: (name) => `每年增长百分比，${name}`,
  rateSpoken: (rate, year, value, unit, verdict) => `每年${rate}，${year}年${value}${unit}，${verdict}`,
  ratePending: (rate) => `每年${rate}`,
  thumbAtEnd: (rate) => `${rate}超出滑动条范围，滑块停在一端`,
  perYearMark: '/年',
  showDetails: (name) => `${name}详情`,
  unreadableRate: (text) => `未能读出“${text}”，保留原值。请输入百分比，例如6.2、6,2或−3。`,
  ambiguousRate: (text) => `“${text}”可指两个数，保留原值。请写1.5或1500，不要用千位分隔号。`,
  tooManyDecimals: (text) => `“${text}”超过四位小数，保留原值。`,
  outOfRange: (text, from, to) => `“${text}”不在${from}至${to}之内，保留原值。`,
  unreadableNumber: (text) => `未能读出“${text}”，保留原值。请输入数字，例如500或2.5。`,
};
