import { expect, test } from 'vitest';
import { placeNear } from './field-path.ts';
import type { Place } from './pod.ts';

const spanAt = (start: number) => ({ file: 'pod.yaml', start, end: start + 1 });
const placeAt = (start: number): Place => ({ key: spanAt(start), value: spanAt(start + 1) });

const document = {
  span: spanAt(0),
  places: {
    spec: placeAt(10),
    'spec.containers': placeAt(20),
    'spec.containers[0]': { ...placeAt(30), behindAlias: true as const },
    'metadata.annotations': placeAt(40),
    'metadata.annotations[a.b/c]': placeAt(50),
  },
};

test.each([
  ['spec.containers', { key: 20, value: 21 }],
  ['metadata.annotations[a.b/c]', { key: 50, value: 51 }],
  ['spec.hostPID', { key: 10, value: 10 }],
  ['spec.containers[1].name', { key: 20, value: 20 }],
  ['spec.containers[0].securityContext.runAsUser', { key: 30, value: 30 }],
  ['metadata.annotations[x.y/z]', { key: 40, value: 40 }],
  ['metadata.name', { key: 0, value: 0 }],
  ['', { key: 0, value: 0 }],
])('the place near `%s` is the field or the key above it', (path, { key, value }) => {
  const place = placeNear(document, path);
  expect({ key: place.key.start, value: place.value.start }).toEqual({ key, value });
});

test('a key above that comes through an alias stays one that no edit may touch', () => {
  expect(placeNear(document, 'spec.containers[0].image').behindAlias).toBe(true);
});
