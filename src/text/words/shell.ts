import type { LinkIssueKind } from '../../core/link/link-issue.ts';
import type { Language } from '../../core/plan/plan.ts';
import type { PlanPreset } from '../../core/preset/plan-preset.ts';

const english = {
  documentTitle: (title: string) => `${title}: what would it take?`,
  title: (subject: string, year: number) => `${subject} ${year}`,
  question: 'What would it take?',
  skipToTable: 'Skip to the indicators',
  theme: 'Theme',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  language: 'Language',
  undo: 'Undo',
  redo: 'Redo',
  undoNamed: (change: string) => `Undo: ${change}`,
  redoNamed: (change: string) => `Redo: ${change}`,
  changes: 'History',
  changesHint: 'Choose a step to return to it.',
  currentStep: 'now',
  presets: 'Examples',
  planPresets: 'From the plan’s own numbers',
  roundNumbers: 'Round numbers, no source',
  illustrations: 'Illustrations, not findings',
  /** Names of the presets any plan has; `year` is that of the baselines. */
  preset: {
    'ten-percent': () => '10% a year',
    held: (year: number) => `No growth from ${year}`,
    'plan-pace': () => 'Just enough for every target',
    'half-pace': () => 'Half of just enough',
  } satisfies Record<PlanPreset, unknown> as Record<PlanPreset, (year: number) => string>,
  presetHint: {
    'ten-percent': 'every indicator grows 10% a year, give or take 4 percentage points',
    held: 'nothing grows; no give or take',
    'plan-pace':
      'each grows as much as its target needs, and not at all where none is needed; no give or take',
    'half-pace': 'each grows half as much as its target needs; no give or take',
  } satisfies Record<PlanPreset, string>,
  reset: 'Reset',
  resetToLoaded: (name: string) => `Back to “${name}”`,
  resetToZero: 'All growth to 0%',
  scenarios: 'Scenarios',
  newScenario: 'New scenario',
  newScenarioHint: 'a copy of this one to change',
  unnamedChanged: (name: string) => `${name}, changed`,
  fromLink: 'Opened from a link',
  fromDevice: 'Your last work',
  copyOf: (name: string) => `Copy of ${name}`,
  /** Tells the second and further ones of a name apart. */
  numberedName: (name: string, n: number) => `${name} (${n})`,
  renameScenario: (name: string) => `Rename “${name}”`,
  scenarioName: 'Name of this scenario',
  closeScenario: (name: string) => `Close “${name}”`,
  closedScenario: (name: string) => `“${name}” was closed.`,
  moreScenarios: (n: number) => `${n} more`,
  mostScenarios: (n: number) => `${n} scenarios are open. Close one to begin another.`,
  earlierWork: (n: number) =>
    n === 1
      ? 'Work of an earlier visit on this device is open: 1 scenario.'
      : `Work of an earlier visit on this device is open: ${n} scenarios.`,
  startAfresh: 'Start afresh on this device',
  bringBack: 'Bring it back',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  linkByHand: 'The browser did not let the page copy. Here is the link, selected: copy it by hand.',
  linkField: 'Link to this scenario',
  linkTooLong: (length: number, most: number) =>
    `This scenario needs a link of ${length} characters; links hold at most ${most}. Save it as a scenario file instead: it holds everything.`,
  saveScenarioFile: 'Save scenario file',
  missingPlanTitle: 'This link is about a plan that is not here',
  missingPlan: (plan: string) =>
    `It is about the plan “${plan}”. Nothing is shown, because the numbers of another plan would not be what was shared.`,
  openPlan: (title: string) => `Open ${title}`,
  close: 'Close',
  dismiss: 'Dismiss',
  targetsMet: (of: number) => `of ${of} targets met`,
  stripLabel: (met: number, of: number) => `${met} of ${of} targets met, one cell for each indicator`,
  summary: (met: number, of: number, year: number) =>
    met === of
      ? `At these rates all ${of} targets are met in ${year}.`
      : met === 0
        ? `At these rates none of the ${of} targets is met in ${year}.`
        : `At these rates ${met} of ${of} targets are met in ${year}.`,
  /** What the work of the moment changes: "Airport passengers: missed → met (targets met: 5 → 6)." */
  resultChanged: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
  resultsChanged: (
    named: string,
    more: number,
    { from, to }: { readonly from: number; readonly to: number },
  ) =>
    `${named}${more > 0 ? ` and ${more} more` : ''}${from === to ? '' : ` (targets met: ${from} → ${to})`}.`,
  widestGap: 'The widest gap: ',
  widestGapOf: (value: string, target: string) => `: ${value} of ${target}.`,
  working: 'Working…',
  listSeparator: ', ',
  /** One polite sentence when things settle; verdict changes first. */
  announce: {
    verdict: (name: string, before: string, now: string) => `${name}: ${before} before, now ${now}.`,
    moreVerdicts: (n: number) => `${n} more results changed.`,
    count: (met: number, of: number) => `${met} of ${of} targets met.`,
    countChanged: (met: number, of: number, before: number) =>
      `${met} of ${of} targets met, ${before} before.`,
    value: (name: string, value: string, verdict: string) => `${name} ${value}, ${verdict}.`,
    futures: (n: string) => `Met in ${n} of 100 simulations.`,
  },
  reload: 'Reload',
  tryAgain: 'Try again',
  notice: {
    storageFull:
      'This device’s storage is full: changes are not saved here. The link in the address bar still holds everything.',
    storageDenied:
      'The browser does not let this page save on this device. The link in the address bar still holds everything.',
    storageCorrupt: 'Something saved here earlier could not be read. It was set aside, not deleted.',
    inProcess: 'This page computes without a background worker here; results are the same.',
    notLoaded:
      'This part could not be loaded: the connection is gone, or the site was updated after you opened it. Reload when it suits you; your work is saved.',
    offline:
      'You are offline, and this part was not loaded before. It opens once you are connected; everything else goes on working.',
    failed: (reason: string) =>
      `The projection failed (${reason}). No old numbers are shown; change something to try again.`,
  },
  linkNote: 'About the link you opened',
  linkIssue: {
    'unknown-key': (key: string) => `“${key}” is not known here and was left out.`,
    'out-of-range': (key: string, given: string, used: string) =>
      `“${key}”: ${given} is outside its range; ${used} is used.`,
    'not-grammar': (key: string, given: string, used: string) =>
      `“${key}”: “${given}” could not be read; ${used === '' ? 'the default' : used} is used.`,
    'repeated-key': (key: string, given: string, used: string) =>
      `“${key}” stands in the link more than once; the first, ${used}, counts, not ${given}.`,
    'newer-version': (_key: string, given: string) =>
      `It was made by a newer version (${given}) of this page. Reload to get the newest page; what could be understood is shown.`,
    'no-check': (_key: string, given: string) =>
      given === ''
        ? 'It has no check at its end. Links written by hand have none; a link copied from this page had one, and without it was cut short.'
        : `It was cut short: it ends at “${given}”, and its check is missing. What is shown may not be what was shared.`,
    'wrong-check': () =>
      'It was edited by hand, cut short or damaged: its check does not fit. What is shown may not be what was shared.',
    'unknown-plan': (_key: string, given: string) =>
      `It is about a plan that is not here (“${given}”); nothing is shown.`,
    'too-long': (_key: string, given: string, used: string) =>
      `It has ${given} characters, more than the ${used} a link may have, and was not opened. The default preset is shown.`,
    'not-in-use': (key: string, given: string) =>
      `“${key}=${given}” is kept in the link, but this version of the page projects from the baseline.`,
  } satisfies Record<LinkIssueKind, unknown> as Record<
    LinkIssueKind,
    (key: string, given: string, used: string) => string
  >,
  moreIssues: (n: number) => `${n} more like these.`,
  panel: 'Details',
  panelTabs: {
    trajectory: 'Indicator',
    chances: 'Chances',
    matters: 'What matters',
    factors: 'Two factors',
    goal: 'Goal',
    sources: 'Sources',
  },
};

