import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { openLab } from '../support/lab-page.ts';
import { readingPages } from '../support/pages.ts';

/** Answers the scripts that a visit loads, with their weight on the way. */
async function scriptsOf(page: Page, visit: () => Promise<unknown>) {
  const loaded: { readonly url: string; readonly weight: Promise<number> }[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    loaded.push({ url: response.url(), weight: response.body().then((body) => gzipSync(body, { level: 9 }).length) });
  });
  await visit();
  await page.waitForLoadState('networkidle');
  const weights = await Promise.all(loaded.map(({ weight }) => weight));
  return { urls: loaded.map(({ url }) => url), weight: weights.reduce((sum, each) => sum + each, 0) };
}

for (const address of readingPages) {
  test(`${address} is read with at most 5 KiB of script`, async ({ page }) => {
    const { weight } = await scriptsOf(page, () => page.goto(address));
    expect(weight).toBeLessThanOrEqual(5 * 1024);
  });
}

test('a lesson with an exercise in it loads no editor before it is wanted', async ({ page }) => {
  const { urls } = await scriptsOf(page, () => page.goto('lessons/capabilities/'));
  expect(urls.filter((url) => /monaco|worker/i.test(url))).toEqual([]);
});

test('a lab is judged before Monaco comes', async ({ page }) => {
  const { urls, weight } = await scriptsOf(page, () => openLab(page, 'who-am-i'));
  expect(urls.filter((url) => /monaco|worker/i.test(url))).toEqual([]);
  expect(weight).toBeLessThanOrEqual(100 * 1024);
});
