import type { Locator } from '@playwright/test';
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
  await expect(page.locator('.view-line').getByText('runAsU')).toBeInViewport();
  await page.keyboard.press('Control+Space');
  const suggestions = page.getByRole('listbox').getByRole('option');
  await expect(suggestions.filter({ hasText: 'runAsUser' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(() => written(page)).toContain('runAsUser');
});

test('Enter after a word that is written in full is a new line', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await monaco(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('  securityContext:');
  await page.keyboard.press('Enter');
  await page.keyboard.type('  runAsNonRoot: true');
  await expect(page.getByRole('listbox').getByRole('option').filter({ hasText: 'true' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('runAsUser: 1000');
  await expect.poll(() => written(page)).toMatch(/runAsNonRoot: true\n +runAsUser: 1000/);
});

test('hover, findings and the diff open without a violation', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await monaco(page);
  await write(page, labText('who-am-i', 'solutions/uid-1000.yaml').replace('metadata:', 'metadatas:'));
  await expect(page.locator('.squiggly-error, .squiggly-warning').first()).toBeVisible();
  await page.locator('.view-line').getByText('runAsUser').hover();
  await expect(page.getByRole('tooltip').filter({ hasText: 'The uid of the first process' })).toBeVisible();
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.monaco-diff-editor').first()).toBeVisible();
});

test('by keyboard alone: write, read why, mend, solve', async ({ page }) => {
  const { keyboard } = page;
  const tabTo = async (target: Locator): Promise<void> => {
    await expect(async () => {
      await keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };
  await openLab(page, 'who-am-i');
  await monaco(page);
  await keyboard.press('Control+End');
  await keyboard.type('  securityContext: { runAsNonRoot: true }');
  await expect(verdict(page)).toContainText('This pod does not start');

  const serve = row(page, /Answer on port 8080/);
  await tabTo(serve);
  await keyboard.press('Enter');
  await expect(serve).toHaveAttribute('aria-expanded', 'true');
  const toLine = verdict(page).getByRole('button', { name: 'Show line 19' });
  await tabTo(toLine);
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Pod' }).getByRole('textbox')).toBeFocused();

  await keyboard.press('Control+End');
  await keyboard.press('Shift+Home');
  await keyboard.type('securityContext: { runAsUser: 1000 }');
  await expectAsWanted(page, 4, 4);
  await expect(verdict(page)).toContainText('Solved');
});

test('hints come rung by rung, and the next one says what it waits for', async ({ page }) => {
  await openLab(page, 'who-am-i');
  const rungs = page.getByRole('region', { name: 'Brief' }).getByRole('listitem');
  await expect(rungs.nth(0)).toHaveText(/Where to look\s*Ready/);
  await verdict(page).getByRole('button', { name: 'Ask for a hint' }).click();
  await expect(rungs.nth(0)).not.toHaveText(/Ready/);
  await expect(rungs.nth(1)).toHaveText(/After another try, or in \d+ s/);
  await write(page, labText('who-am-i', 'attempts/read-only-is-immutable.yaml'));
  await expectAsWanted(page, 3, 4);
  await row(page, /Take a file in/).click();
  await expect(rungs.nth(0)).toHaveText(/Where to look\s*Ready/);
});

test('answers stand beside the text and leave it alone', async ({ page }) => {
  await openLab(page, 'who-am-i');
  const mine = labText('who-am-i', 'attempts/drop-all-is-enough.yaml');
  await write(page, mine);
  await expectAsWanted(page, 3, 4);
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await expect(dialog.getByRole('radio', { name: 'Start' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Answer: uid-1000' }).check();
  const [left, right] = [dialog.locator('.original'), dialog.locator('.modified')];
  await expect(left.getByText('drop: [ALL]')).toBeVisible();
  await expect(right.getByText('runAsUser: 1000')).toBeVisible();
  await expect(left.getByText('runAsUser: 1000')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  expect(await written(page)).toBe(mine);
});