type ShellWords = typeof english;

const traditional: ShellWords = {
  documentTitle: (title) => `${title}：怎樣才能達標？`,
  title: (subject, year) => `${subject}${year}`,
  question: '怎樣才能達標？',
  skipToTable: '跳到指標表',
  theme: '配色',
  themes: { auto: '自動', light: '淺色', dark: '深色' },
  language: '語言',
  undo: '復原',
  redo: '重做',
  undoNamed: (change) => `復原：${change}`,
  redoNamed: (change) => `重做：${change}`,
  changes: '操作記錄',
  changesHint: '按任何一步即可返回。',
  currentStep: '現在',
  presets: '示例情景',
  planPresets: '由規劃本身的數字推算',
  roundNumbers: '整數，並無出處',
  illustrations: '示例，並非研究結論',
  preset: {
    'ten-percent': () => '每年增長10%',
    held: (year) => `維持${year}年水平`,
    'plan-pace': () => '恰好達標',
    'half-pace': () => '恰好達標所需增長的一半',
  },
  presetHint: {
    'ten-percent': '每項指標每年增長10%，上下4個百分點',
    held: '全部零增長，不設上下幅度',
    'plan-pace': '每項按目標所需增長，無須增長者不增長；不設上下幅度',
    'half-pace': '每項只有目標所需增長的一半，不設上下幅度',
  },
  reset: '重設',
  resetToLoaded: (name) => `返回「${name}」`,
  resetToZero: '全部增長設為0%',
  scenarios: '情景',
  newScenario: '新情景',
  newScenarioHint: '複製目前情景再改',
  unnamedChanged: (name) => `${name}（已改）`,
  fromLink: '從連結打開',
  fromDevice: '上次的工作',
  copyOf: (name) => `${name}的副本`,
  numberedName: (name, n) => `${name}（${n}）`,
  renameScenario: (name) => `重新命名「${name}」`,
  scenarioName: '情景名稱',
  closeScenario: (name) => `關閉「${name}」`,
  closedScenario: (name) => `已關閉「${name}」。`,
  moreScenarios: (n) => `另有${n}個`,
  mostScenarios: (n) => `已開啟${n}個情景。請先關閉一個，再開新的。`,
  earlierWork: (n) => `現正顯示此裝置上次的工作，共${n}個情景。`,
  startAfresh: '在此裝置重新開始',
  bringBack: '取回',
  copyLink: '複製連結',
  linkCopied: '已複製連結',
  linkByHand: '瀏覽器不容許本頁複製。連結已在下面選取，請自行複製。',
  linkTooLong: (length, most) =>
    `這個情景的連結要${length}個字元，連結最多只容${most}個。請改為儲存情景檔案，內容完整無缺。`,
  saveScenarioFile: '儲存情景檔案',
  missingPlanTitle: '此連結所屬的規劃不在這裡',
  missingPlan: (plan) => `連結屬於規劃「${plan}」。另一規劃的數字並非所分享的內容，故不顯示。`,
  openPlan: (title) => `開啟${title}`,
  linkField: '此情景的連結',
  close: '關閉',
  dismiss: '知道了',
  targetsMet: (of) => `項達標（共${of}項）`,
  stripLabel: (met, of) => `${of}項目標中有${met}項達標，每格代表一項指標`,
  summary: (met, of, year) =>
    met === of
      ? `按此增長率，${year}年全部${of}項目標均達標。`
      : met === 0
        ? `按此增長率，${year}年${of}項目標無一達標。`
        : `按此增長率，${year}年${of}項目標中有${met}項達標。`,
  resultChanged: (name, from, to) => `${name}：${from} → ${to}`,
  resultsChanged: (named, more, { from, to }) =>
    `${named}${more > 0 ? `，另有${more}項` : ''}${from === to ? '' : `（達標項數：${from} → ${to}）`}。`,
  widestGap: '差距最大的是',
  widestGapOf: (value, target) => `：${value}，目標為${target}。`,
  working: '計算中…',
  listSeparator: '，',
  announce: {
    verdict: (name, before, now) => `${name}：原為${before}，現${now}。`,
    moreVerdicts: (n) => `另有${n}項結果改變。`,
    count: (met, of) => `${of}項目標中有${met}項達標。`,
    countChanged: (met, of, before) => `${of}項目標中有${met}項達標，原為${before}項。`,
    value: (name, value, verdict) => `${name}${value}，${verdict}。`,
    futures: (n) => `100次模擬中有${n}次達標。`,
  },
  reload: '重新載入',
  tryAgain: '再試一次',
  notice: {
    storageFull: '此裝置的儲存空間已滿，變更未能儲存。網址列的連結仍包含全部內容。',
    storageDenied: '瀏覽器不容許本頁在此裝置儲存。網址列的連結仍包含全部內容。',
    storageCorrupt: '此裝置早前儲存的部分內容未能讀取，已擱置而沒有刪除。',
    inProcess: '本頁在此不經背景運算，直接由頁面計算，結果相同。',
    notLoaded: '此部分未能載入：可能連線已中斷，或網站在你開啟後已更新。你的工作已儲存，方便時重新載入即可。',
    offline: '你現已離線，而此部分之前未曾載入。恢復連線後便會開啟，其餘功能照常運作。',
    failed: (reason) => `推算失敗（${reason}）。不會顯示舊數字；請更改任何一項再試。`,
  },
  linkNote: '關於你開啟的連結',
  linkIssue: {
    'unknown-key': (key) => `本頁不認識「${key}」，已略去。`,
    'out-of-range': (key, given, used) => `「${key}」：${given}超出範圍，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `「${key}」：未能讀出「${given}」，改用${used === '' ? '預設值' : used}。`,
    'repeated-key': (key, given, used) =>
      `「${key}」在連結中出現多於一次，以第一個${used}為準，不用${given}。`,
    'newer-version': (_key, given) =>
      `連結由較新版本（${given}）的網頁製作。請重新載入以取得最新網頁；目前顯示讀得懂的部分。`,
    'no-check': (_key, given) =>
      given === ''
        ? '連結末端沒有核對碼。手寫的連結本來沒有；若是從本頁複製的連結，則已被截短。'
        : `連結被截短：止於「${given}」，缺少核對碼。所顯示的未必是原來分享的情景。`,
    'wrong-check': () => '連結曾經人手修改、被截短或損壞：核對碼不符。所顯示的未必是原來分享的情景。',
    'unknown-plan': (_key, given) => `連結所指的規劃「${given}」不在此處，因此不顯示任何內容。`,
    'too-long': (_key, given, used) => `連結有${given}個字元，超過上限${used}，未有開啟。現顯示預設情景。`,
    'not-in-use': (key, given) => `「${key}=${given}」已保留在連結中，但此版本的網頁由基準年起推算。`,
  },
  moreIssues: (n) => `另有${n}項類似問題。`,
  panel: '詳情',
  panelTabs: {
    trajectory: '指標',
    chances: '達標情況',
    matters: '關鍵假設',
    factors: '雙因素圖',
    goal: '達標辦法',
    sources: '資料來源',
  },
};

const simplified: ShellWords = {
  documentTitle: (title) => `${title}：怎样才能达标？`,
  title: (subject, year) => `${subject}${year}`,
  question: '怎样才能达标？',
  skipToTable: '跳到指标表',
  theme: '配色',
  themes: { auto: '自动', light: '浅色', dark: '深色' },
  language: '语言',
  undo: '撤销',
  redo: '重做',
  undoNamed: (change) => `撤销：${change}`,
  redoNamed: (change) => `重做：${change}`,
  changes: '操作记录',
  changesHint: '按任何一步即可返回。',
  currentStep: '现在',
  presets: '示例情景',
  planPresets: '由规划本身的数字推算',
  roundNumbers: '整数，并无出处',
  illustrations: '示例，并非研究结论',
  preset: {
    'ten-percent': () => '每年增长10%',
    held: (year) => `维持${year}年水平`,
    'plan-pace': () => '恰好达标',
    'half-pace': () => '恰好达标所需增长的一半',
  },
  presetHint: {
    'ten-percent': '每项指标每年增长10%，上下4个百分点',
    held: '全部零增长，不设上下幅度',
    'plan-pace': '每项按目标所需增长，无须增长者不增长；不设上下幅度',
    'half-pace': '每项只有目标所需增长的一半，不设上下幅度',
  },
  reset: '重设',
  resetToLoaded: (name) => `返回“${name}”`,
  resetToZero: '全部增长设为0%',
  scenarios: '情景',
  newScenario: '新情景',
  newScenarioHint: '复制目前情景再改',
  unnamedChanged: (name) => `${name}（已改）`,
  fromLink: '从链接打开',
  fromDevice: '上次的工作',
  copyOf: (name) => `${name}的副本`,
  numberedName: (name, n) => `${name}（${n}）`,
  renameScenario: (name) => `重新命名“${name}”`,
  scenarioName: '情景名称',
  closeScenario: (name) => `关闭“${name}”`,
  closedScenario: (name) => `已关闭“${name}”。`,
  moreScenarios: (n) => `另有${n}个`,
  mostScenarios: (n) => `已打开${n}个情景。请先关闭一个，再开新的。`,
  earlierWork: (n) => `现正显示此设备上次的工作，共${n}个情景。`,
  startAfresh: '在此设备重新开始',
  bringBack: '取回',
  copyLink: '复制链接',
  linkCopied: '已复制链接',
  linkByHand: '浏览器不允许本页复制。链接已在下面选取，请自行复制。',
  linkTooLong: (length, most) =>
    `这个情景的链接需要${length}个字符，链接最多容纳${most}个。请改为保存情景文件，内容完整无缺。`,
  saveScenarioFile: '保存情景文件',
  missingPlanTitle: '此链接所属的规划不在这里',
  missingPlan: (plan) => `链接属于规划“${plan}”。另一规划的数字并非所分享的内容，故不显示。`,
  openPlan: (title) => `打开${title}`,
  linkField: '此情景的链接',
  close: '关闭',
  dismiss: '知道了',
  targetsMet: (of) => `项达标（共${of}项）`,
  stripLabel: (met, of) => `${of}项目标中有${met}项达标，每格代表一项指标`,
  summary: (met, of, year) =>
    met === of
      ? `按此增长率，${year}年全部${of}项目标均达标。`
      : met === 0
        ? `按此增长率，${year}年${of}项目标无一达标。`
        : `按此增长率，${year}年${of}项目标中有${met}项达标。`,
  resultChanged: (name, from, to) => `${name}：${from} → ${to}`,
  resultsChanged: (named, more, { from, to }) =>
    `${named}${more > 0 ? `，另有${more}项` : ''}${from === to ? '' : `（达标项数：${from} → ${to}）`}。`,
  widestGap: '差距最大的是',
  widestGapOf: (value, target) => `：${value}，目标为${target}。`,
  working: '计算中…',
  listSeparator: '，',
  announce: {
    verdict: (name, before, now) => `${name}：原为${before}，现${now}。`,
    moreVerdicts: (n) => `另有${n}项结果改变。`,
    count: (met, of) => `${of}项目标中有${met}项达标。`,
    countChanged: (met, of, before) => `${of}项目标中有${met}项达标，原为${before}项。`,
    value: (name, value, verdict) => `${name}${value}，${verdict}。`,
    futures: (n) => `100次模拟中有${n}次达标。`,
  },
  reload: '重新加载',
  tryAgain: '再试一次',
  notice: {
    storageFull: '此设备的存储空间已满，更改未能保存。地址栏的链接仍包含全部内容。',
    storageDenied: '浏览器不允许本页在此设备保存。地址栏的链接仍包含全部内容。',
    storageCorrupt: '此设备之前保存的部分内容未能读取，已搁置而没有删除。',
    inProcess: '本页在此不经后台运算，直接由页面计算，结果相同。',
    notLoaded: '此部分未能加载：可能连接已中断，或网站在你打开后已更新。你的工作已保存，方便时重新加载即可。',
    offline: '你现已离线，而此部分之前未曾加载。恢复连接后便会打开，其余功能照常使用。',
    failed: (reason) => `推算失败（${reason}）。不会显示旧数字；请更改任何一项再试。`,
  },
  linkNote: '关于你打开的链接',
  linkIssue: {
    'unknown-key': (key) => `本页不认识“${key}”，已略去。`,
    'out-of-range': (key, given, used) => `“${key}”：${given}超出范围，改用${used}。`,
    'not-grammar': (key, given, used) =>
      `“${key}”：未能读出“${given}”，改用${used === '' ? '默认值' : used}。`,
    'repeated-key': (key, given, used) => `“${key}”在链接中出现多于一次，以第一个${used}为准，不用${given}。`,
    'newer-version': (_key, given) =>
      `链接由较新版本（${given}）的网页制作。请重新加载以取得最新网页；目前显示读得懂的部分。`,
    'no-check': (_key, given) =>
      given === ''
        ? '链接末端没有校验码。手写的链接本来没有；若是从本页复制的链接，则已被截短。'
        : `链接被截短：止于“${given}”，缺少校验码。所显示的未必是原来分享的情景。`,
    'wrong-check': () => '链接曾经人工修改、被截短或损坏：校验码不符。所显示的未必是原来分享的情景。',
    'unknown-plan': (_key, given) => `链接所指的规划“${given}”不在此处，因此不显示任何内容。`,
    'too-long': (_key, given, used) => `链接有${given}个字符，超过上限${used}，未有打开。现显示预设情景。`,
    'not-in-use': (key, given) => `“${key}=${given}”已保留在链接中，但此版本的网页由基准年起推算。`,
  },
  moreIssues: (n) => `另有${n}项类似问题。`,
  panel: '详情',
  panelTabs: {
    trajectory: '指标',
    chances: '达标情况',
    matters: '关键假设',
    factors: '双因素图',
    goal: '达标办法',
    sources: '资料来源',
  },
};

/** Words of the bar, the summary, the notices, the note about a link and what is announced, by language. */
export const SHELL_WORDS: Readonly<Record<Language, ShellWords>> = {
  en: english,
  'zh-Hant': traditional,
  'zh-Hans': simplified,
};
