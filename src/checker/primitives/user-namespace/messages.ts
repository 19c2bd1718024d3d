import type { Messages } from '../../model/explanation.ts';

export interface UserNamespaceCodes {
  'user-namespace/uid-mapped': { uid: number; mapped: number };
  'user-namespace/uid-not-mapped': { uid: number; mapped: number };
  'user-namespace/not-used': { uid: number };
}

export const userNamespaceMessages: Messages<UserNamespaceCodes> = {
  'user-namespace/uid-mapped': ({ facts }) => ({
    what: `uid ${facts.uid} is one of the ${facts.mapped} ids of the pod's user namespace.`,
    why: 'The runtime can start the process under it.',
  }),
  'user-namespace/uid-not-mapped': ({ facts, decidedBy }) => ({
    what: `The runtime cannot start a process as uid ${facts.uid} (${decidedBy}).`,
    why: `With \`hostUsers: false\` the ids in the pod run from 0 to ${facts.mapped - 1}. They are ids inside; the node adds its own offset.`,
    todo: 'Look at `runAsUser`: it is the id inside the pod, not the id on the node.',
  }),
  'user-namespace/not-used': ({ facts }) => ({
    what: `uid ${facts.uid} in the pod is uid ${facts.uid} on the node.`,
    why: 'The pod has no user namespace of its own, so every id is mapped.',
  }),
};
