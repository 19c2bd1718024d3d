import type { Messages } from '../model/explanation.ts';

export interface KernelCodes {
  'kernel/admitted': Record<never, never>;
  'kernel/refused': { path: string; type: string; detail: string };
  'kernel/init-container-held': { container: string };
  'kernel/init-container-unsure': { container: string };
}

export const kernelMessages: Messages<KernelCodes> = {
  'kernel/admitted': () => ({
    what: 'The API server takes the pod.',
    why: 'None of its rules speaks against it.',
  }),
  'kernel/refused': ({ facts, decidedBy }) => ({
    what: `The API server refuses the pod at \`${facts.path}\` (${decidedBy}).`,
    why: 'Nothing of the pod ever runs.',
    todo: `Look at \`${facts.path}\`.`,
    words: `API server: ${[facts.path, facts.type, facts.detail].filter((word) => word !== '').join(': ')}`,
  }),
  'kernel/init-container-held': ({ facts, decidedBy }) => ({
    what: `This container waits for the init container \`${facts.container}\`, which does not start (${decidedBy}).`,
    why: 'The kubelet starts the other containers only when every init container has ended well, or as a sidecar has started.',
    todo: `Let \`${facts.container}\` start first.`,
  }),
  'kernel/init-container-unsure': ({ facts, decidedBy }) => ({
    what: `This container waits for the init container \`${facts.container}\`, and whether that one starts cannot be told (${decidedBy}).`,
    why: 'The kubelet starts the other containers only when every init container has ended well, or as a sidecar has started.',
  }),
};
