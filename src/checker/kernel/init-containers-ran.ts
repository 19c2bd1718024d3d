import type { Gate } from '../model/primitive.ts';
import { reasonsOf } from '../model/reason.ts';
import type { KernelCodes } from './messages.ts';

const reason = reasonsOf<KernelCodes>();

/** Asked only behind an init container that is held (`start.ts`); whether one that starts also ends is the workload's own matter. */
export const initContainersRan: Gate<'init-containers-ran'> = ({ cite, held: { name, answer, origins } }) => {
  const code = answer === 'stops' ? 'kernel/init-container-held' : 'kernel/init-container-unsure';
  return { answer, layer: 'kubelet', reason: reason(code, { container: name }, origins, cite) };
};
