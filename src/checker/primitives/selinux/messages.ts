import type { Messages } from '../../model/explanation.ts';
import type { Facts } from '../../model/fact.ts';

/** A level that is null is a pair of categories which the runtime has picked. */
interface LevelFacts extends Facts {
  readonly type: string;
  readonly level: string | null;
  readonly object: string;
  readonly objectLevel: string | null;
  readonly access: string;
}

const inWords = (level: string | null): string => (level === null ? 'a pair that the runtime picked' : `\`${level}\``);

export interface SELinuxCodes {
  'selinux/not-on-node': Record<never, never>;
  'selinux/no-table': Record<never, never>;
  'selinux/permissive': { type: string; wouldStop: boolean };
  'selinux/unconfined': { type: string };
  'selinux/type-allowed': { type: string; object: string; access: string };
  'selinux/type-denied': { type: string; object: string; access: string };
  'selinux/not-in-table': { type: string; object: string; access: string };
  'selinux/level-denied': LevelFacts;
  'selinux/level-by-chance': LevelFacts;
  'selinux/object-unknown': { path: string };
  'selinux/contested': { path: string };
  'selinux/access-allowed': { type: string; access: string };
  'selinux/access-denied': { type: string; access: string };
  'selinux/access-not-in-table': { type: string; access: string };
  'selinux/no-label-given': Record<never, never>;
  'selinux/label-accepted': { type: string };
  'selinux/level-unknown': { level: string };
  'selinux/part-unknown': { part: string; value: string };
  'selinux/type-no-process': { type: string };
  'selinux/type-missing': { type: string };
  'selinux/type-unknown': { type: string };
}

