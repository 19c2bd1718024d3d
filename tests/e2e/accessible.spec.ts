import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '../support/journey.ts';
import { expectAsWanted, labText, monaco, openLab, verdict, write } from '../support/lab-page.ts';
import { everyPage } from '../support/pages.ts';

async function expectNothingFound(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
}

/** Brings a lab into each state that has something of its own to show. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Monaco in it': async (page) => {
    await monaco(page);
  },
  'findings and a pod that does not start': async (page) => {
    await write(page, labText('who-am-i', 'start.yaml').replace('spec:', 'spec:\n  hostUser: false'));
    await expect(page.getByRole('list', { name: 'Findings in the text' })).toBeVisible();
  },
  'a verdict that is dimmed': async (page) => {
    await write(page, labText('who-am-i', 'start.yaml').replace('image: billing-api:3.2', 'image: "billing'));
    await expect(page.getByText(/The last verdict stays, dimmed\./).first()).toBeVisible();
  },
  'all of it solved': async (page) => {
    await write(page, labText('who-am-i', 'solutions/uid-1000.yaml'));
    await expectAsWanted(page, 4, 4);
    await expect(verdict(page).getByText('Solved.')).toBeVisible();
  },
  'a toast': async (page) => {
    await write(page, labText('who-am-i', 'solutions/uid-1000.yaml'));
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
  'two texts compared': async (page) => {
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('dialog').locator('.monaco-diff-editor')).toBeVisible();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const address of everyPage) {
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await page.goto(address);
        await expectNothingFound(page);
      });
    }

    for (const [state, bring] of Object.entries(states)) {
      test(`axe finds nothing on a lab with ${state}`, async ({ page }) => {
        await openLab(page, 'who-am-i');
        await bring(page);
        await expectNothingFound(page);
      });
    }

    for (const media of [{ contrast: 'more' }, { forcedColors: 'active' }] as const) {
      test(`axe finds nothing on a lab with ${Object.entries(media).flat().join(' ')}`, async ({ page }) => {
        await page.emulateMedia(media);
        await openLab(page, 'who-am-i');
        await write(page, labText('who-am-i', 'attempts/drop-all-is-enough.yaml'));
        await expectAsWanted(page, 3, 4);
        await monaco(page);
        await expectNothingFound(page);
      });
    }
  });
}

test('the skip link leads past the bar', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /skip/i })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});
