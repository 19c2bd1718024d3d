import type { Messages } from '../model/explanation.ts';

export interface KernelCodes {
  'kernel/admitted': Record<never, never>;
  'kernel/refused': { path: string; type: string; detail: string };
}

export const kernelMessages: Messages<KernelCodes> = {
  'kernel/admitted': () => ({
    what: 'The API server takes the pod.',
    why: 'None of its rules speaks against it.',
  }),
  'kernel/refused': ({ facts, decidedBy }) => ({
    what: `The API server refuses the pod at \`${facts.path}\` (${decidedBy}).`,
    why: `It answers ${facts.type}: ${facts.detail}. Nothing of the pod ever runs.`,
    todo: `Look at \`${facts.path}\`.`,
  }),
};
