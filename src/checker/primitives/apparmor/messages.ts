import type { Messages } from '../../model/explanation.ts';

export interface AppArmorCodes {
  'apparmor/not-asked': Record<never, never>;
  'apparmor/available': { type: string };
  'apparmor/not-on-node': { type: string };
  'apparmor/no-name-given': Record<never, never>;
  'apparmor/profile-present': { profile: string };
  'apparmor/profile-missing': { profile: string };
  'apparmor/profile-unknown': { profile: string };
  'apparmor/not-modelled': Record<never, never>;
  'apparmor/unconfined': Record<never, never>;
}

export const appArmorMessages: Messages<AppArmorCodes> = {
  'apparmor/not-asked': () => ({
    what: 'The spec asks the node for no AppArmor profile.',
    why: 'The kubelet looks only where a profile is asked for.',
  }),
  'apparmor/available': ({ facts, decidedBy }) => ({
    what: `AppArmor is enabled on this node, and ${decidedBy} asks for \`${facts.type}\`.`,
    why: 'The kubelet looks no further: whether a profile of that name is loaded the runtime finds out.',
  }),
  'apparmor/not-on-node': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses the pod: AppArmor is not enabled on this node, and ${decidedBy} asks for \`${facts.type}\`.`,
    why: 'Asked for by name, AppArmor fails closed: "Cannot enforce AppArmor". Silence would have started without a profile.',
    todo: 'Look at `appArmorProfile`.',
  }),
  'apparmor/no-name-given': ({ decidedBy }) => ({
    what: `The runtime looks for no profile by name (${decidedBy}).`,
    why: 'Only `Localhost` names one. The profile of the runtime it loads itself.',
  }),
  'apparmor/profile-present': ({ facts, decidedBy }) => ({
    what: `The profile \`${facts.profile}\` is loaded on the node (${decidedBy}).`,
    why: 'The runtime looks for the name among the profiles of the kernel.',
  }),
  'apparmor/profile-missing': ({ facts, decidedBy }) => ({
    what: `The runtime does not start the container: no profile \`${facts.profile}\` is loaded on the node (${decidedBy}).`,
    why: 'Its words are "apparmor profile not found". Kubernetes brings no profile to a node.',
    todo: 'Look at `localhostProfile`, or at `type`.',
  }),
  'apparmor/profile-unknown': ({ facts }) => ({
    what: `Nobody here knows whether \`${facts.profile}\` is loaded on the node.`,
    why: 'Kubernetes brings no profile to a node; somebody must have loaded it there.',
  }),
  'apparmor/unconfined': ({ decidedBy }) => ({
    what: `AppArmor lets everything past: the container has no profile (${decidedBy}).`,
    why: 'A privileged container has none unless one of the node is named, and `Unconfined` asks for none.',
    todo: 'Look at `appArmorProfile`.',
  }),
  'apparmor/not-modelled': () => ({
    what: 'A security module of this node may answer here, and its policy is not modelled yet.',
    why: 'AppArmor and SELinux judge by path and by label. Without their policy the answer is open.',
  }),
};
