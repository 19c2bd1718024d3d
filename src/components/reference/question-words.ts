import type { NamespaceOwner, Requirement } from '../../checker/index.ts';

const owners: Readonly<Record<NamespaceOwner, string>> = {
  initial: "the node's user namespace",
  network: 'the owner of the network',
  mount: 'the owner of the mounts',
  pid: 'the owner of the process ids',
  file: 'the owner of the file',
  process: "the other process's user namespace",
};

/** Answers a requirement as the question that is asked. What stands in backticks is code. */
export function questionWords(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'syscall':
      return `Does the filter let \`${requirement.name}\` through?`;
    case 'capability':
      return `Is \`${requirement.capability}\` held, as ${owners[requirement.owner]} counts it?`;
    case 'unprivileged-port':
      return `Is port ${requirement.port} open to everybody?`;
    case 'uid-is':
      return `Is the uid ${requirement.uid}?`;
    case 'file-owner':
      return 'Does the file belong to the caller?';
    case 'file-mode':
      return `Do the mode bits let the caller ${requirement.access}?`;
    case 'unnamed-folder':
      return 'Does the folder, of which nobody here knows, let the caller write?';
    case 'file-kind':
      return requirement.stands === 'file' ? 'Is everything on the way a folder?' : 'Is it a file, and no folder?';
    case 'file-visible':
      return 'Is the file in sight, or hidden by a mount?';
    case 'writable-mount':
      return 'Is the mount writable?';
    case 'no-new-privs-set':
      return 'Is `no_new_privs` set?';
    case 'setuid-honoured':
      return 'Does the setuid bit count?';
    case 'file-capabilities-fit':
      return 'Does the bounding set hold all that the file carries?';
    case 'capability-after-exec':
      return `Does the program hold \`${requirement.capability}\` once it runs?`;
    case 'any-of':
      return `One yes is enough: ${requirement.ways.map(questionWords).join(' Or: ')}`;
    case 'lsm-allows':
      return 'Does the security module of the node allow it?';
    case 'admitted':
      return 'Does the API server accept the pod?';
    case 'sysctls-allowed':
      return 'Does the kubelet allow the sysctls?';
    case 'non-root-verified':
      return 'Can the kubelet see that the user is not root?';
    case 'apparmor-available':
      return 'Has the node the AppArmor that is asked for?';
    case 'apparmor-profile-present':
      return 'Is the AppArmor profile there?';
    case 'seccomp-profile-present':
      return 'Is the seccomp profile there?';
    case 'node-os-fits':
      return 'Does the node run the operating system that the pod names?';
    case 'runtime-class-known':
      return 'Is it the runtime of the node that runs the pod?';
    case 'sandbox-user-given':
      return 'Does a group of the pod come with a user?';
    case 'mount-points-made':
      return 'Can the runtime make the folders to mount on?';
    case 'capabilities-given':
      return 'Does the runtime hold the capabilities that it is to give?';
    case 'ids-mapped':
      return 'Are uid and groups inside the map of the user namespace?';
    case 'sysctl-values-accepted':
      return 'Does the kernel take the values of the sysctls?';
    case 'entry-program-visible':
      return 'Is the program of the image in sight?';
    case 'init-containers-ran':
      return `Has the init container \`${requirement.held.name}\` run?`;
  }
}
