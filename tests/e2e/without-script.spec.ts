import { expect, test } from '@playwright/test';
import { labText } from '../support/lab-page.ts';
import { everyPage } from '../support/pages.ts';

test.use({ javaScriptEnabled: false });

test('the lesson can be read, predictions and answers too', async ({ page }) => {
  await page.goto('lessons/capabilities/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.getByRole('main').innerText()).split(/\s+/).length).toBeGreaterThan(600);
  await expect(page.getByRole('main').locator('details, input[type=radio]').first()).toBeVisible();
});

test('a lab shows its brief, its start, what is asked, and its answers', async ({ page }) => {
  await page.goto('labs/drop-all-add-three/');
  await expect(page.getByRole('heading', { level: 1, name: 'Drop ALL, add back three' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pod' }).getByRole('textbox')).toHaveValue(
    labText('drop-all-add-three', 'start.yaml'),
  );
  await expect(page.getByText('Choose a new root directory')).toBeVisible();
  await expect(page.getByText('Answer on port 25')).toBeVisible();
  const answers = page.locator('details').filter({ hasText: 'SETGID' }).last();
  await answers.locator('summary').last().click();
  await expect(answers.locator('pre').first()).toContainText('SETGID');
});

test('no page holds a script in its text or a handler in an attribute', async ({ page }) => {
  for (const address of everyPage) {
    await page.goto(address);
    const inline = await page.content();
    expect(inline.match(/<script(?![^>]*\b(?:src=|type="application\/json"))[^>]*>/g), address).toBeNull();
    expect(inline.match(/\son[a-z]+="/g), address).toBeNull();
  }
});
