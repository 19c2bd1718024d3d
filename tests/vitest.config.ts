import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Every test that needs no browser: those beside the source, then labs, conformance, properties and architecture. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/*/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    setupFiles: ['tests/support/seed.ts'],
    allowOnly: false,
    // Nothing here is timed: a busy machine is no failure.
    testTimeout: 120_000,
  },
});
