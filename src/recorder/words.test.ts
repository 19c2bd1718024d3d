import { describe, expect, it } from 'vitest';
import { containerOf } from '../../tests/support/container.ts';
import { defaultWorld, operationNamed, type Parameters, type Site } from '../checker/index.ts';
import { samples, samplesFor } from './samples.ts';
import { lineFor } from './words.ts';

const emptyDir = { emptyDir: {} };
const site: Site = {
  container: containerOf({
    spec: {
      volumes: [
        { name: 'data', ...emptyDir },
        { name: 'cover', ...emptyDir },
      ],
    },
    container: {
      volumeMounts: [
        { name: 'data', mountPath: '/data' },
        { name: 'cover', mountPath: '/data/cover' },
      ],
    },
  }),
  world: {
    ...defaultWorld,
    volumes: { data: [{ path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 }] },
  },
};
const line = (id: string, parameters: Parameters = {}) => lineFor({ id, parameters }, site)?.split('\t') ?? null;

describe('the line that tries a call', () => {
  it.each<[string, Parameters, readonly string[] | null]>([
    ['chroot', {}, ['chroot']],
    ['bind-port', { port: 80 }, ['bind-port', '80']],
    ['kill-own-process', { signal: 'HUP' }, ['kill-own-process', 'HUP']],
    ['chown-foreign-file', {}, ['chown-foreign-file', '/srv']],
    ['chown-foreign-file', { volume: 'data' }, ['chown-foreign-file', '/data']],
    ['chown-foreign-file', { volume: 'elsewhere' }, null],
    ['chown-own-file', {}, ['chown-own-file']],
    ['setuid-binary', {}, ['setuid-binary', '/usr/libexec/su-helper']],
    ['setuid-binary-read', { path: '/bin/x', volume: 'data' }, ['setuid-binary-read', '/bin/x', '/data']],
    ['write-path', { path: '/data/x', volume: 'data' }, ['write-path', '/data/x']],
    ['write-path', { path: '/data/cover/x', volume: 'data' }, null],
    ['write-path', { path: '/data/cover/x', volume: 'cover' }, ['write-path', '/data/cover/x']],
    ['write-path', { path: '/etc/x', volume: 'data' }, null],
  ])('of %s %j is %j', (id, parameters, expected) => {
    expect(line(id, parameters)).toEqual(expected);
  });
});

describe('the samples', () => {
  it('try nothing on what the world does not hold', () => {
    const calls = samplesFor(site).filter(({ parameters }) => parameters['volume'] !== undefined);
    expect(calls.filter(({ id }) => id === 'read-foreign-0600')).toHaveLength(1);
    expect(calls.filter(({ id }) => id === 'chown-foreign-file')).toHaveLength(0);
  });

  it('are of operations that the checker knows, with every parameter they must have', () => {
    for (const { id, parameters } of samplesFor(site)) {
      const needed = Object.entries(operationNamed(id)?.operation.parameters ?? { unknown: {} });
      for (const [name, spec] of needed)
        if (!('optional' in spec)) expect(parameters, `${id} ${name}`).toHaveProperty(name);
    }
    expect(Object.keys(samples)).not.toContain('start');
  });
});
