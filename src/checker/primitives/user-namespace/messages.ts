import type { Messages } from '../../model/explanation.ts';

export interface UserNamespaceCodes {
  'user-namespace/ids-mapped': { uid: number; mapped: number };
  'user-namespace/uid-not-mapped': { uid: number; mapped: number };
  'user-namespace/gid-not-mapped': { gid: number; mapped: number };
  'user-namespace/not-used': { uid: number };
}

export const userNamespaceMessages: Messages<UserNamespaceCodes> = {
  'user-namespace/ids-mapped': ({ facts }) => ({
    what: `uid ${facts.uid} and its groups are among the ${facts.mapped} ids of the pod's user namespace.`,
    why: 'The runtime can start the process under them.',
  }),
  'user-namespace/uid-not-mapped': ({ facts, decidedBy }) => ({
    what: `The runtime cannot start a process as uid ${facts.uid} (${decidedBy}).`,
    why: `With \`hostUsers: false\` the ids in the pod run from 0 to ${facts.mapped - 1}. They are ids inside; the node adds its own offset.`,
    todo: 'Look at `runAsUser`: it is the id inside the pod, not the id on the node.',
  }),
  'user-namespace/gid-not-mapped': ({ facts, decidedBy }) => ({
    what: `The runtime cannot give a process group ${facts.gid} (${decidedBy}).`,
    why: `With \`hostUsers: false\` the ids in the pod, those of groups too, run from 0 to ${facts.mapped - 1}.`,
    todo: 'Look at `runAsGroup`, `fsGroup` and `supplementalGroups`: they are ids inside the pod.',
  }),
  'user-namespace/not-used': ({ facts }) => ({
    what: `uid ${facts.uid} in the pod is uid ${facts.uid} on the node.`,
    why: 'The pod has no user namespace of its own, so every id is mapped.',
  }),
};
