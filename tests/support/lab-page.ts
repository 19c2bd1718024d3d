import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { repository } from './files.ts';

/** A text from a lab's folder: what a learner might put into the editor. */
export function labText(lab: string, file: string): string {
  return readFileSync(join(repository, 'labs', lab, file), 'utf8');
}

/** Opens a lab, reaches for it as a visitor does, and waits until it has come to life. */
export async function openLab(page: Page, lab: string): Promise<void> {
  await page.goto(`labs/${lab}/`);
  await page.mouse.move(1, 1);
  await expect(page.locator('bulkhead-lab')).toHaveAttribute('data-ready');
}

/** Puts a whole text into the editor, as pasting does; typing line by line would meet the editor's own indentation. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('bulkhead-lab').evaluate((lab, value) => Object.assign(lab, { value }), text);
}

export async function written(page: Page): Promise<string> {
  return page.locator('bulkhead-lab').evaluate((lab) => (lab as HTMLElement & { value: string }).value);
}

/** The pane with the verdict: behind a tab where there is no room for all panes, else a region of the page. */
export function verdict(page: Page): Locator {
  return page.getByRole('region', { name: 'Verdict' }).or(page.getByRole('tabpanel', { name: 'Verdict' }));
}

/** Waits until so many criteria are as wanted. */
export async function expectAsWanted(page: Page, met: number, all: number): Promise<void> {
  await expect(verdict(page).getByText(/\d+\s+of\s+\d+\s+as wanted/)).toHaveText(
    new RegExp(`^${met}\\s+of\\s+${all}\\s+as wanted$`),
  );
}

/** The button that opens a criterion. */
export function row(page: Page, title: string | RegExp): Locator {
  return verdict(page).getByRole('button', { name: title });
}

/** The editor once Monaco stands in it: it comes at the first key or pointer. */
export async function monaco(page: Page): Promise<Locator> {
  const text = page.getByRole('region', { name: 'Pod' }).getByRole('textbox');
  await text.focus();
  await page.keyboard.press('Shift');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(text).toBeFocused();
  return text;
}

interface Answer {
  readonly text: string;
  readonly says: string;
  /** `input`: as a key or a paste brings it into the textarea. `value`: as the page itself puts it into its editor. */
  readonly by: 'input' | 'value';
}

/** Answers how many milliseconds of the page pass from a text that comes in until verdict or findings say a sentence. */
export async function timeToAnswer(page: Page, answer: Answer): Promise<number> {
  return page.locator('bulkhead-lab').evaluate((lab, { text, says, by }) => {
    const isSaid = (): boolean =>
      [...lab.querySelectorAll('[aria-label="Verdict"], [aria-label="Findings in the text"]')].some(({ textContent }) =>
        textContent.includes(says),
      );
    return new Promise<number>((resolve) => {
      const began = performance.now();
      const watch = new MutationObserver(() => {
        if (!isSaid()) return;
        watch.disconnect();
        resolve(performance.now() - began);
      });
      watch.observe(lab, { subtree: true, childList: true, characterData: true });
      const area = lab.querySelector('textarea');
      if (by === 'value' || area === null) {
        Object.assign(lab, { value: text });
        return;
      }
      area.value = text;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }, answer);
}
