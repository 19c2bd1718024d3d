/**
 * Not wider than the start: the effective state of each container is compared, not a list of operations, since a pod can
 * answer every criterion and give away more than it had (`privileged: true` beside a right answer).
 */
import { boundingOriginOf, type EffectiveContainer } from '../model/container.ts';
import type { Widening } from '../model/lab.ts';
import type { Widened } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import type { Pair } from './documents.ts';

/** Answers what became wider than the lab's start allows. */
export function widenedIn(pairs: readonly Pair[], mayWiden: readonly Widening[]): readonly Widened[] {
  return pairs.flatMap(({ start, now }) =>
    now.containers.flatMap((container) => {
      const before = start.containers.find(({ name }) => name === container.name);
      if (before === undefined) return [];
      return gains({ before, now: container })
        .filter(({ what }) => !mayWiden.includes(what))
        .map((gain) => ({ ...gain, container: container.name }));
    }),
  );
}

interface Sides {
  readonly before: EffectiveContainer;
  readonly now: EffectiveContainer;
}

type Gain = Omit<Widened, 'container'>;

/** Something that stood between the container and the node. */
interface Guard {
  readonly what: Widening;
  readonly isGone: boolean;
  /** What decided about it now. */
  readonly by: Resolved<unknown>;
}

function gains(sides: Sides): readonly Gain[] {
  const { before, now } = sides;
  // Privileged says all of it at once: capabilities, devices, masks, filters and profiles.
  if (now.privilegedContainer.value && !before.privilegedContainer.value) {
    return [{ what: 'privileged', gained: [], origin: now.privilegedContainer.origin }, ...namespaces(sides)];
  }
  return [...capabilities(sides), ...guards(sides), ...namespaces(sides), ...nodeVolumes(sides)];
}

function capabilities({ before, now }: Sides): readonly Gain[] {
  const gained = now.capabilities.bounding.filter((name) => !before.capabilities.bounding.includes(name));
  const [first] = gained;
  return first === undefined
    ? []
    : [{ what: 'bounding-set', gained, origin: boundingOriginOf(now.capabilities, first) }];
}

function guards({ before, now }: Sides): readonly Gain[] {
  const isNone = ({ value }: Resolved<{ readonly kind: string }>): boolean => value.kind === 'none';
  const ports = now.sysctls.unprivilegedPortStart;
  const rows: readonly Guard[] = [
    { what: 'no-new-privs', isGone: before.noNewPrivs.value && !now.noNewPrivs.value, by: now.noNewPrivs },
    { what: 'seccomp-filter', isGone: !isNone(before.seccomp) && isNone(now.seccomp), by: now.seccomp },
    { what: 'apparmor-profile', isGone: !isNone(before.appArmor) && isNone(now.appArmor), by: now.appArmor },
    {
      what: 'masked-paths',
      isGone: before.procMount.value === 'default' && now.procMount.value === 'unmasked',
      by: now.procMount,
    },
    {
      what: 'user-namespace',
      isGone: before.userNamespace.value === 'pod' && now.userNamespace.value === 'node',
      by: now.userNamespace,
    },
    {
      what: 'unprivileged-port-start',
      isGone: ports.value < before.sysctls.unprivilegedPortStart.value,
      by: ports,
    },
  ];
  return rows.filter(({ isGone }) => isGone).map(({ what, by }) => ({ what, gained: [], origin: by.origin }));
}

function namespaces({ before, now }: Sides): readonly Gain[] {
  const joined = (['network', 'pid', 'ipc'] as const).filter(
    (name) => now.hostNamespaces[name].value === 'node' && before.hostNamespaces[name].value !== 'node',
  );
  const [first] = joined;
  if (first === undefined) return [];
  return [{ what: 'host-namespaces', gained: joined, origin: now.hostNamespaces[first].origin }];
}

function nodeVolumes({ before, now }: Sides): readonly Gain[] {
  const had = new Set(before.mounts.map(({ path, volume }) => `${volume} ${path}`));
  return now.mounts
    .filter(({ source, path, volume }) => source === 'hostPath' && !had.has(`${volume} ${path}`))
    .map(({ path, origin }) => ({ what: 'host-path', gained: [path], origin }));
}
