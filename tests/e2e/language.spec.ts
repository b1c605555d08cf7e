import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sealed } from '../link/sealed.ts';
import { expect, open, settled, test } from './fixtures.ts';
import { rename, scenarioTabs } from './steps.ts';

const LANGUAGES = [
  ['English', 'en'],
  ['繁體中文', 'zh-Hant'],
  ['简体中文', 'zh-Hans'],
] as const;

const choose = (page: Page, language: string): Promise<string[]> =>
  page.getByRole('banner').getByRole('combobox').first().selectOption(language);

/** The numbers on the page, whatever its language: every slider, box and result. */
function numbers(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    sliders: [...document.querySelectorAll<HTMLInputElement>('input[type=range]')].map(({ value }) => value),
    boxes: [...document.querySelectorAll<HTMLInputElement>('input[type=text]')].map(({ value }) => value),
    results: [...document.querySelectorAll('.row .value strong, .row .verdict .gap')].map(
      (each) => each.textContent,
    ),
    radios: [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(
      ({ checked }) => checked,
    ),
    opened: [...document.querySelectorAll('details')].map(({ open: isOpen }) => isOpen),
  }));
}

const withoutLanguage = (address: string): string =>
  address.replace(/&lang=[A-Za-z-]+/, '').replace(/&z=[0-9a-z]{4}/, '');

test('should lose nothing by twenty changes of language', async ({ page }) => {
  await open(
    page,
    `/${sealed('v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&teu=-3.0625&m-fdi=flow&d-border=0y-1y0&k-fdi-hkr=0.2&see=fdi', '#name=Border%20shock')}`,
  );
  await rename(page, 'Mine 前海');
  await page.locator('aside details').last().locator('summary').click();
  await settled(page);
  /** Amounts are in the units of a language: what must come back is what stood there in the same one. */
  const before = new Map<string, unknown>([['en', await numbers(page)]]);
  const link = withoutLanguage(page.url());
  for (let change = 1; change <= 20; change++) {
    const [name, lang] = LANGUAGES[change % 3] ?? LANGUAGES[0];
    await choose(page, name);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await settled(page);
    const now = await numbers(page);
    expect(now).toEqual(before.get(lang) ?? now);
    before.set(lang, now);
    expect(withoutLanguage(page.url())).toBe(link);
    expect(page.url()).toContain(`&lang=${lang}`);
    await expect(scenarioTabs(page)).toHaveText(['Mine 前海']);
  }
  const undo = page.getByRole('button', { name: /^(?:Undo|復原|撤销)$/ });
  await expect(undo).toBeEnabled();
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  expect((await numbers(page)) as { results: unknown }).toMatchObject({
    results: (before.get('zh-Hans') as { results: unknown[] }).results,
  });
});

test('should keep a text that is being typed and an error through a change of language', async ({ page }) => {
  await open(page);
  const field = page.getByRole('textbox').nth(4);
  await field.fill('12..5');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('“12..5” was not read');
  await choose(page, '繁體中文');
  await expect(page.getByRole('alert')).toContainText('未能讀出「12..5」');
  await choose(page, '简体中文');
  await expect(page.getByRole('alert')).toContainText('未能读出“12..5”');
});

for (const [languages, lang] of [
  [['zh-HK', 'en'], 'zh-Hant'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-CN', 'en-US'], 'zh-Hans'],
  [['fr-FR', 'de'], 'en'],
] as const) {
  test(`should open in ${lang} where the browser asks for ${languages.join(', ')}`, async ({ page }) => {
    await page.addInitScript(
      (wanted) => Object.defineProperty(navigator, 'languages', { get: () => wanted }),
      languages,
    );
    await open(page);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    expect(new URL(page.url()).search).toBe('');
  });
}

/**
 * Every piece of text a reader of the page's own language is given: visible text, names for screen readers, tooltips.
 * Parts that say they are in another language are left out.
 */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const page_ = document.documentElement.lang;
    const own = (element: Element): boolean => element.closest('[lang]')?.getAttribute('lang') === page_;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !parent.checkVisibility() || !own(parent)) continue;
      if (node.textContent?.trim()) found.add(node.textContent.trim());
    }
    for (const element of document.querySelectorAll('*')) {
      if (!own(element)) continue;
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']) {
        const text = element.getAttribute(name);
        if (text) found.add(text);
      }
    }
    found.add(document.title);
    return [...found];
  });
}

