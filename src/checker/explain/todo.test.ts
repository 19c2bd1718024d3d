import { expect, it } from 'vitest';
import { verdictOf } from '../../../tests/support/container.ts';
import { pod, sourceOf, type PodShape } from '../../../tests/support/pods.ts';
import { admissionMessages } from '../admission/messages.ts';
import { gradeMessages } from '../grade/messages.ts';
import type { Facts } from '../model/fact.ts';
import type { OperationCall } from '../model/operation.ts';
import { parseMessages } from '../parse/messages.ts';
import { schemaMessages } from '../schema/messages.ts';
import { decidingStep, explainStep, originsBehind } from './explain.ts';
import { codesWithSentence, sentenceFor } from './sentences.ts';

/** Answers of layers that name no field, each with its reason: what a pod can change has one. */
const withoutField: Readonly<Record<string, readonly string[]>> = {
  'a start that succeeds asks for nothing': [
    ...['kernel/admitted', 'user/non-root-not-asked', 'user/non-root-verified', 'user/sandbox-user-given'],
    ...['user-namespace/ids-mapped', 'user-namespace/not-used', 'capabilities/given', 'sysctls/allowed'],
    ...['sysctls/accepted', 'mounts/points-made', 'mounts/entry-visible', 'seccomp/no-file-needed'],
    ...['seccomp/profile-present', 'apparmor/not-asked', 'apparmor/available', 'apparmor/no-name-given'],
    ...['apparmor/profile-present', 'placement/os-fits', 'placement/usual-runtime'],
  ],
  'the plain rule, whose override says where to look': ['user/other-uid', 'user/not-owner', 'user/mode-refuses'],
  'it is the file, which the image brings': [
    ...['capabilities/not-gained-file', 'no-new-privs/not-setuid-root', 'no-new-privs/setuid-to-another'],
    ...['mounts/is-a-folder', 'mounts/file-on-the-way'],
  ],
  'it is the runtime or the kernel, whatever the pod says': [
    ...['mounts/pods-own-file', 'mounts/takes-no-files', 'mounts/on-dev'],
  ],
  'it decides nothing, its file is asked next': ['mounts/visible'],
  'nobody can tell': [
    ...['kernel/init-container-unsure', 'user/folder-not-named', 'mounts/kernels-own', 'mounts/volume-not-known'],
    ...['seccomp/profile-not-seen', 'seccomp/version-not-known', 'seccomp/profile-unknown', 'sysctls/not-known'],
    ...['apparmor/profile-unknown', 'apparmor/not-modelled'],
  ],
};

const exempt = Object.values(withoutField).flat();
/** Findings of a text and of an answer as a whole: no layer says them. */
const others: readonly string[] = [parseMessages, schemaMessages, admissionMessages, gradeMessages].flatMap(
  Object.keys,
);
const ofLayers = codesWithSentence.filter((code) => !others.includes(code));
/** Facts that are whatever a sentence asks for. */
const anything: Facts = new Proxy({}, { get: (_, name) => (name === 'as' ? 'owner' : 'x') });

it.each(ofLayers)('%s names a field to look at, or none for a reason', (code) => {
  const { todo = '' } = sentenceFor(code, { facts: anything, decidedBy: 'line 1', places: ['line 1', 'line 2'] });
  expect(/`[a-z]\w*`/.test(todo)).toBe(!exempt.includes(code));
});

it('no reason is left over', () => {
  expect(exempt.filter((code) => !codesWithSentence.includes(code))).toEqual([]);
});

const read = (path: string): OperationCall => ({ id: 'read-path', parameters: { path } });

it.each<[name: string, shape: PodShape, call: string | OperationCall, todo: string | undefined]>([
  [
    'who writes, and whether anybody may',
    {},
    'write-rootfs-root-dir',
    'Look at `runAsUser`, and at `readOnlyRootFilesystem` or the `readOnly` of a mount.',
  ],
  [
    'what overrides the plain rule',
    { context: { capabilities: { drop: ['ALL'] } } },
    'setuid-call',
    'Look at `capabilities` of this container.',
  ],
  ['nothing where everybody may', { context: { runAsUser: 1000 } }, read('/srv/foreign-a'), undefined],
])('a row names %s', (_, shape, call, todo) => {
  const step = decidingStep(verdictOf(shape, call));
  expect(explainStep(step!, [sourceOf(pod(shape))]).todo).toBe(todo);
});

it('a row has the lines of every shut way behind it', () => {
  const step = decidingStep(verdictOf({ context: { capabilities: { drop: ['ALL'] } } }, 'setuid-call'));
  expect(originsBehind(step!).flatMap((origin) => ('path' in origin ? [origin.path] : []))).toEqual([
    'spec.containers[0].securityContext.capabilities.drop[0]',
  ]);
});

it('a list that would let a program have it is no line behind what a uid may not', () => {
  const step = decidingStep(
    verdictOf({ context: { runAsUser: 1000, capabilities: { add: ['NET_RAW'] } } }, 'raw-socket'),
  );
  expect(originsBehind(step!).flatMap((origin) => ('path' in origin ? [origin.path] : []))).toEqual([
    'spec.containers[0].securityContext.runAsUser',
  ]);
});
