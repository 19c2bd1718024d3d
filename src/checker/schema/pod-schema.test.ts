import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatePodSchema } from '../../tools/update-facts.ts';
import { podSchema } from './pod-schema.generated.ts';
import { shapes } from './shapes.ts';

test('the table is what the generator writes', async () => {
  const written = readFileSync(new URL('pod-schema.generated.ts', import.meta.url), 'utf8');
  expect(written, 'run `node src/tools/update-facts.ts`').toBe(await generatePodSchema());
}, 60_000);

test('every type it names is in it', () => {
  const scalars = new Set(['string', 'boolean', 'integer', 'quantity', 'integer-or-string', 'any']);
  const named = Object.values(podSchema).flatMap((fields) =>
    Object.values(fields).map((type) => type.replace(/[^\w-]/g, '')),
  );
  expect(named.filter((type) => !scalars.has(type) && !shapes.has(type))).toEqual([]);
});

test.each([
  ['PodSpec', 'hostUsers', 'boolean'],
  ['PodSpec', 'containers', 'Container[]!'],
  ['PodSpec', 'resources', 'ResourceRequirements'],
  ['PodSpec', 'hostnameOverride', 'string'],
  ['PodSpec', 'workloadRef', 'WorkloadReference'],
  ['PodSecurityContext', 'supplementalGroupsPolicy', 'string'],
  ['PodSecurityContext', 'seLinuxChangePolicy', 'string'],
  ['PodSecurityContext', 'supplementalGroups', 'integer[]'],
  ['SecurityContext', 'procMount', 'string'],
  ['SecurityContext', 'runAsUser', 'integer'],
  ['Capabilities', 'drop', 'string[]'],
  ['Sysctl', 'value', 'string!'],
  ['ObjectMeta', 'annotations', 'string{}'],
  ['ResourceRequirements', 'limits', 'quantity{}'],
  ['HTTPGetAction', 'port', 'integer-or-string!'],
])('%s has %s: %s', (shape, field, type) => {
  expect(podSchema[shape]?.[field]).toBe(type);
});

test.each([
  ['PodSpec', 'schedulingGroup'],
  ['PodSpec', 'capabilities'],
  ['PodSecurityContext', 'capabilities'],
  ['PodSecurityContext', 'privileged'],
  ['SecurityContext', 'fsGroup'],
  ['SecurityContext', 'hostUsers'],
])('%s has no %s', (shape, field) => {
  expect(podSchema[shape]).toBeDefined();
  expect(podSchema[shape]?.[field]).toBeUndefined();
});
