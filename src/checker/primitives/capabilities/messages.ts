import type { Messages } from '../../model/explanation.ts';

export interface CapabilitiesCodes {
  'capabilities/given': Record<never, never>;
  'capabilities/engine-lacks': { capability: string };
  'capabilities/in-effective-set': { capability: string };
  'capabilities/not-in-bounding-set': { capability: string };
  'capabilities/non-root-holds-none': { capability: string; uid: number; inBounding: boolean };
  'capabilities/wrong-user-namespace': { capability: string };
  'capabilities/owner-not-mapped': { capability: string; path: string };
  'capabilities/file-capabilities-fit': { path: string };
  'capabilities/file-capabilities-missing': { path: string; missing: string };
  'capabilities/gained-by-exec': { capability: string; path: string; isRoot: boolean };
  'capabilities/not-gained-no-new-privs': { capability: string; path: string; uid: number };
  'capabilities/not-gained-bounding-set': { capability: string; path: string };
  'capabilities/not-gained-file': { capability: string; path: string };
}

export const capabilitiesMessages: Messages<CapabilitiesCodes> = {
  'capabilities/given': () => ({
    what: 'The runtime can give the container its capabilities.',
    why: 'It holds every one of them itself.',
  }),
  'capabilities/engine-lacks': ({ facts, decidedBy }) => ({
    what: `The container does not start: the runtime cannot give \`${facts.capability}\` (${decidedBy}).`,
    why: 'The container engine of this node does not hold it, so it cannot give it. The kernel says "operation not permitted".',
    todo: 'Look at `capabilities`: leave it out of `add`, or put it under `drop`.',
  }),
  'capabilities/in-effective-set': ({ facts, decidedBy }) => ({
    what: `The process holds \`${facts.capability}\`, from ${decidedBy}.`,
    why: 'The kernel asks for this capability here, and it is in the effective set.',
    todo: 'Look at `capabilities` of this container.',
  }),
  'capabilities/not-in-bounding-set': ({ facts, decidedBy }) => ({
    what: `The process does not hold \`${facts.capability}\`: ${decidedBy} keeps it out.`,
    why: 'The kernel asks for this capability here. What is not in the bounding set cannot be in the effective set.',
    todo: 'Look at `capabilities` of this container.',
  }),
  'capabilities/non-root-holds-none': ({ facts, places: [user, set] = [] }) => ({
    what: `uid ${facts.uid} (${user}) holds no capability at all, so not \`${facts.capability}\`.`,
    why: facts.inBounding
      ? 'It is in the bounding set, but execve empties the effective set of a process that is not root, and Kubernetes asks for no ambient set. So the list says what a program could gain, not what this one has.'
      : `Execve empties the effective set of a process that is not root, and the bounding set does not hold it either (${set}).`,
    todo: 'Look at `runAsUser` and at what the operation really asks for.',
  }),
  'capabilities/wrong-user-namespace': ({ facts, decidedBy }) => ({
    what: `\`${facts.capability}\` counts only inside the pod's user namespace (${decidedBy}).`,
    why: "This operation asks the node's own user namespace, and no capability of the pod reaches there.",
    todo: 'Look at `hostUsers`.',
  }),
  'capabilities/owner-not-mapped': ({ facts, decidedBy }) => ({
    what: `\`${facts.capability}\` does not count for \`${facts.path}\`: its owner is nobody in the pod's user namespace (${decidedBy}).`,
    why: 'Over a file a capability counts only where both its user and its group are mapped.',
    todo: 'Look at `hostUsers`.',
  }),
  'capabilities/file-capabilities-fit': ({ facts }) => ({
    what: `The kernel executes \`${facts.path}\`.`,
    why: 'Every file capability it carries is in the bounding set.',
    todo: 'Look at what `capabilities` leaves in the bounding set.',
  }),
  'capabilities/file-capabilities-missing': ({ facts, decidedBy }) => ({
    what: `The kernel does not execute \`${facts.path}\`: \`${facts.missing}\` is not in the bounding set (${decidedBy}).`,
    why: 'A file with the effective bit must get all its capabilities. Where one is missing, execve answers EPERM instead of running it without, for root too.',
    todo: 'Look at what `capabilities` leaves in the bounding set.',
  }),
  'capabilities/gained-by-exec': ({ facts, places: [set, opened] = [] }) => ({
    what: `\`${facts.path}\` runs with \`${facts.capability}\`, which the bounding set holds (${set}).`,
    why: facts.isRoot
      ? `The process is uid 0 (${opened}), and a program that root executes gets what the bounding set allows.`
      : `\`no_new_privs\` is not set (${opened}), so a program that becomes root, or carries the file capability, gets what the bounding set allows.`,
    todo: `Look at \`capabilities\` and \`${facts.isRoot ? 'runAsUser' : 'allowPrivilegeEscalation'}\`.`,
  }),
  'capabilities/not-gained-no-new-privs': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` runs as uid ${facts.uid} without \`${facts.capability}\`: \`no_new_privs\` is set by ${decidedBy}.`,
    why: 'With `no_new_privs` execve grants nothing: setuid bits and file capabilities are passed over, and the program runs on as it was.',
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
  'capabilities/not-gained-bounding-set': ({ facts, decidedBy }) => ({
    what: `\`${facts.path}\` runs without \`${facts.capability}\`: ${decidedBy} keeps it out of the bounding set.`,
    why: 'The bounding set is the most that any execve can give.',
    todo: 'Look at `capabilities` of this container.',
  }),
  'capabilities/not-gained-file': ({ facts }) => ({
    what: `\`${facts.path}\` does not bring \`${facts.capability}\` with it.`,
    why: 'The file is not setuid root and carries no such file capability.',
  }),
};
