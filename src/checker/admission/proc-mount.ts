import type { Refusal } from '../model/diagnostic.ts';
import { refused, type Scene } from './scene.ts';
import { oneOf } from './values.ts';

/** `Unmasked` only where root in the pod is not root on the node: `hostUsers` has to say false, unset is not enough. */
export function procMountRefusals(scene: Scene): readonly Refusal[] {
  return scene.containers.flatMap(({ path: at, context: { procMount } }) => {
    const path = `${at}.securityContext.procMount`;
    if (procMount !== 'Unmasked') return oneOf(scene, { path, value: procMount, supported: ['Default', 'Unmasked'] });
    if (scene.spec.hostUsers === false) return [];
    const detail = '`hostUsers` must be false to use `Unmasked`';
    return [
      refused(scene, { code: 'admission/unmasked-needs-user-namespace', facts: {}, path, type: 'Invalid', detail }),
    ];
  });
}
