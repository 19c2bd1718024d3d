import {
  decidedBy,
  wrapped,
  type AppArmorConfinement,
  type Capability,
  type EffectiveContainer,
  type Origin,
  type Paper,
  type Source,
} from '../checker/index.ts';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly origins: readonly Origin[];
  readonly overrode?: readonly Origin[];
}

/** Answers the effective state of a container as lines: what it is, and what decided it. */
export function effectiveLines(
  container: EffectiveContainer,
  { sources, paper }: { sources: readonly Source[]; paper: Paper },
): readonly string[] {
  const rows = [...rowsOf(container), ...capabilityRows(container)];
  const first = Math.max(...rows.map(({ name }) => name.length));
  return rows.flatMap(({ name, value, origins, overrode = [] }) => {
    const by = origins.length === 0 ? '' : `  (${decidedBy({ origins, overrode }, sources)})`;
    const indent = ' '.repeat(first + 4);
    const [line = '', ...more] = wrapped(`${value}${by}`, { width: paper.width, indent });
    return [`  ${name.padEnd(first)}  ${line.trimStart()}`, ...more];
  });
}

function rowsOf(container: EffectiveContainer): readonly Row[] {
  const { user, noNewPrivs, seccomp, appArmor, userNamespace, rootFilesystem, procMount } = container;
  const { uid, gid, groups } = user;
  const row = (name: string, value: string, { origin, overrode }: { origin: Origin; overrode: readonly Origin[] }) => ({
    name,
    value,
    origins: [origin],
    overrode,
  });
  return [
    row('uid', String(uid.value), uid),
    row('gid', String(gid.value), gid),
    row('groups', groups.value.join(' ') || 'none', groups),
    row('no_new_privs', noNewPrivs.value ? 'set' : 'not set', noNewPrivs),
    row('user namespace', userNamespace.value === 'node' ? 'of the node' : 'its own', userNamespace),
    row('seccomp', confinementWords(seccomp.value), seccomp),
    row('AppArmor', confinementWords(appArmor.value), appArmor),
    { name: 'SELinux', value: 'not modelled', origins: [] },
    row('root filesystem', rootFilesystem.value, rootFilesystem),
    row('/proc', procMount.value === 'default' ? 'masked' : 'unmasked', procMount),
  ];
}

function confinementWords(value: AppArmorConfinement): string {
  if (value.kind === 'localhost') return `profile ${value.profile}`;
  return value.kind === 'none' ? 'none' : "the runtime's default";
}

function capabilityRows({ capabilities }: EffectiveContainer): readonly Row[] {
  const { bounding, effectiveSet, reachable, boundingOrigin, effectiveOrigin } = capabilities;
  return [
    {
      name: 'bounding set',
      value: namesOf(bounding),
      origins: [boundingOrigin.rest, ...Object.values(boundingOrigin.named)],
    },
    { name: 'effective set', value: namesOf(effectiveSet), origins: [effectiveOrigin] },
    { name: 'reachable', value: namesOf(reachable), origins: [] },
  ];
}

function namesOf(set: readonly Capability[]): string {
  return set.length === 0 ? 'none' : set.map((name) => name.slice('CAP_'.length)).join(' ');
}
