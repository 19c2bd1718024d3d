import { expect, test } from '../support/journey.ts';
import { labText, monaco, openLab, timeToAnswer, verdict, write, written } from '../support/lab-page.ts';

const start = labText('who-am-i', 'start.yaml');
const solution = labText('who-am-i', 'solutions/uid-1000.yaml');
const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/** Twenty levels of ten aliases each would be 10^20 values. */
const aliasBomb = [
  'a0: &a0 [x]',
  ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`),
].join('\n');

interface Hostile {
  readonly text: string;
  /** The sentence that the page answers with. */
  readonly says: string;
}

const tooLong = 'This text is longer than 131,072 characters, so it is not checked. Nothing of it is lost.';
const refused = 'This pod does not start.';

const texts: Readonly<Record<string, Hostile>> = {
  'one MiB in one line': { text: `${start}\n# ${'long '.repeat(210_000)}`, says: tooLong },
  'one MiB in many lines': { text: `${start}${'# many\n'.repeat(150_000)}`, says: tooLong },
  'ten thousand lines': { text: `${solution}${'#\n'.repeat(10_000)}`, says: 'Solved.' },
  'ten thousand keys of one name': {
    text: `{${'a: 1, '.repeat(10_000)}}`,
    says: 'a stands twice in the same object; only this last one counts.',
  },
  'a bomb of aliases': { text: aliasBomb, says: 'The aliases of this document repeat more than can be read.' },
  'ten thousand levels': {
    text: `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    says: 'The text nests deeper than can be read here.',
  },
  'a page of commas': { text: `[${','.repeat(131_070)}]`, says: 'From here on the text is not YAML.' },
  'thousands of fields that no container has': {
    text: start.replace(
      '      ports:',
      `${Array.from({ length: 5_500 }, (_, n) => `      field${n}: 1`).join('\n')}\n      ports:`,
    ),
    says: refused,
  },
  'bytes that are no text': {
    text: String.fromCharCode(...Array.from({ length: 4_000 }, (_, n) => (n * 7_919) % 65_536)),
    says: 'The text contains the control character U+0000 and is not read.',
  },
  'keys of every object': {
    text: 'apiVersion: v1\nkind: Pod\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\nspec: { __proto__: { containers: [] } }\n',
    says: 'Pod has no field __proto__.',
  },
  'text that turns around': { text: start.replace('billing-api', 'billing\u202e-api\u2066'), says: refused },
  'markup in a name': { text: start.replace('name: billing-api', `name: '${markup}'`), says: refused },
  'markup in a field': { text: start.replace('spec:', `spec:\n  '${markup}': 1`), says: refused },
  'a lone quote': { text: '"', says: 'A quote is opened and never closed.' },
  'nothing at all': { text: '', says: 'There is nothing here yet.' },
};

for (const where of ['the textarea', 'Monaco'] as const) {
  for (const [name, { text, says }] of Object.entries(texts)) {
    test(`${name} in ${where}: a sentence, nothing runs, nothing is lost`, async ({ page }) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await openLab(page, 'who-am-i');
      if (where === 'Monaco') await monaco(page);
      // Said beside the result, and no bound here: what a busy machine takes proves nothing about the page.
      const time = await timeToAnswer(page, { text, says, by: where === 'Monaco' ? 'value' : 'input' });
      test.info().annotations.push({ type: 'milliseconds to the sentence', description: time.toFixed(0) });
      expect(dialogs).toEqual([]);
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
      await expect(page.locator('img[src="x"]')).toHaveCount(0);

      await expect(page.getByText(/^Saved in this browser/)).toBeVisible();
      await page.reload();
      await expect(page.locator('bulkhead-lab')).toHaveAttribute('data-ready');
      expect(await written(page)).toBe(text);
      await write(page, solution);
      await expect(verdict(page)).toContainText('Solved');
      expect(dialogs).toEqual([]);
    });
  }
}
