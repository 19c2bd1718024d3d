import { describe, expect, it } from 'vitest';
import type { SELinuxLevel } from '../../model/selinux.ts';
import { dominates, rangeOf } from './levels.ts';

describe('a level', () => {
  it.each([
    ['s0', 0, 0],
    ['s0:c1', 1, 1],
    ['s0:c5,c1', 2, 2],
    ['s0:c1,c1', 1, 1],
    ['s0:c1.c3', 3, 3],
    ['s0:c0.c1023', 1024, 1024],
    ['s0:c1.c3,c7', 4, 4],
    ['s0-s0:c0.c1023', 0, 1024],
    ['s0:c1-s0:c1,c2', 1, 2],
  ])('%s has %i categories at least and %i at most', (text, low, high) => {
    const range = rangeOf(text);
    expect([range?.low.size, range?.high.size]).toEqual([low, high]);
  });

  it.each([
    ['another sensitivity', 's1'],
    ['a category too many', 's0:c1024'],
    ['a range to one too many', 's0:c1000.c1024'],
    ['a range downwards', 's0:c5.c2'],
    ['a range of one', 's0:c5.c5'],
    ['no category behind the colon', 's0:'],
    ['none behind the comma', 's0:c1,'],
    ['a number with a nought before it', 's0:c01'],
    ['more at least than at most', 's0:c1-s0'],
    ['three parts', 's0-s0-s0'],
    ['two colons', 's0:c1:c2'],
    ['a type in front', 'container_t:s0'],
    ['nothing', ''],
    ['text', 'foo'],
  ])('with %s is none', (_name, text) => {
    expect(rangeOf(text)).toBe(null);
  });
});

describe('a process dominates an object', () => {
  it.each([
    ['of the same categories', 's0:c1,c2', 's0:c2,c1', 'always'],
    ['of some of them', 's0:c1,c2,c3', 's0:c1,c2', 'always'],
    ['of a range it has', 's0:c0.c1023', 's0:c5', 'always'],
    ['without any', 's0:c1,c2', 's0', 'always'],
    ['not of more', 's0:c1,c2', 's0:c1,c2,c3', 'never'],
    ['not of others', 's0:c1,c2', 's0:c3,c4', 'never'],
    ['not of one, with none', 's0', 's0:c1', 'never'],
    ['not of what is missing in a range', 's0:c1.c3', 's0:c1,c4', 'never'],
    ['by what it has at most', 's0-s0:c0.c1023', 's0:c7', 'always'],
    ['whose highest is below', 's0:c1', 's0-s0:c1', 'always'],
    ['with the pair picked for the same pod', 'picked a', 'picked a', 'always'],
    ['not with one picked for another', 'picked a', 'picked b', 'never'],
    ['without any, with a picked pair', 'picked a', 's0', 'always'],
    ['not of two written ones, with a picked pair', 'picked a', 's0:c1,c2', 'never'],
    ['not of three, with a picked pair', 'picked a', 's0:c1,c2,c3', 'never'],
    ['of one only by chance, with a picked pair', 'picked a', 's0:c1', 'by-chance'],
    ['of a picked pair, with all categories', 's0:c0.c1023', 'picked a', 'always'],
    ['of a picked pair by chance, with many', 's0:c0.c511', 'picked a', 'by-chance'],
    ['not of a picked pair, with a written one', 's0:c1,c2', 'picked a', 'never'],
    ['not of a picked pair, with none', 's0', 'picked a', 'never'],
  ])('%s', (_name, process, object, expected) => {
    expect(dominates(level(process), level(object))).toBe(expected);
  });
});

function level(text: string): SELinuxLevel {
  const [kind, owner] = text.split(' ');
  return kind === 'picked' ? { kind, owner: owner ?? '' } : { kind: 'written', text };
}
