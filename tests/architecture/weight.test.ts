import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, openLab } from '../../src/checker/index.ts';
import { codeSplitting } from '../../src/tools/build/code-splitting.ts';
import { treeshake } from '../../src/tools/build/treeshake.ts';
import { yamlReadOnly } from '../../src/tools/build/yaml-read-only.ts';
import { filesIn, repository, textOf } from '../support/files.ts';
import { sourceFrom } from '../support/pods.ts';
import { sampleLab } from '../support/sample-lab.ts';

/** What a lab page takes from the door; tables that only the editor shows are not among it. */
const taken = [
  ...['check', 'decidingStep', 'defaultWorld', 'explainDiagnostic', 'explainFrame', 'explainOutcome', 'explainStep'],
  ...['explainWidened', 'fateOf', 'fateOfOutcome', 'fateWords', 'layers', 'openLab', 'pageTextLimit', 'positionAt'],
  'seatOf',
];
const entry = `export { ${taken.join(', ')} } from './src/checker/index.ts';`;
const limit = 60 * 1024;

let chunks: readonly Rollup.OutputChunk[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checker-'));
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
      rolldownOptions: {
        input: name,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
        treeshake,
      },
    },
  })) as Rollup.RollupOutput;
  chunks = written.output.filter((file) => file.type === 'chunk');
});

afterAll(() => rm(folder, { recursive: true }));

test(`the checker with yaml takes at most ${limit / 1024} KiB on the way to the browser`, () => {
  const checker = chunks.find(({ name }) => name === 'checker')?.code ?? '';
  expect(checker).toContain('%YAML');
  // What only the command line asks comes along with none of these.
  expect(chunks.map(({ code }) => code).join('')).not.toContain('seccompProfile_restricted');
  expect(gzipSync(checker, { level: 9 }).length).toBeLessThanOrEqual(limit);
});

/** Texts that ask for what the build left out: tags of YAML 1.1, merged maps, anchors, keys that are maps. */
const odd = [
  'kind: !!str Pod\nspec: !!map {a: !!set {b, c}, d: !!omap [e: 1], f: !!pairs [g: 2, g: 3]}',
  'kind: Pod\nspec: {a: !!binary aGVsbG8=, b: !!timestamp 2001-12-14, c: 2001-12-14t21:59:43.10-05:00, d: 12:30}',
  'kind: Pod\nspec: {a: !!int "0x3e8", b: !!float 1e3, c: !!bool "yes", d: !!null "", e: !mine x, f: 0b101, g: 1_000}',
  'base: &base {a: 1}\nkind: Pod\nspec: {<<: *base, b: *base, <<: [*base, {c: 2}]}',
  '? {a: [b]}\n: c\n? |\n  block\n: &x [*x]\nkind: Pod',
  '%YAML 1.2\n%TAG ! tag:example.org,2000:\n---\nkind: !Pod Pod\n...\n---\n- *nobody\n',
  "a: \"\\x41\\u263A\\\n  b\"\nb: >-\n  folded\n\n  text\nc: 'it''s'\nkind: Pod",
];

test('what is left of yaml reads as the whole package does', async () => {
  for (const { fileName, code } of chunks) await writeFile(join(folder, fileName), code);
  const name = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  const built = (await import(pathToFileURL(join(folder, name)).href)) as {
    check: typeof check;
    openLab: typeof openLab;
  };
  const pods = [...filesIn('tests/conformance/pods', '.yaml'), ...filesIn('labs', '.yaml')].map(textOf);
  expect(pods.length).toBeGreaterThan(100);
  for (const text of [...odd, ...pods]) {
    const sources = [sourceFrom(text)];
    expect(built.check(sources, built.openLab(sampleLab))).toEqual(check(sources, openLab(sampleLab)));
  }
});
