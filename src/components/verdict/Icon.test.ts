import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('every icon that has a name is in the sprite, and nothing else is', () => {
  const names = [...read('Icon.tsx').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, name]) => name);
  const drawn = [...read('../../../public/icons.svg').matchAll(/<symbol id="([\w-]+)"/g)].map(([, id]) => id);
  expect(names.length).toBeGreaterThan(20);
  expect(drawn.toSorted()).toEqual(names.toSorted());
});
