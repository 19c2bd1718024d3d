import { describe, expect, test } from 'vitest';
import { lettersOf, readPermissions } from './permissions.ts';

const exec = (goes: string, more: object = {}) => ({ goes, otherwise: null, cleans: false, ...more });

describe('letters', () => {
  test.each([
    ['r', 'r', null],
    ['RW', 'rw', null],
    ['a', 'a', null],
    ['rwmlk', 'rwlkm', null],
    ['rix', 'rx', exec('inherit')],
    ['px', 'x', exec('profile')],
    ['Px', 'x', exec('profile', { cleans: true })],
    ['cix', 'x', exec('child', { otherwise: 'inherit' })],
    ['PUx', 'x', exec('profile', { otherwise: 'unconfined', cleans: true })],
    ['ux', 'x', exec('unconfined')],
    ['x', 'x', exec('plain')],
    ['ixix', 'x', exec('inherit')],
  ])('%s', (letters, granted, mode) => {
    const read = readPermissions(letters);
    expect(typeof read === 'string' ? read : [lettersOf(read.bits), read.exec]).toEqual([granted, mode]);
  });

  test.each([
    ['wa', "Conflict 'a' and 'w'"],
    ['aw', "Conflict 'a' and 'w'"],
    ['pxix', "Exec qualifier 'i' invalid"],
    ['pxPx', "Exec qualifier 'P' invalid"],
    ['xpx', "Exec qualifier 'p' invalid"],
  ])('%s do not go together', (letters, said) => {
    expect(readPermissions(letters)).toContain(said);
  });
});