/** Show everything the page can say, one state after the other, and gather its texts. */
async function everyText(page: Page, lang: string): Promise<string[]> {
  const plan = JSON.parse(readFileSync('data/plans/qianhai-2025.json', 'utf8')) as {
    indicators: { code: string }[];
  };
  const all: string[] = [];
  await page.addInitScript((chosen) => localStorage.setItem('qianhai.language', chosen), lang);
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  );
  const add = async (): Promise<void> => {
    all.push(...(await texts(page)));
  };
  const buttons = page.getByRole('banner').getByRole('button');

  // A link about a plan that is not here, in place of everything else.
  await open(page, '/?v=1&plan=x-1&hke=12');
  await add();
  // A link with one problem of nearly every kind, a driver of the reader's own, links, and a saved record that is broken.
  await page.addInitScript(() => localStorage.setItem('qianhai.scenario.broken', '{'));
  await open(
    page,
    '/?v=2&hke=5000&hkr=abc&hkr=1&start=latest&gsp=900&d-border=1y1y1&d-own=1y1y1&e-own-hke=2&k-hke-hkr=0.2&nokey=1&z=0000',
  );
  await page.locator('aside details').first().locator('summary').click();
  await page.locator('aside details').last().locator('summary').click();
  await add();
  // Menus and the link by hand.
  for (const button of await buttons.all()) {
    if ((await button.getAttribute('aria-expanded')) === null || !(await button.isVisible())) continue;
    await button.click();
    await add();
    await button.press('Escape');
  }
  await page.locator('header .primary').click();
  await add();
  await page.keyboard.press('Escape');
  // Errors, shapes, readings, evidence.
  const boxes = page.locator('.row input[type=text]');
  for (const [place, given] of ['x', '1,500', '1.23456', '99999'].entries()) {
    await boxes.nth(place).fill(given);
    await boxes.nth(place).press('Enter');
  }
  await add();
  for (const [place, { code }] of plan.indicators.entries()) {
    await page.getByRole('rowheader').nth(place).getByRole('button').first().click();
    await add();
    if (code === 'fdi' || code === 'org' || code === 'hke') {
      const shape = page.locator('aside select').first();
      for (const kind of ['yearly', 'linear', 'saturating']) {
        await shape.selectOption(kind);
        await add();
      }
    }
    for (const tab of code === 'hke' ? await page.getByRole('tab').all() : [page.getByRole('tab').nth(1)]) {
      await tab.click();
      await settled(page);
      await add();
    }
    await page.getByRole('tab').first().click();
  }
  // The list of changes after several of them.
  await page.locator('header .changes .menu button').first().click();
  await add();
  await page.keyboard.press('Escape');
  await page.locator('nav button.new').click();
  await settled(page);
  await page.waitForTimeout(700);
  await add();
  return [...new Set(all)];
}

/** Latin letters that belong in Chinese text: codes, ids and names that are the same in every language. */
const ALLOWED_LATIN =
  /qianhai-2025|JavaScript|English|\b(?:nokey|hke|hkr|start|latest|plan|x-1|abc|own|z|d-own|x)\b/g;

