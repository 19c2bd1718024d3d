import { expect, test } from 'vitest';
import { defaultWorld, readYaml, type SharedSecurityContext } from '../../checker/index.ts';
import { rewritesOf } from './rewrites.ts';

const shared: Required<SharedSecurityContext> = {
  runAsUser: 1,
  runAsGroup: 2,
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
  appArmorProfile: { type: 'RuntimeDefault' },
  seLinuxOptions: { type: 'spc_t' },
};

const inEachContainer = (podContext: object, own: object): unknown => {
  const spec = { securityContext: podContext, containers: [{ name: 'app', image: 'app:1', securityContext: own }] };
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app' }, spec });
  const rewrite = rewritesOf(text, defaultWorld).find(({ name }) => name.includes('in each container'));
  const written = readYaml('pod.yaml', rewrite?.text ?? '').value as unknown as { readonly spec: typeof spec };
  return [written.spec.securityContext, written.spec.containers[0]?.securityContext];
};

test.for(Object.entries(shared))('%s moves into each container', ([field, value]) => {
  expect(inEachContainer({ [field]: value, fsGroup: 3 }, {})).toEqual([{ fsGroup: 3 }, { [field]: value }]);
});

test("a container's own value stays", () => {
  expect(inEachContainer({ runAsUser: 1 }, { runAsUser: 7 })).toEqual([{}, { runAsUser: 7 }]);
});
