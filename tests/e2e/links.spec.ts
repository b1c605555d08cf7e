import { sealed } from '../link/sealed.ts';
import { expect, numberBox, open, settled, slider, test, type } from './fixtures.ts';
import {
  closeShown,
  dragFor,
  expectNoNote,
  linkNote,
  pasteFragment,
  scenarioTabs,
  spokenRows,
  stored,
  tenPercentLink,
} from './steps.ts';

/** A canonical link with every form of growth, a reading, a driver, a link, and a name. */
const RICH = sealed(
  'v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&teu=-3.0625&m-fdi=flow&d-border=0y-1y0&k-hke-hkr=0.2&see=fdi',
  '#name=Border%20shock',
);
const TEU = 'Container throughput';

test.describe('the address', () => {
  test('should follow a change within a second, in canonical form', async ({ page }) => {
    await open(page);
    expect(new URL(page.url()).search).toBe('');
    await type(numberBox(page, TEU), '12,30');
    await expect(page).toHaveURL(tenPercentLink({ teu: '12.3' }, '&see=teu'), { timeout: 1000 });
    await settled(page);
    await type(numberBox(page, 'HK-invested enterprises'), '−2.5');
    await expect(page).toHaveURL(tenPercentLink({ hke: '-2.5', teu: '12.3' }), { timeout: 1000 });
  });

  test('should be written at most twice a second in a long drag and be right within a second of its end', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const writes: number[] = [];
      Object.assign(window, { writes });
      for (const method of ['replaceState', 'pushState'] as const) {
        const native = history[method].bind(history);
        history[method] = (...given: Parameters<History['pushState']>) => {
          writes.push(performance.now());
          native(...given);
        };
      }
    });
    await open(page);
    const entries = await page.evaluate(() => history.length);
    await dragFor(page, slider(page, TEU), 4);
    const shown = await numberBox(page, TEU).inputValue();
    await page.waitForTimeout(1000);
    const rate = shown.replace('−', '-').replace(/\.0$/, '');
    expect(page.url()).toContain(`teu=${rate}s4&`);
    expect(page.url()).toContain(tenPercentLink({ teu: rate }, '&see=teu'));

    const writes = await page.evaluate(() => (window as unknown as { writes: number[] }).writes);
    expect(writes.length).toBeGreaterThan(5);
    const overThree = writes.slice(2).map((time, i) => time - (writes[i] ?? 0));
    // A timer may fire a few milliseconds early or late; three writes still take a second.
    expect(Math.min(...overThree)).toBeGreaterThan(980);
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test('should keep a link as it was opened until something is changed', async ({ page }) => {
    const [query = ''] = RICH.split('#');
    const opened = `${query}&utm_source=mail#name=Border+shock`;
    await open(page, `/${opened}`);
    await expectNoNote(page);
    await page.waitForTimeout(700);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe(opened);
    await type(numberBox(page, TEU), '0');
    const changed = RICH.replace('&teu=-3.0625', '').replace('see=fdi', 'see=teu').split('&z=')[0] ?? '';
    await expect(page).toHaveURL(sealed(changed.slice(1), '#name=Border%20shock'), { timeout: 1000 });
  });
});

