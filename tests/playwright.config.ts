import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './support/chromium.ts';

/** Not the root, so that a link that forgets the base path is found. */
const base = '/train/lab/';
const site = '.cache/site';
/** Any free port, as the server prints it: set before the journeys begin, and theirs by inheritance. */
const port = process.env['BULKHEAD_PORT'];

/** The built site under the headers of production. Journeys run in the system's Chromium. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  // Long enough for a busy machine: nothing here is timed.
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port ?? ''}${base}`,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: [...chromiumArguments] },
  },
  webServer: {
    command: `astro build --outDir ${site} && node src/tools/serve.ts --root ${site} --port 0`,
    cwd: '..',
    env: { SITE_BASE: base },
    wait: { stdout: /Bulkhead is served at \S+:(?<bulkhead_port>\d+)\// },
    timeout: 300_000,
  },
});
