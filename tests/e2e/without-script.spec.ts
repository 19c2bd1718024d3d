import { expect, test } from '@playwright/test';
import { labText, row } from '../support/lab-page.ts';
import { everyPage } from '../support/pages.ts';

test.use({ javaScriptEnabled: false });

test('the lesson can be read, predictions and answers too', async ({ page }) => {
  await page.goto('lessons/capabilities/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.getByRole('main').innerText()).split(/\s+/).length).toBeGreaterThan(600);
  const prediction = page.getByRole('region', { name: 'Before you read on' });
  await expect(prediction.getByText('EPERM').first()).toBeHidden();
  await prediction.getByText('denied', { exact: true }).first().click();
  await prediction.getByText('Show the verdict').click();
  await expect(prediction.getByText('EPERM').first()).toBeVisible();
});

test('a lab shows its brief, its start, what is asked, and its answers', async ({ page }) => {
  await page.goto('labs/drop-all-add-three/');
  await expect(page.getByRole('heading', { level: 1, name: 'Drop ALL, add back three' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pod' }).getByRole('textbox')).toHaveValue(
    labText('drop-all-add-three', 'start.yaml'),
  );
  await expect(row(page, /Choose a new root directory/)).toBeVisible();
  await expect(row(page, /Answer on port 25/)).toBeVisible();
  const answers = page.getByRole('region', { name: 'Without script' });
  await answers.getByText('allow-list').click();
  await expect(answers.getByText('- CHOWN # hand over a queued mail')).toBeVisible();
});

test('no page holds a script in its text or a handler in an attribute', async ({ page }) => {
  for (const address of everyPage) {
    await page.goto(address);
    const inline = await page.content();
    expect(inline.match(/<script(?![^>]*\b(?:src=|type="application\/json"))[^>]*>/g), address).toBeNull();
    expect(inline.match(/\son[a-z]+="/g), address).toBeNull();
  }
});
