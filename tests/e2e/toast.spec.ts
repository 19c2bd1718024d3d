import { expect, test } from '../support/journey.ts';
import { labText, openLab, write, written } from '../support/lab-page.ts';

const mine = labText('who-am-i', 'attempts/drop-all-is-enough.yaml');
const says = 'Back to the start. Your text is kept.';

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await openLab(page, 'who-am-i');
  await write(page, mine);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
});

test('goes by itself, and not while somebody is at it', async ({ page }) => {
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.focus();
  await page.clock.fastForward('01:00');
  await expect(undo).toBeFocused();
  await page.getByRole('button', { name: 'Reset' }).focus();
  await page.clock.fastForward('01:00');
  await expect(undo).toHaveCount(0);
});

for (const [choice, text] of [
  ['Undo', mine],
  ['Dismiss', labText('who-am-i', 'start.yaml')],
] as const) {
  test(`${choice} leaves the focus in the lab`, async ({ page }) => {
    await page.getByRole('button', { name: choice }).press('Enter');
    expect(await written(page)).toBe(text);
    await expect(page.getByRole('button', { name: 'Reset' })).toBeFocused();
  });
}

test('what is said aloud holds no button', async ({ page }) => {
  await expect(page.getByRole('status').getByRole('button')).toHaveCount(0);
});
