import { expect, test, type Page } from '../support/journey.ts';
import { labText, openLab, expectAsWanted, verdict } from '../support/lab-page.ts';
import { everyPage } from '../support/pages.ts';

/** How far a page reaches over the edge of its window. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.use({ viewport: { width: 360, height: 720 }, hasTouch: true });

for (const address of everyPage) {
  test(`${address} fits a phone without moving sideways`, async ({ page }) => {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
}

test('a lab on a phone: brief, pod and verdict at the thumb, and never Monaco', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('labs/who-am-i/');
  await page.getByRole('tab', { name: /pod\.yaml/ }).click();
  const text = page.getByRole('tabpanel', { name: 'Pod' }).getByRole('textbox');
  await text.fill(labText('who-am-i', 'solutions/uid-1000.yaml'));
  await page.getByRole('tab', { name: /Verdict/ }).click();
  await expectAsWanted(page, 4, 4);
  await expect(verdict(page)).toContainText('Solved');
  expect(scripts.filter((url) => /monaco|editor\.worker/i.test(url))).toEqual([]);
  expect(await overhang(page)).toBeLessThanOrEqual(0);
});

test.describe('with text at twice its size', () => {
  test.use({ viewport: { width: 720, height: 900 } });
  test('a lab stays usable', async ({ page }) => {
    await openLab(page, 'who-am-i');
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});
