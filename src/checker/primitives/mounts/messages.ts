import type { Messages } from '../../model/explanation.ts';

export interface MountsCodes {
  'mounts/writable': { path: string };
  'mounts/read-only-root': { path: string };
  'mounts/read-only-volume': { path: string; mount: string; volume: string };
  'mounts/pods-own-file': { path: string };
  'mounts/takes-no-files': { path: string };
  'mounts/is-a-folder': { path: string };
  'mounts/file-on-the-way': { path: string };
  'mounts/on-dev': { path: string };
  'mounts/kernels-own': { path: string };
  'mounts/volume-not-known': { path: string; volume: string };
  'mounts/visible': { path: string };
  'mounts/hidden': { path: string; mount: string };
  'mounts/not-mounted': { path: string; volume: string };
  'mounts/points-made': Record<never, never>;
  'mounts/point-is-a-file': { mount: string };
  'mounts/point-in-read-only-volume': { mount: string; outer: string };
  'mounts/entry-visible': Record<never, never>;
  'mounts/entry-hidden': { mount: string };
  'mounts/entry-perhaps-hidden': { mount: string };
  'mounts/inside-proc': { mount: string };
}

export const mountsMessages: Messages<MountsCodes> = {
  'mounts/writable': ({ facts }) => ({
    what: `\`${facts.path}\` lies on a file system that takes writes.`,
    why: 'Neither the root file system nor a volume above it is read-only.',
    todo: 'Look at `readOnlyRootFilesystem` and at `volumeMounts`.',
  }),
  'mounts/read-only-root': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` lies on the root file system, which ${decidedBy} makes read-only.`,
    why: 'To create, delete or change owners there answers EROFS to everybody, before any permission is looked at.',
    todo: 'Look at `readOnlyRootFilesystem` and at `volumeMounts`.',
  }),
  'mounts/read-only-volume': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` lies on volume \`${facts.volume}\`, which is mounted read-only (${decidedBy}).`,
    why: 'A read-only mount answers EROFS to everybody.',
    todo: 'Look at `readOnly` of the mount.',
  }),
  'mounts/pods-own-file': ({ facts }) => ({
    what: `\`${facts.path}\` is a file of the pod that takes writes.`,
    why: 'The kubelet mounts it by itself. `readOnlyRootFilesystem` does not reach it.',
  }),
  'mounts/takes-no-files': ({ facts }) => ({
    what: `Nobody can make \`${facts.path}\`.`,
    why: 'What stands in /dev/pts are terminals, and only the kernel makes them. Anything else is EACCES, for root too.',
  }),
  'mounts/is-a-folder': ({ facts }) => ({
    what: `\`${facts.path}\` is a folder.`,
    why: 'A folder cannot be opened for writing: EISDIR, before any permission is looked at.',
  }),
  'mounts/file-on-the-way': ({ facts }) => ({
    what: `\`${facts.path}\` is a file, so nothing lies below it.`,
    why: 'The kernel walks a path folder by folder and answers ENOTDIR where one is none.',
  }),
  'mounts/on-dev': ({ facts }) => ({
    what: `\`${facts.path}\` lies on a file system of the runtime that takes writes.`,
    why: '/dev and /dev/shm are file systems of their own in memory. `readOnlyRootFilesystem` does not reach them.',
  }),
  'mounts/kernels-own': ({ facts }) => ({
    what: `Nobody here knows what a write to \`${facts.path}\` does.`,
    why: 'What lies below /proc and /sys belongs to the kernel and is not modelled, nor where links of /dev lead.',
  }),
  'mounts/volume-not-known': ({ facts, decidedBy }) => ({
    what: `Nobody here knows what stands at \`${facts.path}\` on volume \`${facts.volume}\` (${decidedBy}).`,
    why: 'The exercise tells of the files of some volumes. What `subPath` shows of one, and whose the folders of a volume are that the node or the network brings, it does not say.',
  }),
  'mounts/visible': ({ facts }) => ({
    what: `\`${facts.path}\` is there.`,
    why: 'No mount of the pod covers it.',
  }),
  'mounts/hidden': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` is hidden: another file system is mounted at \`${facts.mount}\` (${decidedBy}).`,
    why: 'A file that is covered is not protected. It is gone for the workload too.',
    todo: 'Look at `mountPath`.',
  }),
  'mounts/not-mounted': ({ facts }) => ({
    what: `\`${facts.path}\` does not lie on volume \`${facts.volume}\` in this container.`,
    why: 'The volume is not mounted where it is looked for.',
    todo: 'Look at `volumeMounts`.',
  }),
  'mounts/points-made': () => ({
    what: 'The runtime can mount every volume where it is asked for.',
    why: 'It makes the folders that are missing, outer mounts first.',
  }),
  'mounts/point-is-a-file': ({ facts, decidedBy }) => ({
    what: `The container does not start: a folder cannot be mounted on \`${facts.mount}\` (${decidedBy}), where the image has a file.`,
    why: 'The runtime says "not a directory". A single file of a volume is mounted with `subPath`.',
    todo: 'Look at `mountPath`.',
  }),
  'mounts/point-in-read-only-volume': ({ facts, decidedBy }) => ({
    what: `The container does not start: \`${facts.mount}\` (${decidedBy}) would lie inside a volume that is read-only.`,
    why: `The runtime mounts \`${facts.outer}\` first, read-only, and then cannot make a folder in it to mount on.`,
    todo: 'Look at `mountPath` and at `readOnly` of the outer mount.',
  }),
  'mounts/entry-visible': () => ({
    what: 'The program of the container can be started.',
    why: 'It and its libraries lie below /usr, and nothing covers them.',
  }),
  'mounts/entry-hidden': ({ facts, decidedBy }) => ({
    what: `The container does not start: the mount at \`${facts.mount}\` (${decidedBy}) covers what it needs to run.`,
    why: 'The program and its libraries lie in /usr/bin and /usr/lib; /proc, /dev and /sys belong to the runtime.',
    todo: 'Look at `mountPath`.',
  }),
  'mounts/entry-perhaps-hidden': ({ facts, decidedBy }) => ({
    what: `Nobody here knows whether the container starts with a mount at \`${facts.mount}\` (${decidedBy}).`,
    why: 'What a program needs may lie below /bin or /lib, which are links to /usr in most images. And below /proc and /sys no folder can be made to mount on.',
    todo: 'Look at `mountPath`.',
  }),
  'mounts/inside-proc': ({ facts, decidedBy }) => ({
    what: `The container does not start: runc mounts no volume inside /proc, so not at \`${facts.mount}\` (${decidedBy}).`,
    why: 'Its words are "cannot be mounted because it is inside /proc". What stands there belongs to the kernel.',
    todo: 'Look at `mountPath`.',
  }),
};
