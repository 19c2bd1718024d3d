import { expect, test } from 'vitest';
import { check, openLab } from '../check.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { LabDefinition } from '../model/lab.ts';
import { plainPaper, reportText } from './report-text.ts';
import { wrapped } from './wrap.ts';

const start = `apiVersion: v1
kind: Pod
metadata: { name: app }
spec:
  containers:
    - name: app
      image: app:1
`;

const definition: LabDefinition = {
  id: 'test',
  world: defaultWorld,
  start: [{ file: 'pod.yaml', text: start, language: 'kubernetes' }],
  startsAs: 'works',
  criteria: [
    {
      id: 'usr',
      must: 'be-blocked',
      title: 'Write into `/usr`',
      container: 'app',
      operations: [{ id: 'write-rootfs-root-dir', parameters: {} }],
    },
    {
      id: 'serve',
      must: 'keep-working',
      title: 'Answer',
      container: 'app',
      operations: [{ id: 'bind-port', parameters: { port: 80 } }],
    },
  ],
  mayWiden: [],
  mayEdit: [],
  mayNotEdit: [],
};

const beliefs = { M14: { belief: 'B', contradiction: 'C', rule: 'R' } };

function textFor(text: string, width = plainPaper.width): string {
  const report = check([{ file: 'pod.yaml', text, language: 'kubernetes' }], openLab(definition));
  return reportText({ title: 'A lab', report, beliefs }, { ...plainPaper, width });
}

test('a solved lab says so, and each row in one line', () => {
  const solved = start.replace('spec:\n', 'spec:\n  securityContext: { runAsUser: 1000 }\n');
  expect(textFor(solved, 60)).toBe(`A lab                               2 of 2 as wanted, solved

Must be blocked
  ✓ Write into \`/usr\`                         denied, EACCES

Must keep working
  ✓ Answer                                           allowed`);
});

test('what is in the way of the whole comes before the rows', () => {
  const text = textFor(start.replace('image: app:1', 'image: app:2\n      securityContext: { privileged: true }'));
  const parts = ['Not a part of this lab', 'Wider than the start', 'Easy to get wrong', 'Must be blocked'];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('a pod that does not start gives one reason, and tries nothing', () => {
  const text = textFor(start.replace('spec:\n', 'spec:\n  securityContext: { runAsNonRoot: true }\n'));
  expect(text).toContain('This pod does not start\n');
  expect(text.match(/not tried/g)).toHaveLength(2);
});

test('a text that is no pod yet says where', () => {
  const text = textFor('kind: Pod\nspe');
  expect(text).toContain('not a pod yet');
  expect(text).toContain('Line 2:');
  expect(text).not.toContain('Must be blocked');
});

test('lines break between words, and words in backticks stay whole', () => {
  expect(wrapped('one more `three four` five', { width: 22, indent: '  ' })).toEqual([
    '  one more',
    '  `three four` five',
  ]);
  expect(wrapped('', { width: 80, indent: '' })).toEqual(['']);
});