/** Characters that differ between the two scripts, Traditional and Simplified side by side. */
const PAIRS =
  '港港資资業业區区務务經经濟济發发開开關关國国際际機机構构構构標标準准實实際际對对應应應应數数據据劃划規规預预設设計计變变更更記记錄录紀纪復复復复連连結结載载語语言言讀读讀读專专長长動动產产進进來来為为這这個个們们與与並并從从說说詳详細细時时間间過过達达適适選选擇择還还總总應应當当層层導导屬属歲岁歷历點点無无條条東东車车軟软轉转輸输運运達达遠远邊边鐘钟鎖锁關关險险離离難难電电響响題题額额類类風风飛飞餘余驅驱體体麗丽齊齐齡龄儲储備备優优傳传傷伤價价償偿億亿執执劇剧務务勝胜勞劳勢势匯汇參参雙双變变圍围圖图團团場场報报壓压處处備备夠够夥伙獎奖奪夺婦妇學学寫写審审實实寬宽專专將将導导屆届師师帳账帶带幣币幫帮廣广廳厅後后徑径從从態态慮虑憑凭應应懷怀戶户擴扩擱搁擇择據据擔担擬拟攜携敗败敵敌數数斷断於于時时晝昼暫暂術术東东條条構构樣样橫横歡欢歸归殘残氣气決决沒没況况準准漸渐濃浓淺浅測测滿满漲涨滑滑潔洁濟济瀏览燈灯獨独獲获現现環环產产畫画異异當当疊叠盡尽監监盤盘礙碍確确種种稱称積积穩稳窮穷競竞筆笔節节範范築筑簡简簽签籌筹約约級级純纯紙纸細细終终組组給给統统絕绝經经維维網网緊紧線线緣缘編编緩缓練练縮缩總总績绩織织繁繁繪绘繼继續续罰罚羅罗義义習习聯联職职聽听脫脱腦脑臨临與与舉举舊旧船船藝艺處处號号術术衛卫裝装裡里複复見见規规視视覺觉覽览觀观計计訂订認认討讨訊讯記记許许設设訪访評评詞词試试話话該该詳详認认語语誤误調调談谈請请論论證证識识議议護护讓让變变豐丰負负財财貢贡貨货販贩責责貴贵買买費费貿贸資资賣卖賬账質质購购贈赠車车軌轨較较載载輔辅輕轻輪轮輯辑輸输轉转辦办農农這这連连週周進进遊游運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗還还邊边鄰邻醫医釋释針针鈕钮銀银錄录錢钱錯错鍵键鎖锁鏈链鐵铁長长門门閉闭開开間间關关階阶陸陆陽阳隊队際际險险隨随雖虽雙双雜杂離离難难電电靈灵靜静響响頁页項项順顺須须預预頭头題题額额願愿類类顯显風风飛飞飽饱餘余館馆驗验驅驱點点齊齐';

test('should have pairs of characters that really differ', () => {
  expect([...PAIRS].length % 2).toBe(0);
});

for (const lang of ['zh-Hant', 'zh-Hans'] as const) {
  test(`should leave no English word and no character of the other script in ${lang}`, async ({ page }) => {
    test.setTimeout(90_000);
    const all = await everyText(page, lang);
    expect(all.length).toBeGreaterThan(250);

    const english = all.filter((text) => /[A-Za-z]{2,}/.test(text.replace(ALLOWED_LATIN, '')));
    expect.soft(english).toEqual([]);

    const characters = [...PAIRS];
    const traditional = new Set(characters.filter((_, i) => i % 2 === 0));
    const simplified = new Set(characters.filter((_, i) => i % 2 === 1));
    const [own, others] = lang === 'zh-Hant' ? [traditional, simplified] : [simplified, traditional];
    const foreign = [...others].filter((character) => !own.has(character));
    const mixed = all.filter((text) => foreign.some((character) => text.includes(character)));
    expect(mixed).toEqual([]);
  });
}

test('should call things by the words of each script', async ({ page }) => {
  await open(page);
  for (const { language, says, never } of [
    {
      language: '繁體中文',
      says: ['港資企業', '複製連結', '示例情景', '操作記錄', '現代服務業發展'],
      never: ['链接', '复制', '重置'],
    },
    {
      language: '简体中文',
      says: ['港资企业', '复制链接', '示例情景', '操作记录', '现代服务业发展'],
      never: ['連結', '複製', '連接'],
    },
  ]) {
    await choose(page, language);
    for (const words of says) await expect(page.getByText(words).first()).toBeVisible();
    for (const words of never) await expect(page.getByText(words)).toHaveCount(0);
  }
});

test('should have the same plain words of the page in every language without its script', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL ?? '/');
  await expect(page.locator('p:visible')).toHaveText([
    /needs JavaScript/,
    /需要JavaScript；不會向外/,
    /需要JavaScript；不会向外/,
  ]);
  await context.close();
});