test.describe('a canonical link', () => {
  test('should open exactly what it says, without a note, and come back unchanged', async ({ page }) => {
    await open(page, `/${RICH}`);
    await expectNoNote(page);
    await expect(scenarioTabs(page)).toHaveText(['Border shock']);
    await expect(slider(page, 'HK residents employed')).toHaveAttribute('aria-valuetext', /^6\.0% a year/);
    await expect(slider(page, TEU)).toHaveAttribute('aria-valuetext', /^−3\.0625% a year/);
    await expect(slider(page, 'Airport passengers')).toHaveAttribute('aria-valuetext', /^0\.0% a year/);
    await expect(page.getByLabel('How it grows')).toHaveValue('linear');
    await expect(page.getByRole('radio', { name: 'Amount during the year' })).toBeChecked();
    await type(numberBox(page, TEU), '1');
    await settled(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(
      new RegExp(`${RICH.split('&see=')[0]?.replace('?', '\\?')}&see=teu&z=.{4}#`),
    );
    expect(await page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).length)).toBe(12);
  });

  test('should give the same numbers in another visit', async ({ page, context }) => {
    await open(page);
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('button', { name: /^Interactive cycle/ }).click();
    await settled(page);
    await type(numberBox(page, 'Foreign investment'), '33.0611');
    await settled(page);
    const another = await context.newPage();
    await open(another, page.url());
    await expectNoNote(another);
    expect(await spokenRows(another)).toEqual(await spokenRows(page));
  });
});

/** Fill a link up to a length of the whole address. */
function ofLength(origin: string, length: number): string {
  const start = `${origin}/?v=1&hke=12#name=`;
  return start + 'a'.repeat(length - start.length);
}

test.describe('a link that was carried', () => {
  const link = sealed('v=1&hke=12');
  for (const { what, carried } of [
    {
      what: 'a messenger’s keys behind its check',
      carried: `/${link}&tdsourcetag=s_pctim_aiomsg&openExternalBrowser=1`,
    },
    { what: 'a messenger’s keys in front', carried: `/${link.replace('?', '?mibextid=x&')}` },
    { what: 'a messenger’s fragment', carried: `/${link}#wechat_redirect` },
    { what: 'Chinese words right behind its check', carried: `/${link}，大家看看12項` },
    { what: 'its ? encoded into the path', carried: `/${encodeURIComponent(link)}` },
    { what: 'capitals alone', carried: `/${link.toUpperCase()}` },
  ]) {
    test(`should be opened without a note where it has ${what}`, async ({ page }) => {
      await open(page, carried);
      await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('12.0');
      await expectNoNote(page);
    });
  }
});

