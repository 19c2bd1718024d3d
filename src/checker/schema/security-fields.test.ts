import { expect, test } from 'vitest';
import { capabilities } from '../model/capability.ts';
import { capabilityHelp } from './capability-help.ts';
import { securityFields } from './security-fields.ts';
import { shapes, type FieldType, type Shape } from './shapes.ts';

function shapeNamed(name: string): Shape {
  const shape = shapes.get(name);
  if (shape === undefined) throw new Error(`the schema has no ${name}`);
  return shape;
}

/** Answers the type of a path such as `spec.containers[*].securityContext.runAsUser`, from the root of a Pod. */
function typeAt(path: string): FieldType | undefined {
  let type: FieldType | undefined = { kind: 'object', shape: shapeNamed('Pod') };
  for (const step of path.split('.')) {
    type = type?.kind === 'object' ? type.shape.fields.get(step.replace('[*]', '')) : undefined;
    if (step.endsWith('[*]')) type = type?.kind === 'list' ? type.of : undefined;
  }
  return type;
}

function inWords(type: FieldType | undefined): string | undefined {
  if (type?.kind !== 'scalar') return type?.kind;
  return type.scalar === 'string' ? 'text' : type.scalar;
}

const described = securityFields.flatMap(({ paths, type }) => paths.map((path) => [path, type] as const));

test.each(described)('%s is in the schema as %s', (path, type) => {
  expect(inWords(typeAt(path))).toBe(type);
});

test('no field is described twice', () => {
  expect(new Set(described.map(([path]) => path)).size).toBe(described.length);
});

test.each([
  ['PodSecurityContext', 'spec.securityContext'],
  ['SecurityContext', 'spec.containers[*].securityContext'],
  ['Capabilities', 'spec.containers[*].securityContext.capabilities'],
  ['SeccompProfile', 'spec.securityContext.seccompProfile'],
  ['AppArmorProfile', 'spec.containers[*].securityContext.appArmorProfile'],
  ['SELinuxOptions', 'spec.securityContext.seLinuxOptions'],
  ['Sysctl', 'spec.securityContext.sysctls[*]'],
])('every field of %s is described', (shape, at) => {
  const paths = new Set(described.map(([path]) => path));
  const missing = [...shapeNamed(shape).fields.keys()].filter((field) => !paths.has(`${at}.${field}`));
  expect(missing).toEqual([]);
});

test('every capability has a sentence', () => {
  expect(Object.keys(capabilityHelp)).toEqual([...capabilities]);
  for (const sentence of Object.values(capabilityHelp)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
