import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/journey.ts';
import { monaco, openLab } from '../support/lab-page.ts';
import { everyPage } from '../support/pages.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const address of everyPage) {
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await page.goto(address);
        await page.evaluate(() => document.fonts.ready);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
      });
    }

    test('axe finds nothing on a lab with Monaco in it', async ({ page }) => {
      await openLab(page, 'drop-all-add-three');
      await monaco(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
    });
  });
}

test('the skip link leads past the bar', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /skip/i });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#/);
});
