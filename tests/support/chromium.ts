import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Answers where this machine's Chromium is: `CHROME_PATH` if set, else the first one on the path. */
export function chromiumPath(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error('There is no Chromium here: `sudo apt-get install chromium`, or name one in CHROME_PATH.');
}

/** Chromium's own sandbox does not run as root, and CI is root. */
export const chromiumArguments: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
