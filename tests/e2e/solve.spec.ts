import { expect, test } from '../support/journey.ts';
import { labText, openLab, row, expectAsWanted, verdict, write, written } from '../support/lab-page.ts';

test('from the lesson to a solved lab, and it stays solved', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Root, in pieces' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Root, in pieces' })).toBeVisible();

  await openLab(page, 'who-am-i');
  await expectAsWanted(page, 2, 4);

  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  await expectAsWanted(page, 3, 4);
  const open = row(page, /Put a file into/);
  await expect(open).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('Gets through. It must be blocked.');

  await write(page, labText('who-am-i', 'solutions/uid-1000.yaml'));
  await expectAsWanted(page, 4, 4);
  await expect(verdict(page)).toContainText('Solved');

  await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
  await page.reload();
  await expect(verdict(page)).toContainText('Solved');
  expect(await written(page)).toBe(labText('who-am-i', 'solutions/uid-1000.yaml'));

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Labs' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Who am I really?' })).toContainText('Solved');
});

test('a denied row shows the layer that decided, and its line', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  await expectAsWanted(page, 3, 4);
  const taken = row(page, /Take a file in/);
  await taken.click();
  await expect(taken).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('EPERM');
  await expect(verdict(page)).toContainText('stopped it');
  await verdict(page).getByRole('button', { name: 'Show line 15' }).click();
  await expect(page.getByRole('region', { name: 'Pod' }).getByRole('textbox')).toBeFocused();
});

test('a line that is half written leaves the last verdict, dimmed', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'start.yaml').replace('image: billing-api:3.2', 'image: "billing'));
  await expect(page.getByText(/The last verdict stays, dimmed\./).first()).toBeVisible();
  await expectAsWanted(page, 2, 4);
});

test('a pod that does not start says so, and nothing counts as blocked', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/non-root-by-decree.yaml'));
  await expect(verdict(page)).toContainText('This pod does not start');
  await expectAsWanted(page, 0, 4);
});

test('a lab that is solved says so in sight, wherever the verdict was scrolled to', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await openLab(page, 'drop-all-add-three');
  await write(page, labText('drop-all-add-three', 'attempts/three-of-five.yaml'));
  const last = verdict(page).getByRole('button', { expanded: false }).last();
  await last.click();
  await last.scrollIntoViewIfNeeded();
  await write(page, labText('drop-all-add-three', 'solutions/allow-list.yaml'));
  await expect(verdict(page).getByText('Solved.')).toBeInViewport({ ratio: 1 });
});
