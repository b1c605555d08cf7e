import { digestBundle, DIGEST_CALL } from '../helpers/digest-bundle.ts';
import { PINNED_DIGEST } from '../helpers/ensemble-digest.ts';
import { expect, open, test } from './fixtures.ts';

// Oracle: the digest that Node comes to, interpreted and compiled (tests/contract/same-bits.test.ts).
test('the page and its worker draw the same bits as every other engine', async ({ page }) => {
  const script = `(async () => { ${await digestBundle()}; return ${DIGEST_CALL}; })()`;
  await open(page);
  expect(await page.evaluate<string>(script)).toBe(PINNED_DIGEST);

  const worker = page.workers()[0];
  expect(worker).toBeDefined();
  expect(await worker?.evaluate<string>(script)).toBe(PINNED_DIGEST);
});
