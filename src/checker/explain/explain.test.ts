import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../tests/support/container.ts';
import { pod, sourceOf, type PodShape } from '../../../tests/support/pods.ts';
import type { OperationCall } from '../model/operation.ts';
import { analyse, defaultWorld } from '../index.ts';
import { decidingStep, explainDiagnostic, explainOutcome, explainStep } from './explain.ts';
import { decidedBy } from './places.ts';
import { sentenceFor } from './sentences.ts';

function told(shape: PodShape, call: string | OperationCall) {
  const step = decidingStep(verdictOf(shape, call));
  if (step === null) throw new Error('a verdict without a step');
  return explainStep(step, [sourceOf(pod(shape))]);
}

describe('a step says', () => {
  it('which line decided', () => {
    expect(told({ context: { runAsUser: 1000 } }, 'raw-socket').what).toContain('(line 10)');
  });

  it('which line it beat', () => {
    const shape = {
      podContext: { seccompProfile: { type: 'RuntimeDefault' } },
      context: { seccompProfile: { type: 'Unconfined' }, capabilities: { add: ['SYS_ADMIN'] } },
    };
    const step = verdictOf(shape, 'mount-tmpfs').chain.find(({ layer }) => layer === 'seccomp');
    expect(explainStep(step!, [sourceOf(pod(shape))]).what).toMatch(/\(line \d+, which beats line \d+\)/);
  });

  it('which other way was shut, and alike ones once', () => {
    const { why } = told({ context: { runAsUser: 1000 } }, 'read-foreign-0600');
    expect(why.match(/holds no capability/g)).toHaveLength(1);
  });

  // Lines of `pod`: the uid stands in line 10, allowPrivilegeEscalation in line 11, the list behind it.
  it.each([
    ['lets a helper have it', {}, '(the default of containerd)', '`no_new_privs` is not set (line 11)'],
    ['lets root have it', { runAsUser: 0 }, '(the default of containerd)', 'uid 0 (line 10)'],
    [
      'keeps it from a helper',
      { capabilities: { drop: ['CHOWN'] } },
      ': line 14 keeps',
      'The bounding set is the most',
    ],
  ])('of each line what it did, where the bounding set %s', (_, more, list, other) => {
    const context = { runAsUser: 1000, allowPrivilegeEscalation: true, ...more };
    const call = { id: 'setuid-binary-chown', parameters: { path: '/usr/libexec/su-helper' } };
    const { what, why } = told({ context }, call);
    expect(what).toContain(list);
    expect(why).toContain(other);
    expect(what).not.toMatch(/line 1[01]/);
  });

  it('which line says the uid, and not the list that has no say', () => {
    const { what, why } = told({ context: { runAsUser: 1000, capabilities: { add: ['NET_RAW'] } } }, 'raw-socket');
    expect(what).toContain('uid 1000 (line 10) holds no capability at all, so not `CAP_NET_RAW`.');
    expect(why).toContain('It is in the bounding set, but execve empties the effective set');
    expect(why).not.toContain('line');
  });

  it.each([
    ['', 'Port 80 is below 1024', "(line 8 writes no value, so the kernel's own stays)"],
    ['1024', 'Port 80 is below 1024', '(line 8)'],
    ['80', 'the first such port here is 80', '(line 8)'],
  ])('which number the sysctl %j leaves', (value, number, whence) => {
    const podContext = { sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value }] };
    const shape = { podContext, context: { runAsUser: 1000 } };
    const step = verdictOf(shape, 'bind-port-80').chain.find(({ ways }) => ways !== undefined);
    const { what } = explainStep(step!, [sourceOf(pod(shape))]);
    expect(what).toContain(number);
    expect(what).toContain(whence);
  });

  it('whose default it is where nothing is written', () => {
    expect(told({}, 'bind-port-80').what).toContain('the default of containerd');
  });
});

describe('a pod that the API server refuses', () => {
  const refused = { context: { runAsUser: 'root' } };
  const sources = [sourceOf(pod(refused))];
  const verdict = verdictOf(refused, 'raw-socket');

  it('is told by what is wrong in the text first, and by its own words last', () => {
    const [finding] = analyse(sources, defaultWorld).diagnostics;
    const plain = explainDiagnostic(finding!, sources);
    const { what, why, todo, words } = told(refused, 'raw-socket');
    expect([what, todo]).toEqual([plain.what, plain.todo]);
    expect(why).toBe(
      `${plain.why} The API server refuses the pod at \`spec.containers[0].securityContext.runAsUser\` (line 10). Nothing of the pod ever runs.`,
    );
    expect(words).toMatch(
      /^API server: spec\.containers\[0\]\.securityContext\.runAsUser: BadRequest: json: cannot unmarshal/,
    );
  });

  it('is told in a line by a row that was not tried', () => {
    const criterion = { id: 'a', must: 'be-blocked', title: 'A', container: 'app', operations: [] } as const;
    const row = explainOutcome({ criterion, status: 'not-run', verdicts: [verdict] }, sources);
    expect(row).toEqual({ what: 'Not tried: this pod does not start.', why: told(refused, 'raw-socket').what });
  });
});

it('names the file where there is more than one text', () => {
  const sources = [sourceOf(pod()), { file: 'other.yaml', text: 'a: 1\nb: 2\n', language: 'kubernetes' } as const];
  const origin = { from: 'pod', path: 'b', span: { file: 'other.yaml', start: 5, end: 9 } } as const;
  expect(decidedBy({ origins: [origin], overrode: [] }, sources)).toBe('other.yaml line 2');
});

it('throws for a code that nobody wrote a sentence for', () => {
  expect(() => sentenceFor('nobody/knows', { facts: {}, decidedBy: '' })).toThrow('nobody/knows');
});
