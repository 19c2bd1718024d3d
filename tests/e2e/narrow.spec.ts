import { expect, test, type Page } from '../support/journey.ts';
import { expectAsWanted, labText, openLab, row, verdict, write } from '../support/lab-page.ts';
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

test('what a finger presses in a lab is as large as a finger', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  for (const pane of [/Brief/, /pod\.yaml/, /Verdict/]) {
    await page.getByRole('tab', { name: pane }).click();
    for (const button of await page.getByRole('button').all()) {
      const { height = 0 } = (await button.boundingBox()) ?? {};
      expect(height, await button.innerText()).toBeGreaterThanOrEqual(44);
    }
  }
});

test('a name without an end breaks where the window does, in its finding and in what it does to the pod', async ({
  page,
}) => {
  await openLab(page, 'who-am-i');
  const name = 'runAsEverything'.repeat(20);
  await write(page, labText('who-am-i', 'start.yaml').replace('spec:', `spec:\n  ${name}: 1`));
  for (const [tab, place] of [
    [/pod\.yaml/, page.getByRole('list', { name: 'Findings in the text' })],
    [/Verdict/, verdict(page)],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(place.getByText(name).first()).toBeVisible();
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  }
});

test('the seals of what must be blocked stand in one row, and those of what must work', async ({ page }) => {
  await openLab(page, 'drop-all-add-three');
  await page.getByRole('tab', { name: /Verdict/ }).click();
  const rows = await verdict(page)
    .locator('.seals > span')
    .evaluateAll((kinds) =>
      kinds.map((kind) => new Set([...kind.children].map((seal) => seal.getBoundingClientRect().top)).size),
    );
  expect(rows).toEqual([1, 1]);
});

test.describe('with text at twice its size', () => {
  test.use({ viewport: { width: 720, height: 900 } });
  test('a lab stays usable', async ({ page }) => {
    await openLab(page, 'who-am-i');
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await page.getByRole('tab', { name: /pod\.yaml/ }).click();
    const text = page.getByRole('tabpanel', { name: 'Pod' }).getByRole('textbox');
    await text.fill(labText('who-am-i', 'solutions/uid-1000.yaml'));
    await expect(text).toBeInViewport();
    await page.getByRole('tab', { name: /Verdict/ }).click();
    await row(page, /Take a file in/).click();
    await expect(verdict(page).getByText('Blocked, as it must be.')).toBeVisible();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectAsWanted(page, 4, 4);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });
});
