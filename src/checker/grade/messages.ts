import type { Messages } from '../model/explanation.ts';

export interface GradeCodes {
  'grade/field-changed': { path: string };
  'grade/field-removed': { path: string };
  'grade/field-added': { path: string };
  'grade/document-removed': { path: string };
  'grade/document-added': { path: string };
  'grade/wider-bounding-set': Wider;
  'grade/wider-no-new-privs': Wider;
  'grade/wider-seccomp-filter': Wider;
  'grade/wider-apparmor-profile': Wider;
  'grade/wider-masked-paths': Wider;
  'grade/wider-privileged': Wider;
  'grade/wider-host-namespaces': Wider;
  'grade/wider-host-path': Wider;
  'grade/wider-user-namespace': Wider;
  'grade/wider-unprivileged-port-start': Wider;
}

interface Wider extends Record<string, string> {
  container: string;
  /** Each name in backticks, joined with commas. */
  gained: string;
}

const whyFrame = 'Names, images, commands and volumes are given, so that every answer is about the same workload.';
const whyWider = 'Beside the rows, every answer is compared with the pod you started from.';

export const gradeMessages: Messages<GradeCodes> = {
  'grade/field-changed': ({ facts }) => ({
    what: `This lab does not change \`${facts.path}\`.`,
    why: whyFrame,
    todo: `Put \`${facts.path}\` back as it was.`,
  }),
  'grade/field-removed': ({ facts }) => ({
    what: `This lab does not remove \`${facts.path}\`.`,
    why: whyFrame,
    todo: `Put \`${facts.path}\` back.`,
  }),
  'grade/field-added': ({ facts }) => ({
    what: `This lab does not add \`${facts.path}\`.`,
    why: whyFrame,
    todo: `Take \`${facts.path}\` out.`,
  }),
  'grade/document-removed': ({ facts }) => ({
    what: `\`${facts.path}\` is gone.`,
    why: 'The lab is about all documents that it starts with.',
    todo: 'Put the document back.',
  }),
  'grade/document-added': ({ facts }) => ({
    what: `\`${facts.path}\` is not a part of this lab.`,
    why: 'The lab is about the documents that it starts with, and about no others.',
    todo: 'Take the document out.',
  }),
  'grade/wider-bounding-set': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` can reach more capabilities than before: ${facts.gained} (${decidedBy}).`,
    why: `A capability in the bounding set is within reach of any program that root executes. ${whyWider}`,
    todo: 'Look at `capabilities.add`.',
  }),
  'grade/wider-no-new-privs': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` may gain privileges by execve again (${decidedBy}).`,
    why: `The start had no_new_privs set. ${whyWider}`,
    todo: 'Look at `allowPrivilegeEscalation`.',
  }),
  'grade/wider-seccomp-filter': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` runs without a seccomp filter now (${decidedBy}).`,
    why: `The start had one. ${whyWider}`,
    todo: 'Look at `seccompProfile`.',
  }),
  'grade/wider-apparmor-profile': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` runs without an AppArmor profile now (${decidedBy}).`,
    why: `The start had one. ${whyWider}`,
    todo: 'Look at `appArmorProfile`.',
  }),
  'grade/wider-masked-paths': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` sees the whole of /proc now (${decidedBy}).`,
    why: `Parts of it were masked. ${whyWider}`,
    todo: 'Look at `procMount`.',
  }),
  'grade/wider-privileged': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` is privileged now (${decidedBy}).`,
    why: `Privileged means all capabilities, the devices of the node, no filter and no masks, also where no row asks for one. ${whyWider}`,
    todo: 'Look at `privileged`.',
  }),
  'grade/wider-host-namespaces': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` shares the node's ${facts.gained} now (${decidedBy}).`,
    why: `A namespace of the node is seen by everything in the pod. ${whyWider}`,
    todo: 'Look at `hostNetwork`, `hostPID` and `hostIPC`.',
  }),
  'grade/wider-host-path': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` has a directory of the node at ${facts.gained} now (${decidedBy}).`,
    why: `Files of the node were not within its reach. ${whyWider}`,
    todo: 'Look at `hostPath`.',
  }),
  'grade/wider-user-namespace': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` runs in the node's user namespace now (${decidedBy}).`,
    why: `The start had a user namespace of its own. ${whyWider}`,
    todo: 'Look at `hostUsers`.',
  }),
  'grade/wider-unprivileged-port-start': ({ facts, decidedBy }) => ({
    what: `\`${facts.container}\` opens more ports to everybody than before (${decidedBy}).`,
    why: `The start asked for a capability below a higher number. ${whyWider}`,
    todo: 'Look at `sysctls`.',
  }),
};
