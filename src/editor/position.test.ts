import { describe, expect, test } from 'vitest';
import { placeAt, podPath } from './position.ts';

/** The place of `|` in the text: path, then how, then the key and the word. */
function told(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = placeAt(text, offset);
  if (place === null) return 'comment';
  const { path, key, at, word } = place;
  return `${podPath(path)} ${at} ${key ?? '-'} ${text.slice(word.start, word.end)}`.trim();
}

const pod = (rest: string): string => `apiVersion: v1\nkind: Pod\nspec:\n${rest}`;

test.each([
  ['a key of the pod', pod('  hostU|'), 'spec key - hostU'],
  ['a written key', pod('  host|Users: false'), 'spec key - hostUsers'],
  ['the value of a key', pod('  hostUsers: fa|lse'), 'spec value hostUsers false'],
  ['nothing yet behind a key', pod('  hostUsers: |'), 'spec value hostUsers'],
  ['an empty line, by the column of the cursor', pod('  securityContext:\n    |'), 'spec.securityContext key -'],
  ['an empty line, further left', pod('  securityContext:\n    runAsUser: 1000\n  |'), 'spec key -'],
  ['a container', pod('  containers:\n    - name: api\n      sec|'), 'spec.containers[] key - sec'],
  ['the first key of an item', pod('  containers:\n    - na|'), 'spec.containers[] item containers na'],
  ['the first key of an item, written', pod('  containers:\n    - na|me: api'), 'spec.containers[] key - name'],
  [
    'items as far left as their key',
    pod('  containers:\n  - name: api\n    image: x\n    sec|'),
    'spec.containers[] key - sec',
  ],
  [
    'the second of two',
    pod('  containers:\n  - name: a\n    image: x\n  - name: b\n    im|'),
    'spec.containers[] key - im',
  ],
  [
    'an item that is a value',
    pod('  a:\n    capabilities:\n      drop:\n        - NE|'),
    'spec.a.capabilities.drop[] item drop NE',
  ],
  ['a flow list', pod('  capabilities:\n    drop: [ALL, NE|]'), 'spec.capabilities.drop[] item drop NE'],
  ['an empty flow list', pod('  capabilities: { drop: [|] }'), 'spec.capabilities.drop[] item drop'],
  ['a key in a flow map', pod('  seccompProfile: { ty| }'), 'spec.seccompProfile key - ty'],
  ['a value in a flow map', pod('  seccompProfile: { type: Run| }'), 'spec.seccompProfile value type Run'],
  ['the second key in a flow map', pod('  p: { type: Localhost, loc| }'), 'spec.p key - loc'],
  ['a container in flow style', pod('  containers: [{ name: api, im| }]'), 'spec.containers[] key - im'],
  ['a comment', pod('  hostUsers: false # wh|y'), 'comment'],
  ['a second document', `${pod('  hostUsers: false')}\n---\nspec:\n  hos|`, 'spec key - hos'],
  ['the root', 'ki|', 'key - ki'],
])('%s', (_, marked, place) => {
  expect(told(marked)).toBe(place);
});

describe('the pod is the same whatever wraps it', () => {
  test.each([
    ['Deployment', ['spec', 'template', 'spec', 'containers', '[]']],
    ['CronJob', ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', '[]']],
    ['PodTemplate', ['template', 'spec', 'containers', '[]']],
    ['Pod', ['spec', 'containers', '[]']],
  ])('%s', (_, path) => {
    expect(podPath(path)).toBe('spec.containers[]');
  });
});

test('it answers anywhere in any text', () => {
  const text = pod('  a: [{ b: "c\n- - -\n\t: :\n}]\n  "x": \'y\n');
  for (let offset = 0; offset <= text.length; offset += 1) expect(() => placeAt(text, offset)).not.toThrow();
});
