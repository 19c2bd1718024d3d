import { expect, test } from '../support/journey.ts';
import { labText, openLab, expectAsWanted, write, written } from '../support/lab-page.ts';

const mine = labText('who-am-i', 'attempts/drop-all-is-enough.yaml');

test('reset goes back to the start, undo brings the text again', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, mine);
  await expectAsWanted(page, 3, 4);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('Back to the start. Your text is kept.')).toBeVisible();
  expect(await written(page)).toBe(labText('who-am-i', 'start.yaml'));
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await written(page)).toBe(mine);
});

test('a text outlives a reload', async ({ page }) => {
  await openLab(page, 'who-am-i');
  await write(page, mine);
  await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
  await page.reload();
  await expectAsWanted(page, 3, 4);
  expect(await written(page)).toBe(mine);
});

test('two tabs: the newer text is offered, and none is written over', async ({ page, context }) => {
  await openLab(page, 'who-am-i');
  const other = await context.newPage();
  await openLab(other, 'who-am-i');
  await write(page, mine);
  await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
  await expect(other.getByText(/Another tab has a newer text of this lab/)).toBeVisible();
  expect(await written(other)).toBe(labText('who-am-i', 'start.yaml'));
  await other.getByRole('button', { name: 'Take it over' }).click();
  expect(await written(other)).toBe(mine);
});

test('a list of labs follows what becomes of them, in another tab and when it is come back to', async ({
  page,
  context,
}) => {
  await page.goto('labs/');
  const mark = page.getByRole('row').filter({ hasText: 'Who am I really?' });
  const other = await context.newPage();
  await openLab(other, 'who-am-i');
  await write(other, mine);
  await expect(mark).toContainText('Begun');
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(mark).not.toContainText('Begun');
});

test.describe('where the browser lets nothing be kept', () => {
  test('blocked storage: a sentence, and the lab works', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await openLab(page, 'who-am-i');
    await write(page, mine);
    await expectAsWanted(page, 3, 4);
    await expect(page.getByText(/This browser does not let us save/)).toBeVisible();
    expect(await written(page)).toBe(mine);
  });

  test('full storage: a sentence, and the lab works', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await openLab(page, 'who-am-i');
    await write(page, mine);
    await expectAsWanted(page, 3, 4);
    await expect(page.getByText(/The storage of this browser is full/)).toBeVisible();
    expect(await written(page)).toBe(mine);
  });

  test('something else under our keys is no harm', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('bulkhead/1/lab/who-am-i', '{"text":7,"hints":["__proto__"]'));
    await openLab(page, 'who-am-i');
    expect(await written(page)).toBe(labText('who-am-i', 'start.yaml'));
  });
});
