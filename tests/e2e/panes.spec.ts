import { expect, test } from '../support/journey.ts';
import { labText, openLab, expectAsWanted, verdict, write } from '../support/lab-page.ts';

// As wide as a full window whose text is at twice its size.
test.use({ viewport: { width: 1000, height: 800 } });

test('with room for two panes the tabs stay in reach of the keyboard, wherever the reader was sent', async ({
  page,
}) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  await page.getByRole('tab', { name: /Verdict/ }).click();
  await expectAsWanted(page, 3, 4);
  await verdict(page)
    .getByRole('button', { name: /Take a file in/ })
    .click();
  await verdict(page).getByRole('button', { name: 'Show line 15' }).click();
  await expect(page.getByRole('region', { name: 'Pod' }).getByRole('textbox')).toBeFocused();

  await expect(page.getByRole('tab')).toHaveText([/Brief/, /Verdict/]);
  const shown = page.getByRole('tab', { selected: true });
  await expect(shown).toHaveText(/Verdict/);
  await expect(shown).toHaveAttribute('tabindex', '0');
  await shown.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/Brief/);
  await expect(page.getByRole('tabpanel', { name: 'Brief' })).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: 'Verdict' })).toBeHidden();
});

test('a name has room beside its verdict, in a narrow pane as well', async ({ page }) => {
  await openLab(page, 'drop-all-add-three');
  await page.getByRole('tab', { name: /Verdict/ }).click();
  const widths = await verdict(page)
    .locator('.crit .name')
    .evaluateAll((names) => names.map((name) => name.getBoundingClientRect().width));
  expect(widths.length).toBeGreaterThan(5);
  expect(Math.min(...widths)).toBeGreaterThan(300);
});
