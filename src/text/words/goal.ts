import type { Language } from '../../core/plan/plan.ts';

const english = {
  goal: {
    title: (n: number, of: number) => `Goal: cheapest way to ${n} of ${of} targets`,
    titleIn: (n: number, of: number, share: string) =>
      `Goal: cheapest way to ${n} of ${of} targets in ${share} of 100 simulations`,
    /** The way here from the tab of the joint count. */
    invite: 'Goal: the cheapest way to more targets',
    explained: 'The rates that meet so many targets with the least change of growth in all.',
    wanted: 'Targets to meet',
    wantedOf: (n: number, of: number) => `${n} of ${of}`,
    surely: 'How surely',
    asAssumed: 'as assumed, no simulations',
    inShare: (share: string) => `in ${share} of 100 simulations`,
    noSpread: 'No row has a give or take yet, so all simulations are the same.',
    setSpread: 'Set a give or take',
    points: (points: string) => `${points} points`,
    toRate: (rate: string) => `to ${rate}`,
    total: (points: string) => `${points} percentage points in all`,
    enough: 'Nothing has to change.',
    atMost: (n: number, of: number) => `At most ${n} of ${of} targets can be met this way.`,
    atMostIn: (n: number, of: number, share: string) =>
      `At most ${n} of ${of} targets can be met in ${share} of 100 simulations.`,
    most: (n: number, of: number, share: string) =>
      `The most for ${n} of ${of}: ${share} of 100 simulations.`,
    holds: (n: number, of: number, share: string) =>
      `With these rates, at least ${n} of ${of} are met in ${share} of 100 simulations.`,
    alreadyMet: (n: number, names: string) => `Met already (${n}): ${names}.`,
    notProven: 'This is a good answer, not one proven the cheapest.',
    set: 'Set these rates',
    limits: 'Rows to leave as they are, or to cap',
    limitCount: (locked: number, capped: number) => `${locked} left, ${capped} capped`,
    limitOf: (name: string) => `May the goal change ${name}?`,
    limit: { free: 'may change', locked: 'leave as it is', capped: 'raise to at most' },
    capOf: (name: string) => `Highest growth of ${name}, percent a year`,
  },
};

type GoalWords = typeof english;

const traditional: GoalWords = {
  goal: {
    title: (n, of) => `以最少增長達成${of}項目標中的${n}項`,
    titleIn: (n, of, share) => `以最少增長，在100次模擬中有${share}次達成${of}項目標中的${n}項`,
    invite: '以最少增長達成更多目標',
    explained: '在達成所選項數的前提下，各項增長率合共改變最少的方案。',
    wanted: '要達成的項數',
    wantedOf: (n, of) => `${of}項中的${n}項`,
    surely: '要有多大把握',
    asAssumed: '按假設計算，不作模擬',
    inShare: (share) => `100次模擬中的${share}次`,
    noSpread: '各項指標都未設每年上下，因此每次模擬結果相同。',
    setSpread: '設定每年上下',
    points: (points) => `${points}個百分點`,
    toRate: (rate) => `至${rate}`,
    total: (points) => `合共${points}個百分點`,
    enough: '無須改變。',
    atMost: (n, of) => `這樣最多可達成${of}項目標中的${n}項。`,
    atMostIn: (n, of, share) => `要在100次模擬中有${share}次達成，${of}項目標中最多${n}項。`,
    most: (n, of, share) => `要達成${of}項中的${n}項，100次模擬中最多${share}次。`,
    holds: (n, of, share) => `採用這些增長率，100次模擬中有${share}次至少達成${of}項中的${n}項。`,
    alreadyMet: (n, names) => `已達標（${n}項）：${names}。`,
    notProven: '這是良好的方案，但未證明增長最少。',
    set: '採用這些增長率',
    limits: '哪些指標保持不變，或設上限',
    limitCount: (locked, capped) => `不變${locked}項，設上限${capped}項`,
    limitOf: (name) => `可否改變${name}的增長？`,
    limit: { free: '可以改變', locked: '保持不變', capped: '最多升至' },
    capOf: (name) => `${name}的增長上限（每年百分之幾）`,
  },
};

const simplified: GoalWords = {
  goal: {
    title: (n, of) => `以最少增长达成${of}项目标中的${n}项`,
    titleIn: (n, of, share) => `以最少增长，在100次模拟中有${share}次达成${of}项目标中的${n}项`,
    invite: '以最少增长达成更多目标',
    explained: '在达成所选项数的前提下，各项增长率合计改变最少的方案。',
    wanted: '要达成的项数',
    wantedOf: (n, of) => `${of}项中的${n}项`,
    surely: '要有多大把握',
    asAssumed: '按假设计算，不作模拟',
    inShare: (share) => `100次模拟中的${share}次`,
    noSpread: '各项指标都未设每年上下，因此每次模拟结果相同。',
    setSpread: '设定每年上下',
    points: (points) => `${points}个百分点`,
    toRate: (rate) => `至${rate}`,
    total: (points) => `合计${points}个百分点`,
    enough: '无须改变。',
    atMost: (n, of) => `这样最多可达成${of}项目标中的${n}项。`,
    atMostIn: (n, of, share) => `要在100次模拟中有${share}次达成，${of}项目标中最多${n}项。`,
    most: (n, of, share) => `要达成${of}项中的${n}项，100次模拟中最多${share}次。`,
    holds: (n, of, share) => `采用这些增长率，100次模拟中有${share}次至少达成${of}项中的${n}项。`,
    alreadyMet: (n, names) => `已达标（${n}项）：${names}。`,
    notProven: '这是良好的方案，但未证明增长最少。',
    set: '采用这些增长率',
    limits: '哪些指标保持不变，或设上限',
    limitCount: (locked, capped) => `不变${locked}项，设上限${capped}项`,
    limitOf: (name) => `可否改变${name}的增长？`,
    limit: { free: '可以改变', locked: '保持不变', capped: '最多升至' },
    capOf: (name) => `${name}的增长上限（每年百分之几）`,
  },
};

/** Words of the tab that seeks the least growth for a goal, by language; loaded with it. */
export const GOAL_WORDS: Readonly<Record<Language, GoalWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
