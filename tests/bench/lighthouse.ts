/** Lighthouse on the home page, a lesson and a lab of the built site: prints the four scores and asks for 100 each. */
import { realpathSync } from 'node:fs';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { listen } from '../../src/tools/server/listen.ts';
import { serveSite } from '../../src/tools/server/site.ts';
import { chromiumArguments, chromiumPath } from '../support/chromium.ts';

const pages = ['/', '/lessons/capabilities/', '/labs/drop-all-add-three/'];
const site = serveSite({ root: realpathSync('dist'), base: '/' });
const { server, port } = await listen(site, { host: '127.0.0.1', port: 0, tries: 0 });
const debuggingPort = 9333;
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...chromiumArguments, `--remote-debugging-port=${debuggingPort}`],
});

const rows: Record<string, Record<string, number>> = {};
try {
  for (const page of pages) {
    const run = await lighthouse(`http://127.0.0.1:${port}${page}`, { port: debuggingPort, logLevel: 'error' });
    const problem = run?.lhr.runtimeError;
    if (problem !== undefined) throw new Error(`${page}: ${problem.message}`);
    const categories = Object.values(run?.lhr.categories ?? {}).filter(({ id }) => id !== 'agentic-browsing');
    rows[page] = Object.fromEntries(categories.map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]));
    const lost = Object.values(run?.lhr.audits ?? {}).filter(({ score }) => score !== null && score < 0.9);
    for (const { id, title } of lost) console.log(`${page} ${id}: ${title}`);
  }
} finally {
  await browser.close();
  server.close();
}

console.table(rows);
if (Object.values(rows).some((scores) => Object.values(scores).some((score) => score < 100))) process.exitCode = 1;
