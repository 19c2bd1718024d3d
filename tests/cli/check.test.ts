import { describe, expect, test } from 'vitest';
import { checkOutput, type CheckEntry } from '../../src/cli/check-output.ts';
import { podText } from '../support/pods.ts';
import { filesIn, textOf } from '../support/files.ts';
import { bulkhead, bulkheadProgram, temporaryFiles } from './command.ts';

const write = temporaryFiles();
const clean = write('clean.yaml', podText({ container: '    securityContext: {runAsUser: 1000}\n' }));
const rejected = write('rejected.yaml', podText({ container: '    securityContext: {privileged: "yes"}\n' }));
const several = write(
  'several.yaml',
  `${textOf('labs/who-am-i/start.yaml')}---
kind: Service
apiVersion: v1
metadata: {name: door}
---
kind: Deployment
apiVersion: apps/v1
metadata: {name: d}
spec:
  selector: {matchLabels: {a: b}}
  template:
    metadata: {labels: {a: b}}
    spec: {containers: [{name: c, image: x, securityContext: {capabilities: {drop: [ALL]}}}]}
---
a: [
`,
);

async function entriesOf(...words: readonly string[]): Promise<readonly CheckEntry[]> {
  const { output } = await bulkhead('check', '--format', 'json', ...words);
  return checkOutput.parse(JSON.parse(output));
}

describe('the exit status', () => {
  test.each([
    [0, [clean]],
    [0, ['labs/who-am-i/start.yaml']],
    [1, [rejected]],
    [1, [clean, rejected]],
    [1, [several]],
    [0, [clean, '--pod-security', 'baseline']],
    [1, [clean, '--pod-security', 'restricted']],
    [0, ['labs/who-am-i/solutions/uid-1000.yaml', '--lab', 'who-am-i']],
    [1, ['labs/who-am-i/start.yaml', '--lab', 'who-am-i']],
  ] as const)('is %i for %j', async (status, words) => {
    expect((await bulkhead('check', ...words)).status).toBe(status);
  });
});

describe('the text', () => {
  test('of a clean file is a line', async () => {
    expect((await bulkhead('check', clean)).output).toBe(`${clean}:1:1: Pod/sample admitted`);
  });

  test('of a refusal has its place first, and the words of the server', async () => {
    expect((await bulkhead('check', rejected)).output.split('\n')).toEqual([
      `${rejected}:1:1: Pod/sample rejected by the API server`,
      `${rejected}:8:35: error: \`privileged\` wants \`true\` or \`false\`, and here stands text. [schema/wrong-type]`,
      expect.stringMatching(/^ {4}Kubernetes reads each field with one type/),
      expect.stringMatching(/^ {4}\S/),
      expect.stringMatching(/^ {4}API server: spec\.containers\[0\]\.securityContext\.privileged: /),
    ]);
  });

  test('of what was tried names the layer that decided', async () => {
    const { output } = await bulkhead('check', clean, '--operations', 'raw-socket,bind-port:port=25');
    expect(output.split('\n').slice(1)).toEqual([
      '  Tried in app',
      '    raw-socket: denied, EPERM',
      '      uid 1000 (line 8) holds no capability at all, so not `CAP_NET_RAW`.',
      '    bind-port:port=25: allowed',
    ]);
  });

  test('of a level tells each violation with its check and container', async () => {
    const { output } = await bulkhead('check', clean, '--pod-security', 'restricted:v1.18');
    expect(output.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
      `${clean}:1:1: Pod/sample admitted`,
      '  Pod Security restricted v1.18: not allowed',
      `${clean}:8:5: error: \`allowPrivilegeEscalation\` is not false. [allowPrivilegeEscalation, app]`,
      `${clean}:8:5: error: \`runAsNonRoot\` is written neither here nor at the pod. [runAsNonRoot, app]`,
    ]);
  });

  test('of a lab is the report that lies beside the attempt', async () => {
    const attempt = 'labs/who-am-i/attempts/drop-all-is-enough';
    const { output } = await bulkhead('check', '--lab', 'who-am-i', `${attempt}.yaml`);
    expect(`${output}\n`).toBe(textOf(`${attempt}.report.txt`));
  });
});

