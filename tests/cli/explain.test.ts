import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { podText } from '../support/pods.ts';
import { bulkhead, bulkheadProgram, temporaryFiles } from './command.ts';

const write = temporaryFiles();
const file = write(
  'pod.yaml',
  podText({
    container:
      '    securityContext: {runAsUser: 1000, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}\n',
  }),
);

const rows = (output: string) => output.split('\n').map((line) => line.trim());

describe('explain', () => {
  test('tells what each container gets, and what decided it', async () => {
    const { output, status } = await bulkhead('explain', file);
    expect(rows(output)).toEqual(
      expect.arrayContaining([
        'Pod/sample, app container app  admitted',
        'uid              1000 (line 8)',
        'bounding set     none (line 8)',
        'no_new_privs     not set (the default of Kubernetes)',
      ]),
    );
    expect(status).toBe(0);
  });

  test('tells what each layer says: the wall that stopped it, and the next ones that would have', async () => {
    const { output } = await bulkhead('explain', file, '--operations', 'raw-socket,bind-port:port=8080,mount-tmpfs');
    const matrix = output.split('\n\n')[1];
    expect(matrix).toBe(
      [
        '                          1 2 3 4 5 6 7 8',
        '  open a raw ICMP socket  · · ·     ◆      denied, EPERM',
        '  bind TCP port 8080      · · ·       ·    allowed',
        '  mount a file system     · · ◆     ◇      denied, EPERM',
      ].join('\n'),
    );
  });

  test('names operations by their ids where there is little room, and keeps to the width', async () => {
    const { output } = await run(['explain', file], { width: 60, paint: (text) => text });
    expect(output).toContain('  raw-socket ');
    expect(output.split('\n').filter((line) => line.length > 60)).toEqual([]);
  });

  test('says so where there is no pod', async () => {
    const none = write('service.yaml', 'kind: Service\napiVersion: v1\nmetadata: {name: a}\n');
    expect(await bulkhead('explain', none)).toEqual({
      output: `\`${none}\` holds no pod that could be explained; \`bulkhead check\` says why.`,
      status: 1,
    });
  });

  test('is coloured where somebody sees it, and nowhere else', () => {
    const plain = bulkheadProgram(['explain', file]).stdout;
    const coloured = bulkheadProgram(['explain', file], { env: { FORCE_COLOR: '1' } }).stdout;
    const escape = String.fromCharCode(27);
    expect(plain).not.toContain(escape);
    expect(coloured).toContain(`${escape}[1m`);
  });
});
