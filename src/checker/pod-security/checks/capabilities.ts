import type { JudgedContainer, JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** Without `CAP_` and in upper case: nothing else is compared with. */
const addable = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

export function capabilitiesBaseline({ containers }: JudgedPod): readonly Objection[] {
  return containers.flatMap((container) => added(container, { code: 'pod-security/capability-added', among: addable }));
}

export function capabilitiesRestricted({ containers }: JudgedPod): readonly Objection[] {
  return containers.flatMap((container) => [
    ...notDropped(container),
    ...added(container, { code: 'pod-security/capability-beyond-port', among: ['NET_BIND_SERVICE'] }),
  ]);
}

type AddedCode = 'pod-security/capability-added' | 'pod-security/capability-beyond-port';

function added(
  { name: container, path, context }: JudgedContainer,
  { code, among }: { code: AddedCode; among: readonly string[] },
): readonly Objection[] {
  return (context.capabilities?.add ?? []).flatMap((name, index) => {
    const at = { path: `${path}.securityContext.capabilities.add[${index}]`, container };
    return among.includes(name) ? [] : [objection({ code, facts: { name }, ...at })];
  });
}

function notDropped({ name: container, path, context }: JudgedContainer): readonly Objection[] {
  if (context.capabilities?.drop?.includes('ALL') === true) return [];
  const at = { path: `${path}.securityContext.capabilities.drop`, container };
  return [objection({ code: 'pod-security/all-not-dropped', facts: {}, ...at })];
}
