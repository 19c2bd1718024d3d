import type { Explanation, Messages } from '../../model/explanation.ts';

export interface UserCodes {
  'user/non-root-not-asked': Record<never, never>;
  'user/non-root-verified': { uid: number };
  'user/root-against-rule': { uid: number };
  'user/image-runs-as-root': Record<never, never>;
  'user/image-user-not-numeric': { user: string };
  'user/sandbox-user-given': Record<never, never>;
  'user/group-without-user': { gid: number };
  'user/same-uid': { uid: number };
  'user/other-uid': { uid: number; wanted: number };
  'user/owns-file': { path: string; uid: number };
  'user/not-owner': { path: string; uid: number; owner: number };
  'user/mode-allows': { path: string; mode: string; uid: number; as: string; access: string };
  'user/folder-not-named': { path: string };
  'user/fs-group-perhaps': { path: string; gid: number };
  'user/mode-refuses': { path: string; mode: string; uid: number; owner: number; as: string; access: string };
}

const whoItIs: Readonly<Record<string, string>> = {
  owner: '`runAsUser`',
  group: '`runAsGroup`, `supplementalGroups` and `fsGroup`',
};

/** Another id takes away what the owner or a group may; what everybody may write only the file system can refuse. */
function lookAtMode({ as, access }: UserCodes['user/mode-allows']): Pick<Explanation, 'todo'> {
  const fileSystem = access === 'write' ? '`readOnlyRootFilesystem` or the `readOnly` of a mount' : undefined;
  const places = [whoItIs[as], fileSystem].filter((place) => place !== undefined);
  return places.length === 0 ? {} : { todo: `Look at ${places.join(', and at ')}.` };
}

export const userMessages: Messages<UserCodes> = {
  'user/non-root-not-asked': () => ({
    what: 'Nobody asks for a user other than root.',
    why: 'The kubelet looks at the uid only where `runAsNonRoot` is true.',
  }),
  'user/non-root-verified': ({ facts }) => ({
    what: `The kubelet sees uid ${facts.uid}, which is not root.`,
    why: '`runAsNonRoot` is a check before the start. It chooses no uid.',
  }),
  'user/root-against-rule': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses to start the container: uid ${facts.uid} against \`runAsNonRoot: true\` (${decidedBy}).`,
    why: 'Its words are "container\'s runAsUser breaks non-root policy".',
    todo: 'Choose a `runAsUser` other than 0, or take the check away.',
  }),
  'user/image-runs-as-root': ({ decidedBy }) => ({
    what: `The kubelet refuses to start the container: the image runs as root, and ${decidedBy} forbids that.`,
    why: '`runAsNonRoot` chooses no uid, it only checks one. Without `runAsUser` the image decides, and its words are "container has runAsNonRoot and image will run as root".',
    todo: 'Say which uid: `runAsUser`.',
  }),
  'user/image-user-not-numeric': ({ facts }) => ({
    what: `The kubelet cannot check the image's user \`${facts.user}\`, so it does not start the container.`,
    why: 'A name is looked up inside the image, where the kubelet does not look.',
    todo: 'Say the uid as a number: `runAsUser`.',
  }),
  'user/sandbox-user-given': () => ({
    what: 'The runtime can build the sandbox of the pod.',
    why: 'No group stands at pod level without a user beside it.',
  }),
  'user/group-without-user': ({ facts, decidedBy }) => ({
    what: `The runtime makes no sandbox: group ${facts.gid} is given at pod level without a user (${decidedBy}).`,
    why: 'containerd says "user group … is specified without user". A container\'s own `runAsUser` comes too late for the sandbox.',
    todo: 'Set `runAsUser` beside `runAsGroup` at pod level, or move the group into the container.',
  }),
  'user/same-uid': ({ facts }) => ({
    what: `The process is uid ${facts.uid} itself.`,
    why: 'Between processes and files of one uid the kernel asks for no capability here.',
    todo: 'Look at `runAsUser`.',
  }),
  'user/other-uid': ({ facts, decidedBy }) => ({
    what: `The process is uid ${facts.uid} (${decidedBy}), not uid ${facts.wanted}.`,
    why: 'Across uids the kernel asks for a capability.',
  }),
  'user/owns-file': ({ facts }) => ({
    what: `uid ${facts.uid} owns \`${facts.path}\`.`,
    why: 'The owner may change the mode of a file without any capability.',
    todo: 'Look at `runAsUser`.',
  }),
  'user/not-owner': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` belongs to uid ${facts.owner}, the process is uid ${facts.uid} (${decidedBy}).`,
    why: 'Only the owner may do this without a capability.',
  }),
  'user/mode-allows': ({ facts, decidedBy }) => ({
    what: `Mode ${facts.mode} of \`${facts.path}\` lets uid ${facts.uid} ${facts.access} it, as ${facts.as}.`,
    why: `The uid comes from ${decidedBy}. The permission bits alone let it through, no capability is asked.`,
    ...lookAtMode(facts),
  }),
  'user/folder-not-named': ({ facts }) => ({
    what: `Nobody here knows whose folder \`${facts.path}\` goes into.`,
    why: 'The exercise names some folders of the image. Whether another one is there, and whom it lets write, only the image can say.',
  }),
  'user/fs-group-perhaps': ({ facts, decidedBy }) => ({
    what: `Nobody here knows whose group \`${facts.path}\` has: \`fsGroup: ${facts.gid}\` (${decidedBy}) may have made it that group's.`,
    why: 'When the kubelet sets the volume up, it gives what lies there to that group and lets the group read and write it. What is put there later stays as it was made.',
    todo: 'Look at `fsGroup`.',
  }),
  'user/mode-refuses': ({ facts, decidedBy }) => ({
    what: `Mode ${facts.mode} of \`${facts.path}\` (owner uid ${facts.owner}) does not let uid ${facts.uid} ${facts.access} it, as ${facts.as}.`,
    why: `The uid comes from ${decidedBy}. Permission bits are looked at first, then the capabilities that override them.`,
  }),
};
