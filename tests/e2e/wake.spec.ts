import { expect, test, type Page } from '../support/journey.ts';
import { labText, monaco, openLab, write, written } from '../support/lab-page.ts';

const start = labText('who-am-i', 'start.yaml');
const theLab = /bulkhead-lab\.[\w-]+\.js/;

/** Lets nothing that matches arrive until the answer is called. */
async function hold(page: Page, matching: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(matching, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Leaves a text in this browser, as an earlier visit would. */
async function remember(page: Page, text: string): Promise<void> {
  await page.goto('nowhere/');
  await page.evaluate(
    (kept) => localStorage.setItem('bulkhead/1/lab/who-am-i', JSON.stringify({ text: kept, savedAt: 1 })),
    text,
  );
}

test('a lab that did not load says so, and comes at the next press', async ({ page }) => {
  await page.route(theLab, (route) => route.abort());
  await page.goto('labs/who-am-i/');
  await page.mouse.move(1, 1);
  await expect(page.getByRole('alert')).toHaveText(/The lab did not load/);
  await page.unroute(theLab);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
  await expect(page.getByText(/The lab did not load/)).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a code editor that did not load leaves the textarea, and comes at the next press', async ({ page }) => {
  const theEditor = /open-editor\.[\w-]+\.js/;
  await page.route(theEditor, (route) => route.abort());
  await openLab(page, 'who-am-i');
  await page.mouse.move(40, 40);
  await expect(page.getByText(/The code editor did not load/)).toBeVisible();
  await page.getByRole('region', { name: 'Pod' }).getByRole('textbox').fill(`${start}# mine`);
  await page.unroute(theEditor);
  await page.mouse.click(1, 1);
  await monaco(page);
  expect(await written(page)).toBe(`${start}# mine`);
});

test('a button that is pressed before the script comes is not pressed in vain, with work of earlier days as well', async ({
  page,
}) => {
  await remember(page, `${start}# an hour of work`);
  const arrive = await hold(page, theLab);
  await page.goto('labs/who-am-i/');
  await page.getByRole('button', { name: 'Compare' }).click();
  arrive();
  await expect(page.getByRole('dialog', { name: 'Compare' })).toBeVisible();
});

test('a key before the script comes takes nothing from what was saved', async ({ page }) => {
  await remember(page, `${start}# an hour of work`);
  const arrive = await hold(page, theLab);
  await page.goto('labs/who-am-i/');
  const text = page.getByRole('region', { name: 'Pod' }).getByRole('textbox');
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('x');
  arrive();
  await expect(page.getByText('Your saved text came after your keys. It is kept.')).toBeVisible();
  expect(await written(page)).toBe(`${start}x`);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  expect(await written(page)).toBe(`${start}# an hour of work`);
});

test('without a clipboard the copy button says what to do', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await openLab(page, 'who-am-i');
  await write(page, start);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText(/This browser does not let us copy/)).toBeVisible();
});

test('whoever clicks into an exercise and types at once loses no key and keeps their place', async ({ page }) => {
  await page.goto('lessons/capabilities/');
  const text = page.locator('bulkhead-lab').getByRole('textbox');
  await text.scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  await text.click({ position: { x: 120, y: 60 } });
  await page.keyboard.type('# typed before anything came', { delay: 20 });
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(text).toBeFocused();
  expect(await written(page)).toContain('# typed before anything came');
});
