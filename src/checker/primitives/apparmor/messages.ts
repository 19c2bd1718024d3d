import type { Messages } from '../../model/explanation.ts';

export interface AppArmorCodes {
  'apparmor/not-asked': Record<never, never>;
  'apparmor/not-on-node': { type: string };
  'apparmor/not-modelled': Record<never, never>;
  'apparmor/unconfined': Record<never, never>;
}

export const appArmorMessages: Messages<AppArmorCodes> = {
  'apparmor/not-asked': () => ({
    what: 'The node can give what the spec asks of AppArmor.',
    why: 'The kubelet looks only where a profile is asked for.',
  }),
  'apparmor/not-on-node': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses the pod: AppArmor is not enabled on this node, and ${decidedBy} asks for \`${facts.type}\`.`,
    why: 'Asked for by name, AppArmor fails closed: "Cannot enforce AppArmor". Silence would have started without a profile.',
    todo: 'Look at `appArmorProfile`.',
  }),
  'apparmor/unconfined': ({ decidedBy }) => ({
    what: `AppArmor lets everything past: the container has no profile (${decidedBy}).`,
    why: 'A privileged container has none unless one of the node is named, and `Unconfined` asks for none.',
  }),
  'apparmor/not-modelled': () => ({
    what: 'A security module of this node may answer here, and its policy is not modelled yet.',
    why: 'AppArmor and SELinux judge by path and by label. Without their policy the answer is open.',
  }),
};
