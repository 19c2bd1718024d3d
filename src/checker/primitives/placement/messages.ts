import type { Messages } from '../../model/explanation.ts';

export interface PlacementCodes {
  'placement/os-fits': Record<never, never>;
  'placement/other-os': { os: string };
  'placement/usual-runtime': Record<never, never>;
  'placement/class-not-known': { name: string };
}

export const placementMessages: Messages<PlacementCodes> = {
  'placement/os-fits': () => ({
    what: 'The pod can run on this node, which runs Linux.',
    why: 'The kubelet compares the operating system that the pod names, if it names one.',
  }),
  'placement/other-os': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses the pod: it is for \`${facts.os}\` (${decidedBy}), and the node runs Linux.`,
    why: 'The scheduler does not look at this field. The reason in the status of the pod is PodOSNotSupported.',
    todo: 'Look at `os`.',
  }),
  'placement/usual-runtime': () => ({
    what: 'The usual runtime of the node runs the pod.',
    why: 'The spec names no runtime class.',
  }),
  'placement/class-not-known': ({ facts, decidedBy }) => ({
    what: `Nobody here knows what the runtime class \`${facts.name}\` stands for (${decidedBy}).`,
    why: 'A class leads to another runtime: one with a kernel of its own answers differently. And a class that the cluster has not keeps the pod from being made.',
    todo: 'Look at `runtimeClassName`.',
  }),
};
