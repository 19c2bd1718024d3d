import type { Refusal } from '../model/diagnostic.ts';
import { refused, type Scene } from './scene.ts';
import { fieldOf } from './values.ts';

const greatest = 2_147_483_647;

/** Ids of users and groups are 0 to 2147483647, whatever the user namespace holds. */
export function idRefusals(scene: Scene): readonly Refusal[] {
  const pod = scene.spec.securityContext ?? {};
  const at = 'spec.securityContext';
  const written: readonly (readonly [path: string, id: number | undefined])[] = [
    [`${at}.runAsUser`, pod.runAsUser],
    [`${at}.runAsGroup`, pod.runAsGroup],
    [`${at}.fsGroup`, pod.fsGroup],
    ...(pod.supplementalGroups ?? []).map((id, index) => [`${at}.supplementalGroups[${index}]`, id] as const),
    ...scene.containers.flatMap(({ path, context }) => [
      [`${path}.securityContext.runAsUser`, context.runAsUser] as const,
      [`${path}.securityContext.runAsGroup`, context.runAsGroup] as const,
    ]),
  ];
  return written.flatMap(([path, id]) => {
    if (id === undefined || (id >= 0 && id <= greatest)) return [];
    const facts = { field: fieldOf(path), id };
    const detail = `must be between 0 and ${greatest}, inclusive`;
    return [refused(scene, { code: 'admission/id-range', facts, path, type: 'Invalid', detail })];
  });
}
