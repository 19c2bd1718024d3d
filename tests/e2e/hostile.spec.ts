import { expect, test } from '../support/journey.ts';
import { labText, openLab, verdict, write, written } from '../support/lab-page.ts';

const start = labText('who-am-i', 'start.yaml');
const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/** Twenty levels of ten aliases each would be 10^20 values. */
const aliasBomb = [
  'a0: &a0 [x]',
  ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`),
].join('\n');

const texts: Readonly<Record<string, string>> = {
  'a text of one MiB': `${start}\n# ${'long '.repeat(210_000)}`,
  'a bomb of aliases': aliasBomb,
  'ten thousand levels': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'bytes that are no text': String.fromCharCode(...Array.from({ length: 4_000 }, (_, n) => (n * 7_919) % 65_536)),
  'keys of every object':
    'apiVersion: v1\nkind: Pod\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\nspec: { __proto__: { containers: [] } }\n',
  'text that turns around': start.replace('billing-api', 'billing\u202e-api\u2066'),
  'markup in a name': start.replace('name: billing-api', `name: '${markup}'`),
  'markup in a field': start.replace('spec:', `spec:\n  '${markup}': 1`),
  'a lone quote': '"',
  'nothing at all': '',
};

for (const [name, text] of Object.entries(texts)) {
  test(`${name}: the page says a sentence, runs nothing and loses nothing`, async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await openLab(page, 'who-am-i');
    await write(page, text);
    expect(await written(page)).toBe(text);
    expect(dialogs).toEqual([]);
    expect(await page.evaluate(() => ({}) as { polluted?: true }).then(({ polluted }) => polluted)).toBeUndefined();
    await expect(page.locator('img[src="x"]')).toHaveCount(0);

    await write(page, labText('who-am-i', 'solutions/uid-1000.yaml'));
    await expect(verdict(page)).toContainText('Solved');
  });
}