test.describe('a link with a problem', () => {
  const cut = tenPercentLink({ hke: '12', pro: '34' });
  for (const { what, link, says, rate = '12.0%' } of [
    {
      what: 'without its check',
      link: '?v=1&hke=12',
      says: [/has no check at its end. Links written by hand have none/],
    },
    { what: 'cut in its check', link: cut.slice(0, -1), says: [/edited by hand, cut short or damaged/] },
    {
      what: 'cut between its keys',
      link: cut.slice(0, 40),
      says: [/copied from this page .* was cut short/],
    },
    {
      what: 'cut in a number',
      link: cut.slice(0, 39),
      says: [/“nin”: “10s” could not be read/, /It was cut short: it ends at “nin=10s”/],
    },
    {
      what: 'with a digit changed',
      link: sealed('v=1&hke=13').replace('hke=13', 'hke=12'),
      says: [/edited by hand, cut short or damaged/],
    },
    {
      what: 'with a newer version',
      link: sealed('v=2&hke=12'),
      says: [/newer version \(2\) of this page.*Reload/],
    },
    {
      what: 'with an unknown key',
      link: sealed('v=1&hke=12&foo=3'),
      says: [/“foo” is not known here and was left out/],
    },
    {
      what: 'with the names of prototypes as keys',
      link: sealed('v=1&hke=12&__proto__=3&constructor=4&d-constructor-x=1&toString=5'),
      says: [/“__proto__” is not known/, /“constructor” is not known/, /“d-constructor-x”/, /“toString”/],
    },
    {
      what: 'with a rate out of range',
      link: sealed('v=1&hke=5000&k-hke-hkr=99999'),
      says: [/“hke”: 5000 is outside its range; 1000 is used/, /“k-hke-hkr”: 99999 is outside/],
      rate: '1000.0%',
    },
    {
      what: 'with values that cannot be read',
      link: sealed('v=1&hke=12&teu=1e3&m-fdi=both&see=nowhere&lang=fr&rho=NaN'),
      says: [/“teu”: “1e3” could not be read; 0 is used/, /“m-fdi”: “both”/, /“see”/, /“lang”/, /“rho”/],
    },
    {
      what: 'with a key twice',
      link: sealed('v=1&hke=12&hke=13'),
      says: [/“hke” stands in the link more than once; the first, 12, counts, not 13/],
    },
    {
      what: 'with a name too long',
      link: sealed('v=1&hke=12', `#name=${'n'.repeat(81)}`),
      says: [/“name”/],
    },
    {
      what: 'that starts from published values',
      link: sealed('v=1&hke=12&start=latest'),
      says: [/“start=latest” is kept in the link/],
    },
  ]) {
    test(`should be opened with a note where it is ${what}`, async ({ page }) => {
      await open(page, `/${link}`);
      const note = linkNote(page);
      await expect(note).toBeVisible();
      for (const pattern of says)
        await expect(note.getByRole('listitem').filter({ hasText: pattern })).toHaveCount(1);
      await expect(note.getByRole('listitem')).toHaveCount(says.length);
      await expect(slider(page, 'HK-invested enterprises')).toHaveAttribute(
        'aria-valuetext',
        new RegExp(`^${rate.replace('.', '\\.')} a year`),
      );
      const reload = note.getByRole('button', { name: 'Reload' });
      await expect(reload).toHaveCount(what.includes('newer') ? 1 : 0);

      await note.getByRole('button', { name: 'Dismiss' }).click();
      await expect(note).toBeHidden();
      await page.waitForTimeout(550);
      expect(decodeURIComponent(page.url())).toContain(decodeURIComponent(link));
      expect(await stored(page)).toEqual({});
    });
  }

  test('should show no numbers where its plan is not here, and keep its address until another is opened', async ({
    page,
  }) => {
    const link = sealed('v=1&plan=atlantis-2030&hke=12');
    await open(page, `/${link}`);
    await expect(
      page.getByRole('heading', { name: 'This link is about a plan that is not here' }),
    ).toBeVisible();
    await expect(page.getByText('It is about the plan “atlantis-2030”.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(page.getByRole('slider')).toHaveCount(0);
    await page.waitForTimeout(550);
    expect(page.url()).toContain(link);
    expect(await stored(page)).toEqual({});
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.getByText('?v=1')).toHaveText(page.url());
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

    await page.getByRole('button', { name: /^Open / }).click();
    await settled(page);
    await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('10.0');
    await expect(page.getByRole('heading', { name: /a plan that is not here/ })).toHaveCount(0);
    await expect(page).not.toHaveURL(/atlantis/, { timeout: 1000 });
  });

  test('should be refused over 8,192 characters, saying so, and opened at 8,192', async ({
    page,
    baseURL,
  }) => {
    const origin = baseURL ?? '';
    await open(page, ofLength(origin, 8193));
    await expect(linkNote(page).getByRole('listitem')).toHaveText([
      /It has 8193 characters, more than the 8192 a link may have, and was not opened/,
    ]);
    await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('10.0');
    await linkNote(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(linkNote(page)).toBeHidden();
    await page.goto('about:blank');
    await open(page, ofLength(origin, 8192));
    await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('12.0');
    await expect(linkNote(page).getByText('characters, more than')).toHaveCount(0);
  });

  test('should name every problem, and count what does not fit', async ({ page }) => {
    const unknown = Array.from({ length: 20 }, (_, i) => `nokey${i}=1`).join('&');
    await open(page, `/?v=1&hke=12&${unknown}`);
    const items = linkNote(page).getByRole('listitem');
    await expect(items.filter({ hasText: '“nokey0” is not known here and was left out.' })).toHaveCount(1);
    await expect(items.last()).toHaveText(/^\d+ more like these\.$/);
    // However much is wrong, that the link is not what was shared must be among what is said.
    await expect(items.filter({ hasText: 'It has no check at its end' })).toHaveCount(1);
  });

  test('should tell of it again when the page is loaded anew', async ({ page }) => {
    await open(page, '/?v=1&hke=12');
    await linkNote(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
    await page.reload();
    await settled(page);
    await expect(linkNote(page)).toBeVisible();
  });

  test('should reload the page where a newer version made it', async ({ page }) => {
    await open(page, `/${sealed('v=7&hke=12')}`);
    await page.evaluate(() => Object.assign(window, { old: true }));
    await linkNote(page).getByRole('button', { name: 'Reload' }).click();
    await page.waitForFunction(() => !('old' in window));
    await settled(page);
    await expect(linkNote(page)).toBeVisible();
  });

  test('should keep its note while another of its scenarios is looked at', async ({ page }) => {
    await open(page, '/?v=1&hke=12&hke.2=13');
    await expect(linkNote(page)).toBeVisible();
    await scenarioTabs(page).nth(1).click();
    await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('13.0');
    await page.waitForTimeout(700);
    await expect(linkNote(page)).toBeVisible();
    expect(page.url()).not.toContain('z=');
  });

  test('should keep its note and its address while another row is looked at', async ({ page }) => {
    await open(page, '/?v=1&hke=12');
    await page.getByRole('button', { name: 'Details of Foreign investment' }).click();
    await expect(page.getByRole('heading', { name: 'Utilized foreign investment' })).toBeVisible();
    await page.waitForTimeout(700);
    await expect(linkNote(page)).toBeVisible();
    expect(page.url()).toMatch(/\/\?v=1&hke=12$/);
  });
});

test('should open an address that was altered on its way, whatever was done to it', async ({ page }) => {
  const link = sealed('v=1&hke=12&pax=25', '#name=On%20its%20way');
  const flat = link.slice(1).replace('#', '&');
  const tracking = '&utm_source=a&utm_medium=b&fbclid=c&gclid=d&isappinstalled=0&from=singlemessage';
  for (const { what, address } of [
    { what: 'everything in the fragment', address: `/#${flat}` },
    { what: 'everything in the fragment, with a question mark', address: `/#?${flat}` },
    { what: 'the hash encoded in the query', address: `/?%23${flat}` },
    { what: 'the hash encoded twice', address: `/?%2523${flat}` },
    { what: 'the hash encoded in the path', address: `/%23${flat}` },
    { what: 'the hash before the name encoded', address: `/${link.replace('#', '%23')}` },
    { what: 'ampersands as in HTML', address: `/${link.replaceAll('&', '&amp;')}` },
    { what: 'tracking keys added', address: `/${link.replace('#', `${tracking}#`)}` },
    { what: 'a tracking key in the fragment', address: `/${link}&fbclid=IwAR0` },
  ]) {
    await test.step(what, async () => {
      await page.goto('about:blank');
      await open(page, address);
      await expectNoNote(page);
      await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('12.0');
      await expect(numberBox(page, 'Airport passengers')).toHaveValue('25.0');
      await expect(scenarioTabs(page)).toHaveText(['On its way']);
    });
  }
  await type(numberBox(page, 'Airport passengers'), '26');
  await expect(page).toHaveURL(`/${sealed('v=1&hke=12&pax=26&see=pax', '#name=On%20its%20way')}`);
});

test('should write a clean address after a change where the hash was encoded in the path', async ({
  page,
}) => {
  await open(page, `/%23${sealed('v=1&hke=12').slice(1)}`);
  await type(numberBox(page, 'Airport passengers'), '26');
  await expect(page).toHaveURL(`/${sealed('v=1&hke=12&pax=26&see=pax')}`);
});

test('should open with marks of the sentence around it at its end', async ({ page }) => {
  await open(page, `/${sealed('v=1&hke=12')}).`);
  await expectNoNote(page);
  await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue('12.0');
});

test.describe('a page already open', () => {
  const first = sealed('v=1&hke=21');
  const second = sealed('v=1&hke=22', '#name=Second');
  const box = 'HK-invested enterprises';

  test('should open a pasted link without loading anew', async ({ page }) => {
    await open(page);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await pasteFragment(page, second);
    await expect(numberBox(page, box)).toHaveValue('22.0');
    await expect(numberBox(page, TEU)).toHaveValue('0.0');
    await expectNoNote(page);
    await pasteFragment(page, sealed('v=1&hke=23').slice(0, -1));
    await expect(numberBox(page, box)).toHaveValue('23.0');
    await expect(linkNote(page)).toBeVisible();
    await pasteFragment(page, first);
    await expect(numberBox(page, box)).toHaveValue('21.0');
    await expectNoNote(page);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  test('should open a pasted link after changes, and both are there then', async ({ page }) => {
    await open(page);
    await type(numberBox(page, box), '33');
    await settled(page);
    await pasteFragment(page, second);
    await expect(numberBox(page, box)).toHaveValue('22.0');
    await expect(scenarioTabs(page)).toHaveText(['10% a year, changed', 'Second']);
    await scenarioTabs(page).first().click();
    await expect(numberBox(page, box)).toHaveValue('33.0');
  });

  test('should follow back and forward', async ({ page }) => {
    await open(page, `/${first}`);
    await pasteFragment(page, second);
    await type(numberBox(page, box), '22.5');
    await settled(page);
    await pasteFragment(page, sealed('v=1&hke=23'));
    const values = ['21.0', '22.5', '23.0'];
    let at = 2;
    let seed = 7;
    for (let step = 0; step < 20; step++) {
      seed = (seed * 48271) % 2147483647;
      const back = at === 2 || (at === 1 && seed % 2 === 0);
      await (back ? page.goBack() : page.goForward());
      at += back ? -1 : 1;
      await settled(page);
      await expect(numberBox(page, box)).toHaveValue(values[at] ?? '');
      await expectNoNote(page);
    }
    await expect(page).toHaveURL(/hke=/);
  });

  test('should follow back to the bare address', async ({ page }) => {
    await open(page);
    await pasteFragment(page, second);
    await expect(numberBox(page, box)).toHaveValue('22.0');
    await page.goBack();
    await settled(page);
    await expect(numberBox(page, box)).toHaveValue('10.0');
    expect(new URL(page.url()).search).toBe('');
  });
});

test.describe('a link with several scenarios', () => {
  const three = sealed(
    'v=1&hke=4&pax=20&hke.2=9&pax.2=-5&hke.3=0',
    '#name=low&name.2=high%20%26%20wide&name.3=R%3Dv',
  );

  test('should open them all beside each other', async ({ page }) => {
    await open(page, `/${three}`);
    await expectNoNote(page);
    await expect(scenarioTabs(page)).toHaveText(['low', 'high & wide', 'R=v']);
    for (const [place, enterprises, passengers] of [
      [0, '4.0', '20.0'],
      [1, '9.0', '−5.0'],
      [2, '0.0', '0.0'],
      [0, '4.0', '20.0'],
    ] as const) {
      await scenarioTabs(page).nth(place).click();
      await settled(page);
      await expect(numberBox(page, 'HK-invested enterprises')).toHaveValue(enterprises);
      await expect(numberBox(page, 'Airport passengers')).toHaveValue(passengers);
    }
  });

  test('should lose none of them when the page is loaded anew after another was looked at', async ({
    page,
  }) => {
    await open(page, `/${three}`);
    await scenarioTabs(page).nth(1).click();
    await settled(page);
    await page.reload();
    await settled(page);
    await expect(scenarioTabs(page)).toHaveText(['low', 'high & wide', 'R=v']);
  });
});

test.describe('a name from a link', () => {
  for (const { what, name, shown } of [
    {
      what: 'an image tag',
      name: '<img src=x onerror="window.hit=1">',
      shown: '<img src=x onerror="window.hit=1">',
    },
    {
      what: 'a script tag',
      name: '"><script>window.hit=1</script>',
      shown: '"><script>window.hit=1</script>',
    },
    { what: 'a script address', name: 'javascript:window.hit=1', shown: 'javascript:window.hit=1' },
    { what: 'a template', name: '{window.hit=1}{@html 1}${1}', shown: '{window.hit=1}{@html 1}${1}' },
    { what: 'Chinese and emoji', name: '前海 𠮷 👩🏽‍🏫 🇭🇰', shown: '前海 𠮷 👩🏽‍🏫 🇭🇰' },
    { what: 'a percent sign and an ampersand', name: '100% & more = #1?', shown: '100% & more = #1?' },
    { what: 'a name of the prototype', name: '__proto__', shown: '__proto__' },
  ]) {
    test(`should be shown as text where it is ${what}`, async ({ page }) => {
      await open(page, `/${sealed('v=1&hke=12')}#name=${encodeURIComponent(name)}`);
      await expectNoNote(page);
      await expect(scenarioTabs(page)).toHaveText([shown], { useInnerText: false });
      await expect(page.getByRole('button', { name: `Rename “${shown}”`, exact: true })).toBeVisible();
      expect(await page.evaluate(() => 'hit' in window)).toBe(false);
      await expect(page.locator('img, body script:not([src])')).toHaveCount(0);
      expect(await page.title()).not.toContain(shown);
      await type(numberBox(page, TEU), '1');
      await settled(page);
      await page.reload();
      await settled(page);
      await expectNoNote(page);
      await expect(scenarioTabs(page)).toHaveText([shown]);
      await page.getByRole('button', { name: /^Rename “/ }).click();
      await expect(page.getByRole('textbox', { name: 'Name of this scenario' })).toHaveValue(shown);
      await page.keyboard.press('Escape');
      await closeShown(page);
      await expect(page.getByText(`“${shown}” was closed.`)).toBeVisible();
    });
  }

  test('should lose marks that turn the direction of the text around it, and say so', async ({ page }) => {
    await open(page, `/${sealed('v=1&hke=12')}#name=${encodeURIComponent('safe\u202Eelbisiver\u2066')}`);
    await expect(linkNote(page).getByRole('listitem').filter({ hasText: '“name”' })).toHaveCount(1);
    expect(await scenarioTabs(page).first().textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(await linkNote(page).textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

test.describe('what a link says about the view', () => {
  test('should be followed for the language only while the reader has chosen none', async ({ page }) => {
    await open(page, `/${sealed('v=1&hke=12&lang=zh-Hant')}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
    await expect(page.getByRole('heading', { name: '前海2025' })).toBeVisible();
    await page.getByLabel('語言').selectOption('English');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await open(page, `/${sealed('v=1&hke=13&lang=zh-Hans')}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectNoNote(page);
  });

  test('should not lose the language of a link by a change and a reload', async ({ page }) => {
    await open(page, `/${sealed('v=1&hke=12&lang=zh-Hant')}`);
    await type(page.getByRole('textbox', { name: '每年增長百分比，集裝箱吞吐量' }), '5');
    await settled(page);
    await page.reload();
    await settled(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  });

  test('should show the indicator it names, and the first where it names none', async ({ page }) => {
    await open(page, `/${sealed('v=1&hke=12&see=fdi')}`);
    const heading = page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 });
    await expect(heading).toHaveText('Utilized foreign investment');
    await expect(page.getByRole('button', { name: 'Details of Foreign investment' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await pasteFragment(page, sealed('v=1&hke=13&see=pro'));
    await expect(heading).not.toHaveText('Utilized foreign investment');
    await pasteFragment(page, sealed('v=1&hke=14'));
    await expect(page.getByRole('button', { name: 'Details of HK-invested enterprises' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });
});