export const seLinuxMessages: Messages<SELinuxCodes> = {
  'selinux/not-on-node': () => ({
    what: 'SELinux is not enabled on this node.',
    why: 'No process has a label there, and nobody asks for one.',
  }),
  'selinux/no-table': () => ({
    what: 'Nobody here knows what the policy of this node allows.',
    why: 'SELinux decides by the rules of a policy, and no table of them was given.',
  }),
  'selinux/permissive': ({ facts, decidedBy }) => ({
    what: facts.wouldStop
      ? `SELinux only logs here: enforcing, it would have stopped \`${facts.type}\` (${decidedBy}).`
      : `SELinux only logs here, whatever it thinks of \`${facts.type}\` (${decidedBy}).`,
    why: 'The node is in permissive mode: what the policy denies goes to the log, and through.',
  }),
  'selinux/unconfined': ({ facts, decidedBy }) => ({
    what: `SELinux lets \`${facts.type}\` do everything (${decidedBy}).`,
    why: 'The type has a name of its own and no limits: neither other types nor categories count for it.',
    todo: 'Look at `privileged`, and at `type` in `seLinuxOptions`.',
  }),
  'selinux/type-allowed': ({ facts }) => ({
    what: `SELinux allows \`${facts.type}\` to ${facts.access} \`${facts.object}\`.`,
    why: 'A rule of the policy names both types, and the categories are no obstacle.',
    todo: 'Look at `level` and `type` in `seLinuxOptions`: of the same type, only other categories are kept out.',
  }),
  'selinux/type-denied': ({ facts, decidedBy }) => ({
    what: `SELinux denies \`${facts.type}\` to ${facts.access} \`${facts.object}\` (${decidedBy}).`,
    why: 'No rule of the policy allows it, and what no rule allows is denied, to root too.',
    todo: 'Look at `type`, and at `volumes`: the source of a volume decides which label its files have, not their mode.',
  }),
  'selinux/not-in-table': ({ facts }) => ({
    what: `Nobody here knows whether \`${facts.type}\` may ${facts.access} \`${facts.object}\`.`,
    why: 'The table of this model holds some rows of the policy, and this is none of them.',
  }),
  'selinux/level-denied': ({ facts, decidedBy }) => ({
    what: `SELinux denies \`${facts.access}\`: the level of the process, ${inWords(facts.level)}, lacks a category of ${inWords(facts.objectLevel)} (${decidedBy}).`,
    why: 'The categories of a process must hold all those of the object. With the same type on both sides they alone keep pods apart.',
    todo: 'Look at `level` in `seLinuxOptions`, and at what else stands in the same struct.',
  }),
  'selinux/level-by-chance': ({ facts }) => ({
    what: `Whether ${inWords(facts.level)} holds all categories of ${inWords(facts.objectLevel)} is chance.`,
    why: 'The runtime picks two of 1024 categories, and nobody can say which.',
    todo: 'Look at `level` in `seLinuxOptions`.',
  }),
  'selinux/object-unknown': ({ facts }) => ({
    what: `Nobody here knows the label of \`${facts.path}\`.`,
    why: 'Kubernetes does not relabel every volume: what comes from the node keeps the label it has there.',
  }),
  'selinux/contested': ({ facts }) => ({
    what: `Which level \`${facts.path}\` has depends on the container that was created last.`,
    why: 'Each container that uses the volume has it relabelled to its own level, and these levels differ.',
    todo: 'Look at `seLinuxOptions` of the containers that share it.',
  }),
  'selinux/access-allowed': ({ facts }) => ({
    what: `SELinux allows \`${facts.type}\` this: \`${facts.access}\`.`,
    why: 'A rule of the policy gives it to the type.',
    todo: 'Look at `type` in `seLinuxOptions`. Few types differ here: another layer may be the one to ask.',
  }),
  'selinux/access-denied': ({ facts, decidedBy }) => ({
    what: `SELinux denies \`${facts.type}\` this: \`${facts.access}\` (${decidedBy}).`,
    why: 'No rule of the policy gives it to the type, whatever else the process holds.',
    todo: 'Look at `type` in `seLinuxOptions`.',
  }),
  'selinux/access-not-in-table': ({ facts }) => ({
    what: `Nobody here knows whether SELinux allows \`${facts.type}\` this: \`${facts.access}\`.`,
    why: 'The table of this model holds some rows of the policy, and this is none of them.',
  }),
  'selinux/no-label-given': ({ decidedBy }) => ({
    what: `The runtime gives no label (${decidedBy}).`,
    why: 'containerd gives labels only where its configuration says `enable_selinux = true`. The policy then makes every container `spc_t`.',
  }),
  'selinux/label-accepted': ({ facts, decidedBy }) => ({
    what: `The policy of the node has the type \`${facts.type}\` (${decidedBy}).`,
    why: 'The runtime can start the process under it.',
  }),
  'selinux/level-unknown': ({ facts, decidedBy }) => ({
    what: `The runtime does not start the container: the policy has no level \`${facts.level}\` (${decidedBy}).`,
    why: 'There is one sensitivity, `s0`, and there are the categories c0 to c1023; a range goes upwards. The kernel answers "invalid argument".',
    todo: 'Look at `level`.',
  }),
  'selinux/part-unknown': ({ facts, decidedBy }) => ({
    what: `Nobody here knows whether the policy takes the ${facts.part} \`${facts.value}\` for a container (${decidedBy}).`,
    why: 'User, role and type must fit together in the policy of the node. The runtime fills in what is left out.',
    todo: 'Look at `user` and `role`.',
  }),
  'selinux/type-no-process': ({ facts, decidedBy }) => ({
    what: `The runtime does not start the container: \`${facts.type}\` is a type of files, not of processes (${decidedBy}).`,
    why: 'The role `system_r` has no such type, so the kernel takes the label for none: "invalid argument".',
    todo: 'Look at `type`.',
  }),
  'selinux/type-missing': ({ facts, decidedBy }) => ({
    what: `The runtime does not start the container: the policy of the node has no type \`${facts.type}\` (${decidedBy}).`,
    why: 'It writes the label for the process, and the kernel answers "invalid argument". Kubernetes brings no policy to a node.',
    todo: 'Look at `type`.',
  }),
  'selinux/type-unknown': ({ facts, decidedBy }) => ({
    what: `Nobody here knows whether the policy of the node has the type \`${facts.type}\` (${decidedBy}).`,
    why: 'It is none of the types that come with container-selinux. Somebody must have loaded it there.',
    todo: 'Look at `type`.',
  }),
};
