import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { codeSplitting } from '../../src/tools/build/code-splitting.ts';
import { treeshake } from '../../src/tools/build/treeshake.ts';
import { yamlReadOnly } from '../../src/tools/build/yaml-read-only.ts';
import { repository } from '../support/files.ts';

/** What a lab page takes from the door; tables that only the editor shows are not among it. */
const taken = [
  ...['check', 'decidingStep', 'defaultWorld', 'explainDiagnostic', 'explainFrame', 'explainOutcome', 'explainStep'],
  ...[
    'explainWidened',
    'fateOf',
    'fateOfOutcome',
    'fateWords',
    'layers',
    'openLab',
    'pageTextLimit',
    'positionAt',
    'seatOf',
  ],
];
const entry = `export { ${taken.join(', ')} } from './src/checker/index.ts';`;
const limit = 60 * 1024;

test(`the checker with yaml takes at most ${limit / 1024} KiB on the way to the browser`, async () => {
  const name = 'virtual:entry';
  const written = (await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    plugins: [
      yamlReadOnly(),
      {
        name,
        resolveId: (id) => (id === name ? `${repository}/entry.ts` : null),
        load: (id) => (id.endsWith('/entry.ts') ? entry : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: name, preserveEntrySignatures: 'strict', output: { codeSplitting }, treeshake },
    },
  })) as Rollup.RollupOutput;
  const checker = written.output
    .flatMap((file) => (file.type === 'chunk' && file.name === 'checker' ? [file.code] : []))
    .join('');
  expect(checker).toContain('%YAML');
  // What only the command line asks comes along with none of these.
  const all = written.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  expect(all).not.toContain('seccompProfile_restricted');
  expect(gzipSync(checker, { level: 9 }).length).toBeLessThanOrEqual(limit);
});
