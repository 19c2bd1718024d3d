import { expect, test } from 'vitest';
import { defaultWorld } from '../checker/index.ts';
import { worldFile, worldOf } from './world-file.ts';

test('nothing written is the default world', () => {
  expect(worldOf(worldFile.parse({}))).toEqual(defaultWorld);
});

test('what is written lies over it, and the rest stays', () => {
  const world = worldOf(worldFile.parse({ fieldValidation: 'Ignore', node: { seccompDefault: true } }));
  expect(world.kubernetes).toEqual({ version: defaultWorld.kubernetes.version, fieldValidation: 'Ignore' });
  expect(world.node).toEqual({ ...defaultWorld.node, seccompDefault: true });
});

test('files of an image are added to those that every image has, and replace those at their path', () => {
  const helper = { path: '/usr/libexec/su-helper', uid: 0, gid: 0, mode: '0755' };
  const probe = { path: '/usr/bin/probe', uid: 0, gid: 0, mode: '0755', capabilities: 'cap_net_raw,cap_chown+p' };
  const { images } = worldOf(worldFile.parse({ images: { app: { files: [helper, probe] } } }));
  const files = images['app']?.files ?? [];
  expect(files.filter(({ path }) => path === helper.path)).toEqual([{ ...helper, kind: 'file', mode: 0o755 }]);
  expect(files.at(-1)?.capabilities).toEqual({ names: ['CAP_NET_RAW', 'CAP_CHOWN'], effective: false });
  expect(files.length).toBe(defaultWorld.defaultImage.files.length + 1);
});

test('a capability that no kernel has is not taken', () => {
  const file = { path: '/x', uid: 0, gid: 0, mode: '0755', capabilities: 'cap_net_row+ep' };
  expect(worldFile.safeParse({ volumes: { data: [file] } }).success).toBe(false);
});

test('a kernel that no answer knows is not taken, and told why', () => {
  const read = (kernel: string) => worldFile.safeParse({ node: { kernel } });
  expect(read(defaultWorld.node.kernel).success).toBe(true);
  expect(read('4.4').error?.issues.map(({ message }) => message)).toEqual([
    'The checker answers as Linux 6.18 does, and as no other.',
  ]);
});

test.each([{ kubernetes: { version: '1.30' } }, { node: { architecture: 'arm64' } }])(
  'other ground that no answer knows cannot be written: %o',
  (written) => {
    expect(worldFile.safeParse(written).success).toBe(false);
  },
);
