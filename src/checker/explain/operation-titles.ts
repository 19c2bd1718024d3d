/**
 * What each operation tries, as a verb phrase with no subject: `bind TCP port 80`. For pages and the terminal only: the
 * browser does not load it with the decisions.
 */
import type { OperationCall, Parameters } from '../model/operation.ts';

const titles: Readonly<Record<string, (parameters: Parameters) => string>> = {
  start: () => 'start',
  'bind-port': ({ port }) => `bind TCP port ${port}`,
  'raw-socket': () => 'open a raw ICMP socket',
  'packet-socket': () => 'listen to every packet of the pod',
  'netlink-link-set': () => 'change a network interface',
  'chown-foreign-file': () => "take another user's file",
  'chmod-foreign-file': () => "change the mode of another user's file",
  'chown-own-file': () => 'give an own file to another user',
  'set-file-caps': () => 'give a file capabilities',
  'read-foreign-0600': () => "read another user's private file",
  'read-path': ({ path }) => `read ${path}`,
  'write-path': ({ path }) => `write ${path}`,
  'write-rootfs-root-dir': () => 'write into /usr',
  'write-emptydir': () => 'write into an emptyDir',
  'mount-tmpfs': () => 'mount a file system',
  'mknod-char': () => 'make a device node',
  chroot: () => 'change the root directory',
  'setuid-binary': () => 'become root through a setuid program',
  'setuid-binary-raw-socket': () => 'open a raw socket through a setuid program',
  'setuid-binary-chown': ({ path }) => `take another user's file through ${path}`,
  'setuid-binary-read': ({ path }) => `read another user's private file through ${path}`,
  'file-caps-binary': () => 'use the capability of a setcap program',
  'kill-other-uid': () => "signal another user's process",
  'kill-own-process': ({ signal }) => `signal its own process (SIG${signal})`,
  'setuid-call': () => 'become another user',
  'setgroups-call': () => 'set its supplementary groups',
  'seccomp-install-filter': () => 'install a seccomp filter of its own',
};

/** Answers an operation of the registry in words; one without a title is a bug and throws. */
export function titleOf({ id, parameters }: OperationCall): string {
  const title = titles[id];
  if (title === undefined) throw new Error(`no title for the operation ${id}`);
  return title(parameters);
}
