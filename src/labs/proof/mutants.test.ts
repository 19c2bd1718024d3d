import { expect, test } from 'vitest';
import { defaultWorld } from '../../checker/index.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

interface Rules {
  readonly mayEdit?: readonly string[];
  readonly mayNotEdit?: readonly string[];
}

function mutants(spec: string, rules: Rules = {}): readonly Mutant[] {
  const solution = `apiVersion: v1\nkind: Pod\nmetadata: { name: app }\nspec: ${spec}\n`;
  return mutantsOf({ solution, start: solution, lab: { world: defaultWorld, mayEdit: [], mayNotEdit: [], ...rules } });
}

const container = '{ name: app, image: app:1, securityContext: { procMount: Default } }';
const editable: readonly (readonly [what: string, spec: string, rules: Rules, fields: readonly string[]])[] = [
  ['the pod', '{ securityContext: { fsGroup: 1 } }', {}, ['spec.securityContext', 'spec.securityContext.fsGroup']],
  ['a namespace of the node', '{ hostPID: false }', {}, ['spec.hostPID']],
  ...['initContainers', 'containers', 'ephemeralContainers'].map((list) => {
    const field = `spec.${list}[0].securityContext`;
    return [list, `{ ${list}: [${container}] }`, {}, [field, `${field}.procMount`]] as const;
  }),
  ['the frame', '{ nodeName: a, volumes: [{ name: data, emptyDir: {} }] }', {}, []],
  ['a field that the lab opens', '{ nodeName: a }', { mayEdit: ['spec.nodeName'] }, ['spec.nodeName']],
  [
    'a field of items that the lab opens',
    '{ volumes: [{ name: data, emptyDir: {} }] }',
    { mayEdit: ['spec.volumes[*].emptyDir'] },
    ['spec.volumes[0].emptyDir'],
  ],
  [
    'a context of which the lab closes a field',
    '{ securityContext: { fsGroup: 1, runAsGroup: 2 } }',
    { mayNotEdit: ['spec.securityContext.runAsGroup'] },
    ['spec.securityContext.fsGroup'],
  ],
];

test.for(editable)('of %s what may be edited is varied, and nothing else', ([, spec, rules, fields]) => {
  expect([...new Set(mutants(spec, rules).map(({ field }) => field))]).toEqual(fields);
});

const weakened: readonly (readonly [spec: string, field: string, did: readonly string[]])[] = [
  ['{ hostUsers: false }', 'spec.hostUsers', ['left out', 'false made true']],
  ['{ securityContext: { runAsUser: 7 } }', 'spec.securityContext.runAsUser', ['left out', 'made 0']],
  ['{ securityContext: { runAsUser: 0 } }', 'spec.securityContext.runAsUser', ['left out']],
  ['{ securityContext: { sysctls: [{}] } }', 'spec.securityContext.sysctls', ['left out']],
  ['{ securityContext: { sysctls: [{}, {}] } }', 'spec.securityContext.sysctls', ['left out', 'emptied']],
];

test.for(weakened)('%s: %s is weakened as far as it can be', ([spec, field, did]) => {
  expect(
    mutants(spec)
      .filter((mutant) => mutant.field === field)
      .map((mutant) => mutant.did),
  ).toEqual(did);
});
