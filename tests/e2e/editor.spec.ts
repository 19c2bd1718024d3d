import { expect, test } from '../support/journey.ts';
import { labText, monaco, openLab, row, expectAsWanted, verdict, write, written } from '../support/lab-page.ts';

test('Monaco comes at the first touch, with the same text', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await openLab(page, 'who-am-i');
  const before = scripts.length;
  await monaco(page);
  expect(scripts.length).toBeGreaterThan(before);
  expect(await written(page)).toBe(labText('who-am-i', 'start.yaml'));
});

test('typing a line changes the verdict; completion and hover know the field', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await monaco(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  securityContext:');
  await page.keyboard.press('Enter');
  await page.keyboard.type('  runAsU');
  await page.keyboard.press('Control+Space');
  const suggestions = page.getByRole('listbox').getByRole('option');
  await expect(suggestions.filter({ hasText: 'runAsUser' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => written(page)).toContain('runAsUser');
});

test('hover, completion and the diff open without a violation', async ({ page }) => {
  await openLab(page, 'drop-all-add-three');
  await monaco(page);
  await write(page, labText('drop-all-add-three', 'attempts/deny-list-with-prefix.yaml'));
  await page.getByText('securityContext', { exact: true }).first().hover();
  await expect(page.getByRole('tooltip').first()).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.monaco-diff-editor')).toBeVisible();
});

test('by keyboard alone: the editor lets go, a row opens, its line is shown', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await monaco(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(0);
  const taken = row(page, /Take a file in/);
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Tab');
        return taken.evaluate((button) => button === document.activeElement);
      },
      { intervals: [10] },
    )
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect(taken).toHaveAttribute('aria-expanded', 'true');
});

test('hints come rung by rung, and say why the next one waits', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await verdict(page).getByRole('button', { name: 'Ask for a hint' }).first().click();
  await expect(verdict(page).getByText(/Hint 1 of 4|Rung 1/)).toBeVisible();
  await expect(
    verdict(page)
      .getByText(/after|seconds|try/i)
      .first(),
  ).toBeVisible();
});

test('answers stand beside the text and leave it alone', async ({ page }) => {
  await openLab(page, 'who-am-i');
  const mine = labText('who-am-i', 'attempts/drop-all-is-enough.yaml');
  await write(page, mine);
  await expectAsWanted(page, 3, 4);
  await page.getByRole('button', { name: 'Compare' }).click();
  expect(await written(page)).toBe(mine);
});
