/**
 * The profile that containerd makes and loads for RuntimeDefault, on a node with Debian's includes and without rootless mode.
 * Source: containerd/containerd contrib/apparmor/template.go, tag v2.3.4 (Apache-2.0; the rules are its facts, the form is
 * ours). Read 2026-11-28.
 *
 * Left out: 2.2 also denies /proc/mem and /proc/kmem, and has negated classes without the slash, so that it denies writes to
 * all of /proc/sys, shm* too.
 */
import type { IncludedFile } from '../model/apparmor-include.ts';

export const containerdProfile = {
  name: 'cri-containerd.apparmor.d',
  flags: ['attach_disconnected', 'mediate_deleted'],
  above: ['tunables/global'],
  file: {
    includes: ['abstractions/base'],
    files: {
      'deny w': [
        '@{PROC}/*',
        // Whatever is neither a process nor sys.
        '@{PROC}/{[^1-9/],[^1-9/][^0-9/],[^1-9s/][^0-9y/][^0-9s/],[^1-9/][^0-9/][^0-9/][^0-9/]*}/**',
        '@{PROC}/sys/[^k]**',
        '@{PROC}/sys/kernel/{?,??,[^s][^h][^m]**}',
      ],
      'deny wlkx': ['/sys/[^f]*/**', '/sys/f[^s]*/**', '/sys/fs/[^c]*/**', '/sys/fs/c[^g]*/**', '/sys/fs/cg[^r]*/**'],
      'deny rwlkx': [
        '@{PROC}/sysrq-trigger',
        '@{PROC}/kcore',
        '/sys/firmware/**',
        '/sys/devices/virtual/powercap/**',
        '/sys/kernel/security/**',
      ],
    },
    rules: [
      'network',
      'capability',
      'file',
      'umount',
      'deny mount',
      'signal (receive) peer=unconfined',
      'signal (receive) peer=runc',
      'signal (receive) peer=crun',
      'signal (send, receive) peer=@{profile_name}',
      'ptrace (trace, tracedby, read, readby) peer=@{profile_name}',
    ],
  } satisfies IncludedFile,
} as const;