describe('the JSON', () => {
  test('has an entry for each document, whatever became of it', async () => {
    const entries = await entriesOf(several);
    expect(entries.map(({ kind, name, status }) => [kind, name, status])).toEqual([
      ['Pod', 'billing-api', 'valid'],
      ['Service', 'door', 'not-a-workload'],
      ['Deployment', 'd', 'valid'],
      [null, null, 'unparsable'],
    ]);
    expect(entries.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
      [],
      ['schema/not-a-workload'],
      [],
      ['yaml/unclosed-bracket'],
    ]);
    expect(entries.map(({ admission, podSecurity }) => [admission?.allowed, podSecurity?.restricted.allowed])).toEqual([
      [true, false],
      [undefined, undefined],
      [true, false],
      [undefined, undefined],
    ]);
  });

  test('tells a refusal in the words of the server, with its region', async () => {
    const [entry] = await entriesOf(rejected);
    expect(entry?.admission).toEqual({
      allowed: false,
      errors: [
        {
          path: 'spec.containers[0].securityContext.privileged',
          type: 'BadRequest',
          message: expect.stringContaining('cannot unmarshal string') as string,
        },
      ],
    });
    expect(entry?.diagnostics[0]).toMatchObject({
      severity: 'error',
      path: 'spec.containers[0].securityContext.privileged',
      line: 8,
      column: 35,
      endLine: 8,
      endColumn: 40,
    });
  });

  test('tells what decided each value', async () => {
    const [entry] = await entriesOf(clean);
    const { uid, gid, capabilities, seLinux, seccomp } = entry!.containers[0]!.effective;
    expect(uid).toEqual({
      value: 1000,
      origin: {
        from: 'container',
        path: 'spec.containers[0].securityContext.runAsUser',
        line: 8,
        column: 23,
        endLine: 8,
        endColumn: 38,
      },
    });
    expect(gid.origin).toMatchObject({ from: 'image' });
    expect(seccomp).toMatchObject({ value: { kind: 'none' }, origin: { from: 'default', of: 'kubernetes' } });
    expect(capabilities.value.bounding).toContain('CAP_NET_RAW');
    expect(capabilities.value.effectiveSet).toEqual([]);
    expect(seLinux).toBeNull();
  });

  test('tells the line of a capability that has one', async () => {
    const file = write('add.yaml', podText({ container: '    securityContext: {capabilities: {add: [SYS_TIME]}}\n' }));
    const [entry] = await entriesOf(file);
    const { named } = entry!.containers[0]!.effective.capabilities;
    expect(Object.entries(named)).toEqual([['CAP_SYS_TIME', expect.objectContaining({ from: 'container', line: 8 })]]);
  });

  test('tells what was tried, by whom it was decided and the whole way', async () => {
    const [entry] = await entriesOf(clean, '--operations', 'bind-port-80,raw-socket');
    const [port, socket] = entry!.operations;
    expect(port).toMatchObject({ id: 'bind-port-80', parameters: { port: 80 }, decision: 'allowed', by: null });
    expect(socket).toMatchObject({
      container: 'app',
      decision: 'denied',
      errno: 'EPERM',
      by: 'capabilities',
      started: true,
    });
    expect(socket?.chain.findLast(({ reached }) => reached)?.answer).toBe('stops');
  });

  test('holds the standards against the version asked for, else that of the world', async () => {
    const [ofWorld] = await entriesOf(clean);
    const [ofAsked] = await entriesOf(clean, '--pod-security', 'baseline:v1.7');
    expect(ofWorld?.podSecurity?.version).toBe('v1.35');
    expect(ofAsked?.podSecurity?.version).toBe('v1.7');
    expect(ofAsked?.podSecurity?.restricted.violations.map(({ id }) => id)).toEqual(['runAsNonRoot']);
  });

  test('holds a grade where there is a lab', async () => {
    const [entry] = await entriesOf('--lab', 'who-am-i', 'labs/who-am-i/attempts/drop-all-is-enough.yaml');
    expect(entry?.grade).toMatchObject({ lab: 'who-am-i', status: 'in-progress', misconception: 'M03' });
    expect((await entriesOf(clean))[0]?.grade).toBeNull();
  });

  test('keeps to its contract for every pod that was recorded and every text of the labs', async () => {
    const files = [...filesIn('tests/conformance/pods', '.yaml'), ...filesIn('labs', '.yaml')];
    const entries = await entriesOf(...files, '--operations', 'all');
    expect(new Set(entries.map(({ status }) => status)).size).toBeGreaterThan(1);
    for (const { operations } of entries) {
      for (const { decision, by, chain } of operations) {
        expect(by === null).toBe(decision === 'allowed');
        expect(chain.length).toBeGreaterThan(0);
      }
    }
  });

  test('is one array, with an entry also for a file without documents', async () => {
    const entries = await entriesOf(write('empty.yaml', '# nothing\n'));
    expect(entries.map(({ kind, status }) => [kind, status])).toEqual([[null, 'not-a-workload']]);
  });
});

