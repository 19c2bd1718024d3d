import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { podText } from '../support/pods.ts';
import { bulkhead } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Lays out a folder as upstream does, and answers its path. */
function laidOut(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

const plain = podText({});
const onHost = podText({ spec: '  hostNetwork: true\n' });

test('agreement is counted by level, version and wish', async () => {
  const agreeing = laidOut('agreeing', {
    'baseline/v1.9/pass/base.yaml': plain,
    'baseline/v1.35/fail/hostnamespaces0.yaml': onHost,
    'baseline/v1.35/pass/base.yaml': plain,
    'restricted/v1.35/fail/base.yml': plain,
    'restricted/v1.35/README.md': '',
    'restricted/v1.99/pass/base.yaml': 'not asked',
  });
  expect(await bulkhead('conformance', agreeing)).toEqual({
    output: [
      'baseline    v1.9   pass  1 of 1',
      'baseline    v1.35  pass  1 of 1',
      'baseline    v1.35  fail  1 of 1',
      'restricted  v1.35  fail  1 of 1',
      '4 of 4 agree',
    ].join('\n'),
    status: 0,
  });
});

test('what is answered otherwise is named, with the checks that spoke', async () => {
  const differing = laidOut('differing', {
    'baseline/v1.35/pass/host.yaml': onHost,
    'baseline/v1.35/fail/base.yaml': plain,
    'baseline/v1.35/fail/service.yaml': 'kind: Service\n',
  });
  const { output, status } = await bulkhead('conformance', differing);
  expect(output.split('\n').slice(2)).toEqual([
    '0 of 3 agree',
    `${differing}/baseline/v1.35/pass/host.yaml: hostNamespaces`,
    `${differing}/baseline/v1.35/fail/base.yaml: nothing found`,
    `${differing}/baseline/v1.35/fail/service.yaml: no pod in it`,
  ]);
  expect(status).toBe(1);
});

test('a folder of another layout is told', async () => {
  await expect(bulkhead('conformance', join(folder, 'agreeing', 'baseline'))).rejects.toThrow('holds no file like');
});
