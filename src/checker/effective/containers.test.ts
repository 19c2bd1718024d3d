import { expect, it } from 'vitest';
import { sourceFrom } from '../../../tests/support/pods.ts';
import { analyse } from '../analyse.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { PrimitiveId } from '../model/container.ts';
import { primitives } from '../primitives/index.ts';

it('resolves every primitive after those it needs', () => {
  const order = Object.keys(primitives);
  const late = Object.values(primitives).flatMap(({ id, needs }) =>
    (needs as readonly PrimitiveId[])
      .filter((need) => order.indexOf(need) >= order.indexOf(id))
      .map((need) => `${id} needs ${need}`),
  );
  expect(late).toEqual([]);
});

it('gives every primitive the id under which it is registered', () => {
  expect(Object.entries(primitives).filter(([key, { id }]) => key !== id)).toEqual([]);
});

it('lists containers of every kind, in the order in which they start', () => {
  const text = `
apiVersion: v1
kind: Pod
metadata: { name: four }
spec:
  ephemeralContainers: [{ name: debug, image: i }]
  containers: [{ name: app, image: i }]
  initContainers:
    - { name: first, image: i }
    - { name: proxy, image: i, restartPolicy: Always }
`;
  const containers = analyse([sourceFrom(text)], defaultWorld).documents[0]?.containers ?? [];
  expect(containers.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'first init',
    'proxy sidecar',
    'app app',
    'debug ephemeral',
  ]);
});
