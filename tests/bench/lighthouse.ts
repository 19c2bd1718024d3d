/**
 * Lighthouse on the home page, a lesson and a lab of the built site, as a phone on slow 4G: three visits to each, and the
 * median of each of the four scores. Prints them and asks for 100 each.
 *
 * A visit is measured on this machine's clock and multiplied, so whatever else runs here counts four times. Chromium's own
 * pages for its address bar are switched off for that reason: they are loaded with each tab, 500 ms of work on two cores.
 */
import { realpathSync } from 'node:fs';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { listen } from '../../src/tools/server/listen.ts';
import { serveSite } from '../../src/tools/server/site.ts';
import { chromiumArguments, chromiumPath } from '../support/chromium.ts';

const pages = ['/', '/lessons/capabilities/', '/labs/drop-all-add-three/'];
const visits = 3;
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
const site = serveSite({ root: realpathSync('dist'), base: '/' });
const { server, port } = await listen(site, { host: '127.0.0.1', port: 0, tries: 0 });
const debuggingPort = 9333;
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [
    ...chromiumArguments,
    `--remote-debugging-port=${debuggingPort}`,
    `--disable-features=${addressBar.join(',')}`,
  ],
});

type Scores = Readonly<Record<string, number>>;

/** Answers the scores of one visit, and prints the times behind the first of them. */
async function visit(page: string): Promise<Scores> {
  const run = await lighthouse(`http://127.0.0.1:${port}${page}`, { port: debuggingPort, logLevel: 'error' });
  if (run === undefined) throw new Error(`${page}: Lighthouse has no answer`);
  const { runtimeError, categories, audits, environment } = run.lhr;
  if (runtimeError !== undefined) throw new Error(`${page}: ${runtimeError.message}`);

  const times = [
    'first-contentful-paint',
    'largest-contentful-paint',
    'total-blocking-time',
    'cumulative-layout-shift',
  ];
  const shown = times.map((id) => `${id} ${audits[id]?.displayValue ?? '-'}`);
  console.log(`${page}: ${shown.join(', ')}; machine ${environment.benchmarkIndex}`);
  const asked = Object.values(categories).filter(({ id }) => id !== 'agentic-browsing');
  return Object.fromEntries(asked.map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const rows: Record<string, Scores> = {};
try {
  for (const page of pages) {
    const seen: Scores[] = [];
    while (seen.length < visits) seen.push(await visit(page));
    const titles = Object.keys(seen[0] ?? {});
    rows[page] = Object.fromEntries(titles.map((title) => [title, median(seen.map((scores) => scores[title] ?? 0))]));
  }
} finally {
  await browser.close();
  server.close();
}

console.table(rows);
if (Object.values(rows).some((scores) => Object.values(scores).some((score) => score < 100))) process.exitCode = 1;
