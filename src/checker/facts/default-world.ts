/**
 * The ground a pod lands on where nobody says otherwise: settled defaults for Kubernetes 1.35.
 * Source: the defaults of Kubernetes v1.35 and containerd v2.3.4; kernel facts of the reference node. Checked 2026-11-23.
 */
import { capabilities } from '../model/capability.ts';
import { mountedFiles } from './mounted-files.ts';
import { runtimeDefault } from './seccomp-runtime-default.ts';
import { safeSysctls } from './sysctls.ts';
import type { World } from '../model/world.ts';

/** The folders of Debian's images that belong to root, mode 0755 (base-files 12.4, `dpkg-deb -c`). Any other is not known. */
const foldersOfRoot = ['/', '/etc', '/home', '/opt', '/run', '/srv', '/usr', '/usr/bin', '/usr/lib', '/usr/libexec']
  .concat('/usr/local', '/usr/share', '/var', '/var/cache', '/var/lib', '/var/log')
  .map((path) => ({ path, kind: 'directory', uid: 0, gid: 0, mode: 0o755 }) as const);

export const defaultWorld: World = {
  kubernetes: { version: '1.35', fieldValidation: 'Strict' },
  node: {
    runtime: { name: 'containerd', version: '2.3.4' },
    ociRuntime: 'runc',
    kernel: '6.18',
    architecture: 'amd64',
    appArmor: false,
    seLinux: false,
    seccompDefault: false,
    allowedUnsafeSysctls: [],
    unprivilegedPortStart: 1024,
    engineCapabilities: capabilities,
  },
  images: {},
  defaultImage: {
    user: null,
    passwd: [
      { name: 'root', uid: 0, gid: 0 },
      { name: 'app', uid: 1000, gid: 1000 },
    ],
    files: [
      ...foldersOfRoot,
      { path: '/root', kind: 'directory', uid: 0, gid: 0, mode: 0o700 },
      { path: '/tmp', kind: 'directory', uid: 0, gid: 0, mode: 0o1777 },
      { path: '/var/tmp', kind: 'directory', uid: 0, gid: 0, mode: 0o1777 },
      { path: '/srv/foreign-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o644 },
      { path: '/srv/foreign-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o644 },
      { path: '/srv/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 },
      { path: '/srv/secret-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o600 },
      { path: '/usr/libexec/su-helper', kind: 'file', uid: 0, gid: 0, mode: 0o4755 },
      {
        path: '/usr/libexec/net-probe',
        kind: 'file',
        uid: 0,
        gid: 0,
        mode: 0o755,
        capabilities: { names: ['CAP_NET_RAW'], effective: true },
      },
    ],
  },
  volumes: {},
  tables: { runtimeDefaults: [runtimeDefault], sysctls: safeSysctls, mountedFiles },
};
