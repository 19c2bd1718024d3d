/**
 * What a pod asks of the node it lands on: an operating system, and a runtime other than the node's usual one.
 *
 * Fields: `os`, `runtimeClassName`. Not modelled: what another runtime makes of the pod; schedulers and node labels.
 */
import type { Placement } from '../../model/container.ts';
import { inPod } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved } from '../../model/resolved.ts';
import { nodeOsFits, runtimeClassKnown } from './gate.ts';

export const placement = {
  id: 'placement',
  needs: [],
  resolve(view): Placement {
    const { os, runtimeClassName } = view.pod.spec;
    return {
      os: os?.name === undefined ? null : resolved(os.name, inPod(view, 'os.name')),
      runtimeClass: runtimeClassName === undefined ? null : resolved(runtimeClassName, inPod(view, 'runtimeClassName')),
    };
  },
  gates: { 'node-os-fits': nodeOsFits, 'runtime-class-known': runtimeClassKnown },
} satisfies Primitive<'placement'>;
