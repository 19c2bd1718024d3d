import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** The types made for containers, by the minor version that first allowed them. */
const typesSince: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['container_t', 0],
  ['container_init_t', 0],
  ['container_kvm_t', 0],
  ['container_engine_t', 31],
]);

/** The level is free: it parts containers from each other and lets none of them out. */
export function seLinuxOptions(pod: JudgedPod, version: number): readonly Objection[] {
  return contextsOf(pod).flatMap(({ path, container, context: { seLinuxOptions: options = {} } }) => {
    const at = (field: string) => ({ path: `${path}.seLinuxOptions.${field}`, container });
    const { type = '' } = options;
    const since = typesSince.get(type);
    const ofType =
      since !== undefined && since <= version
        ? []
        : [
            objection({
              code: 'pod-security/selinux-type',
              facts: { type, since: since === undefined ? null : `v1.${since}` },
              ...at('type'),
            }),
          ];
    const identities = (['user', 'role'] as const)
      .filter((field) => (options[field] ?? '') !== '')
      .map((field) => objection({ code: 'pod-security/selinux-identity', facts: { field }, ...at(field) }));
    return [...ofType, ...identities];
  });
}
