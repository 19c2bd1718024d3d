import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import type { ContainerAt } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';

/** `allowPrivilegeEscalation: false` beside what would contradict it (validation.go, ValidateSecurityContext). */
export function escalationRefusals(scene: Scene): readonly Refusal[] {
  return scene.containers
    .filter(({ context }) => context.allowPrivilegeEscalation === false)
    .flatMap((at) => [...besidePrivileged(scene, at), ...besideSysAdmin(scene, at)]);
}

function besidePrivileged(scene: Scene, { path, context }: ContainerAt): readonly Refusal[] {
  if (context.privileged !== true) return [];
  const detail = 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true';
  return [contradiction(scene, { path, other: 'privileged', code: 'admission/privileged-without-escalation', detail })];
}

/** Exactly this spelling, which grants nothing: the one that works, `SYS_ADMIN`, is not compared, nor is `ALL`. */
function besideSysAdmin(scene: Scene, { path, context }: ContainerAt): readonly Refusal[] {
  const index = context.capabilities?.add?.indexOf('CAP_SYS_ADMIN') ?? -1;
  if (index < 0) return [];
  const detail = 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN';
  const other = `capabilities.add[${index}]`;
  return [contradiction(scene, { path, other, code: 'admission/sys-admin-without-escalation', detail })];
}

interface Contradiction {
  readonly path: string;
  /** What stands against `allowPrivilegeEscalation`, below the security context. */
  readonly other: string;
  readonly code: 'admission/privileged-without-escalation' | 'admission/sys-admin-without-escalation';
  readonly detail: string;
}

/** The API server names the whole security context; the text shows the two lines. */
function contradiction(scene: Scene, { path, other, code, detail }: Contradiction): Refusal {
  const context = `${path}.securityContext`;
  const related = [{ span: placeNear(scene.document, `${context}.${other}`).value, role: 'conflicts' as const }];
  const at = `${context}.allowPrivilegeEscalation`;
  return refused(scene, { code, facts: {}, path: context, at, related, type: 'Invalid', detail });
}