describe('SARIF', () => {
  test('has a result for each finding and violation, with its region', async () => {
    const { output } = await bulkhead('check', '--format', 'sarif', rejected, '--pod-security', 'restricted:v1.7');
    expect(JSON.parse(output)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'bulkhead', rules: [{ id: 'pod-security/runAsNonRoot' }, { id: 'schema/wrong-type' }] },
          },
          columnKind: 'utf16CodeUnits',
          results: [
            {
              ruleId: 'schema/wrong-type',
              level: 'error',
              locations: [
                { physicalLocation: { region: { startLine: 8, startColumn: 35, endLine: 8, endColumn: 40 } } },
              ],
            },
            { ruleId: 'pod-security/runAsNonRoot', level: 'error' },
          ],
        },
      ],
    });
  });

  test('has a result for each criterion that is not met', async () => {
    const { output } = await bulkhead('check', '--format', 'sarif', '--lab', 'who-am-i', 'labs/who-am-i/start.yaml');
    expect(output).toContain('"ruleId": "lab/system-files"');
  });
});

describe('the program', () => {
  test('reads the standard input, and writes no colour where nobody sees it', () => {
    const { stdout, status } = bulkheadProgram(['check', '-'], { input: podText({}) });
    expect(stdout).toBe('-:1:1: Pod/sample admitted\n');
    expect(status).toBe(0);
  });

  test('ends with 2 and a word on the standard error for what it cannot work with', () => {
    expect(bulkheadProgram(['check', 'none.yaml'])).toEqual({
      stdout: '',
      stderr: '`none.yaml` cannot be read: there is no such file.\n',
      status: 2,
    });
    expect(bulkheadProgram(['check', 'labs'])).toMatchObject({
      status: 2,
      stderr: '`labs` cannot be read: it is a folder.\n',
    });
    expect(bulkheadProgram(['check', clean, '--lab', 'x'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('tells what has to be mended in a world, with its line', () => {
    const world = write('world.yaml', 'fieldValidation: Strict\nnode: {appArmor: 3}\n');
    const { stderr, status } = bulkheadProgram(['check', clean, '--world', world]);
    expect(stderr).toBe(`${world}:2: \`node.appArmor\` is not of the right type. Write it as boolean.\n`);
    expect(status).toBe(2);
  });

  test('judges in the world of the file', () => {
    const world = write('lenient.yaml', 'fieldValidation: Ignore\n');
    const text = podText({ spec: '  hostuser: false\n' });
    expect(bulkheadProgram(['check', '-', '--world', world], { input: text }).stdout).toContain('Pod/sample admitted');
    expect(bulkheadProgram(['check', '-'], { input: text }).stdout).toContain('Pod/sample rejected');
  });
});
