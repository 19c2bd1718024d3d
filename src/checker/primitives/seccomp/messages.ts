import type { Messages } from '../../model/explanation.ts';

/** What left the container without a filter. */
export type NoFilter = 'silence' | 'type' | 'privileged';

export interface SeccompCodes {
  'seccomp/no-filter': { call: string; because: NoFilter };
  'seccomp/always-allowed': { call: string };
  'seccomp/opened-by-capability': { call: string; capability: string };
  'seccomp/arguments-allowed': { call: string };
  'seccomp/refused': { call: string; opens: string };
  'seccomp/profile-not-seen': { profile: string; call: string };
  'seccomp/version-not-known': { version: string; known: string };
  'seccomp/no-file-needed': Record<never, never>;
  'seccomp/profile-present': { profile: string };
  'seccomp/profile-missing': { profile: string };
  'seccomp/profile-unnamed': Record<never, never>;
  'seccomp/profile-unknown': { profile: string };
}

const withoutFilter: Readonly<Record<NoFilter, string>> = {
  silence: 'A container whose spec says nothing of seccomp runs unconfined, unless the kubelet was told otherwise.',
  type: 'The type `Unconfined` asks for no filter.',
  privileged: 'A privileged container gets no filter, whatever profile is written.',
};

export const seccompMessages: Messages<SeccompCodes> = {
  'seccomp/no-filter': ({ facts, decidedBy }) => ({
    what: `No filter looks at \`${facts.call}\` (${decidedBy}).`,
    why: withoutFilter[facts.because],
    todo: `Look at \`${facts.because === 'privileged' ? 'privileged' : 'seccompProfile'}\`.`,
  }),
  'seccomp/always-allowed': ({ facts, decidedBy }) => ({
    what: `RuntimeDefault lets \`${facts.call}\` through (${decidedBy}).`,
    why: "The call is on the list that every container gets; the kernel's own checks decide.",
    todo: 'Look at `seccompProfile`.',
  }),
  'seccomp/opened-by-capability': ({ facts, decidedBy }) => ({
    what: `RuntimeDefault lets \`${facts.call}\` through, because the bounding set holds \`${facts.capability}\` (${decidedBy}).`,
    why: 'containerd writes the filter from the bounding set, for non-root containers too.',
    todo: 'Look at `capabilities`.',
  }),
  'seccomp/arguments-allowed': ({ facts }) => ({
    what: `RuntimeDefault lets \`${facts.call}\` through with these arguments.`,
    why: 'The filter compares the registers of the call. These values are on its list.',
    todo: 'Look at `seccompProfile`.',
  }),
  'seccomp/refused': ({ facts, decidedBy }) => ({
    what: `RuntimeDefault refuses \`${facts.call}\` (${decidedBy}).`,
    why:
      facts.opens === ''
        ? 'The call is on no list of the filter. It is refused before the kernel looks at anything else.'
        : `The filter would let it through if the bounding set held \`${facts.opens}\`. It is refused before the kernel looks at anything else.`,
    todo: `Look at \`${facts.opens === '' ? 'seccompProfile' : 'capabilities'}\`.`,
  }),
  'seccomp/profile-not-seen': ({ facts }) => ({
    what: `Nobody here knows what \`${facts.profile}\` says of \`${facts.call}\`.`,
    why: 'A Localhost profile is a file on the node. Its text is not part of this exercise.',
  }),
  'seccomp/version-not-known': ({ facts }) => ({
    what: `RuntimeDefault of containerd ${facts.version} is not in the tables.`,
    why: `The list changes from release to release. Known here: ${facts.known}.`,
  }),
  'seccomp/no-file-needed': ({ decidedBy }) => ({
    what: `The runtime needs no seccomp file of the node (${decidedBy}).`,
    why: 'Only a `Localhost` profile is a file. RuntimeDefault comes with the runtime; without a filter there is nothing to read.',
  }),
  'seccomp/profile-present': ({ facts, decidedBy }) => ({
    what: `The node has the profile \`${facts.profile}\` (${decidedBy}).`,
    why: "The file is read below the kubelet's seccomp folder when the container is created.",
  }),
  'seccomp/profile-missing': ({ facts, decidedBy }) => ({
    what: `The runtime does not start the container: the node has no profile \`${facts.profile}\` (${decidedBy}).`,
    why: "The file is read below the kubelet's seccomp folder when the container is created.",
    todo: 'Look at `localhostProfile`, or at `type`.',
  }),
  'seccomp/profile-unnamed': ({ decidedBy }) => ({
    what: `The kubelet does not start the container: \`Localhost\` names no profile (${decidedBy}).`,
    why: 'The API server takes an empty name. The kubelet says "localhostProfile must be set if seccompProfile type is Localhost."',
    todo: 'Look at `localhostProfile`.',
  }),
  'seccomp/profile-unknown': ({ facts }) => ({
    what: `Nobody here knows whether the node has \`${facts.profile}\`.`,
    why: 'Kubernetes does not bring seccomp files to a node; somebody must have put it there.',
  }),
};
