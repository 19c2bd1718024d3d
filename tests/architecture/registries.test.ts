import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { operations } from '../../src/checker/operations/index.ts';
import { primitives } from '../../src/checker/primitives/index.ts';
import { misconceptions } from '../../src/checker/grade/misconceptions/index.ts';
import { filesIn, foldersIn, textOf } from '../support/files.ts';

const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const stems = (folder: string, ending: string): string[] =>
  filesIn(folder, ending)
    .filter((path) => path.split('/').length === folder.split('/').length + 1)
    .map((path) => basename(path, ending));
const written = (stem: string): boolean => stem !== 'index' && !stem.endsWith('.test');

describe('each registry lists what its folder holds', () => {
  test('operations', () => {
    const ids = operations.map(({ id }) => id).sort();
    expect(ids).toEqual(stems('src/checker/operations', '.ts').filter(written).sort());
  });

  test('operations, as the recorder tries them', () => {
    // `start` is no program: the container runs or it does not.
    const ids = operations.map(({ id }) => id).filter((id) => id !== 'start');
    const tried = stems('src/guest/operations', '.c');
    expect(ids.filter((id) => !tried.includes(id))).toEqual([]);
  });

  test('primitives', () => {
    // `appArmor` keeps the spelling of its field, the folder that of the kernel.
    const ids = Object.keys(primitives).map((id) => kebab(id).replace('app-armor', 'apparmor'));
    // SELinux stands there before its row: nothing asks it yet.
    expect([...ids, 'selinux'].sort()).toEqual(foldersIn('src/checker/primitives').sort());
  });

  test('misconceptions, with their data', () => {
    const ids = misconceptions.map(({ id }) => id).sort();
    const detectors = stems('src/checker/grade/misconceptions', '.ts').filter((stem) => /^m\d+$/i.test(stem));
    expect(detectors.map((stem) => stem.toUpperCase()).sort()).toEqual(ids);
    expect(
      stems('content/misconceptions', '.yaml')
        .map((stem) => stem.toUpperCase())
        .sort(),
    ).toEqual(ids);
  });
});

interface Part {
  readonly lessons: readonly string[];
  readonly labs: readonly string[];
}

const course = parse(textOf('content/course.yaml')) as readonly Part[];

describe('the course', () => {
  test('orders every lesson once, and orders nothing that is not there', () => {
    expect(course.flatMap(({ lessons }) => lessons).sort()).toEqual(foldersIn('content/lessons').sort());
  });

  test('orders every lab once', () => {
    expect(course.flatMap(({ labs }) => labs).sort()).toEqual(foldersIn('labs').sort());
  });

  test('embeds labs that exist', () => {
    const labs = foldersIn('labs');
    const embedded = filesIn('content/lessons', '.mdx').flatMap((path) =>
      [...textOf(path).matchAll(/<Lab\s+id="([^"]+)"/g)].map(([, id]) => id ?? ''),
    );
    expect(embedded.filter((id) => !labs.includes(id))).toEqual([]);
    expect(embedded.length).toBeGreaterThan(0);
  });
});
