import { expect, test } from '../support/journey.ts';
import { labText, openLab, row, tally, verdict, write, written } from '../support/lab-page.ts';

test('from the lesson to a solved lab, and it stays solved', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /capabilities/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await openLab(page, 'who-am-i');
  await expect(tally(page)).toHaveText(/^2 of 4 as wanted/);

  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  await expect(tally(page)).toHaveText(/^3 of 4 as wanted/);
  const open = row(page, /Put a file into/);
  await expect(open).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('Gets through. It must be blocked.');

  await write(page, labText('who-am-i', 'solutions/uid-1000.yaml'));
  await expect(tally(page)).toHaveText(/^4 of 4 as wanted/);
  await expect(verdict(page)).toContainText('Solved');

  await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
  await page.reload();
  await expect(verdict(page)).toContainText('Solved');
  expect(await written(page)).toBe(labText('who-am-i', 'solutions/uid-1000.yaml'));

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Labs' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Who am I really?' })).toContainText(/solved/i);
});

test('a denied row shows the layer that decided, and its line', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
  await expect(tally(page)).toHaveText(/^3 of 4 as wanted/);
  const taken = row(page, /Take a file in/);
  await taken.click();
  await expect(taken).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('EPERM');
  await expect(verdict(page)).toContainText('stopped it');
  await verdict(page)
    .getByRole('button', { name: 'Show line 14' })
    .or(verdict(page).getByRole('link', { name: 'Show line 14' }))
    .first()
    .click();
  await expect(page.locator('[data-line-shown="14"], .line-shown')).toHaveCount(1);
});

test('a line that is half written leaves the last verdict, dimmed', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'start.yaml').replace('image: billing-api:3.2', 'image: "billing'));
  await expect(page.getByText(/The last verdict stays, dimmed\./).first()).toBeVisible();
  await expect(tally(page)).toHaveText(/^2 of 4 as wanted/);
});

test('a pod that does not start says so, and nothing counts as blocked', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, labText('who-am-i', 'attempts/non-root-by-decree.yaml'));
  await expect(verdict(page)).toContainText('This pod does not start');
  await expect(tally(page)).toHaveText(/^0 of 4 as wanted/);
});
