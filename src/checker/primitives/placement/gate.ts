import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { PlacementCodes } from './messages.ts';

const reason = reasonsOf<PlacementCodes>();

/** Kubelet admission: a pod that names an operating system runs on no other. Every node here runs Linux. */
export const nodeOsFits: Gate<'node-os-fits'> = ({ cite }, { placement: { os } }) => {
  const origins = os === null ? [] : [os.origin];
  return os === null || os.value === 'linux'
    ? { answer: 'passes', layer: 'kubelet', reason: reason('placement/os-fits', {}, origins, cite) }
    : { answer: 'stops', layer: 'kubelet', reason: reason('placement/other-os', { os: os.value }, origins, cite) };
};

/** Which runtime a class stands for, and whether the cluster has the class, nobody here knows. */
export const runtimeClassKnown: Gate<'runtime-class-known'> = ({ cite }, { placement: { runtimeClass } }) => {
  if (runtimeClass === null)
    return { answer: 'passes', layer: 'kubelet', reason: reason('placement/usual-runtime', {}, [], cite) };
  const facts = { name: runtimeClass.value };
  const unknown = reason('placement/class-not-known', facts, [runtimeClass.origin], cite);
  return { answer: 'cannot-tell', layer: 'kubelet', reason: unknown };
};
